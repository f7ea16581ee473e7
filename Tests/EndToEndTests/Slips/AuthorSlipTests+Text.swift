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
    // What stars, marks and indentations do that nobody meant.
    .text("単価⟦*⟧数量*月数", .nearEmphasis, "単価\\*数量\\*月数"),
    .text("TIA⟦**⟧(拠点)**は", .nearEmphasis, "TIA **(拠点)**は"),
    .text("**甲⟦****⟧乙**", .nearEmphasis, "**甲乙**"),
    .text("⟦*⟧**項目**", .nearEmphasis, "**項目**"),
    .text("⟦**⟧\n重要\n**", .nearEmphasis, "**重要**"),
    .text("2⟦*⟧3*4", .nearEmphasis, "2\\*3\\*4"),
    .text("⟦__⟧init__.py", .nearEmphasis, "`__init__.py`"),
    .text("重要⟦**⟧です。", .nearEmphasis, "**重要**です。"),
    .text("**重要⟦*⟧です。", .nearEmphasis, "**重要**です。"),
    .text("⟦    ⟧字下げした段落である。", .nearCode, "字下げした段落である。"),
    .text("⟦\t⟧字下げした段落である。", .nearCode, "字下げした段落である。"),
    .text(
      "⟦    ⟧| 一 | 二 |\n    |---|---|\n    | 1 | 2 |", .nearCode, "| 一 | 二 |\n|---|---|\n| 1 | 2 |"),
    .text("⟦－⟧**項目**：説明", .nearList, "- **項目**：説明"),
    .text("甲\n⟦－－－⟧\n乙", .nearHeading, "甲\n\n---\n乙"),
    .text("題\n⟦===⟧", .nearHeading, "## 題"),
    .text("文である。\n⟦---⟧", .nearHeading, "文である。\n\n---"),
    .text("⟦　⟧## 題", .nearHeading, "## 題"),
    .text("⟦#######⟧ 題", .nearHeading, "## 題"),
    .text("-⟦　⟧項目", .nearList, "- 項目"),
    .text("⟦　⟧- 項目", .nearList, "  - 項目"),
    .text("次のとおり。\n⟦2.⟧ 甲", .nearList, "次のとおり。\n\n2. 甲"),
    .text("1. 甲\n⟦3⟧. 乙", .nearList, "1. 甲\n2. 乙"),
    .text("⟦2020.⟧ 4. 1 に発足した。", .nearList, "2020\\. 4. 1 に発足した。"),
    .text("⟦[ ]⟧ これから", .nearList, "- [ ] これから"),
    .text("> 甲ですか。\n⟦承知しました。⟧", .nearList, "> 甲ですか。\n\n承知しました。"),
    .text("- 甲\n⟦以上の一つを柱とする。⟧", .nearList, "- 甲\n\n以上の一つを柱とする。"),
    .text("⟦>⟧30人の企業", .nearList, "\\>30人の企業"),
    .text("`語⟦``⟧を書く。", .nearCode, "`語`を書く。"),
    .text(
      "⟦| 一 | 二 |⟧\n|---|---|\n| 1 | 2 | 3 |\n| 1 | 2 | 3 |", .nearTable,
      "| 一 | 二 |  |\n|---|---|---|\n| 1 | 2 | 3 |\n| 1 | 2 | 3 |"),
    .text(
      "| 一 | 二 |\n|---|---|\n| 1 | 2 |\n⟦出典は白書⟧", .nearTable,
      "| 一 | 二 |\n|---|---|\n| 1 | 2 |\n\n出典は白書"),
    .text("| 一 | 二 |\n⟦|---|⟧\n| 1 | 2 |", .nearTable, "| 一 | 二 |\n|---|---|\n| 1 | 2 |"),
    .text("| 一 | 二 |\n|---|---|\n\n⟦| 1 | 2 |⟧", .nearTable, "| 一 | 二 |\n|---|---|\n| 1 | 2 |"),
    .text("⟦｜⟧一｜二｜\n｜---｜---｜\n｜1｜2｜", .nearTable, "|一|二|\n|---|---|\n|1|2|"),
    .text("⟦>⟧=5人の企業", .nearList, "\\>=5人の企業"),
    .text("⟦[名]()⟧を見る。", .nearLink, "名を見る。"),
    .text("[名](⟦//example.jp/⟧)", .nearLink, "[名](https://example.jp/)"),
    .text("[名](⟦https:/example.jp⟧)", .nearLink, "[名](https://example.jp)"),
    .text("[名](⟦info@example.go.jp⟧)", .unknownLink, "[名](mailto:info@example.go.jp)"),
    .text("[名](⟦03-1234-5678⟧)", .unknownLink, "[名](tel:03-1234-5678)"),
    .text("[名](⟦www.meti.go.jp⟧)", .unknownLink, "[名](https://www.meti.go.jp)"),
    .text("[名](⟦meti.go.jp/policy/⟧)", .unknownLink, "[名](https://meti.go.jp/policy/)"),
    .text("⟦[](https://example.jp/)⟧", .nearLink, "<https://example.jp/>"),
    .text("[名](⟦https://example.jp/　⟧)", .nearLink, "[名](https://example.jp/)"),
    .text("[名]⟦[id]⟧を見る。", .nearLink),
    .text(
      "[名][id]\n\n[id]⟦：⟧https://example.jp/", .nearLink, "[名][id]\n\n[id]: https://example.jp/"),
    .text("⟦[⟧目的]: 人材育成", .nearLink, "\\[目的]: 人材育成"),
    .text("乙計画⟦]]⟧を見る。", .nearLink, "[[乙計画]]を見る。"),
    .text("[[乙計⟦画⟧\nの]]", .nearLink),
    .text("⟦[[ ]]⟧", .nearLink),
    .text("{拠点⟦|}⟧", .nearRuby, "拠点"),
    .text("改めた[^1]と[^1]。\n\n⟦[^1]⟧　注。", .nearFootnote, "改めた[^1]と[^1]。\n\n[^1]: 注。"),
    .text("改めた[^b c]。\n\n⟦[^b c]⟧: 注。", .nearFootnote, "改めた[^b-c]。\n\n[^b-c]: 注。"),
    .text("終わり⟦\\⟧", .markdownOther, "終わり"),
    .text("場所はC:⟦\\⟧_tmp\\に置く", .markdownOther, "場所は`C:\\_tmp\\`に置く"),
    .text("[[乙計画⟦<!--⟧ 覚え -->]]を見る。", .brokenComment, "[[乙計画]]を見る。"),
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
