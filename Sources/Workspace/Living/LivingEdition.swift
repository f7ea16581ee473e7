import CatalogueModel
import CataloguePages
package import CatalogueViews
import Diagnostics
import Parallelism
import Synchronization

/// The edition of a catalogue that is looked at and not written: each file is made when it is asked for.
///
/// The search index is made in the background, and a request for one of its files waits for it. Where a
/// further edition comes meanwhile, the request waits for the index of that one. Files that are named by
/// their content stay for the pages of former editions that are still open (``FormerFiles``).
package final class LivingEdition: Sendable {
  package let map: SiteMap
  package let recordCount: Int
  /// The names that a published edition carries over from the one before.
  package let keep: [String]
  /// The files of the folders; nil where the next edition came before they were made.
  private let folders: Task<[String: Output]?, Never>
  /// The files named by their content of this edition and of those before.
  private let assets: FormerFiles
  private let indices: FormerFiles
  /// The edition after this one, once there is one.
  private let next = Mutex<LivingEdition?>(nil)

  /// Takes over the files of a map, and begins to make its folders.
  ///
  /// - Parameters:
  ///   - site: what was found at a look.
  ///   - map: the files of the edition.
  ///   - former: the edition before, whose work on its folders ends.
  ///   - workers: how many threads make the folders.
  package init(
    _ site: CheckedSite, _ map: SiteMap, after former: LivingEdition? = nil, workers: Int
  ) {
    self.map = map
    recordCount = site.site?.catalogue.records.count ?? 0
    keep = site.site?.catalogue.schema.site.keep.map(\.value) ?? []
    assets = former?.assets ?? FormerFiles()
    assets.keep(map.outputs)
    let indices = former?.indices ?? FormerFiles()
    self.indices = indices
    let earlier = former?.folders
    folders = Task(executorPreference: BackgroundThreads.shared, priority: .utility) {
      // One index is made at a time, however quickly editions follow each other, and the page that was
      // saved comes first.
      _ = await earlier?.value
      try? await Task.sleep(for: .milliseconds(200))
      var files: [String: Output] = [:]
      for folder in map.folders where !Task.isCancelled {
        for output in await folder.make(workers: workers, take: { $0 }) {
          files[output.path] = output
        }
      }
      if Task.isCancelled { return nil }
      // Before anybody reads the names of these files, so that no name is told that leads nowhere.
      indices.keep(files.values)
      return files
    }
    if let former {
      // In this order, so that who waits there finds where to go on.
      former.next.withLock { $0 = self }
      former.folders.cancel()
    }
  }

  deinit { folders.cancel() }

  /// Whether a file stands at a path, as far as is known without waiting.
  package func hasFile(at path: String) -> Bool { map[path] != nil }

  /// The bytes of the file at a path; nil where the edition has none.
  package func bytes(at path: String) async throws -> [UInt8]? {
    if let output = map[path] { return try output.bytes() }
    if let output = indices[path] ?? assets[path] { return try output.bytes() }
    guard map.folder(of: path) != nil else { return nil }
    if let files = await folders.value { return try files[path]?.bytes() }
    return try await next.withLock { $0 }?.bytes(at: path)
  }

  /// This edition or, where it was left before its folders were made, the next that has the time for its own.
  package func settled() async -> LivingEdition {
    if await folders.value != nil { return self }
    return await next.withLock { $0 }?.settled() ?? self
  }

  /// Every file of the edition, those of the folders too, which must have had the time to be made.
  package func outputs() async -> [Output] {
    map.outputs + (await folders.value ?? [:]).values.sorted { $0.path < $1.path }
  }
}
