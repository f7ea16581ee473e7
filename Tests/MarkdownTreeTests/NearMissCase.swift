import Testing

@testable import MarkdownTree

/// A text with one slip, how it is told, what of it is marked, and the text after the first way out.
struct NearMissCase: Sendable, CustomTestStringConvertible {
  let markdown: String
  let kind: NearMiss
  let marked: String
  let mended: String?

  init(_ markdown: String, _ kind: NearMiss, _ marked: String, _ mended: String?) {
    self.markdown = markdown
    self.kind = kind
    self.marked = marked
    self.mended = mended
  }

  var testDescription: String { markdown }
}

extension NearMissCase {
  static let blocks: [NearMissCase] = [
    NearMissCase("##\u{3000}", .emptyHeading, "##\u{3000}", ""),
    NearMissCase("* 甲\n*乙", .listWithoutSpace("*"), "*", "* 甲\n* 乙"),
    NearMissCase("- [レ] 済んだ", .task, "[レ]", "- [x] 済んだ"),
    NearMissCase("> 甲\n続きの行", .lineInQuote, "続きの行", "> 甲\n\n続きの行"),
    NearMissCase(
      "> [!注意]\n> 締切は三月末です。\nほかの文である。", .lineInQuote, "ほかの文である。", "> [!注意]\n> 締切は三月末です。\n\nほかの文である。"
    ),
    NearMissCase("～～～\n甲\n～～～\n", .wideFence("～～～"), "～～～", "```\n甲\n```\n"),
    NearMissCase("##見出し", .headingWithoutSpace("##"), "##", "## 見出し"),
    NearMissCase("＃＃ 見出し", .headingWideMark, "＃＃", "## 見出し"),
    NearMissCase("##\u{3000}見出し", .headingWideSpace, "\u{3000}", "## 見出し"),
    NearMissCase("####### 見出し", .headingTooDeep, "#######", "## 見出し"),
    NearMissCase("本文の段落\n##見出し", .headingWithoutSpace("##"), "##", "本文の段落\n## 見出し"),
    NearMissCase("\u{3000}## 見出し", .headingIndented, "\u{3000}", "## 見出し"),
    NearMissCase("#見出し", .headingWithoutSpace("#"), "#", "# 見出し"),
    NearMissCase("##見出し##", .headingWithoutSpace("##"), "##", "## 見出し"),
    NearMissCase("## 沿革 {＃enkaku}", .headingIdentifier, "{＃enkaku}", "## 沿革 {#enkaku}"),
    NearMissCase("## 沿革 ｛#enkaku｝", .headingIdentifier, "｛#enkaku｝", "## 沿革 {#enkaku}"),
    NearMissCase("## 沿革 {#en kaku}", .headingIdentifier, "{#en kaku}", "## 沿革 {#en-kaku}"),
    NearMissCase("これは本文である。\n---", .underlinedSentence, "---", "これは本文である。\n\n---"),
    NearMissCase("題\n===", .underlinedHeading("==="), "===", "## 題"),
    NearMissCase("題\n---", .underlinedHeading("---"), "---", "## 題"),
    NearMissCase(
      "本文の終わり。\n=====", .underlinedHeading("====="), "=====", "本文の終わり。\n\n====="),
    NearMissCase("====\nお知らせ\n====", .underlinedHeading("===="), "====", "## お知らせ"),
    NearMissCase("式の左辺\n=\n右辺", .underlinedHeading("="), "=", "## 式の左辺\n右辺"),
    NearMissCase("甲の計\n-\n乙の計", .underlinedHeading("-"), "-", "## 甲の計\n乙の計"),
    NearMissCase("1. 甲\n2. 乙\n5. 丙", .listNumber(typed: 5, shown: 3), "5", "1. 甲\n2. 乙\n3. 丙"),
    NearMissCase(
      "3. 甲\n5. 乙\n9. 丙", .listNumber(typed: 5, shown: 4), "5", "3. 甲\n4. 乙\n5. 丙"),
    NearMissCase("2020. 4. 1 に発足した。", .numberedSentence, "2020.", "2020\\. 4. 1 に発足した。"),
    NearMissCase(
      "> 甲ですか。\n承知しました。", .lineInQuote, "承知しました。", "> 甲ですか。\n\n承知しました。"),
    NearMissCase(
      "- 人材育成\n以上の二つを柱とする。", .lineInItem, "以上の二つを柱とする。", "- 人材育成\n\n以上の二つを柱とする。"),
    NearMissCase(
      "1. 甲である。\n   乙「丙。」\n丁", .lineInItem, "丁", "1. 甲である。\n   乙「丙。」\n\n丁"),
    NearMissCase("-**項目**：説明", .listWithoutSpace("-"), "-", "- **項目**：説明"),
    NearMissCase("##**強調**", .headingWithoutSpace("##"), "##", "## **強調**"),
    NearMissCase("1.**項目**", .listWithoutSpace("1."), "1.", "1. **項目**"),
    NearMissCase("-[名](https://a.jp/)", .listWithoutSpace("-"), "-", "- [名](https://a.jp/)"),
    NearMissCase("－**項目**：説明", .listWideMark("－"), "－", "- **項目**：説明"),
    NearMissCase("－[[甲]]\n－**乙**", .listWideMark("－"), "－", "- [[甲]]\n- **乙**"),
    NearMissCase("ー**項目**", .listWideMark("ー"), "ー", "- **項目**"),
    NearMissCase("+**項目**", .listWithoutSpace("+"), "+", "+ **項目**"),
    NearMissCase("＃**見出し**", .headingWideMark, "＃", "# **見出し**"),
    NearMissCase("甲\n－－－\n乙", .wideRule("－"), "－－－", "甲\n\n---\n乙"),
    NearMissCase("甲\n＝＝＝", .wideRule("＝"), "＝＝＝", "甲\n\n---"),
    NearMissCase("> 甲\n===", .lineInQuote, "===", "> 甲\n\n==="),
    NearMissCase("## 沿革 {/*enkaku*/}", .headingIdentifier, "{/*enkaku*/}", "## 沿革 {#enkaku}"),
    NearMissCase("-[[TIA]]", .listWithoutSpace("-"), "-", "- [[TIA]]"),
    NearMissCase("－－－", .wideRule("－"), "－－－", "---"),
    NearMissCase("-項目", .listWithoutSpace("-"), "-", "- 項目"),
    NearMissCase("-一つめ\n-二つめ", .listWithoutSpace("-"), "-", "- 一つめ\n- 二つめ"),
    NearMissCase("－ 項目", .listWideMark("－"), "－", "- 項目"),
    NearMissCase("1.項目", .listWithoutSpace("1."), "1.", "1. 項目"),
    NearMissCase("1.はじめに\n2.つぎに", .listWithoutSpace("1."), "1.", "1. はじめに\n2. つぎに"),
    NearMissCase("１. はじめに", .listWideMark("１"), "１", "1. はじめに"),
    NearMissCase("次のとおり。\n2. 甲", .listInParagraph("2."), "2.", "次のとおり。\n\n2. 甲"),
    NearMissCase("+項目\n+二つ", .listWithoutSpace("+"), "+", "+ 項目\n+ 二つ"),
    NearMissCase("-\u{3000}項目", .listWideSpace("-"), "\u{3000}", "- 項目"),
    NearMissCase("\u{3000}- 項目", .listIndented, "\u{3000}", "  - 項目"),
    NearMissCase("- [x]済んだ", .task, "[x]", "- [x] 済んだ"),
    NearMissCase("- [ x ] 済んだ", .task, "[ x ]", "- [x] 済んだ"),
    NearMissCase("- [\u{3000}] これから", .task, "[\u{3000}]", "- [ ] これから"),
    NearMissCase("[ ] これから", .taskWithoutList, "[ ]", "- [ ] これから"),
    NearMissCase(
      "```\ncode\n\n## 見出し\n\n本文", .unclosedFence, "```", "```\ncode\n```\n\n## 見出し\n\n本文"),
    NearMissCase("```\ncode", .unclosedFence, "```", "```\ncode\n```"),
    NearMissCase("> ```\n> code\n\n本文", .unclosedFence, "```", "> ```\n> code\n> ```\n\n本文"),
    NearMissCase(
      "```\ncode\n\n```swift\nx\n```", .unclosedFence, "```", "```\ncode\n```\n\n```swift\nx\n```"),
    NearMissCase("｀｀｀\ncode\n｀｀｀", .wideFence("｀｀｀"), "｀｀｀", "```\ncode\n```"),
    NearMissCase(
      "'''swift\ncode\n\nmore\n'''", .wideFence("\'\'\'"), "'''", "```swift\ncode\n\nmore\n```"),
    NearMissCase("＞ 引用", .wideQuote, "＞", "> 引用"),
    NearMissCase("＞ 引用\n＞ 二行目", .wideQuote, "＞", "> 引用\n> 二行目"),
    NearMissCase("終わり\\", .strayBackslash, "\\", "終わり"),
    NearMissCase("途中\\ \nつぎ", .strayBackslash, "\\", "途中\\\nつぎ"),
    NearMissCase("> -項目\n> -二つ", .listWithoutSpace("-"), "-", "> - 項目\n> - 二つ"),
    NearMissCase("- 甲\n\u{3000}- 乙", .listIndented, "\u{3000}", "- 甲\n  - 乙"),
    NearMissCase("1. 甲\n2.乙", .listWithoutSpace("2."), "2.", "1. 甲\n2. 乙"),
    NearMissCase("本文。\n> ＞ 引用の中", .wideQuote, "＞", "本文。\n> > 引用の中"),
    NearMissCase("> ##見出し", .headingWithoutSpace("##"), "##", "> ## 見出し"),
    NearMissCase("- 項目\n\n  ##見出し", .headingWithoutSpace("##"), "##", "- 項目\n\n  ## 見出し"),
    NearMissCase("-\u{3000}一つめ\n-\u{3000}二つめ", .listWideSpace("-"), "\u{3000}", "- 一つめ\n- 二つめ"),
    NearMissCase("\u{3000}1. 項目", .listIndented, "\u{3000}", "1. 項目"),
    NearMissCase("1.\u{3000}項目", .listWideSpace("1."), "\u{3000}", "1. 項目"),
    NearMissCase("1)項目\n2)項目", .listWithoutSpace("1)"), "1)", "1) 項目\n2) 項目"),
    NearMissCase("1.「はじめに」", .listWithoutSpace("1."), "1.", "1. 「はじめに」"),
    NearMissCase("− 項目", .listWideMark("−"), "−", "- 項目"),
    NearMissCase("－項目\n－二つ", .listWideMark("－"), "－", "- 項目\n- 二つ"),
    NearMissCase("- [X]済んだ", .task, "[X]", "- [x] 済んだ"),
    NearMissCase("- []これから", .task, "[]", "- [ ] これから"),
    NearMissCase("- ［ ］ これから", .task, "［ ］", "- [ ] これから"),
    NearMissCase("- [ ]これから", .task, "[ ]", "- [ ] これから"),
    NearMissCase("1. [x]済んだ", .task, "[x]", "1. [x] 済んだ"),
    NearMissCase("[x] 済んだ", .taskWithoutList, "[x]", "- [x] 済んだ"),
    NearMissCase("~~~\ncode\n\n本文", .unclosedFence, "~~~", "~~~\ncode\n\n本文\n~~~"),
    NearMissCase("````\ncode\n```", .shortFence, "```", "````\ncode\n````"),
    NearMissCase("- ```\n  code\n\n本文", .unclosedFence, "```", "- ```\n  code\n  ```\n\n本文"),
    NearMissCase("´´´\ncode\n´´´", .wideFence("´´´"), "´´´", "```\ncode\n```"),
    NearMissCase("＝＝＝", .wideRule("＝"), "＝＝＝", "---"),
    NearMissCase("ーーーーー", .wideRule("ー"), "ーーーーー", "---"),
    NearMissCase("＊＊＊", .wideRule("＊"), "＊＊＊", "---"),
    NearMissCase("一行目\n二行目\n---", .underlinedSentence, "---", "一行目\n二行目\n\n---"),
    NearMissCase("＞引用", .wideQuote, "＞", "> 引用"),
    NearMissCase(">30人の企業", .quotedNumber, ">", "\\>30人の企業"),
    NearMissCase(">=5人の企業", .quotedNumber, ">", "\\>=5人の企業"),
    NearMissCase(">＝ 5人の企業", .quotedNumber, ">", "\\>＝ 5人の企業"),
    NearMissCase(">３０人の企業", .quotedNumber, ">", "\\>３０人の企業"),
    NearMissCase(">5％は甲\n>10％は乙", .quotedNumber, ">", "\\>5％は甲\n\\>10％は乙"),
    NearMissCase("## 沿革 { #enkaku }", .headingIdentifier, "{ #enkaku }", "## 沿革 {#enkaku}"),
    NearMissCase("## 沿革 {#enkaku .box}", .headingIdentifier, "{#enkaku .box}", "## 沿革 {#enkaku}"),
    NearMissCase("####\u{3000}見出し", .headingWideSpace, "\u{3000}", "#### 見出し"),
    NearMissCase("＃＃見出し＃＃", .headingWideMark, "＃＃", "## 見出し"),
    NearMissCase("＃見出し", .headingWideMark, "＃", "# 見出し"),
    NearMissCase("######### 見出し", .headingTooDeep, "#########", "## 見出し"),
  ]

  /// What an indentation makes code.
  static let indented: [NearMissCase] = [
    NearMissCase(
      "前\n\n    字下げした段落である。\n    次の行。\n\n後", .indentedText, "    ",
      "前\n\n字下げした段落である。\n次の行。\n\n後"),
    NearMissCase("\tタブの段落である。", .indentedText, "\t", "タブの段落である。"),
    NearMissCase("  \t甲である。", .indentedText, "  \t", "甲である。"),
    NearMissCase("    \u{3000}甲である。", .indentedText, "    ", "\u{3000}甲である。"),
    NearMissCase("前\n\n    - 甲\n      - 乙", .indentedText, "    ", "前\n\n- 甲\n  - 乙"),
    NearMissCase("    [[産総研]]は中核である。", .indentedText, "    ", "[[産総研]]は中核である。"),
    NearMissCase("- 項目\n\n      甲である。", .indentedText, "    ", "- 項目\n\n  甲である。"),
    NearMissCase(">     引用である。", .indentedText, "    ", "> 引用である。"),
    NearMissCase("    ```\n    x\n    ```", .indentedBlock("```"), "    ", "```\nx\n```"),
    NearMissCase(
      "    | a | b |\n    |---|---|\n    | 1 | 2 |", .indentedBlock("|"), "    ",
      "| a | b |\n|---|---|\n| 1 | 2 |"),
    NearMissCase("    ## 見出し", .indentedBlock("##"), "    ", "## 見出し"),
  ]

  static let tables: [NearMissCase] = [
    NearMissCase(
      "| a | b |\n|---|---|\n| `x|y` | 1 |", .surplusCells(columns: 2, cells: 3), "|",
      "| a | b |\n|---|---|\n| `x\\|y` | 1 |"),
    NearMissCase(
      "| a | b |\n|---|---|\n| 1 | 2 | 3 |", .surplusCells(columns: 2, cells: 3), "3",
      "| a | b |\n|---|---|\n| 1 | 2 \\| 3 |"),
    NearMissCase(
      "| a | b |\n|---|---|\n| 1 | 2 | 3 |\n| 1 | 2 | 4 |", .shortTableHead(columns: 2, cells: 3),
      "| a | b |", "| a | b |  |\n|---|---|---|\n| 1 | 2 | 3 |\n| 1 | 2 | 4 |"),
    NearMissCase(
      "| a | b |\n|---|---|\n| 1 |", .missingCells(columns: 2, cells: 1), "|",
      "| a | b |\n|---|---|\n| 1 |  |"),
    NearMissCase(
      "| a | b |\n|---|---|\n| 1 | 2 |\n出典：総務省", .textUnderTable, "出典：総務省",
      "| a | b |\n|---|---|\n| 1 | 2 |\n\n出典：総務省"),
    NearMissCase(
      "| a | b |\n|---|\n| 1 | 2 |", .delimiterColumns(head: 2, row: 1), "|---|",
      "| a | b |\n|---|---|\n| 1 | 2 |"),
    NearMissCase(
      "| a | b |\n|ーー|－－|\n| 1 | 2 |", .delimiterSigns("ー"), "ー", "| a | b |\n|---|---|\n| 1 | 2 |"),
    NearMissCase(
      "| a | b |\n| 1 | 2 |", .missingDelimiter, "| a | b |", "| a | b |\n|---|---|\n| 1 | 2 |"),
    NearMissCase(
      "年度\t額\n2020\t5\n2021\t6", .tabbedTable, "\t",
      "| 年度 | 額 |\n|---|---|\n| 2020 | 5 |\n| 2021 | 6 |"),
    NearMissCase("｜a｜b｜\n｜---｜---｜\n｜1｜2｜", .wideBars, "｜", "|a|b|\n|---|---|\n|1|2|"),
    NearMissCase(
      "| a | b |\n\n|---|---|\n| 1 | 2 |", .partedTable, "|---|---|",
      "| a | b |\n|---|---|\n| 1 | 2 |"),
    NearMissCase(
      "| a | b |\n|---|---|\n\n| 1 | 2 |", .partedTable, "| 1 | 2 |",
      "| a | b |\n|---|---|\n| 1 | 2 |"),
    NearMissCase(
      "|年度|額|\n|---|---|\n|1|2|3|", .surplusCells(columns: 2, cells: 3), "3",
      "|年度|額|\n|---|---|\n|1|2\\|3|"),
    NearMissCase(
      "年度 | 額\n--- | ---\n2020 | 5 | 6", .surplusCells(columns: 2, cells: 3), "6",
      "年度 | 額\n--- | ---\n2020 | 5 \\| 6"),
    NearMissCase(
      "| 年度 | 額 |\n|---|---|\n| 1 | 2\n出典は白書", .textUnderTable, "出典は白書",
      "| 年度 | 額 |\n|---|---|\n| 1 | 2\n\n出典は白書"),
    NearMissCase(
      "> | a | b |\n> | 1 | 2 |", .missingDelimiter, "| a | b |",
      "> | a | b |\n> |---|---|\n> | 1 | 2 |"),
    NearMissCase(
      "表は次のとおり。\n| a | b |\n| 1 | 2 |", .missingDelimiter, "| a | b |",
      "表は次のとおり。\n| a | b |\n|---|---|\n| 1 | 2 |"),
    NearMissCase(
      "| a | b |\n| 1 | 2 |\n| 3 | 4 |", .missingDelimiter, "| a | b |",
      "| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |"),
    NearMissCase("年度\t額\n2020\t5", .tabbedTable, "\t", "| 年度 | 額 |\n|---|---|\n| 2020 | 5 |"),
    NearMissCase(
      "> 年度\t額\n> 2020\t5", .tabbedTable, "\t", "> | 年度 | 額 |\n> |---|---|\n> | 2020 | 5 |"),
    NearMissCase(
      "| a | b |\n|：--|--：|\n| 1 | 2 |", .delimiterSigns("："), "：",
      "| a | b |\n|:---|---:|\n| 1 | 2 |"),
    NearMissCase(
      "| a | b |\n|―|―|\n| 1 | 2 |", .delimiterSigns("―"), "―", "| a | b |\n|---|---|\n| 1 | 2 |"),
    NearMissCase(
      "| a | b |\n|　---　|　---　|\n| 1 | 2 |", .delimiterSigns("　"), "　",
      "| a | b |\n|---|---|\n| 1 | 2 |"),
    NearMissCase(
      "| a | b |\n|===|==:|\n| 1 | 2 |", .delimiterSigns("="), "=",
      "| a | b |\n|---|---:|\n| 1 | 2 |"),
    NearMissCase(
      "| a | b |\n|---+---|\n| 1 | 2 |", .delimiterSigns("+"), "+",
      "| a | b |\n|---|---|\n| 1 | 2 |"),
    NearMissCase(
      "| a | b |\n|---|---|---|\n| 1 | 2 | 3 |", .delimiterColumns(head: 2, row: 3),
      "|---|---|---|", "| a | b |  |\n|---|---|---|\n| 1 | 2 | 3 |"),
    NearMissCase(
      "| a | b | c |\n|:--|--:|\n| 1 | 2 | 3 |", .delimiterColumns(head: 3, row: 2), "|:--|--:|",
      "| a | b | c |\n|:---|---:|---|\n| 1 | 2 | 3 |"),
    NearMissCase(
      "| a | b |\n|---|---|---|\n| 1 | 2 |", .delimiterColumns(head: 2, row: 3), "|---|---|---|",
      "| a | b |\n|---|---|\n| 1 | 2 |"),
  ]
}
