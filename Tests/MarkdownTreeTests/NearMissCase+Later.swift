@testable import MarkdownTree

/// Slips whose places depend on what stands around them.
extension NearMissCase {
  /// Tables, which the texts of `blocks` are not put into.
  static let frames: [NearMissCase] = [
    NearMissCase(
      "| 甲 | 乙 |\n|---|---|\n|---|---|\n| 1 | 2 |", .surplusDelimiter, "|---|---|",
      "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |"),
    NearMissCase(
      "|---|---|\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |", .surplusDelimiter, "|---|---|",
      "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |"),
    NearMissCase(
      "+---+---+\n| 甲 | 乙 |\n+===+===+\n| 1 | 2 |\n+---+---+", .framedTable, "+---+---+",
      "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |"),
    NearMissCase(
      "年度,金額,備考\n2018,1000,なし\n2019,2000,あり", .commaTable, ",",
      "| 年度 | 金額 | 備考 |\n|---|---|---|\n| 2018 | 1000 | なし |\n| 2019 | 2000 | あり |"),
    NearMissCase(
      "年度,金額\n2018,\"1,000\"\n2019,\"2,000\"", .commaTable, ",",
      "| 年度 | 金額 |\n|---|---|\n| 2018 | 1,000 |\n| 2019 | 2,000 |"),
    NearMissCase(
      "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\u{3000}\n| 3 | 4 |\u{3000}", .tableSpace, "\u{3000}",
      "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |"),
    NearMissCase(
      "\u{3000}| 甲 | 乙 |\n\u{3000}|---|---|\n\u{3000}| 1 | 2 |", .tableSpace, "\u{3000}",
      "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |"),
    NearMissCase(
      "| 甲 | 乙 |\u{3000}\n|---|---|\n| 1 | 2 |", .tableSpace, "\u{3000}",
      "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |"),
    NearMissCase(
      "| 甲 | 乙 |\n|---|---|\n| 1 ｜ 2 |\n", .wideBars, "｜", "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n"),
    NearMissCase(
      "表: 題\n年度,件数,備考\n2018,1,なし", .commaTable, ",",
      "表: 題\n| 年度 | 件数 | 備考 |\n|---|---|---|\n| 2018 | 1 | なし |"),
    NearMissCase(
      "文。\n+---+---+\n| 甲 | 乙 |\n+---+---+\n| 1 | 2 |\n+---+---+", .framedTable, "+---+---+",
      "文。\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |"),
  ]

  /// Addresses, boxes and titles.
  static let later: [NearMissCase] = [
    NearMissCase("[名](https://a.jp/ 題)", .linkTitle, "題", "[名](https://a.jp/ \"題\")"),
    NearMissCase("[名](https://a.jp/ “題”)", .linkTitle, "“題”", "[名](https://a.jp/ \"題\")"),
    NearMissCase("[名](<https://a.jp/)", .linkAngle("<"), "<", "[名](https://a.jp/)"),
    NearMissCase("[名](https://a.jp/>)", .linkAngle(">"), ">", "[名](https://a.jp/)"),
    NearMissCase("[名]\n(https://a.jp/)", .linkSpace, "]", "[名](https://a.jp/)"),
    NearMissCase("[文部科学省）を見る。", .bracketMismatch, "[", "（文部科学省）を見る。"),
    NearMissCase("[文部科学省）(https://a.jp/)", .linkWideSign("）"), "）", "[文部科学省](https://a.jp/)"),
    NearMissCase("ttps://a.jp/x を見る。", .addressSlashes, "ttps://", "https://a.jp/x を見る。"),
    NearMissCase("ttp://a.jp を見る。", .addressSlashes, "ttp://", "http://a.jp を見る。"),
    NearMissCase("http//a.jp/x を見る。", .addressSlashes, "http//", "http://a.jp/x を見る。"),
    NearMissCase("https;//a.jp/x を見る。", .addressSlashes, "https;//", "https://a.jp/x を見る。"),
    NearMissCase("https:/a.jp/x を見る。", .addressSlashes, "https:/", "https://a.jp/x を見る。"),
    NearMissCase("https: //a.jp/x を見る。", .addressSlashes, "https: //", "https://a.jp/x を見る。"),
    NearMissCase("https;//a.jp/経済", .addressSlashes, "https;//", "<https://a.jp/経済>"),
    NearMissCase("連絡は info＠example.jp まで。", .addressWideSign("＠"), "＠", "連絡は info@example.jp まで。"),
    NearMissCase("連絡は info@example．jp まで。", .addressWideSign("．"), "．", "連絡は info@example.jp まで。"),
    NearMissCase("www．a.jp を見る。", .addressWideSign("．"), "．", "www.a.jp を見る。"),
    NearMissCase(
      "[連絡](mailto:info＠example.jp)", .addressWideSign("＠"), "mailto:info＠example.jp",
      "[連絡](mailto:info@example.jp)"),
    NearMissCase("甲[^1]。\n\n[^１]: 中身", .footnoteWideMark, "[^１]", "甲[^1]。\n\n[^1]: 中身"),
    NearMissCase("~~~取り消し~~~", .strikeFence, "~~~", "~~取り消し~~"),
    NearMissCase("■目的\n人材を育てる。", .titleSign("■"), "■", "## 目的\n\n人材を育てる。"),
    NearMissCase(
      "前の文。\n【目的】\n人材を育てる。\n■方法\n研修を行う。", .titleSign("【"), "【",
      "前の文。\n\n## 目的\n\n人材を育てる。\n\n## 方法\n\n研修を行う。"),
    NearMissCase("## 節\n\n◆目的\n人材を育てる。", .titleSign("◆"), "◆", "## 節\n\n### 目的\n\n人材を育てる。"),
    NearMissCase("> [!注意]\n締切は三月末です。\n", .lineInQuote, "締切は三月末です。", "> [!注意]\n> 締切は三月末です。\n"),
    NearMissCase("https://https://a.jp/ を見る。", .addressSlashes, "https://", "https://a.jp/ を見る。"),
  ]

  /// Marks in a sentence.
  static let marks: [NearMissCase] = [
    NearMissCase("これは＊重要＊です。", .emphasisWideMark("**"), "＊", "これは**重要**です。"),
    NearMissCase("これは_重要_です。", .emphasisWideMark("**"), "_", "これは**重要**です。"),
    NearMissCase("これは~~~取り消し~~~です。", .emphasisWideMark("~~"), "~~~", "これは~~取り消し~~です。"),
    NearMissCase("~~取り消し~~~である。", .emphasisUneven, "~~~", "~~取り消し~~である。"),
    NearMissCase("{|きょてん}で会う。", .rubyWithoutBase, "{|きょてん}", "きょてんで会う。"),
    NearMissCase("[[産総研]]]は", .recordLinkSurplus("]"), "]", "[[産総研]]は"),
    NearMissCase("[ ](https://a.jp/)", .linkWithoutText, "[ ](https://a.jp/)", "<https://a.jp/>"),
    NearMissCase("https://a.jp /policy/ を見る。", .addressSpace, " ", "https://a.jp/policy/ を見る。"),
    NearMissCase("https://www,a.jp/ を見る。", .addressComma, ",", "https://www.a.jp/ を見る。"),
    NearMissCase("[名](https://www,a,jp/)", .addressComma, ",", "[名](https://www.a.jp/)"),
    NearMissCase("ｈｔｔｐｓ：／／a.jp を見る。", .addressWideSign("ｈ"), "ｈ", "https://a.jp を見る。"),
    NearMissCase("ｈｔｔｐ://a.jp を見る。", .addressWideSign("ｈ"), "ｈ", "http://a.jp を見る。"),
    NearMissCase("* 印は推計値である。", .signAsBullet("*"), "*", "\\* 印は推計値である。"),
    NearMissCase("+ 3％の増加となった。", .signAsBullet("+"), "+", "\\+ 3％の増加となった。"),
    NearMissCase(
      "1. 甲\n  - 乙\n  - 丙\n2. 丁", .listNesting(spaces: 3), "-", "1. 甲\n   - 乙\n   - 丙\n2. 丁"),
    NearMissCase("```計算式の例\na = b\n```", .fenceWords("計算式の例"), "計算式の例", "計算式の例\n```\na = b\n```"),
    NearMissCase("``` python 例\na = b\n```", .fenceWords("例"), "例", "例\n``` python\na = b\n```"),
    NearMissCase(
      "```ruby:例.rb\na = b\n```", .fenceWords("例.rb"), "例.rb", "例.rb\n```ruby\na = b\n```"),
    NearMissCase(
      ":::note\n注意する。\n:::", .colonBox(":::note"), ":::note", "> [!NOTE]\n> 注意する。"),
    NearMissCase(":::message 題\n注意する。\n:::", .colonBox(":::message"), ":::message 題", nil),
    NearMissCase(
      "| 甲 | 乙 |\n| 1 | 2 |\n|---|---|\n| 3 | 4 |", .lateDelimiter, "|---|---|",
      "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |"),
    NearMissCase("{拠点||きょてん}で会う。", .rubyBars, "||", "{拠点|きょてん}で会う。"),
    NearMissCase(
      "| 一 | 二 |\n|---|---|\n| 1行目\n2行目 | 2 |", .partedCell, "目",
      "| 一 | 二 |\n|---|---|\n| 1行目<br>2行目 | 2 |"),
    NearMissCase("式は\\(a + b\\)である。\n", .mathBackslash, "\\(", "式は`\\(a + b\\)`である。\n"),
  ]
}
