import JapaneseText
import Testing

@Suite("Columns on a terminal")
struct DisplayWidthTests {
  @Test(
    "are two for wide characters and none for combining ones",
    arguments: [
      ("", 0), ("abc", 3), ("施策目録", 8), ("ＴＩＡ", 6), ("ｶﾞ", 2), ("か\u{3099}", 2), ("e\u{301}", 1),
      ("、。", 4), ("　", 2), ("①", 1), ("𠮷", 2), ("😀", 2), ("a\tb\n", 2), ("\u{200B}", 0), ("한", 2),
      ("\u{1112}\u{1161}\u{11AB}", 2), ("…", 1), ("§", 1), ("\u{7F}", 0),
    ])
  func columns(text: String, columns: Int) {
    #expect(DisplayWidth.columns(of: text) == columns)
  }

  @Test("follow the bounds of the wide ranges")
  func bounds() {
    let cases: [(Unicode.Scalar, Bool)] = [
      ("\u{10FF}", false), ("\u{1100}", true), ("\u{115F}", true), ("\u{1160}", false),
      ("\u{3000}", true), ("\u{303F}", false), ("\u{3041}", true), ("\u{FF60}", true),
      ("\u{FF61}", false), ("\u{3FFFD}", true), ("\u{3FFFE}", false), ("\u{10FFFF}", false),
    ]
    for (scalar, isWide) in cases {
      #expect(EastAsianWidth.isWide(scalar) == isWide, "U+\(String(scalar.value, radix: 16))")
    }
  }
}
