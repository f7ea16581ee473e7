import CatalogueModel
import CatalogueViews

/// Which files of the edition before do not stay in the next, since what they show is a draft's now.
///
/// Files that are named by their content stay for one more edition, for pages that are open. What an author has taken
/// back is to be gone at once.
package struct WithheldFiles: Sendable {
  /// The files of the pages that the drafts would have.
  private let pages: Set<String>
  /// The files that only drafts show, as they would be published but without their digests.
  private let assets: Set<String>
  /// The folders whose files have the texts of all records.
  private let folders: [String]

  /// Withholds nothing.
  package init() { (pages, assets, folders) = ([], [], []) }

  /// Withholds what is the drafts'.
  ///
  /// `unread` are the files of drafts of which no record could be made, `assets` the paths under which the files would be published that only they show, `folders` those of the
  /// edition that have the texts of all records.
  init(drafts: [Record], unread: Set<String>, assets: [String], folders: [String]) {
    let ids =
      drafts.flatMap { [$0.id] + $0.allFormerIDs }
      + unread.compactMap { RecordID(String($0.dropFirst("content/".count).dropLast(".md".count))) }
    pages = Set(ids.map { PagePath.file(of: $0.pagePath) })
    self.assets = Set(assets.map(AssetPaths.unstamped))
    self.folders = folders
  }

  /// Whether a file of an edition shows what only drafts show, whatever its content was.
  package func hasAsset(at path: String) -> Bool {
    !assets.isEmpty && assets.contains(AssetPaths.unstamped(path))
  }

  /// Those of the files of an edition, by their paths, which may not stay.
  ///
  /// Where the edition had the page of a draft, its index has the text.
  package func among(_ paths: [String]) -> Set<String> {
    if pages.isEmpty { return [] }
    let isWithdrawn = paths.contains(where: pages.contains)
    return Set(
      paths.filter { path in
        hasAsset(at: path) || isWithdrawn && folders.contains { path.hasPrefix($0) }
      })
  }
}
