@testable import MarkdownTree

/// Slips that one sign too few, too many or in another form makes.
extension NearMissCase {
  static let signs: [NearMissCase] = [
    NearMissCase("## 言語は C #", .closingMark, "#", "## 言語は C \\#"),
    NearMissCase("## 事業の類型 A #", .closingMark, "#", "## 事業の類型 A \\#"),
    NearMissCase("007. 七番", .listZeros("007", shown: 7), "007", "007\\. 七番"),
    NearMissCase("01. 一\n02. 二", .listZeros("01", shown: 1), "01", "1. 一\n2. 二"),
    NearMissCase("## 概要 {#gaiyo", .headingIdentifier, "{#gaiyo", "## 概要 {#gaiyo}"),
    NearMissCase(
      "## 目的 {#mokuteki}\u{3000}", .headingIdentifier, "{#mokuteki}", "## 目的 {#mokuteki}"),
    NearMissCase("1,一つめ\n2,二つめ", .listWideMark("1,"), "1,", "1. 一つめ\n2. 二つめ"),
    NearMissCase("１) 一\n２) 二", .listWideMark("１"), "１", "1) 一\n2) 二"),
    NearMissCase("1. 一\n2.二\n3. 三", .listWithoutSpace("2."), "2.", "1. 一\n2. 二\n3. 三"),
    NearMissCase("＞＞ 引用", .wideQuote, "＞", ">> 引用"),
    // Tables.
    NearMissCase(
      "| 年度 | 件数 |\n| -- -- | --- |\n| 2018 | 3 |", .delimiterRow, "| -- -- | --- |",
      "| 年度 | 件数 |\n|---|---|\n| 2018 | 3 |"),
    NearMissCase(
      "| 年度 | 件数 |\n|…|…|\n| 2018 | 3 |", .delimiterRow, "|…|…|",
      "| 年度 | 件数 |\n|---|---|\n| 2018 | 3 |"),
    NearMissCase(
      "I 年度 I 件数 I\n|---|---|\n| 2018 | 3 |", .tableBars("I"), "I",
      "| 年度 | 件数 |\n|---|---|\n| 2018 | 3 |"),
    NearMissCase(
      "l 年度 l 件数 l\n|---|---|\nl 2018 l 3 l", .tableBars("l"), "l",
      "| 年度 | 件数 |\n|---|---|\n| 2018 | 3 |"),
    NearMissCase(
      "| 年度 │ 件数 |\n|---|---|\n| 2018 | 3 |", .tableBars("│"), "│",
      "| 年度 | 件数 |\n|---|---|\n| 2018 | 3 |"),
    NearMissCase(
      "| 年度 | 件数 |\n|---|---|\n| 2018 │ 3 |", .tableBars("│"), "│",
      "| 年度 | 件数 |\n|---|---|\n| 2018 | 3 |"),
    NearMissCase(
      "|| 年度 | 件数 |\n|---|---|\n| 2018 | 3 |", .delimiterColumns(head: 3, row: 2), "|---|---|",
      "| 年度 | 件数 |\n|---|---|\n| 2018 | 3 |"),
    NearMissCase(
      "|---|---|\n| 年度 | 件数 |\n| 2018 | 3 |", .missingDelimiter, "| 年度 | 件数 |",
      "| 年度 | 件数 |\n|---|---|\n| 2018 | 3 |"),
    NearMissCase(
      "年度\u{3000}件数\n2018\u{3000}3", .spacedTable, "\u{3000}",
      "| 年度 | 件数 |\n|---|---|\n| 2018 | 3 |"),
    // Links.
    NearMissCase(
      "[[内閣府]が][[文部科学省]]", .recordLinkOneBracket("]"), "]", "[[内閣府]]が[[文部科学省]]"),
    NearMissCase("[[[宮崎県]]で開く。", .recordLinkSurplus("["), "[", "[[宮崎県]]で開く。"),
    NearMissCase("[[名](https://a.jp/)を見る。", .recordLinkSurplus("["), "[", "[名](https://a.jp/)を見る。"),
    NearMissCase("[[甲||語]]は", .recordLinkBars, "||", "[[甲|語]]は"),
    NearMissCase("{{産総研}}が行う。", .recordLinkWideSign("{"), "{", "[[産総研]]が行う。"),
    NearMissCase(
      "[経産省]https://a.jp/ を見る。", .linkWithoutParentheses, "h", "[経産省](https://a.jp/) を見る。"),
    NearMissCase(
      "[経産省][https://a.jp/]を見る。", .linkWithoutParentheses, "[", "[経産省](https://a.jp/)を見る。"),
    NearMissCase("![図][/assets/a.png]", .linkWithoutParentheses, "[", "![図](/assets/a.png)"),
    NearMissCase("[名](https://www.a..jp/)", .addressDots, "..", "[名](https://www.a.jp/)"),
    // Readings, tags, yen.
    NearMissCase("{拠点/きょてん}で会う。", .rubySeparator("/"), "/", "{拠点|きょてん}で会う。"),
    NearMissCase("{拠点|きょてん}}で会う。", .rubySurplus("}"), "}", "{拠点|きょてん}で会う。"),
    NearMissCase("{{拠点|きょてん}で会う。", .rubySurplus("{"), "{", "{拠点|きょてん}で会う。"),
    NearMissCase("H＜sub＞2＜/sub＞O", .wideTag("＜sub＞"), "＜sub＞", "H<sub>2</sub>O"),
    NearMissCase("一行目＜br＞二行目", .wideTag("＜br＞"), "＜br＞", "一行目<br>二行目"),
    NearMissCase("単価\\-5になる。", .yenBackslash, "\\", "単価\\\\-5になる。"),
    NearMissCase("``code", .unclosedCode, "``", "``code``"),
  ]

  /// Slips over several blocks.
  static let stretches: [NearMissCase] = [
    NearMissCase(
      "文。```\ncode\n```\n\n後の文。", .gluedFence, "```", "文。\n```\ncode\n```\n\n後の文。"),
    NearMissCase(
      "文。```python\na\n\nb\n```\n\n後の文。", .gluedFence, "```",
      "文。\n```python\na\n\nb\n```\n\n後の文。"),
    NearMissCase("```\ncode\n``\n\n後の文。", .shortFence, "``", "```\ncode\n```\n\n後の文。"),
    NearMissCase("~~~\ncode\n~~\n\n後の文。", .shortFence, "~~", "~~~\ncode\n~~~\n\n後の文。"),
    NearMissCase("````\ncode\n```\n\n後の文。", .shortFence, "```", "````\ncode\n````\n\n後の文。"),
    NearMissCase(
      "表; 題\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |", .captionSign(";"), ";",
      "表: 題\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |"),
    NearMissCase("改めた[1]。\n\n[^1]: 一。", .footnoteReference("[^1]"), "[1]", "改めた[^1]。\n\n[^1]: 一。"),
    NearMissCase("改めた[^1。\n\n[^1]: 一。", .footnoteReference("[^1]"), "[^1", "改めた[^1]。\n\n[^1]: 一。"),
    NearMissCase(
      "改めた[~1]。\n\n[^1]: 一。", .footnoteReference("[^1]"), "[~1]", "改めた[^1]。\n\n[^1]: 一。"),
    NearMissCase(
      "改めた[ ^1]と[1]。\n\n[^1]: 一。", .footnoteReference("[^1]"), "[ ^1]", "改めた[^1]と[^1]。\n\n[^1]: 一。"),
    NearMissCase(
      "資料は\\\\server\\share\\kikakuにある。", .pathBackslash, "\\", "資料は`\\\\server\\share\\kikaku`にある。"
    ),
    NearMissCase(
      "C:\\_work\\#1\\(案)\\[最終]", .pathBackslash, "\\", "`C:\\_work\\#1\\(案)\\[最終]`"),
    NearMissCase(
      "<https://a.jp/wiki/経済を見よ", .cutAddress, "経済", "<https://a.jp/wiki/経済>を見よ"),
  ]
}
