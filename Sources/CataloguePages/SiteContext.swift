package import CatalogueModel
package import CatalogueViews
import Mustache

/// What all pages are made from: the catalogue and what is worked out from it once.
package struct SiteContext: Sendable {
  package let catalogue: Catalogue
  package let assets: AssetNames
  /// The kinds of its pages.
  package let kinds: [any PageKind.Type]
  /// The files for machines that readers are offered.
  package let offers: [FileOffer]
  /// For each collection its facets.
  package let facets: IndexedArray<Collection, FacetIndex>
  /// For each collection its facets as links, none of them chosen.
  let facetLinks: IndexedArray<Collection, [View]>
  /// For each collection the doors into its list.
  let doors: IndexedArray<Collection, ListDoors>
  /// For each record its entry in a list.
  let entries: RecordEntries
  package let fiscalYears: FiscalYearIndex
  /// What records tell of each year.
  let timeline: Timeline
  /// Of each record that others cite as their source by places, these.
  let citedPlaces: [RecordIndex: CitedPlaces]
  /// Every record by its reading.
  let readings: ReadingIndex
  /// What the frame of every page has alike.
  let frame: SharedFrame

  /// Works out what pages share; what another context has of the same records is taken from it.
  package init(
    catalogue: Catalogue, assets: AssetNames, kinds: [any PageKind.Type] = PageKinds.all,
    offers: [FileOffer] = [], reusing former: SiteContext? = nil
  ) {
    self.catalogue = catalogue
    self.assets = assets
    self.kinds = kinds
    self.offers = offers
    let former = former.flatMap { catalogue.hasSameFacts(as: $0.catalogue) ? $0 : nil }
    let facets =
      former?.facets
      ?? catalogue.schema.collections.mapped { FacetIndex(collection: $0.index, in: catalogue) }
    self.facets = facets
    facetLinks = IndexedArray(
      zip(catalogue.schema.collections, facets).map { collection, facets in
        facets.facets.map { FacetLinks.view(of: $0, in: collection) }
      })
    doors = former?.doors ?? catalogue.schema.collections.mapped { ListDoors($0, in: catalogue) }
    entries = RecordEntries(count: catalogue.records.count) {
      RecordEntry.view(of: $0, catalogue, facets)
    }
    fiscalYears = former?.fiscalYears ?? FiscalYearIndex(catalogue)
    timeline = former?.timeline ?? Timeline(catalogue)
    citedPlaces = former?.citedPlaces ?? CitedPlaces.all(of: catalogue)
    readings = former?.readings ?? ReadingIndex(catalogue)
    frame = SharedFrame(catalogue, assets: assets, kinds: kinds)
  }

  /// The facets of the collection at a place in the schema.
  func facets(of collection: CollectionIndex) -> FacetIndex { facets[collection] }
}
