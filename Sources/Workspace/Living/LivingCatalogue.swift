import CatalogueModel
import CataloguePages
package import Files
import GitHistory
package import SystemPackage

/// A catalogue that stays open while its files are written.
///
/// Each look reads the files that are others than before and makes anew what depends on more than one
/// file. What a look finds is, byte for byte, what a build would find.
package actor LivingCatalogue {
  private let baseURL: String?
  private let workers: Int
  private let repertoire: Repertoire
  private var reader: SourceReader
  private var memory = Memory()
  private var history = GitHistory.none
  private var last: (sources: SourceTree, site: CheckedSite)?

  /// Opens the catalogue in the folder `root`; nothing is read yet.
  ///
  /// - Parameters:
  ///   - root: the folder with `catalogue.yml`.
  ///   - baseURL: an address to use in the place of the definition's.
  ///   - workers: how many records are read at once.
  ///   - repertoire: what the program knows to do with a catalogue.
  ///   - files: how files are read.
  package init(
    root: FilePath, baseURL: String? = nil, workers: Int, repertoire: Repertoire = .shipped,
    files: FileStore = FileStore()
  ) {
    self.baseURL = baseURL
    self.repertoire = repertoire
    self.workers = workers
    reader = SourceReader(root: root, workers: workers, files: files, remembers: true)
  }

  /// What a look found.
  package struct Look: Sendable {
    package let site: CheckedSite
    /// Whether something is another than at the look before.
    package let isNew: Bool
  }

  /// Reads what changed, and gives the catalogue as it is now.
  ///
  /// One look at a time: a caller waits for its look before it asks for the next.
  package func look() async throws -> Look {
    var reader = reader
    let sources: SourceTree
    do {
      sources = try await SourceTree.load(&reader)
    } catch {
      // What was read until then is known, but the next look must not take itself for the same.
      last = nil
      throw error
    }
    // What is no longer needed is large; it is taken apart when the look is over.
    let former = (self.reader, self.memory, last)
    defer { Task.detached(priority: .background) { withExtendedLifetime(former) {} } }
    self.reader = reader
    // Read again only where another commit is checked out.
    let history = GitHistory.read(reader.root, files: reader.files, after: history)
    let isSameHistory = history.isSame(as: self.history)
    self.history = history
    if let last, isSameHistory, last.sources.isSame(as: sources) {
      return Look(site: last.site, isNew: false)
    }
    var memory = memory
    let site = await Checking.check(
      sources, baseURL: baseURL, workers: workers, repertoire: repertoire, drafts: .shown,
      history: history, &memory)
    self.memory = memory
    last = nil
    if let schema = site.site?.catalogue.schema { try sources.requireFolders(of: schema) }
    last = (sources, site)
    return Look(site: site, isNew: true)
  }
}
