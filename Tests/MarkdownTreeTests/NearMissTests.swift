import TestSupport
import Testing

@testable import MarkdownTree

@Suite("What is missed by a sign")
struct NearMissTests {
  @Test(
    "a slip is one report at its place, and each way out leaves none",
    arguments: [
      NearMissCase.blocks, NearMissCase.tables, NearMissCase.links, NearMissCase.inlines,
      NearMissCase.indented, NearMissCase.frames, NearMissCase.later, NearMissCase.marks,
      NearMissCase.signs, NearMissCase.stretches,
    ].flatMap(\.self))
  func tellsSlip(_ slip: NearMissCase) throws {
    for ending in ["\n", "\r\n"] {
      let markdown = slip.markdown.replacing("\n", with: ending)
      let source = Array(markdown.utf8)
      let findings = MarkdownParser.parse(source).findings
      #expect(findings.map(\.kind) == [.nearMiss(slip.kind)])
      let finding = try #require(findings.first)
      #expect(String(decoding: source[finding.range], as: UTF8.self) == slip.marked)
      let mended = try finding.repairs.map { try #require(Self.mended(source, $0)) }
      // What is inserted has the line ends of the file.
      let expected = slip.mended?.replacing("\n", with: markdown.contains("\r\n") ? ending : "\n")
      #expect(mended.first.map { String(decoding: $0, as: UTF8.self) } == expected)
      for text in mended {
        let left = MarkdownParser.parse(text).findings
        #expect(left.isEmpty, "\(String(decoding: text, as: UTF8.self))")
      }
    }
  }

  @Test("each kind of slip has its row in a table")
  func hasRows() throws {
    let rows = [
      NearMissCase.blocks, NearMissCase.tables, NearMissCase.links, NearMissCase.inlines,
      NearMissCase.indented, NearMissCase.frames, NearMissCase.later, NearMissCase.marks,
      NearMissCase.signs, NearMissCase.stretches,
    ].flatMap(\.self).map { "\($0.kind)".prefix { $0 != "(" } }
    let source = try Checkout.text("Sources/MarkdownTree/NearMisses/NearMiss.swift")
    let kinds = source.matches(of: /\n  case (\w+)/).map(\.1)
    #expect(kinds.count > 75)
    #expect(Set(kinds).subtracting(rows) == [])
  }

  @Test("a slip behind a front matter, in a quotation and in an item is told at the same signs")
  func tellsPlace() throws {
    for slip in NearMissCase.blocks + NearMissCase.inlines + NearMissCase.tables
      + NearMissCase.frames + NearMissCase.marks + NearMissCase.signs
    {
      let head = "前\n\n"
      let source = Array((head + slip.markdown).utf8)
      let findings = MarkdownParser.parse(source, range: head.utf8.count..<source.count).findings
      #expect(findings.map(\.kind) == [.nearMiss(slip.kind)])
      let range = try #require(findings.first?.range)
      #expect(String(decoding: source[range], as: UTF8.self) == slip.marked)
      for mark in ["> ", "  "] where !slip.markdown.contains("\n\n") {
        let first = mark == "> " ? mark : "- "
        let lines = slip.markdown.split(separator: "\n", omittingEmptySubsequences: false)
        let text = first + lines.joined(separator: "\n" + mark)
        let source = Array(text.utf8)
        let findings = MarkdownParser.parse(source).findings
        // A mark that is no task is one in an item.
        if case .taskWithoutList = slip.kind, first == "- " { continue }
        // A wide number in an item is that of what it says.
        if case .listWideMark("１") = slip.kind, first == "- " { continue }
        #expect(findings.map(\.kind) == [.nearMiss(slip.kind)], "\(text)")
        for repair in findings.flatMap(\.repairs) {
          let mended = try #require(Self.mended(source, repair))
          #expect(
            MarkdownParser.parse(mended).findings.isEmpty,
            "\(text) → \(String(decoding: mended, as: UTF8.self))")
        }
      }
    }
  }

  @Test(
    "what is no slip is not reported",
    arguments: [
      "「＃」を付ける。C#で書く。#123 を直す。#タグ #別のタグ", "5*3 は 15、2**3 は 8、a_b と a__b__c",
      "[注] と [1] と 【重要】 と 【】、①、※、《書名》", "小説《こころ》と絵本《ぐりとぐら》。", "漢字（かんじ）と拠点(きょてん)",
      "[1] (https://a.jp/) を見よ。", "すごい！[詳しく](https://a.jp/)", "え〜〜、〜〜が〜〜する、10〜20人",
      "ホーム ＞ 製品 ＞ 筆", "-5度から+3度", "−5度", "1.5倍になった。", "3.11の後\n2020.4から", "配列 a[i][j] と x[a[0]]",
      "`**` と `[[` と `##x`", "    ##見出し", "```\n##見出し\n[[甲\n```", "\\#\\#見出し \\*\\*強調 \\[[甲",
      "https://www.meti.go.jp/をご覧ください。", "https://a.jp/x を見る。https://a.jp/を参照。",
      "https://a.jp/2020年に開いた。",
      "https://a.jp/参照のこと。", "（https://a.jp/）と「https://a.jp/b」", "- 甲\n- 乙\n\n1. 甲\n2. 乙",
      "| a | b |\n|---|---|\n| 1 | 2 |\n\n後", "a | b のどちらか\nc | d",
      "| a \\| b | c |\n|---|---|\n| `x \\| y` | 1 |",
      "甲\t乙", "― 夏目漱石", "— Martin Fowler", "*注: 参考値", "＊敬称略", "{a|b} と {x: 1}",
      "値は {名前} と ｛甲｝", "'quoted' と ‘甲’", "`a' と書くTeX", "これは\\\n改行", "C:\\x と \\\\", "\\",
      "[^1]\n\n[^1]: 脚注",
      "[名][id]\n\n[id]: https://a.jp/", "[重要][お知らせ] 本日は", "1. 甲\n\n   乙\n2. 丙", "> 引用\n> 続き",
      "- [ ] これから\n- [x] 済み", "[x](b.md) と - [x]", "－の値", "―――は線である。", "＃", "【甲】【乙】",
      "a[[1]]と[[1,2],[3,4]]",
      "1.は偶数、2.は奇数", "- 1.正確性 2.完全性", "<code>`</code>で囲む", "- １. はじめに", "2.にかかわらず", "*a*b**c**",
      "**甲**と*乙*と***丙***", "甲\\*\\*乙**丙**", "~~甲~~と~5分",
      "http://example.jp/ と https://172.32.0.1/ と https://10.example.jp/", "値は5\\~6",
      "(甲)[乙] と （注）[1]", "{漢字|かんじ}と{漢字|かん|じ}", "# 題 {#a}\n\n## 節 {b}", "## C#", "## 2**3",
      "〜〜という〜〜", "会員数*は増加**した。", "甲*は5%、乙**は1%で有意", "【【重要】】お知らせです。", "＞5％の場合", "＞１０人の企業",
      "**甲**と2*3", "これは*強調*です", "の*TIA*は、*すべて*の", "値 _with_ です", "1. 甲\n1. 乙\n1. 丙", "3. 甲\n4. 乙",
      "`C:\\_tmp\\`と\\*", "2020\\. 4. 1 に",
      "- この項目の文はとても長くて一つの行には\n入らないので続きます。", "> この文は\n続く。", "- 甲\n  乙", "> 甲。\n> 乙", "- 甲\n※注",
      "- 甲  \n乙",
      "·\t甲\n·\t乙", "(1)\t甲\n(2)\t乙",
      "これは*重要*です。", "*.rs*という拡張子", "先の*/*を", "2**(3)**4", "**甲**は**(乙)**と**「丙」**", "甲****乙",
      "山田***さん", "***1％水準で有意", "**甲***は", "－**10**度", "ーーと", "- 甲\n  ーーと乙",
      "    int x = 1; // 変数", "    $ ls  # 一覧", "    名前: 値\n    題: 値", "    └ 第一課",
      "    予算 = 単価 × 数量",
      "    # 見出しではない", "    甲    乙\n    丙    丁", "    print(\"こんにちは\")", "    <b>甲</b>",
      "    https://a.jp/",
      "    甲 + 乙", "    cd 目録", "    ./run 目録", "1. 甲\n\n    乙である。", "甲\n    乙である。",
      "#DX推進", "#TIA", "https://a.jp/b_(c)を見る", "*[甲](https://a.jp/)",
      "資料_2020年度_最終版", "単価＊数量＊月数", "甲＊、乙＊は任意。", "＊１　甲\n＊２　乙",
      "s3://bucket/x と file:///etc と ftp://a.jp/x",
      "a//b と c:/d", "3．5 と v1．2", "`\\(a\\)` と [甲]\\(乙\\)", "\\(注\\)",
      "| a | b |\n|---|---|\n| - | - |\n| --- | 1 |",
      "a, b, c\nd, e, f", "東京,大阪,京都の\n名古屋,神戸,福岡で", "*は必須、**は任意", "> この文は\n続く。",
      "> the text\ngoes on",
      "## 題 ##", "# 題 #", "\\\\u001B\\[31m: 赤色", "## C#", "[[[甲]], [[乙]]]", "[[甲](https://a.jp/)]",
      "{名/姓}", "{{ 値 }}",
      "[出典]https://a.jp/ である。", "[1]https://a.jp/", "{{漢字}}}", "値は \\-5", "3\\-5",
      "https://a...jp/",
      "1,東京\n3,大阪", "1,200人\n2,300人", "東京\u{3000}大阪\n名古屋\u{3000}京都", "0. 零\n1. 一", "10. 十\n11. 十一",
      "```python title=\"例\"\na\n```", "a＜b＞c", "改めた[1]。", "表; 題", "````\n```\n甲\n```\n````",
      "《！——題》",
      ">1. 甲\n>2. 乙", ">2020年に\n>設けた。", "*、**はそれぞれ5％、1％水準で有意",
    ])
  func keepsQuiet(_ markdown: String) {
    let findings = MarkdownParser.parse(Array(markdown.utf8)).findings
    let slips = findings.filter { if case .nearMiss = $0.kind { true } else { false } }
    #expect(slips.map(\.kind) == [])
  }

  @Test("a mark in wide signs is one report for the label, and its definition lacks nothing")
  func joinsFootnotes() throws {
    let source = Array("甲［＾１］と乙［＾１］。\n\n［＾１］：脚注\n".utf8)
    let findings = MarkdownParser.parse(source).findings
    #expect(findings.map(\.kind) == [.nearMiss(.footnoteWideMark)])
    let mended = try #require(findings[0].repairs.first.flatMap { Self.mended(source, $0) })
    #expect(String(decoding: mended, as: UTF8.self) == "甲[^1]と乙[^1]。\n\n[^1]: 脚注\n")
  }

  @Test("a table that the item above takes in is told at its head")
  func tellsLazyTable() throws {
    let source = Array("- 項目\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n".utf8)
    let findings = MarkdownParser.parse(source).findings
    #expect(findings.map(\.kind) == [.nearMiss(.lineInItem)])
    let mended = try #require(findings[0].repairs.first.flatMap { Self.mended(source, $0) })
    #expect(
      String(decoding: mended, as: UTF8.self) == "- 項目\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n")
  }

  @Test("a row that the item above takes in is told, and gets its indentation")
  func tellsLazyRow() throws {
    let source = Array("- 項目\n\n  | 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n".utf8)
    let findings = MarkdownParser.parse(source).findings
    #expect(findings.map(\.kind) == [.nearMiss(.lineInItem)])
    let mended = try #require(findings[0].repairs.first.flatMap { Self.mended(source, $0) })
    #expect(
      String(decoding: mended, as: UTF8.self)
        == "- 項目\n\n  | 甲 | 乙 |\n  |---|---|\n  | 1 | 2 |\n")
    #expect(MarkdownParser.parse(mended).findings.isEmpty)
  }

  @Test(
    "a slip in what is a slip itself is told as well",
    arguments: [
      ("| **甲 | ［[乙］] |\n| 丙 | 丁 |", 3), ("年度\t[名]（https://a.jp/）\n2020\t＊＊強調＊＊", 3),
      ("- [名]（https://a.jp/）\n続きの行である。", 2), ("- 甲。\n続きの[名]（https://a.jp/）である。", 2),
      ("~~甲~と**強調", 2), ("2*3*4\nこれは**強調です。", 2), ("##見出し[名]（https://a.jp/）", 2),
      ("> [!なぞ]\n> ＊＊強調＊＊", 2), ("> [!NOTE] [名]（https://a.jp/）\n> ＊＊強調＊＊", 2),
      ("・甲[名]（https://a.jp/）\n・乙", 2), ("題[名]（https://a.jp/）\n===", 2),
    ])
  func tellsEach(_ markdown: String, _ count: Int) {
    let findings = MarkdownParser.parse(Array(markdown.utf8)).findings
    #expect(findings.count == count, "\(findings.map(\.kind))")
  }

  @Test("an emphasis in a row of what is no table yet ends with its cell")
  func closesInCell() throws {
    let source = Array("| **甲 | 乙 |\n| 丙 | 丁 |".utf8)
    let finding = try #require(MarkdownParser.parse(source).findings.last)
    let mended = try #require(finding.repairs.first.flatMap { Self.mended(source, $0) })
    #expect(String(decoding: mended, as: UTF8.self) == "| **甲** | 乙 |\n| 丙 | 丁 |")
  }

  @Test("code that may be a text is put between fences where that is meant")
  func fencesText() throws {
    for (markdown, fenced) in [
      ("前\n\n    甲である。\n      乙\n\n後", "前\n\n```\n甲である。\n  乙\n```\n\n後"),
      ("- 項目\n\n      甲である。", "- 項目\n\n  ```\n  甲である。\n  ```"),
      ("> 引用\n>\n>     甲である。\n>     乙", "> 引用\n>\n> ```\n> 甲である。\n> 乙\n> ```"),
      ("-     甲である。", "- ```\n  甲である。\n  ```"),
      ("-\t甲\n\n\t\t乙である。", "-\t甲\n\n\t```\n    乙である。\n    ```"),
    ] {
      let source = Array(markdown.utf8)
      let findings = MarkdownParser.parse(source).findings
      #expect(findings.map(\.kind) == [.nearMiss(.indentedText)])
      let repair = try #require(findings.first?.repairs.last)
      let mended = try #require(Self.mended(source, repair))
      #expect(String(decoding: mended, as: UTF8.self) == fenced)
      #expect(MarkdownParser.parse(mended).findings.isEmpty)
    }
  }

  @Test("what a fence swallows is not missing")
  func explainsSwallowed() {
    let findings = MarkdownParser.parse(Array("甲[^1]。\n\n```\nx\n\n[^1]: 脚注\n".utf8)).findings
    #expect(findings.map(\.kind) == [.nearMiss(.unclosedFence)])
  }

  @Test("an emphasis over a paragraph's end is one report")
  func joinsEmphasis() {
    let findings = MarkdownParser.parse(Array("これは**重要です。\n\n続き**である。\n".utf8)).findings
    #expect(findings.map(\.kind) == [.nearMiss(.emphasisUnclosed("**"))])
  }

  /// The source after a repair; nil where its edits overlap.
  static func mended(_ source: [UInt8], _ repair: Finding.Repair) -> [UInt8]? {
    var result: [UInt8] = []
    var place = 0
    for edit in repair.edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      guard edit.range.lowerBound >= place, edit.range.upperBound <= source.count else {
        return nil
      }
      result += source[place..<edit.range.lowerBound] + Array(edit.replacement.utf8)
      place = edit.range.upperBound
    }
    return result + source[place...]
  }
}
