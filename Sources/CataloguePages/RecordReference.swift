import ByteWriting
import CatalogueModel
import CatalogueViews
import Diagnostics
import JapaneseText

/// How others refer to the page of a record: in a text that cites it, and in a word to those who can correct it.
struct RecordReference {
  let title: String
  /// The address of the page.
  let address: String
  let site: SiteDefinition

  /// The text with which the record is cited: its title, the catalogue, who publishes it, edition and date, the address.
  var citation: String {
    let imprint = site.imprint
    let details = [
      imprint.publisher, imprint.edition, imprint.asOf.map { $0.western + "時点" },
    ].compactMap(\.self).joined(separator: "、")
    let parenthesis = details.isEmpty ? "" : "（\(details)）"
    return "「\(title)」『\(site.title)』\(parenthesis) \(address)"
  }

  /// Where a mistake of the record is reported; a mail says in its subject which record is meant.
  var correction: String {
    switch site.imprint.contact {
    case nil: return ""
    case .page(let address): return address
    case .mail?:
      var out = ByteWriter()
      out.append(unescaped: (site.imprint.contact?.address ?? "") + "?subject=")
      out.append(percentEncodedPath: "誤りの連絡「\(title)」 \(address)")
      return String(decoding: out.bytes, as: UTF8.self)
    }
  }
}
