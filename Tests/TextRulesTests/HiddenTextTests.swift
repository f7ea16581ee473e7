import Testing
import TextRules

@Suite("What nobody sees in a text")
struct HiddenTextTests {
  private func runs(_ text: String) -> [String] {
    HiddenText(Array(text.utf8)).runs.map { run in
      run.values.map { String($0, radix: 16, uppercase: true) }.joined(separator: "+")
        + "@\(run.bytes.lowerBound)"
    }
  }

  @Test(
    "an invisible character is found, and several in a row are one",
    arguments: [
      ("a\u{200B}b", ["200B@1"]), ("筆\u{200B}\u{200B}\u{FEFF}毛", ["200B+200B+FEFF@3"]),
      ("\u{AD}", ["AD@0"]), ("a\u{200C}b", ["200C@1"]), ("a\u{200D}b", ["200D@1"]),
      ("\u{2060}x\u{3164}", ["2060@0", "3164@4"]), ("\u{115F}a\u{FFA0}", ["115F@0", "FFA0@4"]),
      ("a\u{2028}b\u{2029}", ["2028@1", "2029@5"]), ("a\u{FFFC}", ["FFFC@1"]),
      ("a\u{2063}", ["2063@1"]), (" \u{FE0F}", ["FE0F@1"]), ("\u{E0100}", ["E0100@0"]),
      ("a\u{E0041}", ["E0041@1"]), ("筆\u{FEFF}", ["FEFF@3"]), ("a\u{34F}", ["34F@1"]),
      ("\u{FE0F}\u{FE0F}", ["FE0F+FE0F@0"]),
    ])
  func findsInvisible(_ text: String, _ expected: [String]) {
    #expect(runs(text) == expected)
  }

  @Test(
    "what does something where it stands is left alone",
    arguments: [
      "\u{FEFF}筆", "葛\u{E0100}城", "辻\u{FE00}", "☀\u{FE0F}", "1\u{FE0F}\u{20E3}",
      "👨\u{200D}👩\u{200D}👧",
      "🏳\u{FE0F}\u{200D}🌈", "🧑🏽\u{200D}🔬", "❤\u{FE0F}\u{200D}🔥", "می\u{200C}خواهم", "क\u{200D}ष",
      "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}", "a\u{A0}b", "a\u{3000}b",
      "\u{200E}",
      "\u{1100}\u{1160}", "がギぱ", "あ\u{3099}", "か\u{309A}",
    ])
  func leavesAlone(_ text: String) {
    let hidden = HiddenText(Array(text.utf8))
    #expect(hidden.runs == [])
    #expect(hidden.decomposed == [])
  }

  @Test(
    "kana with a sound mark of its own is found by the word",
    arguments: [
      ("カ\u{3099}イト\u{3099}", ["ガド"]), ("は\u{309A}と は\u{3099}", ["ぱ", "ば"]),
      ("う\u{3099}ウ\u{3099}", ["ゔヴ"]),
      ("ワ\u{3099}ヽ\u{3099}ゝ\u{3099}", ["ヷヾゞ"]), ("つ\u{3099}て\u{3099}と\u{3099}ち\u{3099}", ["づでどぢ"]),
    ])
  func findsDecomposed(_ text: String, _ expected: [String]) {
    let found = HiddenText(Array(text.utf8)).decomposed.map { word in
      String(String.UnicodeScalarView(word.pairs.compactMap { Unicode.Scalar($0.value) }))
    }
    #expect(found == expected)
  }

  @Test("a character of one machine is found, and the mark of a list is none")
  func findsPrivateUse() {
    let found = HiddenText(Array("a\u{E000}\u{E001}b\u{F0B7}\u{F8FF}\u{F0000}".utf8)).privateUse
    #expect(found.map(\.values) == [[0xE000, 0xE001], [0xF8FF, 0xF0000]])
    #expect(found.map(\.bytes) == [1..<7, 11..<18])
  }

  @Test("the composition of kana is that of Unicode")
  func composesAsUnicode() {
    for kana in UInt32(0x3041)...0x30FF {
      for mark: UInt32 in [0x3099, 0x309A] {
        guard let base = Unicode.Scalar(kana), let sign = Unicode.Scalar(mark) else { continue }
        let pair = String(String.UnicodeScalarView([base, sign]))
        let single = (UInt32(0x3041)...0x30FF).first { value in
          Unicode.Scalar(value).map { String($0) == pair } ?? false
        }
        #expect(HiddenText.composed(kana, mark) == single, "\(pair)")
      }
    }
  }
}
