import CatalogueModel
import CataloguePages
import CatalogueViews
package import Diagnostics
package import Files
import GitHistory
import ProcessMemory
package import SystemPackage
package import Workspace

/// One build: load, check, render, export, index, publish.
///
/// Values flow one way. Files are read before everything else and written after every fault is known:
/// with one error nothing is written and the output folder keeps its last good edition.
package struct Build: Sendable {
  /// What a build is asked to do.
  package struct Options: Sendable {
    /// The folder with `catalogue.yml`.
    package var root: FilePath
    /// The folder in which the site will stand.
    package var output: FilePath
    /// An address to use in the place of the definition's.
    package var baseURL: String?
    /// Whether a warning stops the build too.
    package var isStrict: Bool
    /// Whether an edition may have fewer than half the records of the one that it replaces.
    package var allowsShrinking: Bool
    /// How many threads render.
    package var workers: Int
    /// What `build.json` says of the tool.
    package var version: String
    /// What `build.json` says of the inputs, in the words of whoever publishes; nil for nothing.
    package var source: String?

    /// Describes a build.
    package init(
      root: FilePath, output: FilePath, baseURL: String? = nil, isStrict: Bool = false,
      allowsShrinking: Bool = false, workers: Int, version: String, source: String? = nil
    ) {
      self.root = root
      self.output = output
      self.baseURL = baseURL
      self.isStrict = isStrict
      self.allowsShrinking = allowsShrinking
      self.workers = workers
      self.version = version
      self.source = source
    }
  }

  /// What came of a build.
  package struct Outcome: Sendable {
    package let report: DiagnosticReport
    /// How the output folder came to the new edition; nil when it did not.
    package let publication: Publication?
    package let recordCount: Int
    package let pageCount: Int
    package let fileCount: Int
    package let byteCount: Int
    package let timings: StageTimings
    /// How many records were left out because they are drafts.
    package var draftCount = 0
    /// Why git does not tell what changed last, where whoever builds should know.
    package var historyRemark: LocalisedText?

    /// Whether the output folder has the new edition.
    package var isPublished: Bool { publication != nil }
  }

  private let options: Options
  private let files: FileStore
  private let onWaiting: @Sendable () -> Void

  /// Prepares a build.
  ///
  /// - Parameters:
  ///   - options: what is asked for.
  ///   - files: how files are read and written.
  ///   - onWaiting: told once when another build keeps this one waiting for more than two seconds.
  package init(
    _ options: Options, files: FileStore = FileStore(),
    onWaiting: @escaping @Sendable () -> Void = {}
  ) {
    self.options = options
    self.files = files
    self.onWaiting = onWaiting
  }

  /// Reads and checks the catalogue without writing; what changed last is not asked for.
  package func check() async throws -> CheckedSite { try await check(.none) }

  /// The same for pages that tell what changed last.
  private func check(_ history: GitHistory) async throws -> CheckedSite {
    try ContentEdits.requireFinished(in: options.root, files)
    let sources = try await SourceTree.load(options.root, workers: options.workers, files: files)
    let checked = await Checking.check(
      sources, baseURL: options.baseURL, workers: options.workers, history: history)
    if let schema = checked.site?.catalogue.schema { try sources.requireFolders(of: schema) }
    return checked
  }

  /// Builds the site and publishes it, unless the content has errors.
  ///
  /// It is built again where the output folder turns out to be immovable: a build does not keep what it has
  /// written.
  package func run() async throws -> Outcome {
    try await Publisher.inSomeWay { way in try await run(way) }
  }

  private func run(_ way: OutputPlace.Way?) async throws -> Outcome {
    try Publisher.prepare(options.output, root: options.root, files)
    let checked = try await check(GitHistory.read(options.root, files: files))
    if checked.report.isBlocking(isStrict: options.isStrict) || checked.map == nil {
      return Outcome(
        report: checked.report, publication: nil,
        recordCount: checked.site?.catalogue.records.count ?? 0, pageCount: 0, fileCount: 0,
        byteCount: 0, timings: checked.timings, draftCount: checked.draftCount)
    }
    return try await publish(consume checked, way)
  }

  private func publish(
    _ checked: consuming CheckedSite, _ way: OutputPlace.Way?
  ) async throws -> Outcome {
    let catalogue = checked.site?.catalogue
    let request = Publisher.Request(
      output: options.output, root: options.root,
      keep: catalogue?.schema.site.keep.map(\.value) ?? [],
      recordCount: catalogue?.records.count ?? 0, allowsShrinking: options.allowsShrinking,
      withheld: checked.withheld, version: options.version, source: options.source)
    var timings = checked.timings
    let draftCount = checked.draftCount
    let historyRemark = checked.historyRemark
    var map = checked.map ?? SiteMap([])
    let report = checked.report
    _ = consume checked
    _ = consume catalogue
    // The files of the catalogue and what names were resolved with are gone.
    FreedMemory.giveBack()
    let pageCount = map.pageCount
    var written: [StagedFile] = []
    let publication = try await Publisher.publish(request, way, files, onWaiting: onWaiting) {
      publisher in
      let writer = EditionWriter(publisher: publisher, workers: options.workers)
      written = try await writer.write(.page, of: map)
      timings.mark("render")
      written += try await writer.write(.redirect, .record, .export, .asset, of: map)
      timings.mark("export")
      // The search index is the largest of all that is made, and nothing else is needed any more: what was
      // drawn goes before its pages are read, the catalogue after.
      map = SiteMap([], folders: map.folders)
      let folders = await writer.contents(of: map)
      map = SiteMap([])
      FreedMemory.giveBack()
      written += try await writer.write(folders)
      timings.mark("search")
      try OutputPaths.confirm(written.map(\.entry.path))
      return written
    }
    timings.mark("publish")
    return Outcome(
      report: report, publication: publication, recordCount: request.recordCount,
      pageCount: pageCount, fileCount: written.count,
      byteCount: written.reduce(0) { $0 + $1.entry.size }, timings: timings,
      draftCount: draftCount, historyRemark: historyRemark)
  }
}
