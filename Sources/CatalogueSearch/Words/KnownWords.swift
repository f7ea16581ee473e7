/// Words of two kanji that tell where a word ends in a run of kanji.
///
/// In 東京都 the gram 京都 begins inside 東京: a page with it is not on 京都. Known are the names of the
/// prefectures and what the site itself writes as a word of its own, between other scripts.
struct KnownWords: Sendable {
  private var words = GramTable(capacity: 1 << 10)

  /// The prefectures without 都府県; those of three kanji by their first two (全国地方公共団体コード).
  private static let prefectures = """
    青森岩手宮城秋田山形福島茨城栃木群馬埼玉千葉東京神奈新潟富山石川福井山梨長野岐阜静岡愛知三重滋賀京都大阪\
    兵庫奈良和歌鳥取島根岡山広島山口徳島香川愛媛高知福岡佐賀長崎熊本大分宮崎鹿児沖縄
    """

  init(of pages: [IndexedPage]) {
    let names = GramText.units(of: Self.prefectures)
    for index in stride(from: 0, to: names.count - 1, by: 2) {
      words.insert(UInt64(names[index]) << 16 | UInt64(names[index + 1]))
    }
    for page in pages {
      for word in page.words { words.insert(UInt64(word)) }
    }
  }

  /// Whether two kanji are a word.
  @inline(__always)
  func contains(_ first: UInt16, _ second: UInt16) -> Bool {
    words.contains(UInt64(first) << 16 | UInt64(second))
  }

  /// Adds the runs of two kanji in a folded text, each `first << 16 | second`.
  static func find(in units: UnsafeBufferPointer<UInt16>, _ words: inout [UInt32]) {
    var start = 0
    while start < units.count {
      var end = start
      while end < units.count, GramText.isKanji(units[end]) { end += 1 }
      if end == start + 2 { words.append(UInt32(units[start]) << 16 | UInt32(units[start + 1])) }
      start = max(end, start + 1)
    }
  }
}
