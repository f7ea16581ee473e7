import Diagnostics

extension AuthorSlipTests {
  /// The syntax of texts.
  static let textSlips: [Slip] = [
    // Headings.
    .text("⟦##⟧見出し", .nearHeading, "## 見出し"),
    .text("⟦＃＃ ⟧見出し", .nearHeading, "## 見出し"),
    .text("##⟦　⟧見出し", .nearHeading, "## 見出し"),
    .text("文。\n\n⟦＃⟧＃見出し", .nearHeading, "文。\n\n## 見出し"),
    .text("## 見出し ⟦{＃na}⟧", .nearHeading, "## 見出し {#na}"),
    .text("文。\n\n⟦－－－⟧\n\n文。", .nearHeading, "文。\n\n---\n\n文。"),
    // Links and pictures.
    .text("[名]⟦（⟧https://example.jp/）⟧を見る。", .nearLink, "[名](https://example.jp/)を見る。"),
    .text("⟦［名］(https://example.jp/)⟧を見る。", .nearLink, "[名](https://example.jp/)を見る。"),
    .text("[名]⟦ ⟧(https://example.jp/)を見る。", .nearLink, "[名](https://example.jp/)を見る。"),
    .text("⟦(名)[https://example.jp/]⟧を見る。", .nearLink, "[名](https://example.jp/)を見る。"),
    .text("[名]⟦(⟧https://example.jp/", .nearLink, "[名](https://example.jp/)"),
    .text("https⟦：⟧//example.jp/ を見る。", .nearLink, "https://example.jp/ を見る。"),
    // Links to records.
    .text("⟦[[⟧乙計画を見る。", .nearLink, "[[乙計画]]を見る。"),
    .text("⟦[乙計画]]⟧を見る。", .nearLink, "[[乙計画]]を見る。"),
    .text("⟦［［乙計画］］⟧を見る。", .nearLink, "[[乙計画]]を見る。"),
    .text("[[乙計画⟦｜⟧計画]]を見る。", .unknownReference, "[[乙計画|計画]]を見る。"),
    .text("[[乙計画⟦]⟧を見る。", .nearLink, "[[乙計画]]を見る。"),
    // Readings.
    .text("{拠点⟦｜⟧きょてん}で会う。", .nearRuby, "{拠点|きょてん}で会う。"),
    .text("⟦｛⟧拠点|きょてん⟧｝で会う。", .nearRuby, "{拠点|きょてん}で会う。"),
    .text("⟦{⟧拠点|きょてんで会う。", .nearRuby, "{拠点|きょてん}で会う。"),
    .text("拠点⟦《⟧きょてん》で会う。", .nearRuby, "{拠点|きょてん}で会う。"),
    .text("⟦{拠点|き|ょ|てん}⟧で会う。", .markdownOther),
    // Emphasis.
    .text("これは**⟦ ⟧重要 **です。", .nearEmphasis, "これは**重要**です。"),
    .text("これは⟦**⟧重要です。", .nearEmphasis, "これは**重要です**。"),
    .text("これは⟦＊＊重要＊＊⟧です。", .nearEmphasis, "これは**重要**です。"),
    .text("これは⟦〜〜取り消し〜〜⟧です。", .nearEmphasis, "これは~~取り消し~~です。"),
    // Lists and quotations.
    .text("⟦-⟧項目\n-項目", .nearList, "- 項目\n- 項目"),
    .text("⟦－ ⟧項目\n－ 項目", .nearList, "- 項目\n- 項目"),
    .text("⟦1.⟧項目\n2.項目", .nearList, "1. 項目\n2. 項目"),
    .text("- ⟦[x]⟧済み", .nearList, "- [x] 済み"),
    .text("⟦＞⟧ 引用", .nearList, "> 引用"),
    .text("次のとおり。\n⟦・⟧一つめ\n・二つめ", .typedList, "次のとおり。\n\n- 一つめ\n- 二つめ"),
    .text("⟦①⟧一つめ\n②二つめ", .typedList, "1. 一つめ\n2. 二つめ"),
    // Code.
    .text("⟦```⟧\n例\n\n## 見出し", .nearCode, "```\n例\n```\n\n## 見出し"),
    .text("⟦｀｀｀⟧\n例\n｀｀｀", .nearCode, "```\n例\n```"),
    .text("⟦`⟧語を書く。", .nearCode, "`語を書く`。"),
    // Tables.
    .text(
      "| 一 | 二 |\n|---|---|\n| 1 | 2 | ⟦3⟧ |", .nearTable, "| 一 | 二 |\n|---|---|\n| 1 | 2 \\| 3 |"),
    .text("| 一 | 二 |\n|---|---|\n| 1 ⟦|⟧", .nearTable, "| 一 | 二 |\n|---|---|\n| 1 |  |"),
    .text("| 一 | 二 |\n|⟦ー⟧ー|ーー|\n| 1 | 2 |", .nearTable, "| 一 | 二 |\n|---|---|\n| 1 | 2 |"),
    .text("⟦| 一 | 二 |⟧\n| 1 | 2 |", .nearTable, "| 一 | 二 |\n|---|---|\n| 1 | 2 |"),
    .text("一⟦\t⟧二\n1\t2\n3\t4", .nearTable, "| 一 | 二 |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |"),
    // Footnotes.
    .text("改めた⟦［＾１］⟧。\n\n[^1]: 注。", .nearFootnote, "改めた[^1]。\n\n[^1]: 注。"),
    .text("改めた[^1]。\n\n[^1]⟦：⟧注。", .nearFootnote, "改めた[^1]。\n\n[^1]: 注。"),
    .text("改めた⟦[^2]⟧。", .markdownOther),
    // Addresses.
    .text(
      "https://ja.wikipedia.org/wiki/⟦経済産業省⟧ を見る。", .cutAddress,
      "<https://ja.wikipedia.org/wiki/経済産業省> を見る。"),
    .text("[内部](⟦http://localhost:8000/⟧)", .privateAddress),
    .text("[内部](⟦http://192.168.0.1/⟧)", .privateAddress),
    .text(
      "[ない](⟦https://example.jp/things/zz/⟧)", .unknownLink, "[ない](https://example.jp/things/a/)"),
    // HTML.
    .text("前。⟦<!--⟧ 終わらない覚え書き", .brokenComment),
    .text("> ⟦[!NOTO]⟧\n> 補う。", .unknownCallout, "> [!NOTE]\n> 補う。"),
    .text("これは⟦<b>⟧太字</b>です。", .rawHTML),
    .text("## 甲\n\n⟦####⟧ 乙", .markdownOther),
    // What nobody sees.
    .text("甲⟦\u{200B}⟧の文。", .invisibleCharacter, "甲の文。"),
    .text("⟦カ\u{3099}⟧スの文。", .decomposedCharacter, "ガスの文。"),
  ]
}
