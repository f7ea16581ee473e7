import JapaneseText
import Testing

@Suite("Readings")
struct ReadingTests {
  @Test(
    "sort in the order of JIS X 4061",
    arguments: [
      ["さと", "さど", "さとう", "さどう", "さとうや", "サトー", "さとおや"],
      ["はは", "はば", "はぱ", "ばは", "ばば"],
      ["しょう", "しよう", "じょう", "じよう"],
      ["カー", "かあ", "カア"],
      ["いすゞ", "いすず", "いすずず"],
      ["a", "A", "ab", "B", "あ", "ア", "い"],
      ["1", "2", "JST", "NEDO", "あ", "ん"],
      ["こうえん", "こうおん", "こーおん"],
      ["きゃく", "きやく", "ぎゃく"], ["ゔ", "え"], ["ゐ", "ゑ", "を", "ん"],
      ["じせだい・ろぼっと", "じせだいあ"],
    ])
  func order(texts: [String]) {
    let readings = texts.compactMap { Reading.parse($0).value }
    #expect(readings.count == texts.count)
    #expect(readings.reversed().sorted().map(\.text) == texts)
  }

  @Test(
    "of any width have one key",
    arguments: [
      ("ｶﾞｷﾞｸﾞ", "ガギグ"), ("か\u{3099}", "が"), ("ﾊﾟｰﾄ", "パート"), ("ＴＩＡ", "TIA"), ("ｳﾞｨｱ", "ヴィア"),
      ("ヷ", "ワ\u{3099}"), ("あ　い", "あ い"), ("５Ｇ", "5G"),
    ])
  func folding(one: String, other: String) throws {
    let keys = [one, other].compactMap { Reading.parse($0).value?.collationKey }
    try #require(keys.count == 2)
    #expect(keys[0] == keys[1])
  }

  @Test(
    "stand under the row of their first letter",
    arguments: [
      ("あいち", GojuonRow.a), ("ゔぃあ", .a), ("がくじゅつ", .ka), ("ヵ", .ka), ("じせだい", .sa), ("っ", .ta),
      ("ぬ", .na), ("ぱ", .ha), ("む", .ma), ("ょ", .ya), ("ろぼっと", .ra), ("わ", .wa), ("を", .wa),
      ("ん", .wa),
      ("TIA", .alphanumeric), ("５G", .alphanumeric), ("「みらい」", .ma), ("ｶﾞ", .ka),
      ("・", .alphanumeric),
    ])
  func row(text: String, row: GojuonRow) {
    #expect(Reading.parse(text).value?.gojuonRow == row)
  }

  @Test(
    "are refused for the reason there is",
    arguments: [
      ("", .empty(.reading)), (" 　", .empty(.reading)),
      ("さく事業", .notKana("事", utf8Offset: 6)), ("　あα", .notKana("α", utf8Offset: 6)),
      ("①あ", .notKana("①", utf8Offset: 0)), ("あ\u{0}", .notKana("\u{0}", utf8Offset: 3)),
      ("いのべ―しょん", .dashForLongVowel(suggestion: "いのべーしょん")),
    ] as [(String, ParseFailure)])
  func reason(text: String, failure: ParseFailure) {
    #expect(Reading.parse(text).failure == failure)
  }

  @Test("may hold what is printed in Latin letters, digits and signs")
  func allowed() {
    for text in ["J-Innovation HUB", "Society 5.0", "すたーと（A-STEP）", "あ、い。「う」", "R&D", "〜"] {
      #expect(Reading.parse(text).value?.text == text)
    }
  }

  @Test("have an order that agrees with equality and with the order of their letters")
  func laws() {
    var generator = SeededGenerator(state: 4_061)
    let letters = Array("あアぁがかガゝーんン1aA・")
    let readings = (0..<300).compactMap { _ in
      let count = Int.random(in: 1...4, using: &generator)
      let text = String((0..<count).compactMap { _ in letters.randomElement(using: &generator) })
      return Reading.parse(text).value
    }
    for one in readings {
      for other in readings {
        let orders = (one < other, other < one, one == other)
        #expect([orders.0, orders.1, orders.2].count { $0 } == 1)
      }
      // Nothing sorts before a beginning of itself.
      let longer = Reading.parse(one.text + "か").value
      #expect(longer.map { one < $0 } == true)
    }
  }
}

@Suite("Kana")
struct KanaTests {
  @Test(
    "become hiragana, and nothing else changes",
    arguments: [
      ("サトー", "さとー"), ("ｶﾞｽ", "がす"), ("ヴィア", "ゔぃあ"), ("AIとロボット", "AIとろぼっと"),
      ("ＡＩ", "ＡＩ"), ("ヽヾ", "ゝゞ"), ("漢字", "漢字"), ("ヶ", "ゖ"), ("ﾊﾟ", "ぱ"), ("ﾟ", "゜"), ("", ""),
    ])
  func hiragana(text: String, expected: String) {
    #expect(Kana.hiragana(of: text) == expected)
  }

  @Test("of the whole code chart have a place, a voicing and a size")
  func chart() {
    let plain = "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわゐゑをん"
    for (place, scalar) in plain.unicodeScalars.enumerated() {
      #expect(Kana(scalar)?.place == place)
      #expect(Kana(scalar)?.voicing == .plain)
      #expect(Kana(scalar)?.isSmall == false)
    }
    for (scalar, base) in zip("がぢづどばびぱぽゔヺ".unicodeScalars, "かちつとはひはほうヲ".unicodeScalars) {
      #expect(Kana(scalar)?.place == Kana(base)?.place)
      #expect(Kana(scalar)?.voicing != .plain)
    }
    for (scalar, base) in zip("ぁっゃゎゕゖヵㇰㇿ".unicodeScalars, "あつやわかけカクロ".unicodeScalars) {
      #expect(Kana(scalar)?.place == Kana(base)?.place)
      #expect(Kana(scalar)?.isSmall == true)
    }
    #expect((0x3041...0x3096).allSatisfy { Unicode.Scalar($0).flatMap(Kana.init) != nil })
    #expect(Kana("ー") == nil)
  }
}
