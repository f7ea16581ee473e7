package import CataloguePages
package import CatalogueSearch
package import CatalogueViews
package import Diagnostics

/// A catalogue that was read, resolved and planned, with every fault that was found on the way.
package struct CheckedSite: Sendable {
  /// What pages are made from; nil when `catalogue.yml` could not be read.
  package let site: SiteContext?
  /// The files of the edition; nil when `catalogue.yml` could not be read.
  package let map: SiteMap?
  package let report: DiagnosticReport
  /// How many records are drafts, whether they are in the site or not.
  package let draftCount: Int
  /// What of the edition before is the drafts' now.
  package let withheld: WithheldFiles
  /// Why git does not tell what changed last, where whoever builds should know.
  package let historyRemark: LocalisedText?
  package let timings: StageTimings

  /// Builds the index of the search as a build would, in memory, and asks it for what the pages have.
  ///
  /// - Returns: what came of it; nil when `catalogue.yml` could not be read.
  package func proveSearch(workers: Int) async -> SearchProof? {
    guard let site else { return nil }
    let documents = SearchDocuments(site.catalogue, facets: site.facets)
    return await SearchProof.run(
      await documents.all(workers: workers), references: documents.references,
      facets: documents.facets,
      options: SearchIndex.Options(workers: workers))
  }
}
