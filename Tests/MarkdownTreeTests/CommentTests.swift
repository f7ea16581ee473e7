import Testing

@testable import MarkdownTree

@Suite("Comments")
struct CommentTests {
  private func document(_ markdown: String) -> MarkdownDocument {
    MarkdownParser.parse(Array(markdown.utf8))
  }

  @Test(
    "A comment is not shown",
    arguments: [
      ("文<!-- 秘 -->", "<p>文</p>\n"), ("文<!-- 秘 -->章", "<p>文章</p>\n"), ("<!-- 秘 -->", ""),
      ("文 <!-- 秘 --> 章", "<p>文 章</p>\n"), ("文 <!-- 秘 -->\n章", "<p>文章</p>\n"),
      ("文<!-- 秘\n秘 -->\n章", "<p>文章</p>\n"), ("文 <!-- 秘 --><!-- 秘 --> 章", "<p>文 章</p>\n"),
      ("文<!-- 秘 -->  \n章", "<p>文<br>\n章</p>\n"), ("文\n     <!-- 秘 -->\n章", "<p>文章</p>\n"),
      ("文\n     <!-- 秘 -->", "<p>文</p>\n"), ("<!-- 秘\n\n秘\n\n    秘 -->\n文", "<p>文</p>\n"),
      ("文\n<!-- 秘 -->\n章", "<p>文</p>\n<p>章</p>\n"), ("<!-- 秘 -->文\n章", "<p>文章</p>\n"),
      ("<!-- 秘 --> *文* <!-- 秘 -->", "<p><em>文</em></p>\n"), ("<!-- 秘 --> <!-- 秘 -->", ""),
      ("<!-- 秘\n秘 --> *文*\n\n章", "<p><em>文</em></p>\n<p>章</p>\n"),
      ("<!-- 秘\n秘 --> <!-- 秘 -->", ""), ("<!-->文", "<p>文</p>\n"), ("文<!--->章", "<p>文章</p>\n"),
      ("文<!-- 秘 -- 秘 - -->章", "<p>文章</p>\n"), ("文<!-- 秘 <!-- 秘 -->章", "<p>文章</p>\n"),
      ("# 題 <!-- 秘 -->", "<h1 id=\"題\">題</h1>\n"), ("# 題 {#a} <!-- 秘 -->", "<h1 id=\"a\">題</h1>\n"),
      ("# 題 # <!-- 秘 -->", "<h1 id=\"題\">題</h1>\n"),
      ("題 {#a} <!-- 秘 -->\n===", "<h1 id=\"a\">題</h1>\n"),
      ("# 題 <!-- 秘 --> 名", "<h1 id=\"題-名\">題 名</h1>\n"),
      ("- 文\n- <!-- 秘 -->章", "<ul>\n<li>文</li>\n<li>章</li>\n</ul>\n"),
      ("- 文\n  <!-- 秘\n\n  秘 -->\n- 章", "<ul>\n<li>文</li>\n<li>章</li>\n</ul>\n"),
      ("> 文\n> <!-- 秘\n>\n> 秘 -->\n> 章", "<blockquote>\n<p>文</p>\n<p>章</p>\n</blockquote>\n"),
      ("[[甲|乙<!-- 秘 -->]]", "<p><a href=\"甲\">乙</a></p>\n"),
      ("[文<!-- 秘 -->](a)", "<p><a href=\"a\">文</a></p>\n"),
      ("![図<!-- 秘 -->](a)", "<p><img src=\"a\" alt=\"図\" loading=\"lazy\"></p>\n"),
      ("{漢|<!-- 秘 -->}", "<p>{漢|}</p>\n"), ("**文<!-- 秘 -->**章", "<p><strong>文</strong>章</p>\n"),
      ("<!-- [a]: /秘 -->\n\n[a]", "<p>[a]</p>\n"), ("<!--\n[a]: /秘\n-->\n\n[a]", "<p>[a]</p>\n"),
      ("<!-- # 秘 -->\n文\r\n<!-- 秘 -->章\r\n", "<p>文章</p>\n"),
      ("<!--\r\n秘\r\n\r\n-->章\r\n", "<p>章</p>\n"),
    ])
  func isHidden(markdown: String, expected: String) {
    #expect(html(markdown) == expected)
    let document = document(markdown)
    // An underline is told for what it is.
    let findings = document.findings.filter { $0.kind != .nearMiss(.underlinedHeading("===")) }
    #expect(findings == [])
    let texts = document.sections.flatMap(\.plainText) + document.headings.flatMap(\.plainText)
    #expect(!String(decoding: texts, as: UTF8.self).contains("秘"))
    #expect(!String(decoding: document.content(), as: UTF8.self).contains("秘"))
  }

  @Test(
    "Nor in HTML that is shown as text",
    arguments: [
      "<div>\n<!-- 秘 -->\n</div>", "<div><!-- 秘 --></div>", "文<a title=\"<!-- 秘 -->\">",
      "文<?a <!-- 秘 --> ?>", "文<![CDATA[ <!-- 秘 --> ]]>", "文<!A <!-- 秘 -->>", "<?a <!-- 秘 --> ?>",
      "<div>\n<!-- 秘 -->文\n</div>", "<script>\n\n<!-- 秘 -->\n</script>", "<!A\n<!-- 秘 --> 文",
    ])
  func inHTML(markdown: String) {
    #expect(!html(markdown).contains("秘"), "\(html(markdown))")
    #expect(document(markdown).findings.map(\.kind) == [.rawHTML])
  }

  @Test(
    "What looks like one is a fault, with the comment that was meant",
    arguments: [
      ("〈!-- 秘 --〉", "〈!--", true), ("《!-- 秘 --》", "《!--", true), ("‹!- 秘 ->", "‹!-", true),
      ("«!-- 秘 --»", "«!--", true), ("＜!-- 秘 --＞", "＜!--", true), ("<！-- 秘 -->", "<！--", true),
      ("＜！－－ 秘 －－＞", "＜！－－", true),
      ("<!ーー 秘 ーー>", "<!ーー", true),
      ("<!— 秘 —>", "<!—", true), ("<!- 秘 ->", "<!-", true), ("<! -- 秘 -- >", "<! --", true),
      ("＜!ーー 秘", "＜!ーー", false), ("<! 秘 >", "<!", true), ("<!秘＞", "<!", true),
      ("<ーー 秘 ーー>", "<ーー", true), ("＜-- 秘 --＞", "＜--", true),
    ])
  func misspelled(comment: String, opening: String, hasRepair: Bool) {
    for markdown in ["文\(comment)章", "# 題\(comment)", "\(comment)", "|a|\n|-|\n|\(comment)|"] {
      var source = Array(markdown.utf8)
      let findings = document(markdown).findings
      #expect(findings.map(\.kind) == [.misspelledComment], "\(markdown)")
      guard let finding = findings.first else { continue }
      #expect(String(decoding: source[finding.range], as: UTF8.self) == opening)
      #expect(finding.repairs.isEmpty != hasRepair)
      guard let repair = finding.repairs.first else { continue }
      for edit in repair.edits.reversed() {
        source.replaceSubrange(edit.range, with: Array(edit.replacement.utf8))
      }
      #expect(MarkdownParser.parse(source).findings == [])
      #expect(!html(String(decoding: source, as: UTF8.self)).contains("秘"))
    }
  }

  @Test(
    "No comment",
    arguments: [
      "\\<!-- a -->", "`＜!-- a --＞`", "＜！ー", "＜重要＞", "〈！〉", "〈――副題――〉", "《！》", "a <! b", "a＜！b",
      "甲 <-- 乙 -> 丙", "<!", "＜",
    ])
  func noComment(markdown: String) {
    #expect(document("文" + markdown).findings == [])
  }

  @Test(
    "An end without a beginning is a fault, at what was meant as the beginning if there is such",
    arguments: [
      ("<-- 秘 -->", "<--", "<!-- 秘 -->"), ("文 <--! 秘 --> 章", "<--!", "文 <!-- 秘 --> 章"),
      ("!-- 秘 -->", "!--", "<!-- 秘 -->"), ("<-- **秘**\n秘 -->", "<--", "<!-- **秘**\n秘 -->"),
      ("＜-- 秘 -->", "＜--", "<!-- 秘 -->"),
      ("<!-- 一 <!-- 二 --> 秘 -->", "-->", "<!-- 一 <!-- 二  秘 -->"),
      ("<!-- 一\n<!-- 二 -->\n秘 -->", "-->", "<!-- 一\n<!-- 二 \n秘 -->"),
      ("文 <!-- 一\n二 --> 秘 -->", "-->", "文 <!-- 一\n二  秘 -->"),
    ])
  func strayEnd(markdown: String, place: String, mended: String) throws {
    var source = Array(markdown.utf8)
    let findings = document(markdown).findings
    #expect(findings.map(\.kind) == [.strayCommentEnd])
    let finding = try #require(findings.first)
    #expect(String(decoding: source[finding.range], as: UTF8.self) == place)
    if place == "-->" { #expect(finding.range.upperBound == source.count) }
    for edit in try #require(finding.repairs.first).edits.reversed() {
      source.replaceSubrange(edit.range, with: Array(edit.replacement.utf8))
    }
    #expect(String(decoding: source, as: UTF8.self) == mended)
    #expect(MarkdownParser.parse(source).findings == [])
    #expect(!html(mended).contains("秘"))
  }

  @Test(
    "An arrow in prose is told, with the arrow and the signs as they are",
    arguments: [
      ("A-->B", "A\\-->B", "A→B"), ("甲 --> 乙", "甲 \\--> 乙", "甲 → 乙"),
      ("甲 ---> 乙", "甲 \\---> 乙", "甲 → 乙"), ("甲 <--> 乙", "甲 <\\--> 乙", "甲 ↔ 乙"),
    ])
  func arrow(markdown: String, signs: String, arrow: String) throws {
    let source = Array(markdown.utf8)
    let findings = document(markdown).findings
    #expect(findings.map(\.kind) == [.commentEndInProse])
    let finding = try #require(findings.first)
    #expect(String(decoding: source[finding.range], as: UTF8.self) == "-->")
    let mended = try finding.repairs.map { try #require(NearMissTests.mended(source, $0)) }
    #expect(mended.map { String(decoding: $0, as: UTF8.self) } == [signs, arrow])
    for text in mended { #expect(MarkdownParser.parse(text).findings == []) }
    #expect(document("`A-->B`").findings == [])
    #expect(document("<!-- a -->\n\n# 題\n\nA-->B").findings.map(\.kind) == [.strayCommentEnd])
  }

  @Test(
    "One that is cut off before its end is one fault, whose only way out hides all of it",
    arguments: [
      ("甲 <!-- 秘密一\n\n秘密二 --> 乙", "甲\n<!-- 秘密一\n\n秘密二 --> 乙"),
      ("- 甲 <!-- 秘密一\n- 秘密二 -->", "- 甲\n<!-- 秘密一\n- 秘密二 -->"),
      ("- <!-- 秘密一\n- 秘密二 -->", "<!-- -  秘密一\n- 秘密二 -->"),
      ("甲 <!-- 秘密一\n## 秘密\n秘密二 --> 乙", "甲\n<!-- 秘密一\n## 秘密\n秘密二 --> 乙"),
      ("# 題 <!-- 秘密一\n秘密二 -->", "# 題\n<!-- 秘密一\n秘密二 -->"),
      ("> 甲 <!-- 秘密一\n\n秘密二 -->", "> 甲\n<!-- 秘密一\n\n秘密二 -->"),
      ("|甲 <!-- 秘密一|\n|-|\n|秘密二 -->|\n", nil),
      ("甲 <!-- 秘密一\n\n`-->` 秘密二 -->", nil),
      ("甲 <-- 秘密一\n\n秘密二 -->", "甲\n<!-- 秘密一\n\n秘密二 -->"),
    ] as [(String, String?)])
  func isInterrupted(markdown: String, mended: String?) throws {
    let source = Array(markdown.utf8)
    let findings = document(markdown).findings
    #expect(findings.count == 1, "\(findings)")
    let finding = try #require(findings.first)
    let isMistyped = markdown.contains("<-- ")
    #expect(finding.kind == (isMistyped ? .strayCommentEnd : .interruptedComment))
    #expect(finding.repairs.count == (mended == nil ? 0 : 1))
    guard let repair = finding.repairs.first else { return }
    let text = try #require(NearMissTests.mended(source, repair))
    #expect(String(decoding: text, as: UTF8.self) == mended)
    #expect(MarkdownParser.parse(text).findings == [])
    #expect(!html(String(decoding: text, as: UTF8.self)).contains("秘"))
  }

  @Test("A tag that no HTML has makes no block of HTML: the text below is a text")
  func foreignTag() {
    #expect(
      html("<SIP>\n[[TIA]]である。") == "<p>&lt;SIP&gt;\n<a href=\"TIA\">TIA</a>である。</p>\n")
    #expect(document("<SIP>\n[[TIA]]である。").findings.map(\.kind) == [.rawHTML])
    #expect(document("<div>\n[[TIA]]\n</div>").references.isEmpty)
  }

  @Test("The first way out of a misspelled end mends it")
  func misspelledEnd() throws {
    for (markdown, mended) in [
      ("<!-- 秘密 --＞\n乙", "<!-- 秘密 -->\n乙"), ("甲 <!-- 秘密 ーー>", "甲 <!-- 秘密 -->"),
      ("<!-- 秘密 -- >", "<!-- 秘密 -->"), ("甲<!-- 秘密 —＞乙", "甲<!-- 秘密 -->乙"),
      ("文。<!--秘密--!>続き。", "文。<!--秘密-->続き。"),
    ] {
      let findings = document(markdown).findings
      #expect(findings.map(\.kind) == [.openComment])
      let repair = try #require(findings.first?.repairs.first)
      let text = try #require(NearMissTests.mended(Array(markdown.utf8), repair))
      #expect(String(decoding: text, as: UTF8.self) == mended)
      #expect(MarkdownParser.parse(text).findings == [])
    }
  }

  @Test(
    "One in indented code, an address or a title would be published",
    arguments: [
      ("    <!-- 秘 -->文", "<!-- 秘 -->文"), ("\t<!-- 秘 -->", "<!-- 秘 -->"),
      ("文\n\n     <!-- 秘\n\n    秘 -->\n文", "文\n\n<!-- 秘\n\n秘 -->\n文"),
      ("<!-- a -->\n    文 <!-- 秘 -->", "<!-- a -->\n文 <!-- 秘 -->"),
      ("- 文\n\n      <!-- 秘 -->", "- 文\n\n  <!-- 秘 -->"),
      ("- 文\n\n\t\t<!-- 秘 -->", "- 文\n\n  <!-- 秘 -->"),
      ("-     <!-- 秘 -->", "- <!-- 秘 -->"), (">     <!-- 秘 -->", "> <!-- 秘 -->"),
      (">\t\t<!-- 秘 -->\n>\n>     秘 <!-- 秘 -->", nil),
      ("文[^1]\n\n[^1]: 注\n\n        <!-- 秘 -->", "文[^1]\n\n[^1]: 注\n\n    <!-- 秘 -->"),
      ("[名](https://a.jp/ \"題 <!-- 秘 -->\")", "[名](https://a.jp/ \"題\")"),
      ("![図](/zu.png '題<!-- 秘 -->')", "![図](/zu.png '題')"),
      ("[名](https://a.jp/<!--秘-->)", "[名](https://a.jp/)"),
      ("[名][a]\n\n[a]: /a/ \"題 <!-- 秘 -->\"", "[名][a]\n\n[a]: /a/ \"題\""),
      ("[[甲<!-- 秘 -->]]は", "[[甲]]は"), ("[[<!-- 秘 -->甲]]", "[[甲]]"),
      ("[[甲 <!-- 秘 -->|語]]", "[[甲 |語]]"), ("[[甲<!-- 秘|秘 -->]]", "[[甲]]"),
    ] as [(String, String?)])
  func isPublished(markdown: String, mended: String?) throws {
    let source = Array(markdown.utf8)
    let findings = document(markdown).findings
    #expect(findings.count == 1, "\(findings)")
    let finding = try #require(findings.first)
    #expect(finding.kind == .commentInCode || finding.kind == .commentInLink)
    #expect(String(decoding: source[finding.range], as: UTF8.self) == "<!--")
    let text = try #require(finding.repairs.first.flatMap { NearMissTests.mended(source, $0) })
    if let mended { #expect(String(decoding: text, as: UTF8.self) == mended) }
    #expect(MarkdownParser.parse(text).findings == [])
    if mended?.contains("秘") == true {
      #expect(!html(String(decoding: text, as: UTF8.self)).contains("秘"))
    }
  }

  @Test("In the name of a record link it is neither shown nor a part of the name")
  func inRecordLinks() {
    for (markdown, name) in [
      ("[[甲<!-- 秘 -->]]", "甲"), ("[[甲<!-- 秘|秘 -->|語]]", "甲"), ("[[甲<!-- 秘]]", "甲"),
      ("[[#題<!-- 秘 -->]]", "#題"),
    ] {
      let document = document(markdown)
      #expect(document.findings.map(\.kind) == [.commentInLink])
      #expect(document.references.map { String(decoding: $0.destination, as: UTF8.self) } == [name])
      #expect(!html(markdown).contains("秘"))
    }
    #expect(!html("[[<!-- 秘 -->]]").contains("秘"))
  }

  @Test(
    "The marks of one in HTML that is shown are told",
    arguments: [
      ("<div>\n秘 --> 甲\n</div>", .commentEndInProse, "-->", "<div>\n秘 → 甲\n</div>"),
      ("<div>\n<-- 秘 -->\n</div>", .strayCommentEnd, "<--", "<div>\n<!-- 秘 -->\n</div>"),
      (
        "<div>\n<!-- 秘 --> 秘 -->\n</div>", .strayCommentEnd, "-->",
        "<div>\n<!-- 秘  秘 -->\n</div>"
      ),
      ("<div>\n＜！-- 秘 --＞\n</div>", .misspelledComment, "＜！--", "<div>\n<!-- 秘 -->\n</div>"),
      ("> <div>\n> 秘 --> 甲", .commentEndInProse, "-->", "> <div>\n> 秘 → 甲"),
    ] as [(String, Finding.Kind, String, String)])
  func isInHTML(markdown: String, kind: Finding.Kind, sign: String, mended: String) throws {
    let source = Array(markdown.utf8)
    let findings = document(markdown).findings
    #expect(Set(findings.map { "\($0.kind)" }) == ["rawHTML", "\(kind)"])
    let finding = try #require(findings.first { $0.kind == kind })
    #expect(String(decoding: source[finding.range], as: UTF8.self) == sign)
    let text = try #require(finding.repairs.first.flatMap { NearMissTests.mended(source, $0) })
    #expect(String(decoding: text, as: UTF8.self) == mended)
    #expect(MarkdownParser.parse(text).findings.map(\.kind) == [.rawHTML])
  }

  @Test("One that does not end in such HTML")
  func openInHTML() {
    let findings = document("<div>\n<!-- 秘\n秘\n\n文").findings
    #expect(findings.map(\.kind) == [.rawHTML, .openComment])
    #expect(findings.map(\.range) == [0..<18, 6..<10])
    #expect(!html("<div>\n<!-- 秘\n秘\n\n文").contains("秘"))
  }

  @Test("In a table it cuts no cell")
  func inTables() {
    let text = html("|a <!-- 秘 | 秘 -->|b|\n|-|-|\n|c|<!-- 秘 -->|\n")
    #expect(text.contains("<th scope=\"col\">a</th>\n<th scope=\"col\">b</th>"))
    #expect(text.contains("<td>c</td>\n<td></td>"))
    let code = html("|`<!--`|`-->`|\n|-|-|\n")
    #expect(code.contains("<code>&lt;!--</code></th>\n<th scope=\"col\"><code>--&gt;</code>"))
    #expect(html("表: 題<!-- 秘 -->\n\n|a|\n|-|\n").contains("<caption>題</caption>"))
  }

  @Test(
    "What it unmakes is told, with the way out",
    arguments: [
      ("<!-- a --> ## 題", "##", "<!-- a --> \n## 題"), ("<!-- a --> - 甲", "-", "<!-- a --> \n- 甲"),
      ("<!-- a -->1. 甲", "1.", "<!-- a -->\n1. 甲"),
      ("> <!-- a --> > 甲", ">", "> <!-- a --> \n> > 甲"), ("- <!-- a --> # 甲", "#", nil),
      ("<!-- a\na --> # 甲", "#", "<!-- a\na --> \n# 甲"),
      ("|a|\n|-|\n|b|\n<!-- a -->\n|c|", "<!--", "|a|\n|-|\n|b<!-- a --> |\n|c|"),
      ("|a|\n|-|\n|b|\n<!-- a\na -->\n|c|", "<!--", nil),
      (
        "> |a|\n> |-|\n> |b|\n> <!-- a | -->\n> |c|\n", "<!--",
        "> |a|\n> |-|\n> |b<!-- a | --> |\n> |c|\n"
      ),
    ] as [(String, String, String?)])
  func unmakes(markdown: String, sign: String, mended: String?) throws {
    var source = Array(markdown.utf8)
    let findings = document(markdown).findings
    let finding = try #require(findings.first)
    #expect(findings.count == 1, "\(findings)")
    #expect(String(decoding: source[finding.range], as: UTF8.self) == sign)
    for edit in finding.repairs.first?.edits.reversed() ?? [] {
      source.replaceSubrange(edit.range, with: Array(edit.replacement.utf8))
    }
    #expect((finding.repairs.isEmpty ? nil : String(decoding: source, as: UTF8.self)) == mended)
    if !finding.repairs.isEmpty { #expect(MarkdownParser.parse(source).findings == []) }
    #expect(document("<!-- a --> #題と-甲\n\n|a|\n|-|\n|b|\n<!-- a -->\n文").findings == [])
  }

  @Test(
    "In code it is text",
    arguments: [
      ("`<!-- a -->`", "<p><code>&lt;!-- a --&gt;</code></p>\n"),
      ("```\n<!-- a -->b\n```", "<pre><code>&lt;!-- a --&gt;b\n</code></pre>\n"),
      ("\\<!-- a -->", "<p>&lt;!-- a --&gt;</p>\n"), ("&lt;!-- a -->", "<p>&lt;!-- a --&gt;</p>\n"),
      ("# `<!-- a -->`", "<h1 id=\"---a---\"><code>&lt;!-- a --&gt;</code></h1>\n"),
    ])
  func inCode(markdown: String, expected: String) {
    #expect(html(markdown).replacing("id=\"a\"", with: "id=\"---a---\"") == expected)
    #expect(document(markdown).findings == [])
  }

  @Test(
    "One that does not end hides what follows, and is a fault at its beginning",
    arguments: [
      ("<!-- 秘", 0, 1), ("<!-- 秘\n\n秘\n", 0, 2), ("文<!-- 秘", 3, 1), ("文 <!-- 秘\n秘\n\n章", 4, 2),
      ("> <!-- 秘\n> 秘\n\n章", 2, 2), ("|文 <!-- 秘|\n|-|\n", 5, 1),
      ("文\n<!-- 秘 --> 章 <!-- 秘", 21, 1), ("[[甲|<!-- 秘]] 章", 6, 1), ("<!-- 秘 --!>", 0, 2),
      ("<!-- 秘\n秘 --> 章 <!-- 秘", 21, 1), ("# 題 <!-- 秘", 6, 1), ("- 文\n  <!-- 秘", 8, 1),
      ("文<!-- 秘 <!-- 秘", 3, 1),
    ])
  func isOpen(markdown: String, place: Int, repairs: Int) throws {
    #expect(!html(markdown).contains("秘"), "\(html(markdown))")
    let findings = document(markdown).findings
    let finding = try #require(findings.first)
    #expect(findings.count == 1 && finding.kind == .openComment)
    #expect(finding.range == place..<place + 4)
    #expect(finding.repairs.count == repairs)
    for repair in finding.repairs {
      var mended = Array(markdown.utf8)
      for edit in repair.edits {
        mended.replaceSubrange(edit.range, with: Array(edit.replacement.utf8))
      }
      let document = MarkdownParser.parse(mended)
      #expect(document.findings == [], "\(String(decoding: mended, as: UTF8.self))")
      // The first way out hides all.
      if repair == finding.repairs.first {
        #expect(!html(String(decoding: mended, as: UTF8.self)).contains("秘"))
      }
    }
  }
}
