import Diagnostics

extension AuthorSlipTests {
  /// The shape of the front matter.
  static let shapeSlips: [Slip] = [
    // A sign of full width.
    .fields("kind⟦：⟧道具", .yamlWrongSign, "kind: 道具"),
    .fields("halls:\n  ⟦●⟧ 第一会場", .yamlWrongSign, "halls:\n  - 第一会場"),
    .fields(
      "related:\n  ⟦1.⟧ {to: 乙計画, as: 前身}", .yamlWrongSign, "related:\n  - {to: 乙計画, as: 前身}"),
    .fields("halls: [第一会場\n  ⟦東⟧館]", .yamlMissingSpace, "halls: [第一会場,\n  東館]"),
    .fields("種類⟦：⟧道具", .yamlWrongSign, "種類: 道具"),
    .fields("kind⟦：⟧ 道具", .yamlWrongSign, "kind: 道具"),
    .fields("kind:⟦　⟧道具", .yamlWrongSign, "kind: 道具"),
    .fields("aliases: ⟦［⟧つくば]", .yamlWrongSign, "aliases: [つくば]"),
    .fields(
      "budget:\n  - ⟦｛⟧year: 2020年度, amount: 1億円}", .yamlWrongSign,
      "budget:\n  - {year: 2020年度, amount: 1億円}"),
    .fields("aliases: [甲斐⟦、⟧筑波]", .yamlWrongSign, "aliases: [甲斐, 筑波]"),
    .fields("aliases:\n⟦　　⟧- つくば", .yamlWrongSign, "aliases:\n    - つくば"),
    .fields("aliases:\n  ⟦－⟧ つくば", .yamlWrongSign, "aliases:\n  - つくば"),
    .fields("aliases:\n  ⟦・⟧つくば", .yamlWrongSign, "aliases:\n  - つくば"),
    .fields("⟦＃⟧ 覚え書き\nkind: 道具", .yamlWrongSign, "# 覚え書き\nkind: 道具"),
    .fields("related: [{to⟦：⟧乙計画, as: 前身}]", .yamlWrongSign, "related: [{to: 乙計画, as: 前身}]"),
    .fields("summary: ⟦“⟧甲の要約”", .yamlWrongSign, "summary: \"甲の要約\""),
    // A space that is missing.
    .fields("kind⟦:⟧道具", .yamlMissingSpace, "kind: 道具"),
    .fields("種類⟦:⟧道具", .yamlMissingSpace, "種類: 道具"),
    .fields("aliases:\n  ⟦-⟧つくば", .yamlMissingSpace, "aliases:\n  - つくば"),
    .fields("related: [{to⟦:⟧乙計画, as: 前身}]", .yamlMissingSpace, "related: [{to: 乙計画, as: 前身}]"),
    .fields("aliases: [\"つくば\" ⟦\"⟧筑波\"]", .yamlMissingSpace, "aliases: [\"つくば\" , \"筑波\"]"),
    // Where lines begin.
    .fields("⟦ ⟧kind: 道具", .yamlIndentation, "kind: 道具"),
    .fields("⟦\t⟧kind: 道具", .yamlIndentation, "kind: 道具"),
    .fields("aliases:\n⟦\t⟧- つくば", .yamlIndentation, "aliases:\n  - つくば"),
    .fields("aliases:\n  - つくば\n⟦ ⟧- 筑波", .yamlIndentation, "aliases:\n  - つくば\n  - 筑波"),
    // What is not closed.
    .fields("aliases: ⟦[⟧つくば, 筑波", .yamlUnclosed, "aliases: [つくば, 筑波]"),
    .fields(
      "budget: [⟦{⟧year: 2020年度, amount: 1億円]", .yamlUnclosed,
      "budget: [{year: 2020年度, amount: 1億円}]"),
    .fields(
      "budget: [{year: 2020年度, amount: 1億円⟦]}⟧", .yamlUnclosed,
      "budget: [{year: 2020年度, amount: 1億円}]"),
    .fields("summary: ⟦\"⟧甲の要約", .yamlUnclosed, "summary: \"甲の要約\""),
    .fields("summary: ⟦'⟧甲の要約", .yamlUnclosed, "summary: '甲の要約'"),
    .fields("aliases: [つくば, 筑波⟦}⟧", .yamlUnclosed, "aliases: [つくば, 筑波]"),
    // What stands behind a value.
    .fields("summary: \"甲\"⟦（乙）⟧", .yamlAfterValue, "summary: \"甲（乙）\""),
    .fields("aliases: [つくば]⟦、筑波⟧", .yamlAfterValue, "aliases: [つくば, 筑波]"),
    .fields("aliases: [つくば] ⟦以⟧上", .yamlAfterValue, "aliases: [つくば 以上]"),
    // What needs quotes.
    .fields("summary: 甲⟦:⟧ 乙", .yamlNeedsQuotes, "summary: \"甲: 乙\""),
    .fields("summary: ⟦@⟧甲", .yamlNeedsQuotes, "summary: \"@甲\""),
    .fields("summary: ⟦`⟧甲`", .yamlNeedsQuotes, "summary: \"`甲`\""),
    .fields("summary: ⟦%⟧甲", .yamlNeedsQuotes, "summary: \"%甲\""),
    .fields("summary: ⟦*⟧重要", .yamlUnsupported, "summary: \"*重要\""),
    .fields("summary: ⟦&⟧甲", .yamlUnsupported, "summary: \"&甲\""),
    .fields("summary: ⟦!⟧注意", .yamlUnsupported, "summary: \"!注意\""),
    .fields("summary: ⟦>⟧ 甲", .yamlNeedsQuotes, "summary: \"> 甲\""),
    .fields("summary: ⟦[⟧仮称] 甲", .yamlNeedsQuotes, "summary: \"[仮称] 甲\""),
    .fields("summary: ⟦-⟧ 甲", .yamlNeedsQuotes, "summary: \"- 甲\""),
    .fields(
      "related:\n  - to: 乙計画, as⟦:⟧ 前身", .yamlNeedsQuotes,
      "related:\n  - to: 乙計画\n    as: 前身"),
    .fields("kind: 道具, number⟦:⟧ 3", .yamlNeedsQuotes, "kind: 道具\nnumber: 3"),
    .fields("budget: [{year: 2020年度, ⟦年度⟧: 2019年度, amount: 1億円}]", .duplicateKey),
    .fields("related: [{to: 乙計画, ⟦相手⟧: 甲, as: 前身}]", .duplicateKey),
    .fields("summary: \"第1棟\" ⟦#⟧201", .yamlCommentInValue, "summary: \"第1棟 #201\""),
    .fields("aliases: [甲斐] ⟦#⟧ 要確認", .yamlCommentInValue, "# 要確認\naliases: [甲斐]"),
    .fields("summary: 一体で取り組み、\n  ⟦社⟧会を変える。", .yamlStrayLine, "summary: 一体で取り組み、社会を変える。"),
    .file(
      "---\ntitle: 甲\n⟦---⟧\nyomi: こう\n---\n本文。\n", .frontMatterMark,
      "---\ntitle: 甲\nyomi: こう\n---\n本文。\n"),
    .fields("kind⟦　⟧: 道具", .yamlWrongSign, "kind: 道具"),
    .fields("kind⟦　⟧：道具", .yamlWrongSign, "kind: 道具"),
    .fields("kind⟦\u{A0}⟧: 道具", .yamlWrongSign, "kind: 道具"),
    .fields("related: [{to: 乙計画, ⟦ass⟧: 前身}]", .unknownKey, "related: [{to: 乙計画, as: 前身}]"),
    // A break that is missing, or one too many.
    .fields("kind: 道具⟦number⟧: 3", .yamlStrayLine, "kind: 道具\nnumber: 3"),
    .fields("cost: 1億円⟦years⟧: [2020年度]", .yamlStrayLine, "cost: 1億円\nyears: [2020年度]"),
    .fields("years: [2020年度]⟦kind⟧: 道具", .yamlStrayLine, "years: [2020年度]\nkind: 道具"),
    .fields(
      "budget:\n  - {year: 2020年度, amount: 1億円}⟦kind⟧: 道具", .yamlStrayLine,
      "budget:\n  - {year: 2020年度, amount: 1億円}\nkind: 道具"),
    .fields(
      "budget:\n  - {year: 2020年度, amount: 1億円}  ⟦-⟧ {year: 2021年度, amount: 1億円}", .yamlStrayLine,
      "budget:\n  - {year: 2020年度, amount: 1億円}\n  - {year: 2021年度, amount: 1億円}"),
    .fields(
      "budget:\n  - {year: 2020年度, amount: 1億円}, ⟦{⟧year: 2021年度, amount: 1億円}", .yamlStrayLine,
      "budget:\n  - {year: 2020年度, amount: 1億円}\n  - {year: 2021年度, amount: 1億円}"),
    .fields("kind\n⟦:⟧ 道具", .yamlStrayLine, "kind: 道具"),
    .fields("ki\n⟦n⟧d: 道具", .yamlStrayLine, "kind: 道具"),
    .fields("aliases: [甲\n⟦乙⟧, 丙]", .yamlStrayLine, "aliases: [甲乙, 丙]"),
    .fields("⟦aliases:⟧\nkind: 道具\n  - つくば", .yamlStrayLine, "aliases:\n  - つくば\nkind: 道具"),
    .fields("aliases:\n⟦aliases⟧:\n  - つくば", .duplicateKey, "aliases:\n  - つくば"),
    // A sign too many or too few.
    .fields("kind:⟦]⟧ 道具", .yamlStrayLine, "kind: 道具"),
    .fields("kind:⟦、⟧ 道具", .yamlStrayLine, "kind: 道具"),
    .fields(
      "aliases:\n ⟦（⟧ - つくば", .yamlStrayLine, "aliases:\n  - つくば"),
    .fields(
      "related:\n  -⟦、⟧ {to: 乙計画, as: 前身}", .yamlStrayLine, "related:\n  - {to: 乙計画, as: 前身}"),
    .fields(
      "related:\n  - ⟦\"⟧{to: 乙計画, as: 前身}", .yamlStrayLine, "related:\n  - {to: 乙計画, as: 前身}"),
    .fields(
      "related:\n  - to: 乙計画, as: 前身⟦}⟧", .yamlUnclosed, "related:\n  - {to: 乙計画, as: 前身}"),
    .fields("related: [{t⟦o⟧ 乙計画, as: 前身}]", .yamlStrayLine, "related: [{to: 乙計画, as: 前身}]"),
    .fields("related: [{to: 乙計画, ⟦{⟧as: 前身}]", .yamlStrayLine, "related: [{to: 乙計画, as: 前身}]"),
    .fields("aliases: [つくば⟦'⟧]", .yamlStrayLine, "aliases: [つくば]"),
    .fields("related: [{to: 乙計画,⟦,⟧ as: 前身}]", .yamlCommaInValue, "related: [{to: 乙計画,as: 前身}]"),
    // What nobody sees.
    .fields("kind:⟦\u{2028}⟧ 道具", .invisibleCharacter, "kind: 道具"),
    .fields("ki⟦\r⟧nd: 道具", .invisibleCharacter, "kind: 道具"),
    .fields(
      "related: [{t⟦\u{200B}⟧o: 乙計画, as: 前身}]", .invisibleCharacter, "related: [{to: 乙計画, as: 前身}]"),
    .fields("summary: 甲⟦\u{FFFD}⟧の要約", .encoding),
    // What gets lost.
    .fields("summary: 第1棟 ⟦#⟧201", .yamlCommentInValue, "summary: \"第1棟 #201\""),
    .fields("kind: 道具 ⟦#⟧ 覚え書き", .yamlCommentInValue, "# 覚え書き\nkind: 道具"),
    .fields(
      "figures: [採択1⟦,⟧234件（2020年度）]", .yamlCommaInValue,
      "figures: [\"採択1,234件（2020年度）\"]"),
    .fields(
      "budget:\n  - {year: 2020年度, amount: 1⟦,⟧100億円}", .yamlCommaInValue,
      "budget:\n  - {year: 2020年度, amount: \"1,100億円\"}"),
    .fields(
      "budget: [{year: 2020年度, amount: 1⟦,⟧100,000円, note: 内数}]", .yamlCommaInValue,
      "budget: [{year: 2020年度, amount: \"1,100,000円\", note: 内数}]"),
    .fields(
      "budget: [{year: 2020年度, amount: 1⟦,⟧200}]", .yamlCommaInValue,
      "budget: [{year: 2020年度, amount: \"1,200円\"}]"),
    .fields(
      "budget: [{year: 2020年度, amount: 1⟦,⟧200百万}]", .yamlCommaInValue,
      "budget: [{year: 2020年度, amount: \"1,200百万円\"}]"),
    .fields("summary: \"C:⟦\\⟧temp\\new\"", .yamlNeedsQuotes, "summary: 'C:\\temp\\new'"),
    // Lines that are none.
    .fields("kin⟦d⟧ 道具", .yamlStrayLine, "kind: 道具"),
    .fields("summary: 甲の要約は\n⟦ここで折れる⟧", .yamlStrayLine, "summary: 甲の要約はここで折れる"),
    .fields("⟦- つくば⟧\nkind: 道具", .yamlStrayLine),
    .fields("⟦本文を先に書いた。⟧", .yamlStrayLine),
    // The lines around.
    .file("⟦－－－⟧\ntitle: 甲\nyomi: こう\n---\n", .frontMatterMark, "---\ntitle: 甲\nyomi: こう\n---\n"),
    .file("⟦--⟧\ntitle: 甲\nyomi: こう\n---\n", .frontMatterMark, "---\ntitle: 甲\nyomi: こう\n---\n"),
    .file("⟦----⟧\ntitle: 甲\nyomi: こう\n---\n", .frontMatterMark, "---\ntitle: 甲\nyomi: こう\n---\n"),
    .file("⟦***⟧\ntitle: 甲\nyomi: こう\n---\n", .frontMatterMark, "---\ntitle: 甲\nyomi: こう\n---\n"),
    .file("⟦+++⟧\ntitle: 甲\nyomi: こう\n---\n", .frontMatterMark, "---\ntitle: 甲\nyomi: こう\n---\n"),
    .file("⟦\n⟧---\ntitle: 甲\nyomi: こう\n---\n", .frontMatterMark, "---\ntitle: 甲\nyomi: こう\n---\n"),
    .file(
      "---\ntitle: 甲\nyomi: こう\n⟦ーーー⟧\n本文。\n", .frontMatterMark,
      "---\ntitle: 甲\nyomi: こう\n---\n本文。\n"),
    .file(
      "---\ntitle: 甲\nyomi: こう\n⟦--⟧\n本文。\n", .frontMatterMark,
      "---\ntitle: 甲\nyomi: こう\n---\n本文。\n"),
    .file(
      "⟦⟧title: 甲\nyomi: こう\n---\n", .frontMatterMissing,
      "---\ntitle: 甲\nyomi: こう\n---\n"),
    .file(
      "---\ntitle: 甲\nyomi: こう\n⟦⟧\n本文。\n", .frontMatterMissing,
      "---\ntitle: 甲\nyomi: こう\n---\n\n本文。\n"),
  ]
}
