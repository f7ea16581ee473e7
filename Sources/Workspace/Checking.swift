import CatalogueExport
import CatalogueGraph
import CatalogueModel
import CataloguePages
import CatalogueSearch
import CatalogueViews
import Diagnostics
package import GitHistory

/// What becomes of the records that are not published yet.
package enum DraftTreatment: Sendable {
  /// Nothing of them is in the site, as readers get it.
  case leftOut
  /// They are in the site and marked, as authors preview it.
  case shown
}

/// Turns sources into a checked site: read, resolve, plan, check templates.
package struct Checking {
  private let sources: SourceTree
  private let workers: Int
  private let repertoire: Repertoire
  private let treatment: DraftTreatment
  private let history: GitHistory
  private var drafts = Drafts()
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
  ///   - drafts: what becomes of records that are not published yet.
  ///   - history: when the records' files changed last.
  /// - Returns: the site with its report.
  package static func check(
    _ sources: SourceTree, baseURL: String?, workers: Int, repertoire: Repertoire = .shipped,
    drafts: DraftTreatment = .leftOut, history: GitHistory = .none
  ) async -> CheckedSite {
    var memory = Memory()
    return await check(
      sources, baseURL: baseURL, workers: workers, repertoire: repertoire, drafts: drafts,
      history: history, &memory)
  }

  /// The same with what was made before with the same repertoire; what is made now is kept for the next
  /// time.
  static func check(
    _ sources: SourceTree, baseURL: String?, workers: Int, repertoire: Repertoire = .shipped,
    drafts: DraftTreatment, history: GitHistory, _ memory: inout Memory
  ) async -> CheckedSite {
    var checking = Checking(
      sources: sources, workers: workers, repertoire: repertoire, treatment: drafts,
      history: history)
    return await checking.run(baseURL: baseURL, &memory)
  }

  private init(
    sources: SourceTree, workers: Int, repertoire: Repertoire, treatment: DraftTreatment,
    history: GitHistory
  ) {
    self.sources = sources
    self.history = history
    self.treatment = treatment
    self.workers = workers
    self.repertoire = repertoire
  }

  /// What comes of a catalogue: what its pages share, its files, and the links that lead to none of them.
  private typealias Planned = (context: SiteContext, edition: SiteMap, faults: [Diagnostic])

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
    var withheld = WithheldFiles()
    if let schema = definition.schema {
      var resolved = await resolve(schema, assets, &memory)
      if schema.site.asksGit { resolved.catalogue.history = history.content }
      func planned(_ catalogue: Catalogue, reusing former: SiteContext?) -> Planned {
        let exports = repertoire.exports.flatMap { $0.outputs(of: catalogue) }
        let context = SiteContext(
          catalogue: catalogue, assets: assets.names, kinds: kinds,
          offers: exports.compactMap(\.offer) + SearchFolder.offers + [Sitemap.offer],
          reusing: former)
        let plan = SitePlan(context)
        let edition = SiteMap(
          of: plan, context, exports: exports, templates: compiled.set, assets: assets,
          withoutAssets: drafts.assets)
        return (
          context, edition,
          plan.brokenLinks(in: context, edition) + compiled.withoutPager(in: plan)
        )
      }
      let (context, edition, faults) = planned(resolved.catalogue, reusing: memory.context)
      memory.keep(context)
      diagnostics += faults
      if let whole = resolved.whole {
        diagnostics += planned(whole, reusing: nil).faults.filter(drafts.concerns)
      }
      checkPaths(of: edition, schema, &memory)
      checkAddresses(schema, resolved.whole ?? resolved.catalogue, of: edition)
      if treatment == .leftOut {
        withheld = WithheldFiles(
          drafts: resolved.whole?.records.filter(\.isDraft) ?? [],
          unread: Set(diagnostics.filter(\.concernsDraft).map(\.range.path)),
          assets: assets.paths(of: drafts.assets), folders: edition.folders.map(\.path))
      }
      (site, map) = (context, edition)
      timings.mark("plan")
    }
    diagnostics += templateFaults
    return CheckedSite(
      site: site, map: map, report: report(), draftCount: drafts.paths.count, withheld: withheld,
      historyRemark: definition.schema.flatMap { history.remark(for: $0.site.updates) },
      timings: timings)
  }

  /// Reads and resolves the records, and gives the catalogue of those that the site has, with that of all
  /// records where these are more.
  private mutating func resolve(
    _ schema: Schema, _ assets: SiteAssets, _ memory: inout Memory
  ) async -> (catalogue: Catalogue, whole: Catalogue?) {
    memory.begin(definition: sources.definition)
    let read = await RecordReading.read(
      sources.content, schema: schema, workers: workers, &memory)
    diagnostics += read.diagnostics
    timings.mark("read")
    let (checks, workers) = (repertoire.checks, workers)
    func resolution(
      of records: [PreparedRecord], reusing former: Resolution?
    ) async -> Resolution {
      await Resolution(
        records, unread: read.unread, schema: schema, assets: assets.contentSizes,
        sections: PageSection.identifiers,
        checks: checks, reusing: former, workers: workers)
    }
    let whole = await resolution(of: read.records, reusing: memory.resolution)
    memory.keep(whole)
    drafts = Drafts(in: whole, treatment)
    defer { timings.mark("resolve") }
    if treatment == .shown || drafts.isEmpty {
      diagnostics += whole.diagnostics
      return (whole.catalogue.withMarkedDrafts, nil)
    }
    // Readers get what the published records come to among themselves. The whole tells what is wrong with the
    // drafts, and who refers to them.
    let published = await resolution(
      of: read.records.filter { !$0.record.isDraft }, reusing: nil)
    drafts.note(published)
    diagnostics += published.diagnostics + whole.diagnostics.filter(drafts.concerns)
    return (published.catalogue, whole.catalogue)
  }

  /// Looks at the addresses that were published and those that records had, in the catalogue with its drafts.
  private mutating func checkAddresses(
    _ schema: Schema, _ catalogue: Catalogue, of map: SiteMap
  ) {
    let lock = sources.addresses.map { AddressLock($0) }
    diagnostics += FormerCollections(sources, schema, lock, in: map)
      .diagnostics(in: catalogue)
    if let lock {
      diagnostics += VanishedAddresses(sources, schema, catalogue, lock, in: map).diagnostics()
    }
  }

  private mutating func checkPaths(
    of map: SiteMap, _ schema: Schema, _ memory: inout Memory
  ) {
    // A name that is no id makes paths that are no paths, and has been told.
    let isUnsound = diagnostics.contains {
      $0.code == .fileName
        && ($0.severity == .error || ($0.concernsDraft && treatment == .shown))
    }
    if isUnsound { return }
    let path = sources.definition.path
    diagnostics += memory.faults(of: OutputPaths.entries(of: map, definition: path))
    diagnostics += OutputPaths.keptNames(schema.site.keep, among: map, definition: path)
  }

  private func report() -> DiagnosticReport {
    // Last, since a warning of a draft stays one whatever the definition makes of it elsewhere.
    let diagnostics = drafts.judged(settings.applied(to: diagnostics))
    if diagnostics.isEmpty { return DiagnosticReport([], source: { _ in nil }) }
    // A search along the list for each file with a fault would be long where all have some.
    let bytes = sources.bytesByPath
    return DiagnosticReport(
      Consequences.removed(from: diagnostics) { bytes[$0] }, source: { bytes[$0] })
  }
}
