import Foundation
import Testing

@testable import TextFolding

/// A small generator of numbers that gives the same ones on every machine (SplitMix64).
private struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

/// Characters that meet every rule of the folding.
private let stock = Array(
  """
  あかがさはばぱんアカガハバパンーｱｶﾞﾊﾟｰ日本東京都澤沢齊𠮷⼒⺠ABcdＡｂ１２①㈱㍻ﬁ℃Åéİßς \
  \u{3000}\t\n\u{3099}\u{309A}\u{309B}\u{301}\u{327}\u{FE00}\u{E0100}\u{200B}\u{AD}-‐–—―−─、。（）\
  「」각\u{1100}\u{1161}\u{11A8}
  """.unicodeScalars)

private func randomText(_ generator: inout SeededGenerator) -> String {
  var text = String.UnicodeScalarView()
  for _ in 0..<Int.random(in: 0...24, using: &generator) {
    if let scalar = stock.randomElement(using: &generator) { text.append(scalar) }
  }
  return String(text)
}

@Suite("Folding")
struct FoldingTests {
  @Test(
    "spellings of one word become one",
    arguments: [
      ("ＴＩＡ", "tia"), ("⼒", "力"), ("⺠間", "民間"), ("ﾛﾎﾞｯﾄ", "ロボット"), ("か゛", "が"),
      ("は\u{309A}", "ぱ"), ("ハ゜", "パ"), ("澤", "沢"), ("髙﨑", "高崎"), ("𠮷", "吉"), ("齊", "斉"),
      ("齋", "斎"), ("葛\u{E0100}", "葛"), ("研\u{200B}究", "研究"), ("soft\u{AD}ware", "software"),
      ("セ―ルス", "セールス"), ("センタ―の", "センターの"), ("ロボット-アーム", "ロボットーアーム"),
      ("センサス――調査", "センサス――調査"), ("東京 大学", "東京大学"), ("東京\n大学", "東京大学"),
      ("AI 戦略", "ai戦略"), ("open  source", "open source"), ("　前後 ", "前後"), ("㈱", "(株)"),
      ("㍻", "平成"), ("①", "1"), ("CO₂", "co2"), ("ΣΑΣ", "σασ"), ("İ", "i\u{307}"), ("H\u{331}", "ẖ"),
      ("\u{1100}\u{1161}\u{11A8}", "각"), ("", ""), ("\u{3000}", ""), ("ｰ", "ー"), ("２０２０年", "2020年"),
    ])
  func folds(_ text: String, _ folded: String) {
    #expect(Array(Folding.fold(text).unicodeScalars) == Array(folded.unicodeScalars))
    #expect(Folding.fold(utf8: text.utf8) == Array(folded.utf8))
  }

  @Test(
    "different words stay different",
    arguments: [
      ("は", "ば"), ("ば", "ぱ"), ("バス", "ハス"), ("斉", "斎"), ("大坂", "大阪"), ("か", "が"),
    ])
  func keepsApart(_ left: String, _ right: String) {
    #expect(Folding.fold(left) != Folding.fold(right))
  }

  @Test("folding twice is folding once")
  func isIdempotent() {
    var generator = SeededGenerator(state: 1)
    for _ in 0..<10_000 {
      let text = randomText(&generator)
      let once = Folding.fold(text)
      // An accent and a voiced mark after a space change places only when they compose.
      if once.unicodeScalars.contains("\u{309A}") || once.unicodeScalars.contains("\u{3099}") {
        continue
      }
      #expect(Array(Folding.fold(once).unicodeScalars) == Array(once.unicodeScalars), "\(text)")
    }
  }

  @Test("what folding leaves alone but for dashes and spaces is NFKC")
  func agreesWithNFKC() {
    var generator = SeededGenerator(state: 2)
    let marks = stock.filter { ![" ", "\u{3000}", "\t", "\n"].contains($0) && $0.value != 0x309B }
    for _ in 0..<10_000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<8 { text.append(marks.randomElement(using: &generator) ?? "a") }
      let folded = Folding.fold(String(text))
      let normal = folded.precomposedStringWithCompatibilityMapping
      #expect(Array(folded.unicodeScalars) == Array(normal.unicodeScalars))
    }
  }

  @Test("mapped folding is the folding, and leads back to whole characters")
  func mapsBack() {
    var generator = SeededGenerator(state: 3)
    for _ in 0..<5_000 {
      let text = randomText(&generator)
      let mapped = Folding.foldMapped(text)
      #expect(mapped.scalars == Folding.scalars(of: text))
      let bytes = Array(text.utf8)
      for index in mapped.scalars.indices {
        let range = mapped.source(of: index..<(index + 1))
        #expect(!range.isEmpty && range.upperBound <= bytes.count)
        #expect(String(validating: bytes[range], as: UTF8.self) != nil)
      }
    }
  }

  @Test(
    "a part of folded text is found in the source",
    arguments: [
      ("国立研究開発法人ＮＥＤＯの支援", "nedo", "ＮＥＤＯ"), ("ﾛﾎﾞｯﾄの実証", "ボ", "ﾎﾞ"),
      ("滋賀 県\n庁", "県庁", "県\n庁"), ("葛\u{E0100}城", "葛城", "葛\u{E0100}城"),
    ])
  func findsSource(_ text: String, _ part: String, _ source: String) throws {
    let mapped = Folding.foldMapped(text)
    let wanted = part.unicodeScalars.map(\.value)
    let start = try #require(
      (0...(mapped.scalars.count - wanted.count)).first {
        Array(mapped.scalars[$0..<($0 + wanted.count)]) == wanted
      })
    let range = mapped.source(of: start..<(start + wanted.count))
    // A mark that shows nothing belongs to the character before it or to none.
    #expect(source.utf8.starts(with: Array(text.utf8)[range]))
  }

  @Test("every kanji of the table folds to one that stays")
  func kanjiAreFixedPoints() {
    for (variant, inUse) in Folding.kanji {
      #expect(Folding.fold(String(variant)) == String(inUse))
      #expect(Folding.fold(String(inUse)) == String(inUse))
    }
  }

  @Test("bytes that are no UTF-8 become replacement characters")
  func survivesBrokenBytes() {
    #expect(
      Folding.fold(utf8: [0x41, 0xFF, 0xE3, 0x81]) == Array("a\u{FFFD}\u{FFFD}\u{FFFD}".utf8))
    #expect(Folding.fold(utf8: [0xED, 0xA0, 0x80, 0xC0, 0x80]).count == 15)
  }
}

@Suite("Folded names")
struct FoldedNameTests {
  @Test(
    "names that are one",
    arguments: [
      ("ＴＩＡ", "TIA"), ("⼒", "力"), ("⺠", "民"), ("open source", "OpenSource"), ("東北 大学", "東北大学"),
    ])
  func equal(_ left: String, _ right: String) {
    #expect(FoldedName(left) == FoldedName(right))
    #expect(FoldedName(left).hashValue == FoldedName(right).hashValue)
  }

  @Test("names are ordered by their folded bytes")
  func ordered() {
    #expect(FoldedName("ａ") < FoldedName("B"))
    #expect(FoldedName("力") > FoldedName("カ"))
  }

  @Test("texts are folded the same with and without their sources, however long they are")
  func foldsInRuns() {
    let parts = [
      "研究", "開発", "の", "ＡＢＣ", "abc", "ﾛﾎﾞｯﾄ", "か\u{3099}", "ゝ\u{3099}", "\u{3099}", " ", "　", "\n",
      "-", "―",
      "セ", "ー", "㈱", "①", "⼒", "澤", "𠮷", "é", "e\u{301}", "a\u{323}\u{307}",
      "\u{1100}\u{1161}\u{11A8}", "\u{AD}",
      "禅\u{FE00}", "\u{2028}", "\u{FFFD}", "🙂",
    ]
    var state: UInt64 = 11
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    for round in 0..<400 {
      // Longer than what is folded at once, now and then.
      let count = round % 40 == 0 ? 6_000 : next(30)
      let plain = round % 3 == 0
      let text = (0..<count).map { _ in parts[next(plain ? 4 : parts.count)] }.joined()
      #expect(Folding.scalars(of: text) == Folding.foldMapped(text).scalars)
    }
  }
}
