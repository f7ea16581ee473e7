/// Words of two kanji that tell where a word ends in a run of kanji.
///
/// In 東京都 the gram 京都 begins inside 東京: a page with it is not on 京都. In 核物理研究 the gram 理研 ends inside
/// 研究, the commoner word of the two. Known are the names of the prefectures and what the site itself writes as
/// a word of its own, between other scripts.
struct KnownWords: Sendable {
  private var words = GramTable(capacity: 1 << 10)
  /// How often each word stands by itself, as a power of two, so that an edit seldom moves it.
  private var levels: [UInt8] = []
  private static let levelOfNames: UInt8 = 32

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
    var counts = [Int](repeating: 1 << Int(Self.levelOfNames), count: words.keys.count)
    for page in pages {
      for word in page.words {
        let number = words.number(of: UInt64(word))
        if number == counts.count { counts.append(0) }
        counts[number] += 1
      }
    }
    levels = counts.map { UInt8(truncatingIfNeeded: Int.bitWidth - $0.leadingZeroBitCount) }
  }

  /// How common two kanji are as a word; 0 if they are none.
  @inline(__always)
  private func level(_ first: UInt16, _ second: UInt16) -> UInt8 {
    words.find(UInt64(first) << 16 | UInt64(second)).map { levels[$0] } ?? 0
  }

  /// Whether a word of two kanji would be cut out of others.
  ///
  /// Of one as common with the kanji before it, 京都 in 東京都, or of a commoner one with the kanji after it, 理研 in
  /// 理研究, where 研究 is a word and not cut out of 理研. 0 stands for what is no kanji.
  @inline(__always)
  func isInside(_ before: UInt16, _ first: UInt16, _ second: UInt16, _ after: UInt16) -> Bool {
    let own = level(first, second)
    guard own > 0 else { return false }
    return before != 0 && level(before, first) >= own || after != 0 && level(second, after) > own
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
