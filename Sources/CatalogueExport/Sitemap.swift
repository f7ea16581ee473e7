import ByteWriting
package import CatalogueModel
package import CatalogueViews

/// `sitemap.xml` and `robots.txt`: every page for the crawler of an intranet (sitemaps.org 0.9).
package struct Sitemap: Sendable {
  /// What the page of the data offers: it is made before the pages are planned which the file lists.
  package static let offer = FileOffer(path: "sitemap.xml", label: "ページの一覧（XML）")

  private let outputs: [Output]

  /// Lists the pages among the files of an edition.
  package init(of outputs: [Output]) {
    self.outputs = outputs
  }

  /// The addresses of the pages; the page for unknown addresses is none to visit.
  private var paths: [String] {
    outputs.filter { $0.kind == .page }.map(\.address).filter { $0.isEmpty || $0.hasSuffix("/") }
  }

  /// The two files.
  package func outputs(of site: SiteDefinition) -> [Output] {
    [
      Output(path: Self.offer.path, kind: .export, label: Self.offer.label) {
        write(site, to: &$0)
      },
      Output(path: "robots.txt", kind: .export) { out in
        out.append("User-agent: *\nAllow: /\nSitemap: ")
        out.append(unescaped: site.baseURL + "sitemap.xml\n")
      },
    ]
  }

  private func write(_ site: SiteDefinition, to out: inout ByteWriter) {
    out.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    out.append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    for path in paths {
      var address = ByteWriter()
      address.append(percentEncodedPath: path)
      out.append("<url><loc>")
      out.append(xml: site.baseURL)
      out.append(contentsOf: address.bytes)
      out.append("</loc></url>\n")
    }
    out.append("</urlset>\n")
  }
}
