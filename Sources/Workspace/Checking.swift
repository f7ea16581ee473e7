import CatalogueExport
import CatalogueGraph
import CatalogueModel
import CataloguePages
import CatalogueViews
import Diagnostics

/// Turns sources into a checked site: read, resolve, plan, check templates.
package struct Checking {
  private let sources: SourceTree
  private let workers: Int
  private let repertoire: Repertoire
  private var timings = StageTimings()
  private var diagnostics: [Diagnostic] = []
  /// What the definition says of warnings.
  private var settings: [ReportSetting] = []

  /// Checks everything that a build would publish, without writing anything.
  ///
  /// - Parameters:
  ///   - sources: the files of the catalogue.
  ///   - baseURL: an address to use in the place of the definition's.
  ///   - workers: how many records are read at once.
  ///   - repertoire: what the program knows to do with a catalogue.
  /// - Returns: the site with its report.
  package static func check(
    _ sources: SourceTree, baseURL: String?, workers: Int, repertoire: Repertoire = .shipped
  ) async -> CheckedSite {
    var memory = Memory()
    return await check(
      sources, baseURL: baseURL, workers: workers, repertoire: repertoire, &memory)
  }

  /// The same with what was made before with the same repertoire; what is made now is kept for the next
  /// time.
  static func check(
    _ sources: SourceTree, baseURL: String?, workers: Int, repertoire: Repertoire = .shipped,
    _ memory: inout Memory
  ) async -> CheckedSite {
    var checking = Checking(sources: sources, workers: workers, repertoire: repertoire)
    return await checking.run(baseURL: baseURL, &memory)
  }

  private init(sources: SourceTree, workers: Int, repertoire: Repertoire) {
    self.sources = sources
    self.workers = workers
    self.repertoire = repertoire
  }

  private mutating func run(baseURL: String?, _ memory: inout Memory) async -> CheckedSite {
    let kinds = repertoire.pageKinds
    let compiled = memory.templates(of: sources, kinds: kinds)
    let assets = memory.assets(of: sources, defaults: compiled.defaultAssets)
    diagnostics = UnreadFile.diagnostics(sources) + assets.diagnostics
    let definition = memory.schema(of: sources.definition, baseURL: baseURL, repertoire)
    settings = definition.schema?.reports ?? []
    diagnostics += definition.diagnostics
    let templateFaults = memory.faults(of: compiled, kinds: kinds, assets: assets.names)
    timings.mark("templates")
    var site: SiteContext?
    var map: SiteMap?
    if let schema = definition.schema {
      let resolution = await resolve(schema, assets, &memory)
      let catalogue = resolution.catalogue
      let exports = repertoire.exports.flatMap { $0.outputs(of: catalogue) }
      let context = SiteContext(
        catalogue: catalogue, assets: assets.names, kinds: kinds,
        offers: exports.compactMap(\.offer) + [Sitemap.offer], reusing: memory.context)
      memory.keep(context)
      let plan = SitePlan(context)
      let edition = SiteMap(
        of: plan, context, exports: exports, templates: compiled.set, assets: assets)
      diagnostics += plan.brokenLinks(in: context, edition)
      checkPaths(of: edition, schema, &memory)
      (site, map) = (context, edition)
      timings.mark("plan")
    }
    diagnostics += templateFaults
    return CheckedSite(site: site, map: map, report: report(), timings: timings)
  }

  private mutating func resolve(
    _ schema: Schema, _ assets: SiteAssets, _ memory: inout Memory
  ) async -> Resolution {
    memory.begin(definition: sources.definition)
    let read = await RecordReading.read(
      sources.content, schema: schema, workers: workers, &memory)
    diagnostics += read.diagnostics
    timings.mark("read")
    let resolution = await Resolution(
      read.records, unread: read.unread, schema: schema, assets: assets.contentSizes,
      sections: PageSection.identifiers, checks: repertoire.checks, reusing: memory.resolution,
      workers: workers)
    memory.keep(resolution)
    diagnostics += resolution.diagnostics
    timings.mark("resolve")
    return resolution
  }

  private mutating func checkPaths(
    of map: SiteMap, _ schema: Schema, _ memory: inout Memory
  ) {
    // A name that is no id makes paths that are no paths, and has been told.
    if diagnostics.contains(where: { $0.code == .fileName && $0.severity == .error }) { return }
    let path = sources.definition.path
    diagnostics += memory.faults(of: OutputPaths.entries(of: map, definition: path))
    diagnostics += OutputPaths.keptNames(schema.site.keep, among: map, definition: path)
  }

  private func report() -> DiagnosticReport {
    let diagnostics = settings.applied(to: diagnostics)
    if diagnostics.isEmpty { return DiagnosticReport([], source: { _ in nil }) }
    // A search along the list for each file with a fault would be long where all have some.
    let files = [sources.definition] + sources.content + sources.templates + sources.assets
    let bytes = Dictionary(
      files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    return DiagnosticReport(diagnostics, source: { bytes[$0] })
  }
}
