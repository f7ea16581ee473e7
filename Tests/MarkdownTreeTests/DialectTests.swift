import Testing

@testable import MarkdownTree

@Suite("Japanese text")
struct JapaneseTextTests {
  @Test(
    "A line end between wide characters stands for nothing",
    arguments: [
      ("日本\n語", "日本語"), ("終わる。\n次は", "終わる。次は"), ("「引用」\n（注）", "「引用」（注）"),
      ("それは…\n続く", "それは…続く"), ("続く\n—註", "続く—註"), ("これは①\n次", "これは①次"),
      ("日本\nJapan", "日本\nJapan"), ("Japan\n日本", "Japan\n日本"), ("a\nb", "a\nb"),
      ("한국\n어", "한국\n어"), ("ｶﾅ\nｶﾅ", "ｶﾅｶﾅ"), ("…\n…", "…\n…"), ("😀\n日本", "😀\n日本"),
      ("葛\u{E0100}\n城", "葛\u{E0100}城"), ("𠮟\n𠮟る", "𠮟𠮟る"),
    ])
  func lineEnds(markdown: String, text: String) {
    #expect(html(markdown) == "<p>\(text)</p>\n")
  }

  @Test(
    "It looks through marks to the characters that are shown",
    arguments: [
      ("日**強調**\n日本", "日<strong>強調</strong>日本"), ("日本\n**強調**", "日本<strong>強調</strong>"),
      ("`漢`\n字", "<code>漢</code>字"),
      ("{漢|かん}\n字", "<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>字"),
      ("字\n[[名前]]", "字<a href=\"名前\">名前</a>"), ("漢\n[a](b)", "漢\n<a href=\"b\">a</a>"),
      ("漢&#x3002;\n字", "漢。字"), ("漢\\\n字", "漢<br>\n字"), ("漢  \n字", "漢<br>\n字"),
      ("漢  \n  字", "漢<br>\n字"), ("漢 \n字", "漢字"),
    ])
  func lineEndsAtMarks(markdown: String, text: String) {
    #expect(html(markdown) == "<p>\(text)</p>\n")
  }

  @Test("A footnote's mark between them is no character")
  func lineEndAfterFootnote() {
    let text = html("漢[^a]\n字\n\n[^a]: 注")
    #expect(text.contains("</sup>字"))
  }

  @Test("In quotes and lists the marks of the next line are no text")
  func lineEndInContainers() {
    #expect(html("> 日本\n> 語").contains("<p>日本語</p>"))
    #expect(html("- 日本\n  語").contains("<li>日本語</li>"))
    #expect(html("> 日本\n語").contains("<p>日本語</p>"))
    #expect(html("日本\r\n語\r\n") == "<p>日本語</p>\n")
    #expect(html("日本\r語") == "<p>日本語</p>\n")
  }

  @Test(
    "Emphasis next to Japanese punctuation",
    arguments: [
      ("**「強調」**です", "<strong>「強調」</strong>です"),
      ("これは**重要（SIP）**です。", "これは<strong>重要（SIP）</strong>です。"),
      ("**終わる。**次", "<strong>終わる。</strong>次"), ("*（注）*と", "<em>（注）</em>と"),
      ("~~廃止。~~新設", "<del>廃止。</del>新設"), ("~（旧）~新", "~（旧）~新"),
      ("**[[SIP]]（第2期）**は", "<strong><a href=\"SIP\">SIP</a>（第2期）</strong>は"),
      ("2*3*4は24", "2<em>3</em>4は24"), ("a * b * c", "a * b * c"),
    ])
  func emphasis(markdown: String, text: String) {
    #expect(html(markdown) == "<p>\(text)</p>\n")
  }

  @Test(
    "Only two tildes strike out",
    arguments: [
      ("対象は10~20人、または30~40人", "対象は10~20人、または30~40人"), ("~旧~", "~旧~"), ("~~旧~~", "<del>旧</del>"),
      ("~~旧~", "~~旧~"), ("~旧~~", "~旧~~"), ("~~~旧~~~と", "~~~旧~~~と"),
      ("~~10~20~~人", "<del>10~20</del>人"),
      ("10~20と~~旧~~と30~40", "10~20と<del>旧</del>と30~40"), ("10〜20人、30〜40人", "10〜20人、30〜40人"),
      ("~*a*~", "~<em>a</em>~"), ("`~~`と~~旧~~", "<code>~~</code>と<del>旧</del>"),
    ])
  func tildes(markdown: String, text: String) {
    #expect(html("文" + markdown) == "<p>文\(text)</p>\n")
  }
}

@Suite("Bare addresses")
struct BareAddressTests {
  @Test(arguments: [
    ("詳細はhttps://example.jp/a。次", "https://example.jp/a", "詳細は", "。次"),
    ("https://example.jp（経産省）", "https://example.jp", "", "（経産省）"),
    ("（https://example.jp/a_b）", "https://example.jp/a_b", "（", "）"),
    ("見よhttps://example.jp/a, 次", "https://example.jp/a", "見よ", ", 次"),
    ("(see https://example.jp/a(b))", "https://example.jp/a(b)", "(see ", ")"),
    ("https://example.jp/a&lt;", "https://example.jp/a", "", "&lt;"),
    ("HTTP://EXAMPLE.JP/", "HTTP://EXAMPLE.JP/", "", ""),
    ("https://example.jp/?q=1&r=2", "https://example.jp/?q=1&amp;r=2", "", ""),
    ("https://example.jp/「a」", "https://example.jp/", "", "「a」"),
  ])
  func web(markdown: String, address: String, before: String, after: String) {
    #expect(
      html(markdown) == "<p>\(before)<a href=\"\(address)\">\(address)</a>\(after)</p>\n")
  }

  @Test func withoutScheme() {
    #expect(
      html("省はwww.meti.go.jpです。")
        == "<p>省は<a href=\"http://www.meti.go.jp\">www.meti.go.jp</a>です。</p>\n")
    #expect(
      html("宛先はa_b.c@example.jpへ")
        == "<p>宛先は<a href=\"mailto:a_b.c@example.jp\">a_b.c@example.jp</a>へ</p>\n")
  }

  @Test(
    "No address",
    arguments: [
      "xhttp://example.jp", "http://", "awww.example.jp", "www.example_a.jp",
      "`https://example.jp`",
      "a@b", "@example.jp", "https\\://example.jp",
    ])
  func none(markdown: String) {
    #expect(!html(markdown).contains("<a "))
  }

  @Test func inLinks() {
    #expect(
      html("[https://a.jp](https://b.jp)")
        == "<p><a href=\"https://b.jp\">https://a.jp</a></p>\n")
    #expect(
      html("**https://a.jp**です")
        == "<p><strong><a href=\"https://a.jp\">https://a.jp</a></strong>です</p>\n")
    #expect(html("[出典 https://a.jp]") == "<p>[出典 <a href=\"https://a.jp\">https://a.jp</a>]</p>\n")
  }
}

@Suite("Ruby")
struct RubyTests {
  static let kanji = "<ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>"

  @Test(arguments: [
    ("{漢字|かんじ}", kanji),
    ("{漢字|かん|じ}", "<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字<rp>(</rp><rt>じ</rt><rp>)</rp></ruby>"),
    ("**{漢字|かんじ}**", "<strong>\(kanji)</strong>"),
    ("[{漢字|かんじ}](a)", "<a href=\"a\">\(kanji)</a>"),
    ("[[SIP|{漢字|かんじ}]]", "<a href=\"SIP\">\(kanji)</a>"),
    ("{SIP|シップ}", "<ruby>SIP<rp>(</rp><rt>シップ</rt><rp>)</rp></ruby>"),
    ("\\{漢字|かんじ}", "{漢字|かんじ}"), ("`{漢字|かんじ}`", "<code>{漢字|かんじ}</code>"),
    ("{a|b}", "{a|b}"), ("{漢字}", "{漢字}"), ("{漢字|}", "{漢字|}"), ("{|かんじ}", "{|かんじ}"),
    ("{漢\n字|かんじ}", "{漢字|かんじ}"),
    (
      "{葛\u{E0100}城|かつら|ぎ}",
      "<ruby>葛\u{E0100}<rp>(</rp><rt>かつら</rt><rp>)</rp>城<rp>(</rp><rt>ぎ</rt><rp>)</rp></ruby>"
    ),
    ("{<b>|かん}", "<ruby>&lt;b&gt;<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>"),
  ])
  func forms(markdown: String, text: String) {
    #expect(html(markdown) == "<p>\(text)</p>\n")
  }

  @Test("The readings are collected, the texts have the base only")
  func readings() {
    let source = Array("## {産総研|さんそうけん}の{漢字|かん|じ}\n\n本文{字|じ}".utf8)
    let document = MarkdownParser.parse(source)
    let pairs = document.rubies.map {
      [document.base(of: $0), document.reading(of: $0)].map { String(decoding: $0, as: UTF8.self) }
    }
    #expect(pairs == [["産総研", "さんそうけん"], ["漢字", "かんじ"], ["字", "じ"]])
    #expect(
      document.rubies.map { String(decoding: source[$0.range], as: UTF8.self) }
        == ["{産総研|さんそうけん}", "{漢字|かん|じ}", "{字|じ}"])
    #expect(document.headings[0].plainText == Array("産総研の漢字".utf8))
    #expect(document.headings[0].identifier == Array("産総研の漢字".utf8))
    #expect(document.sections[0].plainText == Array("本文字".utf8))
  }

  @Test("As many readings as characters, or one")
  func malformed() {
    let document = MarkdownParser.parse(Array("前{漢字|か|ん|じ}後".utf8))
    #expect(document.findings == [Finding(kind: .malformedRuby, range: 3..<23)])
    #expect(html("前{漢字|か|ん|じ}後") == "<p>前{漢字|か|ん|じ}後</p>\n")
  }

  @Test("It does not cut a table's cell", arguments: ["{漢字|かんじ}", "{漢字\\|かんじ}"])
  func inTables(ruby: String) {
    let text = html("|\(ruby)|b|\n|-|-|\n|c|\(ruby)d|\n")
    #expect(text.contains("<th scope=\"col\">\(Self.kanji)</th>\n<th scope=\"col\">b</th>"))
    #expect(text.contains("<td>c</td>\n<td>\(Self.kanji)d</td>"))
  }
}

@Suite("Headings")
struct HeadingTests {
  private func identifiers(_ markdown: String) -> [String] {
    MarkdownParser.parse(Array(markdown.utf8)).headings.map {
      String(decoding: $0.identifier, as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("# 概要", ["概要"]), ("# 概要\n# 概要\n# 概要", ["概要", "概要-2", "概要-3"]),
    ("# SIP 第3期: Overview", ["sip-第3期-overview"]), ("# 「引用」、注。", ["「引用」、注。"]),
    ("# 概要 2\n# 概要\n# 概要", ["概要-2", "概要", "概要-3"]), ("# a  -  b", ["a-b"]),
    ("# 概要　二", ["概要-二"]), ("# !!!\n# ???", ["section", "section-2"]),
    ("# **強調** [リンク](a) `code`", ["強調-リンク-code"]), ("# 見出し {#id}", ["id"]),
    ("# 概要\n# 別 {#概要}", ["概要-2", "概要"]), ("# a {#x}\n# b {#x}", ["x", "b"]),
    ("見出し {#二}\n===", ["二"]), ("# 見出し {#fn:1}", ["見出し-fn1"]),
    ("# 見出し \\{#id}", ["見出し-id"]), ("# 見出し {#id} ##", ["id"]), ("# {#id}", ["id"]),
    ("# 注[^a]\n\n[^a]: x", ["注"]), ("# a\u{200B}b", ["ab"]),
  ])
  func identifiers(markdown: String, expected: [String]) {
    #expect(identifiers(markdown) == expected)
  }

  @Test("The mark of an identifier is not shown")
  func explicit() {
    #expect(html("## 概要 {#about}", headingShift: 1) == "<h2 id=\"about\">概要</h2>\n")
  }

  @Test(
    "Levels begin below the page's title and none is skipped",
    arguments: [
      ("# a\n## b", [2, 3]), ("## a\n### b\n## c", [2, 3, 2]), ("# a\n### b\n## c", [2, 3, 3]),
      ("### a\n## b\n#### c", [2, 2, 3]),
      ("# a\n## b\n### c\n#### d\n##### e\n###### f", [2, 3, 4, 5, 6, 6]),
    ])
  func levels(markdown: String, expected: [Int]) {
    let text = html(markdown, headingShift: 1)
    let levels = text.split(separator: "\n").compactMap { $0.dropFirst(2).first?.wholeNumberValue }
    #expect(levels == expected)
  }

  @Test func findings() {
    let kinds = MarkdownParser.parse(Array("# a {#x}\n### b {#x}".utf8)).findings.map(\.kind)
    #expect(Set(kinds.map { "\($0)" }) == ["duplicateIdentifier", "skippedHeadingLevel"])
  }

  @Test("No heading has an identifier of a footnote")
  func footnotes() {
    let text = html("# fn:1\n\n# fnref:1\n\na[^x]\n\n[^x]: y")
    for identifier in ["id=\"fn:1\"", "id=\"fnref:1\""] {
      #expect(text.components(separatedBy: identifier).count == 2)
    }
  }
}

extension String {
  fileprivate func components(separatedBy separator: String) -> [Substring] {
    split(separator: separator, omittingEmptySubsequences: false)
  }
}
