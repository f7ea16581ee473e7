import ByteWriting
import CatalogueViews
import Diagnostics
import Mustache
import TestSupport
import Testing
import Workspace

@testable import CataloguePages

@Suite("A record's page")
struct RecordPageSnapshotTests {
  /// A template that writes every name that the page of a record offers, in the order of its shape.
  static let everything: String = {
    func tags(_ fields: [ViewShape.Field], _ indent: String) -> String {
      fields.map { field in
        let name = field.name
        switch field.shape {
        case .text, .number: return "\(indent)\(name)={{\(name)}}\n"
        case .html: return "\(indent)\(name)={{{\(name)}}}\n"
        case .flag:
          return "\(indent)\(name)={{#\(name)}}yes{{/\(name)}}{{^\(name)}}no{{/\(name)}}\n"
        case .list(of: .object(let inner)), .object(let inner):
          return
            "\(indent){{#\(name)}}\n\(indent)\(name):\n\(tags(inner, indent + "  ")){{/\(name)}}\n"
        case .list: return "\(indent){{#\(name)}}\n\(indent)\(name)={{.}}\n{{/\(name)}}\n"
        }
      }.joined()
    }
    return tags(PageKinds.shape(of: RecordPage.self, assets: AssetNames([])).fields, "")
  }()

  @Test(
    "the page of a record is as it was (MOKUROKU_RECORD_SNAPSHOTS=1 writes it anew)",
    arguments: ["programmes/q-leap/", "ministries/mext/", "documents/hakusho/", "pages/about/"])
  func matchesSnapshot(_ path: String) async throws {
    var catalogue = TestCatalogue.full
    catalogue.templates["record"] = Self.everything
    let checked = await catalogue.checked()
    #expect(checked.report.diagnostics.allSatisfy { $0.severity == .warning })
    let output = try #require(checked.map?[path + "index.html"])
    let html = String(decoding: try output.bytes(), as: UTF8.self)
    let name = path.split(separator: "/").joined(separator: "-")
    let expected = try Snapshot.text(
      "Tests/CataloguePagesTests/Snapshots/\(name).html", recording: html)
    #expect(html == expected)
  }
}
