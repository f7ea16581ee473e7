import CatalogueExport
import CatalogueLists
import CatalogueModel
import CataloguePages
import CatalogueSearch
package import CatalogueViews
import Mustache

extension SiteMap {
  /// What stands beside the files of the map in an edition: its list, and that of the files which only
  /// the edition before had.
  package static let manifestName = "build.json"
  package static let formerManifestName = "build-former.json"

  /// Maps the edition of a planned site: pages, files for machines, assets but for some, the search.
  init(
    of plan: SitePlan, _ site: SiteContext, exports: [Output], templates: TemplateSet,
    assets: SiteAssets, withoutAssets unused: Set<String> = []
  ) {
    let catalogue = site.catalogue
    var outputs = PageRenderer(site: site, templates: templates).outputs(of: plan)
    let redirects = RedirectPages.outputs(of: site)
    outputs += redirects
    outputs += Sitemap(of: outputs, catalogue).outputs(of: catalogue.schema.site)
    // A site without former addresses has no use for their script.
    let script = redirects.isEmpty ? site.assets.path(of: RedirectPages.scriptName) : nil
    self.init(
      outputs + exports + assets.outputs(without: unused).filter { $0.path != script },
      folders: [
        ListFolder(catalogue, facets: site.facets), SearchFolder(catalogue, facets: site.facets),
      ],
      attendants: [Self.manifestName, Self.formerManifestName])
  }

  /// The names that no collection can have, read off the edition of a catalogue without collections.
  static func reservedNames(
    _ kinds: [any PageKind.Type], _ exports: [any Export]
  ) -> Set<String> {
    let definition = SiteDefinition(title: "", description: "", baseURL: "", language: "")
    let catalogue = Catalogue(
      schema: Schema(site: definition, collections: [], relations: []), records: [], edges: [],
      mentions: [], links: [])
    let site = SiteContext(catalogue: catalogue, assets: AssetNames([]), kinds: kinds)
    let map = SiteMap(
      of: SitePlan(site), site, exports: exports.flatMap { $0.outputs(of: catalogue) },
      templates: TemplateSet.compile([]).0, assets: SiteAssets([]))
    let paths = map.outputs.map(\.path) + map.folders.map(\.path)
    let folders = paths.filter { $0.contains("/") }.map { String($0.prefix { $0 != "/" }) }
    let tables = paths.compactMap { CollectionTables.name(ofTable: $0) }
    return Set(
      folders + tables
        + [
          SiteAssets.contentFolder, SiteAssets.templateFolder,
          String(DraftsPage.pagePath.dropLast()),
        ])
  }
}
