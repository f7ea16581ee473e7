import CatalogueViews
import Testing
import Workspace

extension CheckedSite {
  /// The text of a file of the edition.
  func text(at path: String) throws -> String {
    let map = try #require(map)
    let output = try #require(map[path], "\(map.outputs.map(\.path))")
    return String(decoding: try output.bytes(), as: UTF8.self)
  }
}
