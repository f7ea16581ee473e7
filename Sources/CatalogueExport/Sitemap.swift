import ByteWriting
package import CatalogueModel

/// `sitemap.xml` and `robots.txt`: every page for the crawler of an intranet (sitemaps.org 0.9).
package struct Sitemap: Sendable {
  private let paths: [String]

  /// Lists pages by their paths from the base of the site.
  package init(paths: [String]) {
    self.paths = paths
  }

  /// The two files.
  package func files(of site: SiteDefinition) -> [ExportedFile] {
    var out = ByteWriter(capacity: paths.count * 100)
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
    var robots = ByteWriter()
    robots.append("User-agent: *\nAllow: /\nSitemap: ")
    robots.append(unescaped: site.baseURL + "sitemap.xml\n")
    return [
      ExportedFile(path: "sitemap.xml", bytes: out.bytes),
      ExportedFile(path: "robots.txt", bytes: robots.bytes),
    ]
  }
}
