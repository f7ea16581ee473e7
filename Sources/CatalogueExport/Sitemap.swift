import ByteWriting
package import CatalogueModel
package import CatalogueViews
import Diagnostics
import JapaneseText

/// `sitemap.xml` and `robots.txt`: every page for the crawler of an intranet (sitemaps.org 0.9).
package struct Sitemap: Sendable {
  /// What the page of the data offers: it is made before the pages are planned which the file lists.
  package static let offer = FileOffer(path: "sitemap.xml", label: "ページの一覧（XML）")

  private let outputs: [Output]
  /// When the author of a page changed it last, by its address.
  private let dates: [String: PartialDate]

  /// Lists the pages among the files of an edition; those of records with the dates of their last change.
  package init(of outputs: [Output], _ catalogue: Catalogue? = nil) {
    self.outputs = outputs
    dates = catalogue.map(Self.dates) ?? [:]
  }

  private static func dates(of catalogue: Catalogue) -> [String: PartialDate] {
    var dates: [String: PartialDate] = [:]
    for index in catalogue.records.indices {
      guard let place = catalogue.collection(of: index).field(.updated) else { continue }
      dates[catalogue.path(of: index)] = catalogue.records[index].date(ofField: place)
    }
    return dates
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
      out.append("</loc>")
      if let date = dates[path] {
        out.append("<lastmod>")
        out.append(xml: date.iso8601)
        out.append("</lastmod>")
      }
      out.append("</url>\n")
    }
    out.append("</urlset>\n")
  }
}
