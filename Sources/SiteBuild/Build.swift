import ByteWriting
import CatalogueExport
import CatalogueModel
import CataloguePages
package import Diagnostics
package import SystemPackage

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
    /// How many threads render.
    package var workers: Int
    /// What `build.json` says of the tool.
    package var version: String

    /// Describes a build.
    package init(
      root: FilePath, output: FilePath, baseURL: String? = nil, isStrict: Bool = false,
      workers: Int, version: String
    ) {
      self.root = root
      self.output = output
      self.baseURL = baseURL
      self.isStrict = isStrict
      self.workers = workers
      self.version = version
    }
  }

  /// What came of a build.
  package struct Outcome: Sendable {
    package let report: DiagnosticReport
    /// Whether the output folder has the new edition.
    package let isPublished: Bool
    package let recordCount: Int
    package let pageCount: Int
    package let fileCount: Int
    package let byteCount: Int
    package let timings: StageTimings
  }

  private let options: Options

  /// Prepares a build.
  package init(_ options: Options) {
    self.options = options
  }

  /// Reads and checks the catalogue without writing.
  package func check() async throws -> CheckedSite {
    let sources = try await SourceTree.load(options.root, workers: options.workers)
    return await Checking.check(sources, baseURL: options.baseURL, workers: options.workers)
  }

  /// Builds the site and publishes it, unless the content has errors.
  package func run() async throws -> Outcome {
    // A folder that will be refused is refused before the work.
    try Publisher.check(
      FileStore.canonical(options.output), root: FileStore.canonical(options.root))
    let checked = try await check()
    let isBlocked =
      checked.report.hasErrors || (options.isStrict && checked.report.count(of: .warning) > 0)
    guard !isBlocked, let site = checked.site, let plan = checked.plan else {
      return Outcome(
        report: checked.report, isPublished: false,
        recordCount: checked.site?.catalogue.records.count ?? 0, pageCount: 0, fileCount: 0,
        byteCount: 0, timings: checked.timings)
    }
    let publisher = try await publisher()
    do {
      return try await publish(checked, site, plan, with: publisher)
    } catch {
      publisher.abandon()
      throw error
    }
  }

  /// The publisher for the output folder; waits up to a minute while another build writes it.
  private func publisher() async throws -> Publisher {
    for _ in 0..<600 {
      do {
        return try Publisher(output: options.output, root: options.root)
      } catch OutputRefusal.busy {
        try await Task.sleep(for: .milliseconds(100))
      }
    }
    return try Publisher(output: options.output, root: options.root)
  }

  private func publish(
    _ checked: CheckedSite, _ site: SiteContext, _ plan: SitePlan, with publisher: Publisher
  ) async throws -> Outcome {
    var timings = checked.timings
    let edition = EditionWriter(
      site: site, plan: plan, templates: checked.templates, publisher: publisher,
      workers: options.workers)
    var entries = try await edition.writePages()
    timings.mark("render")
    entries += try await edition.writeExports()
    entries += try publisher.write(checked.assets.files)
    timings.mark("export")
    entries += try await edition.writeSearch()
    timings.mark("search")
    let manifest = Manifest(entries)
    try OutputPaths.confirm(manifest.entries.map(\.path))
    try publisher.publish(manifest, version: options.version)
    timings.mark("publish")
    return Outcome(
      report: checked.report, isPublished: true, recordCount: site.catalogue.records.count,
      pageCount: plan.pages.count, fileCount: manifest.entries.count,
      byteCount: manifest.entries.reduce(0) { $0 + $1.size }, timings: timings)
  }
}
