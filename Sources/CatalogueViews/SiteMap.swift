/// Every file of an edition, each declared once.
///
/// A build writes all of them and the preview answers one; links, reserved names, the data page and the
/// sitemap are read off it.
package struct SiteMap: Sendable {
  /// The files, in the order of the plan.
  package let outputs: [Output]
  /// The folders whose files have to be made before their names are known.
  package let folders: [any OutputFolder]
  /// The files that stand beside these in every edition and are made when it is published.
  package let attendants: [String]
  private let places: [String: Int]
  /// The files that stand in every edition and are made after the map.
  private let promised: [String]

  /// Maps the files of an edition; of two with one path, the first is found.
  package init(_ outputs: [Output], folders: [any OutputFolder] = [], attendants: [String] = []) {
    self.outputs = outputs
    self.folders = folders
    self.attendants = attendants
    promised = attendants + folders.flatMap { $0.offers.map(\.path) }
    places = Dictionary(
      outputs.indices.map { (outputs[$0].path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The file at a path from the base of the site.
  package subscript(path: String) -> Output? { places[path].map { outputs[$0] } }

  /// The folder that has to be made before it is known whether a path is in it.
  package func folder(of path: String) -> (any OutputFolder)? {
    folders.first { path.hasPrefix($0.path) }
  }

  /// Whether a link may lead to an address: `programmes/tia/`, `data/bases.csv`.
  package func hasAddress(_ address: String) -> Bool {
    places[PagePath.file(of: address)] != nil || promised.contains(address)
  }

  /// How many of the files are pages.
  package var pageCount: Int { outputs.count { $0.kind == .page } }

  /// Every address that a link may lead to.
  package var addresses: [String] { outputs.map(\.address) + promised }

  /// The names at the top of an edition.
  package var topNames: Set<String> {
    Set(
      (outputs.map(\.path) + folders.map(\.path) + attendants).map {
        String($0.prefix { $0 != "/" })
      })
  }
}
