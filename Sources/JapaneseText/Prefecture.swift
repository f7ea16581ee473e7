/// A prefecture (都道府県), with its place on a map of equal tiles.
///
/// Source of the names and their order: 全国地方公共団体コード (総務省), JIS X 0401. The tiles lie as the
/// prefectures do to each other; no source gives them.
package struct Prefecture: Sendable, Hashable {
  /// From 1, 北海道, to 47, 沖縄県 (JIS X 0401).
  package let code: Int

  /// The full name: `茨城県`.
  package var name: String { Self.table[code - 1].name }

  /// The name without 都, 府 and 県: `茨城`.
  package var shortName: String {
    code == 1 ? name : String(name.dropLast())
  }

  /// The column and the row of its tile, from 1.
  package var tile: (column: Int, row: Int) {
    (Self.table[code - 1].column, Self.table[code - 1].row)
  }

  /// How many columns and rows the map has.
  package static let columns = 14
  package static let rows = 10

  /// The prefecture with a name; nil for any other text.
  package init?(named name: String) {
    guard let place = Self.places[name] else { return nil }
    code = place + 1
  }

  private init(code: Int) {
    self.code = code
  }

  /// All, in the order of their codes.
  package static let all: [Prefecture] = (1...table.count).map { Prefecture(code: $0) }

  private static let places = Dictionary(
    table.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { first, _ in first }
  )

  private static let table: [(name: String, column: Int, row: Int)] = [
    ("北海道", 13, 1), ("青森県", 13, 2), ("岩手県", 13, 3), ("宮城県", 13, 4), ("秋田県", 12, 3),
    ("山形県", 12, 4), ("福島県", 13, 5), ("茨城県", 14, 6), ("栃木県", 13, 6), ("群馬県", 12, 6),
    ("埼玉県", 12, 7), ("千葉県", 14, 7), ("東京都", 13, 7), ("神奈川県", 12, 8), ("新潟県", 12, 5),
    ("富山県", 11, 5), ("石川県", 10, 5), ("福井県", 9, 6), ("山梨県", 11, 7), ("長野県", 11, 6),
    ("岐阜県", 10, 6), ("静岡県", 11, 8), ("愛知県", 10, 7), ("三重県", 10, 8), ("滋賀県", 9, 7),
    ("京都府", 8, 7), ("大阪府", 8, 8), ("兵庫県", 7, 7), ("奈良県", 9, 8), ("和歌山県", 9, 9),
    ("鳥取県", 6, 7), ("島根県", 5, 7), ("岡山県", 6, 8), ("広島県", 5, 8), ("山口県", 4, 8),
    ("徳島県", 7, 10), ("香川県", 7, 9), ("愛媛県", 6, 9), ("高知県", 6, 10), ("福岡県", 2, 8),
    ("佐賀県", 1, 8), ("長崎県", 1, 9), ("熊本県", 2, 9), ("大分県", 3, 8), ("宮崎県", 3, 9),
    ("鹿児島県", 2, 10), ("沖縄県", 1, 10),
  ]
}
