import Testing

@testable import MarkdownTree

@Suite("Lines that begin like a list or paragraph")
struct ListedLineTests {
  @Test(
    "A line keeps its break, and a list of them is one report",
    arguments: [
      "・", "･", "•", "●", "○ ", "◎", "■", "□", "◆", "▪", "★", "◯　", "〇", "・　", "☐", "\u{F0B7}", "①",
      "⑳", "㉑", "❶", "⑴",
      "⒈", "㈠", "Ⅰ．", "ⅲ ", "（１）", "(1)", "（1)", "（十二）", "１．", "1．", "１）", "1）", "１、", "１　",
      "１ ", "1　",
      "一、", "十一　", "ア．", "ア）", "イ)", "ア　", "(ア)", "（ア）", "（あ）", "㋐", "ⓐ", "⒜", "（ａ）", "(a)", "(ii)",
      "Ａ．", "ａ）", "A）",
      "　・", "　（１）",
    ])
  func items(mark: String) throws {
    let source = Array("文。\n\(mark)甲\n\(mark)乙".utf8)
    let shown = mark.replacing("\u{F0B7}", with: "\u{F0B7}")
    #expect(
      html(String(decoding: source, as: UTF8.self)) == "<p>文。<br>\n\(shown)甲<br>\n\(shown)乙</p>\n")
    let findings = MarkdownParser.parse(source).findings
    let finding = try #require(findings.first)
    #expect(findings.count == 1)
    let place = String(decoding: source[finding.range], as: UTF8.self)
    #expect(place == mark.filter { $0 != " " && $0 != "　" })
    guard case .typedList = finding.kind else {
      Issue.record("\(finding)")
      return
    }
    // One alone is text.
    #expect(MarkdownParser.parse(Array("文。\n\(mark)甲".utf8)).findings == [])
    #expect(html("文。\n\(mark)甲") == "<p>文。<br>\n\(shown)甲</p>\n")
  }

  @Test(
    "Marks beside a line with the same keep their break and make no list; one alone is text",
    arguments: [
      "*1 ", "[1] ", "[注] ", "資料1 ", "No.1 ", "1：", "4月1日 ", "4月1日（水）　", "10:00 ", "10:00～11:00　",
    ])
  func countedLines(mark: String) {
    #expect(html("\(mark)甲\n\(mark)乙") == "<p>\(mark)甲<br>\n\(mark)乙</p>\n")
    #expect(MarkdownParser.parse(Array("\(mark)甲\n\(mark)乙".utf8)).findings == [])
    #expect(!html("文\n\(mark)甲").contains("<br>"))
  }

  @Test("A title of strong text keeps its break")
  func strongTitle() {
    #expect(html("**目的**\n本文").contains("</strong><br>\n本文"))
    #expect(!html("**目的**は\n本文").contains("<br>"))
  }

  @Test(
    "Others keep their break and make no list",
    arguments: [
      "※", "※１　", "→", "⇒", "　", "　　", "【対象】", "＜対象＞", "第１章　", "第二　", "第３条（定義）", "注）", "注１）", "（注）",
      "(注1)",
      "（※１）", "１.", "１)", "＊", "† ", "└", "－　", "― ", "〒",
    ])
  func others(mark: String) {
    let source = "文\n\(mark)甲\n\(mark)乙\n丙"
    #expect(html(source) == "<p>文<br>\n\(mark)甲<br>\n\(mark)乙丙</p>\n")
    // Dashes and `１.` are mistyped marks of a list, which another report tells.
    let findings = MarkdownParser.parse(Array(source.utf8)).findings.filter {
      if case .nearMiss = $0.kind { false } else { true }
    }
    #expect(findings == [])
  }

  @Test(
    "Marks that may be words are marks in a series",
    arguments: [
      "a) 甲\nb) 乙", "A. 甲\nB. 乙", "i) 甲\nii) 乙", "ア 甲\nイ 乙", "ア、甲\nイ、乙", "一 甲\n二 乙", "1.1 甲\n1.2 乙",
      "1-1　甲\n1-2　乙", "Q1. 甲\nA1. 乙", "問1 甲\n問2 乙", "Ｑ：甲\nＡ：乙", "日時：甲\n場所：乙", "日時: 甲\n場所: 乙",
    ])
  func series(markdown: String) throws {
    for before in ["", "文。\n"] {
      let source = Array((before + markdown).utf8)
      #expect(
        html(before + markdown)
          == "<p>" + (before + markdown).replacing("\n", with: "<br>\n") + "</p>\n")
      let findings = MarkdownParser.parse(source).findings
      #expect(findings.count == 1)
      guard case .typedList(_, false) = findings.first?.kind else {
        Issue.record("\(findings)")
        return
      }
      let repair = try #require(findings[0].repairs.first)
      let mended = try #require(NearMissTests.mended(source, repair))
      #expect(
        String(decoding: mended, as: UTF8.self)
          == before + "- " + markdown.replacing("\n", with: "\n- "))
      #expect(MarkdownParser.parse(mended).findings == [])
    }
    // One alone goes on with the sentence.
    let line = markdown.prefix { $0 != "\n" }
    #expect(!html("文が\n\(line)").contains("<br>"))
  }

  @Test(
    "Columns, titles and short items keep the line below them apart, and are no report",
    arguments: [
      "氏名　甲\n所属　乙", "4月1日　甲\n4月2日　乙", "第1. 甲\n第2. 乙", "第1 甲\n第2 乙", "（１）目的\n人材", "①目的\n人材",
      "(ア)\n甲", "１ 目的\n人材", "文。\n【甲】", "記者：甲\n大臣：乙\n記者：丙", "注1 甲\n注2 乙",
    ])
  func apart(markdown: String) {
    #expect(html(markdown) == "<p>" + markdown.replacing("\n", with: "<br>\n") + "</p>\n")
    #expect(MarkdownParser.parse(Array(markdown.utf8)).findings == [])
  }

  @Test(
    "Lines that an author breaks or that only look like a series are no list",
    arguments: [
      "Status: a  \nRole: b", "次：甲<br>\n先：乙", "0.3 & a\n0.4 & b", "2-8 で\n2-9 で",
      "10：00 甲\n11：00 乙",
      "https://a.jp/\nhttps://b.jp/", "文は\n次：甲",
    ])
  func noSeries(markdown: String) {
    #expect(MarkdownParser.parse(Array(markdown.utf8)).findings == [])
  }

  @Test(
    "Lines with a form of their own keep their breaks and are no report",
    arguments: [
      "２　前項の規定は、次に掲げるものとする。\n一　甲である。\n二　乙である。", "○甲委員　これは\n○乙座長　それは",
      "・\n・\n・",
    ])
  func ownForms(markdown: String) {
    #expect(html(markdown).contains("<br>"))
    #expect(MarkdownParser.parse(Array(markdown.utf8)).findings == [])
  }

  @Test(
    "The line goes on with the sentence",
    arguments: [
      "○○県は", "●●●は", "・・・と", "△5％の", "△５％の", "〇年の", "〇三年の", "①と②は", "①～③の", "（１）と（２）は",
      "（１）及び（２）は", "１．５倍の",
      "1、2を", "二、三の", "一方の", "第３期の", "第1回は", "注目の", "注文の", "2020年の", "A社の", "ア行の", "アイの", "と、また",
      "（株）の", "（AI）の",
      "Ⅱ期の", "ⅱ型の", "＊＊の", "－5の", "1.5の", "「引用」の", "（あの）", "一つの", "十分な", "100）の", "(see)",
    ].filter { $0 != "100）の" })
  func sentences(line: String) {
    let source = "文が\n\(line)甲が\n\(line)乙"
    #expect(!html(source).contains("<br>"), "\(html(source))")
    #expect(MarkdownParser.parse(Array(source.utf8)).findings == [])
  }

  @Test(
    "The first line of a paragraph is one of the list; what follows a list is a line of its own")
  func runs() {
    #expect(html("・甲\n・乙") == "<p>・甲<br>\n・乙</p>\n")
    #expect(html("・甲\n・乙\n以上。") == "<p>・甲<br>\n・乙<br>\n以上。</p>\n")
    #expect(html("・甲\n以上。") == "<p>・甲<br>\n以上。</p>\n")
    #expect(html("・甲は\n乙である。") == "<p>・甲は乙である。</p>\n")
    #expect(html("> ・甲\n> ・乙").contains("・甲<br>\n・乙"))
    #expect(html("- 甲\n  ・乙\n  ・丙").contains("甲<br>\n・乙<br>\n・丙"))
    #expect(html("文  \n・甲\\\n・乙") == "<p>文<br>\n・甲<br>\n・乙</p>\n")
    #expect(html("文\n     <!-- x -->\n・甲") == "<p>文<br>\n・甲</p>\n")
    #expect(html("`文\n・甲`") == "<p><code>文 ・甲</code></p>\n")
    #expect(html("　甲は\n次。\n　乙") == "<p>　甲は次。<br>\n　乙</p>\n")
    let document = MarkdownParser.parse(Array("文の\n・甲の[[乙]]\n・丙".utf8))
    #expect(document.sentence(of: 0) == "・甲の乙")
    #expect(document.sections[0].plainText == Array("文の\n・甲の乙\n・丙".utf8))
  }

  @Test(
    "The fix makes the list that is meant",
    arguments: [
      ("・甲\n・乙", ["- 甲\n- 乙"]), ("☐ 甲\n☑ 乙", ["- [ ] 甲\n- [x] 乙"]),
      ("□甲\n☑乙", ["- [ ] 甲\n- [x] 乙"]), ("文。\n・甲\n・乙\n以上。", ["文。\n- 甲\n- 乙\n\n以上。"]),
      ("①甲\n②乙", ["1. 甲\n2. 乙", "- ①甲\n- ②乙"]),
      ("文\n（１）　甲\n（２）　乙", ["文\n1. 甲\n2. 乙", "文\n- （１）　甲\n- （２）　乙"]),
      ("文\n③甲\n④乙", ["文\n\n3. 甲\n4. 乙", "文\n- ③甲\n- ④乙"]), ("①甲\n①乙", ["- ①甲\n- ①乙"]),
      ("ア．甲\nイ．乙", ["- ア．甲\n- イ．乙"]),
      ("・甲\n　・乙\n・丙", ["- 甲\n    - 乙\n- 丙"]),
      ("①甲\n　・乙\n②丙", ["1. 甲\n    - 乙\n2. 丙", "- ①甲\n    - 乙\n- ②丙"]),
      (
        "（１）甲\n①乙\n②丙\n（２）丁\n①戊",
        [
          "1. 甲\n    1. 乙\n    2. 丙\n2. 丁\n    1. 戊",
          "- （１）甲\n    - ①乙\n    - ②丙\n- （２）丁\n    - ①戊",
        ]
      ),
      ("> 文\n> ・甲\n> ・乙\n> 以上。", ["> 文\n> - 甲\n> - 乙\n> \n> 以上。"]),
      ("- 文\n  ・甲\n  ・乙", ["- 文\n  - 甲\n  - 乙"]),
      ("- ・甲\n  ・乙", ["- - 甲\n  - 乙"]),
      ("目的\n・甲\n・乙\n方法\n・丙\n・丁", ["目的\n- 甲\n- 乙\n\n方法\n- 丙\n- 丁"]),
      ("・この項目の文はとても長くて一つの行には\n入らない。\n・乙", ["- この項目の文はとても長くて一つの行には\n入らない。\n- 乙"]),
      ("・甲\n※注\n・乙", ["- 甲\n※注\n- 乙"]), ("・# 甲\n・> 乙", ["- \\# 甲\n- \\> 乙"]), ("　・甲\n・乙", []),
      ("・甲\n・\n・乙", []),
      ("·\t甲\n·\t乙", ["- 甲\n- 乙"]), ("(1)\t甲\n(2)\t乙", ["1. 甲\n2. 乙", "- (1)\t甲\n- (2)\t乙"]),
      ("・甲\r\n・乙\r\n以上。\r\n", ["- 甲\r\n- 乙\r\n\r\n以上。\r\n"]),
    ])
  func fixes(markdown: String, expected: [String]) {
    let source = Array(markdown.utf8)
    let findings = MarkdownParser.parse(source).findings
    #expect(findings.count == 1)
    let mended = findings[0].repairs.map { repair in
      var source = source
      for edit in repair.edits.reversed() {
        source.replaceSubrange(edit.range, with: Array(edit.replacement.utf8))
      }
      #expect(MarkdownParser.parse(source).findings == [])
      return String(decoding: source, as: UTF8.self)
    }
    #expect(mended == expected)
  }
}
