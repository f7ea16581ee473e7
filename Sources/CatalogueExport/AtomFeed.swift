import ByteWriting
package import CatalogueModel
package import CatalogueViews
import Diagnostics

/// `feed.atom`: the records that changed last (RFC 4287); no file where nothing is said of changes.
///
/// Its address is not one that is to stay: a copy of the catalogue without its history has no feed.
package struct AtomFeed: Export {
  /// How many records the feed holds.
  static let limit = 50

  /// Makes the export.
  package init() {}

  package func outputs(of catalogue: Catalogue) -> [Output] {
    let changes = RecentChanges(catalogue).records.prefix(Self.limit)
    guard let newest = changes.first else { return [] }
    return [
      Output(
        path: "feed.atom", kind: .export, isLasting: false, label: "更新情報（Atom）"
      ) {
        write(changes, newest, catalogue, to: &$0)
      }
    ]
  }

  private func write(
    _ changes: ArraySlice<RecentChanges.Change>, _ newest: RecentChanges.Change,
    _ catalogue: Catalogue, to out: inout ByteWriter
  ) {
    let site = catalogue.schema.site
    out.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    out.append("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"")
    out.append(xml: site.language)
    out.append("\">\n<id>")
    out.append(xml: site.baseURL)
    out.append("</id>\n<title>")
    out.append(xml: site.title)
    out.append("</title>\n<updated>")
    out.append(xml: newest.iso8601)
    out.append("</updated>\n<author><name>")
    out.append(xml: site.title)
    out.append("</name></author>\n<link rel=\"self\" href=\"")
    out.append(xml: site.baseURL + "feed.atom")
    out.append("\"/>\n<link href=\"")
    out.append(xml: site.baseURL)
    out.append("\"/>\n")
    for change in changes { append(change, catalogue, to: &out) }
    out.append("</feed>\n")
  }

  private func append(
    _ change: RecentChanges.Change, _ catalogue: Catalogue, to out: inout ByteWriter
  ) {
    let url = catalogue.schema.site.baseURL + catalogue.path(of: change.record)
    let record = catalogue.records[change.record]
    out.append("<entry><id>")
    out.append(xml: url)
    out.append("</id><title>")
    out.append(xml: record.title.value)
    if !change.word.isEmpty {
      out.append("</title><category term=\"")
      out.append(xml: change.word)
      out.append("\"/><updated>")
    } else {
      out.append("</title><updated>")
    }
    out.append(xml: change.iso8601)
    out.append("</updated><link href=\"")
    out.append(xml: url)
    out.append("\"/><summary>")
    if !change.word.isEmpty { out.append(xml: "【" + change.word + "】") }
    out.append(xml: record.summary)
    out.append("</summary></entry>\n")
  }
}
