import CatalogueExport
import CatalogueGraph
import CatalogueModel
package import CataloguePages
package import CatalogueSearch
package import Diagnostics
package import Mustache

/// A catalogue that was read, resolved and planned, with every fault that was found on the way.
package struct CheckedSite: Sendable {
  /// What pages are made from; nil when `catalogue.yml` could not be read.
  package let site: SiteContext?
  package let plan: SitePlan?
  package let templates: TemplateSet
  package let assets: SiteAssets
  package let report: DiagnosticReport
  package let timings: StageTimings

  /// Builds the index of the search as a build would, in memory, and asks it for what the pages have.
  ///
  /// - Returns: what came of it; nil when `catalogue.yml` could not be read.
  package func proveSearch(workers: Int) async -> SearchProof? {
    guard let site else { return nil }
    let documents = SearchDocuments(site)
    return await SearchProof.run(
      await documents.all(workers: workers), facets: documents.facets,
      options: SearchIndex.Options(workers: workers))
  }
}

/// Turns sources into a checked site: read, resolve, plan, check templates.
package enum Checking {
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
    var timings = StageTimings()
    let assets = SiteAssets(sources.assets)
    var diagnostics = UnreadFile.diagnostics(sources) + assets.diagnostics
    let definition = SchemaReading.read(sources.definition, baseURL: baseURL)
    diagnostics += definition.diagnostics
    var site: SiteContext?
    var plan: SitePlan?
    if let schema = definition.schema {
      let read = await RecordReading.read(sources.content, schema: schema, workers: workers)
      diagnostics += read.diagnostics
      timings.mark("read")
      let resolved = await Resolver.resolve(
        schema: schema, records: read.records, assets: assets.contentSizes, workers: workers)
      diagnostics += resolved.diagnostics
      timings.mark("resolve")
      let context = SiteContext(catalogue: resolved.catalogue, assets: assets.names)
      let pages = SitePlan(context)
      diagnostics += pages.brokenLinks(
        in: context, files: ExportedFile.paths(of: resolved.catalogue) + [Manifest.name])
      // A name that is no id makes paths that are no paths, and has been told.
      if !diagnostics.contains(where: { $0.code == .fileName && $0.severity == .error }) {
        let entries = OutputPaths.entries(
          of: pages, resolved.catalogue, definition: sources.definition.path,
          assets: zip(assets.files.map(\.path), assets.sources).map { ($0, $1) })
        diagnostics += OutputPaths(entries).diagnostics
        diagnostics += OutputPaths.keptNames(
          schema.site.keep, among: entries, definition: sources.definition.path)
      }
      site = context
      plan = pages
      timings.mark("plan")
    }
    let templates = TemplateReading.read(sources.templates, assets: assets.names)
    diagnostics += templates.diagnostics
    timings.mark("templates")
    // A search along the list for each file with a fault would be long where all have some.
    let files = [sources.definition] + sources.content + sources.templates + sources.assets
    let bytes =
      diagnostics.isEmpty
      ? [:]
      : Dictionary(files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    return CheckedSite(
      site: site, plan: plan, templates: templates.set, assets: assets,
      report: DiagnosticReport(diagnostics, source: { bytes[$0] }), timings: timings)
  }
}
