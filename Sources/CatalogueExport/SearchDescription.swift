import ByteWriting
package import CatalogueModel
package import CatalogueViews

/// `opensearch.xml`: how a browser or another program asks the search of the site (OpenSearch 1.1, draft 6).
package struct SearchDescription: Export {
  /// The most characters of a short name.
  private static let nameLimit = 16

  /// Makes the export.
  package init() {}

  package func outputs(of catalogue: Catalogue) -> [Output] {
    let site = catalogue.schema.site
    return [Output(path: "opensearch.xml", kind: .export) { write(site, to: &$0) }]
  }

  private func write(_ site: SiteDefinition, to out: inout ByteWriter) {
    out.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    out.append(
      "<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n<ShortName>")
    out.append(xml: String(site.title.prefix(Self.nameLimit)))
    out.append("</ShortName>\n<Description>")
    out.append(xml: site.title + "を検索します。")
    out.append("</Description>\n<Language>")
    out.append(xml: site.language)
    out.append(
      "</Language>\n<InputEncoding>UTF-8</InputEncoding>\n<Url type=\"text/html\" template=\"")
    out.append(xml: site.baseURL + "search/?q=")
    out.append("{searchTerms}\"/>\n</OpenSearchDescription>\n")
  }
}
