package import CatalogueModel
package import Diagnostics
import JapaneseText
package import Mustache

/// The index by reading, あ to わ: every record.
package struct ReadingIndexPage: PageKind {
  package static let template = "reading-index"
  package static let summary = LocalisedText("五十音の索引", en: "the index by reading")
  package static let shape: [ViewShape.Field] = [
    .init(
      "rows", "行",
      .list(
        of: .object([
          .init("heading", "行の見出し", .text), .init("anchor", "見出しのid", .text),
          .init("row_count", "件数", .text),
          .init(
            "initials", "頭の文字ごとの項目",
            .list(
              of: .object([
                .init("initial", "頭の文字", .text),
                .init("entries", "項目", .list(of: RecordEntry.shape)),
              ]))),
        ])))
  ]
  static let pagePath = "index/"

  package let path = pagePath
  package let title = "五十音で探す"
  package let summary = "すべての項目を読みの順に並べた索引です。"
  package let trail: [Crumb] = []

  /// Makes the page.
  package init() {}

  package static func pages(of site: SiteContext) -> [Self] { [Self()] }

  package static func navigation(of catalogue: Catalogue) -> [Crumb] {
    [Crumb("五十音", path: pagePath)]
  }

  package func view(in site: SiteContext) -> ViewObject {
    let catalogue = site.catalogue
    var rows: [GojuonRow: [RecordIndex]] = [:]
    for index in catalogue.records.indices where !catalogue.collection(of: index).isHidden {
      // Without a reading a record stands with the names in Latin letters, at the end.
      let row = catalogue.records[index].reading?.gojuonRow ?? .alphanumeric
      rows[row, default: []].append(index)
    }
    let views = rows.keys.sorted().map { row -> View in
      let indices = (rows[row] ?? []).map {
        ($0, catalogue.records[$0].reading?.collationKey ?? [])
      }
      .sorted { left, right in
        left.1 != right.1 ? left.1.lexicographicallyPrecedes(right.1) : left.0 < right.0
      }
      return .object([
        "heading": .text(row.heading), "anchor": .text(row.label),
        "row_count": .count(indices.count),
        "initials": .list(initials(of: indices.map(\.0), in: site)),
      ])
    }
    return ["rows": .list(views)]
  }

  /// The records of a row by the first letter of their readings, which keeps their order but for
  /// readings that begin with a sign.
  private func initials(of records: [RecordIndex], in site: SiteContext) -> [View] {
    var groups: [(initial: String, entries: [View])] = []
    for index in records {
      let initial = Self.initial(of: site.catalogue.records[index].reading?.text ?? "")
      let entry = View.object(site.entries[index])
      if let place = groups.firstIndex(where: { $0.initial == initial }) {
        groups[place].entries.append(entry)
      } else {
        groups.append((initial, [entry]))
      }
    }
    return groups.sorted { $0.initial.utf8.lexicographicallyPrecedes($1.initial.utf8) }.map {
      .object(["initial": .text($0.initial), "entries": .list($0.entries)])
    }
  }

  /// The first letter of a reading: a kana without voicing at full size, a capital, or `0` for digits.
  private static func initial(of reading: String) -> String {
    for scalar in reading.unicodeScalars {
      if let kana = Kana(scalar) { return String(kanaByPlace[kana.place]) }
      if scalar.properties.isAlphabetic { return scalar.properties.uppercaseMapping }
      if scalar.properties.numericType != nil { return "0" }
    }
    return ""
  }

  private static let kanaByPlace = Array(
    "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわゐゑをん")
}
