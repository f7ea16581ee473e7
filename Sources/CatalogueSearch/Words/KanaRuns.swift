/// The words of kana of the site, and where they are: the ground for spellings that mean the same.
///
/// A site that writes ロボット on one page and ろぼっと on another, or コンピュータ and コンピューター, gets each
/// page listed under both. Words that it writes in one way only cost nothing: the browser tries other
/// spellings itself when it finds nothing.
struct KanaRuns: Sendable {
  /// A run on a page.
  private struct Occurrence {
    var run: UInt32
    var page: UInt32
  }

  private var table = GramTable(capacity: 1 << 12)
  private var texts: [[UInt16]] = []
  private var occurrences: [Occurrence] = []

  /// Shorter runs are particles and endings.
  private static let least = 3
  /// As many spellings of a word are known: each page is listed under all others, and no word has more.
  private static let mostSpellings = 16

  /// Notes the runs of katakana and of hiragana in a block of text.
  mutating func add(_ block: ClassifiedUnits, page: Int) {
    let (units, classes) = (block.units, block.classes)
    var start = 0
    while start < units.count {
      guard !classes[start].isDisjoint(with: [.hiragana, .katakana]) else {
        start += 1
        continue
      }
      var end = start + 1
      // Behind the last unit is none of any class.
      if classes[start].contains(.katakana) {
        while classes[end].contains(.katakana) { end += 1 }
      } else {
        while classes[end].contains(.hiragana) || end < units.count && units[end] == 0x30FC {
          end += 1
        }
      }
      if end - start >= Self.least {
        note(UnsafeBufferPointer(rebasing: units[start..<end]), page: page)
      }
      start = end
    }
  }

  private mutating func note(_ run: UnsafeBufferPointer<UInt16>, page: Int) {
    let number = table.number(of: Self.hash(run))
    if number == texts.count { texts.append(Array(run)) }
    occurrences.append(
      Occurrence(
        run: UInt32(truncatingIfNeeded: number), page: UInt32(truncatingIfNeeded: page)))
  }

  private static func hash(
    _ run: some Collection<UInt16>, after before: UInt64 = 0xCBF2_9CE4_8422_2325
  ) -> UInt64 {
    var state = before
    for unit in run { state = (state ^ UInt64(unit)) &* 0x100_0000_01B3 }
    return state
  }

  /// What pages are to be listed under besides what they say.
  struct Addition: Sendable, Hashable {
    var page: UInt32
    var units: [UInt16]

    /// The word as it is written into the page's file, where the browser verifies.
    var text: String { String(decoding: units, as: UTF16.self) }
  }

  /// The additions of all pages, in order of pages.
  struct Additions: Sendable {
    private(set) var all: [Addition] = []
    private var ranges: [UInt32: Range<Int>] = [:]

    /// The additions of a page.
    func of(page: Int) -> ArraySlice<Addition> {
      all[ranges[UInt32(truncatingIfNeeded: page)] ?? 0..<0]
    }

    /// What the page has that was added to last; pages come one after another.
    private var known: Set<Addition> = []

    fileprivate mutating func add(_ page: UInt32, _ spellings: [[UInt16]]) {
      if known.first?.page != page { known = [] }
      let start = ranges[page]?.lowerBound ?? all.count
      for units in spellings {
        let addition = Addition(page: page, units: units)
        if known.insert(addition).inserted { all.append(addition) }
      }
      ranges[page] = start..<all.count
    }
  }

  /// The other spellings that the site has of the words of each page.
  static func additions(_ parts: [KanaRuns]) -> Additions {
    var spellings: [UInt64: Set<[UInt16]>] = [:]
    for part in parts {
      for text in part.texts where GramText.isKatakana(text[0]) {
        spellings[hash(plain(text)), default: []].insert(text)
      }
    }
    let words = spellings.mapValues { all in
      Array(all.sorted { $0.lexicographicallyPrecedes($1) }.prefix(mostSpellings))
    }
    var inHiragana: [UInt64: [UInt16]] = [:]
    var others: [[[[UInt16]]]] = []
    for part in parts {
      others.append(part.texts.map { other($0, words: words, inHiragana: &inHiragana) })
    }
    var additions = Additions()
    for (part, others) in zip(parts, others) {
      for occurrence in part.occurrences {
        let text = part.texts[Int(occurrence.run)]
        var spellings = others[Int(occurrence.run)]
        if GramText.isKatakana(text[0]), let hiragana = inHiragana[hash(plain(text))] {
          spellings.append(hiragana)
        }
        if !spellings.isEmpty { additions.add(occurrence.page, spellings) }
      }
    }
    return additions
  }

  /// The words of katakana that are spelled otherwise but the same as a run, or as a part of it.
  private static func other(
    _ text: [UInt16], words: [UInt64: [[UInt16]]], inHiragana: inout [UInt64: [UInt16]]
  ) -> [[UInt16]] {
    if GramText.isKatakana(text[0]) {
      return (words[hash(plain(text))] ?? []).filter { $0 != text }
    }
    var found: [[UInt16]] = []
    for start in 0...(text.count - least) {
      var key = hash(EmptyCollection())
      for end in start..<min(text.count, start + 12) {
        key = hash(CollectionOfOne(large(text[end])), after: key)
        guard end - start + 1 >= least, let spellings = words[key] else { continue }
        found += spellings
        inHiragana[key] = inHiragana[key] ?? Array(text[start...end])
      }
    }
    return found
  }

  /// A kana as large katakana; small are ァィゥェォッャュョ.
  private static func large(_ unit: UInt16) -> UInt16 {
    let katakana = unit >= 0x3041 && unit <= 0x3096 ? unit + 0x60 : unit
    switch katakana {
    case 0x30A1, 0x30A3, 0x30A5, 0x30A7, 0x30A9, 0x30C3, 0x30E3, 0x30E5, 0x30E7: return katakana + 1
    default: return katakana
    }
  }

  /// A word without what spellings differ in: ヴァ as バ, small kana as large, no ー at the end.
  private static func plain(_ units: [UInt16]) -> [UInt16] {
    var plain: [UInt16] = []
    for unit in units {
      if plain.last == 0x30F4, let vowel = [0x30A1, 0x30A3, 0x30A7, 0x30A9].firstIndex(of: unit) {
        plain[plain.count - 1] = [0x30D0, 0x30D3, 0x30D9, 0x30DC][vowel]
      } else {
        plain.append(unit)
      }
    }
    plain = plain.map { $0 == 0x30F4 ? 0x30D6 : large($0) }
    if plain.count > least, plain.last == 0x30FC { plain.removeLast() }
    return plain
  }
}
