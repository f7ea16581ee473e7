import ByteWriting
package import CatalogueModel
import Diagnostics

/// How many records cite each section of each source, so that gaps are seen.
package struct CoverageTable: Sendable {
  private let catalogue: Catalogue

  /// Counts the citations of a catalogue.
  package init(_ catalogue: Catalogue) {
    self.catalogue = catalogue
  }

  /// The table in Markdown, sorted by document and place.
  package var markdown: [UInt8] {
    var out = ByteWriter()
    out.append("# 出典ごとの収録状況\n\n")
    out.append("`mokuroku coverage` がつくる表です。出典の文書のどこから何項目を書いたかを示します。\n")
    for document in counts.keys.sorted() {
      let sections = counts[document] ?? [:]
      out.append("\n## ")
      out.append(unescaped: catalogue.records[document].title.value)
      out.append("\n\n| 箇所 | 項目数 |\n| --- | ---: |\n")
      for section in sections.keys.sorted() {
        out.append("| ")
        out.append(unescaped: section.replacing(UInt8(ascii: "|"), with: UInt8(ascii: "/")))
        out.append(" | ")
        out.append(decimal: sections[section]?.count ?? 0)
        out.append(" |\n")
      }
      let records = sections.values.reduce(into: Set<RecordIndex>()) { $0.formUnion($1) }
      out.append("\n計 ")
      out.append(decimal: records.count)
      out.append(" 項目\n")
    }
    return out.bytes
  }

  /// For each cited document the records that cite each of its sections.
  private var counts: [RecordIndex: [String: Set<RecordIndex>]] {
    var counts: [RecordIndex: [String: Set<RecordIndex>]] = [:]
    for edge in catalogue.edges {
      guard catalogue.schema.relations[edge.relation].isCitation, let document = edge.to,
        case .text(let place)? = edge.attributes.first ?? nil
      else { continue }
      counts[document, default: [:]][CoverageTable.section(of: place), default: []]
        .insert(edge.from)
    }
    return counts
  }

  /// The section of a place: all but the innermost number, 第2部第1章第1節1(2)③ → 第2部第1章第1節1(2).
  private static func section(of place: String) -> String {
    var scalars = Array(place.unicodeScalars)
    if let cut = scalars.firstIndex(where: { $0 == "「" || $0 == "、" }) {
      scalars = Array(scalars[..<cut])
    }
    if let last = scalars.last, scalars.count > 1, isCircled(last) { scalars.removeLast() }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  private static func isCircled(_ scalar: Unicode.Scalar) -> Bool {
    (0x2460...0x2473).contains(scalar.value) || (0x3251...0x325F).contains(scalar.value)
      || (0x32B1...0x32BF).contains(scalar.value)
  }
}

extension String {
  /// The text with one ASCII byte replaced by another.
  fileprivate func replacing(_ byte: UInt8, with other: UInt8) -> String {
    String(decoding: utf8.map { $0 == byte ? other : $0 }, as: UTF8.self)
  }
}
