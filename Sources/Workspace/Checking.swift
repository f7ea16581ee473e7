import CatalogueGraph
import CatalogueModel
import CataloguePages
import CatalogueViews
import Diagnostics

/// Turns sources into a checked site: read, resolve, plan, check templates.
package struct Checking {
  private let sources: SourceTree
  private let workers: Int
  private var timings = StageTimings()
  private var diagnostics: [Diagnostic] = []

  /// Checks everything that a build would publish, without writing anything.
  ///
  /// - Parameters:
  ///   - sources: the files of the catalogue.
  ///   - baseURL: an address to use in the place of the definition's.
  ///   - workers: how many records are read at once.
  /// - Returns: the site with its report.
  package static func check(
    _ sources: SourceTree, baseURL: String?, workers: Int
  ) async -> CheckedSite {
    var memory = Memory()
    return await check(sources, baseURL: baseURL, workers: workers, &memory)
  }

  /// The same with what was made before; what is made now is kept for the next time.
  static func check(
    _ sources: SourceTree, baseURL: String?, workers: Int, _ memory: inout Memory
  ) async -> CheckedSite {
    var checking = Checking(sources: sources, workers: workers)
    return await checking.run(baseURL: baseURL, &memory)
  }

  private init(sources: SourceTree, workers: Int) {
    self.sources = sources
    self.workers = workers
  }

  private mutating func run(baseURL: String?, _ memory: inout Memory) async -> CheckedSite {
    let assets = memory.assets(of: sources)
    diagnostics = UnreadFile.diagnostics(sources) + assets.diagnostics
    let definition = SchemaReading.read(sources.definition, baseURL: baseURL)
    diagnostics += definition.diagnostics
    let templates = memory.templates(of: sources, assets: assets.names)
    timings.mark("templates")
    var site: SiteContext?
    var map: SiteMap?
    if let schema = definition.schema {
      let resolution = await resolve(schema, assets, &memory)
      let context = SiteContext(
        catalogue: resolution.catalogue, assets: assets.names, reusing: memory.context)
      memory.keep(context)
      let plan = SitePlan(context)
      let edition = SiteMap(of: plan, context, templates: templates.set, assets: assets)
      diagnostics += plan.brokenLinks(in: context, edition)
      checkPaths(of: edition, schema, &memory)
      (site, map) = (context, edition)
      timings.mark("plan")
    }
    diagnostics += templates.diagnostics
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
      read.records, schema: schema, assets: assets.contentSizes,
      sections: PageSection.identifiers, reusing: memory.resolution, workers: workers)
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
    if diagnostics.isEmpty { return DiagnosticReport([], source: { _ in nil }) }
    // A search along the list for each file with a fault would be long where all have some.
    let files = [sources.definition] + sources.content + sources.templates + sources.assets
    let bytes = Dictionary(
      files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    return DiagnosticReport(diagnostics, source: { bytes[$0] })
  }
}
