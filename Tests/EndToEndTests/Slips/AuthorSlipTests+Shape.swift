import Diagnostics

extension AuthorSlipTests {
  static let shapeSlips: [Slip] = signSlips + lineSlips + bracketSlips + quoteSlips + fileSlips

  private static let signSlips: [Slip] = [
    .fields("kind⟦：⟧道具", .yamlWrongSign, "kind: 道具"),
    .fields("種類⟦：⟧　道具", .yamlWrongSign, "種類: 道具"),
    .fields("kind⟦:⟧道具", .yamlMissingSpace, "kind: 道具"),
    .fields("kind ⟦:⟧道具", .yamlMissingSpace, "kind: 道具"),
    .fields("kind:⟦　⟧道具", .yamlWrongSign, "kind: 道具"),
    .fields("kind: ⟦　⟧道具", .yamlWrongSign, "kind: 道具"),
    .fields("address⟦:⟧https://example.jp/", .yamlMissingSpace, "address: https://example.jp/"),
    .fields("number⟦；⟧3", .yamlWrongSign, "number: 3"),
    .fields("number⟦=⟧3", .yamlWrongSign, "number: 3"),
    .fields("kin⟦d⟧ 道具", .yamlStrayLine, "kind: 道具"),
    .fields("種⟦類⟧　道具", .yamlStrayLine, "種類: 道具"),
    .fields("⟦＃⟧ 覚え書き", .yamlWrongSign, "# 覚え書き"),
    .fields("summary: 要約です。⟦　⟧", .yamlWrongSign, "summary: 要約です。"),
    .fields("place: 東館 ⟦#⟧ 要確認", .yamlCommentInValue, "# 要確認\nplace: 東館"),
    .fields("summary: 第1棟 ⟦#⟧201", .yamlCommentInValue, "summary: \"第1棟 #201\""),
    .fields("summary: ⟦#⟧201号室", .yamlCommentInValue, "summary: \"#201号室\""),
  ]

  private static let lineSlips: [Slip] = [
    .fields("⟦ ⟧kind: 道具", .yamlIndentation, "kind: 道具"),
    .fields("⟦\t⟧kind: 道具", .yamlIndentation, "kind: 道具"),
    .fields("⟦　⟧kind: 道具", .yamlWrongSign, "kind: 道具"),
    .fields("figures:\n⟦\t⟧- 一つ", .yamlIndentation, "figures:\n  - 一つ"),
    .fields("figures:\n⟦　⟧- 一つ", .yamlWrongSign, "figures:\n  - 一つ"),
    .fields("figures:\n  - 一つ\n⟦   ⟧- 二つ", .yamlIndentation, "figures:\n  - 一つ\n  - 二つ"),
    .fields("figures:\n  - 一つ\n⟦ ⟧- 二つ", .yamlIndentation, "figures:\n  - 一つ\n  - 二つ"),
    .fields("figures:\n  - 一つ\n⟦  ⟧kind: 道具", .yamlIndentation, "figures:\n  - 一つ\nkind: 道具"),
    .fields("figures:\n  ⟦-⟧一つ", .yamlMissingSpace, "figures:\n  - 一つ"),
    .fields("figures:\n  ⟦－⟧ 一つ", .yamlWrongSign, "figures:\n  - 一つ"),
    .fields("figures:\n  ⟦ー⟧一つ", .yamlWrongSign, "figures:\n  - 一つ"),
    .fields("figures:\n  ⟦・⟧一つ", .yamlWrongSign, "figures:\n  - 一つ"),
    .fields("figures:\n  ⟦*⟧ 一つ", .yamlWrongSign, "figures:\n  - 一つ"),
    .fields("figures:\n  - 一つ\n  ⟦二⟧つ", .yamlStrayLine, "figures:\n  - 一つ\n  - 二つ"),
    .fields("kind: 道具\n⟦-⟧ 一つ", .yamlStrayLine), .fields("kind: 道具\n  ⟦-⟧ 一つ", .yamlStrayLine),
    .fields("summary: 途中で\n⟦折⟧った要約", .yamlStrayLine, "summary: 途中で折った要約"),
    .fields("kind: 道具\n⟦kind⟧: 道具", .duplicateKey, "kind: 道具"),
    .fields(
      "related:\n  - to⟦：⟧乙計画\n    as: 前身", .yamlWrongSign, "related:\n  - to: 乙計画\n    as: 前身"),
    .fields(
      "related:\n  - to: 乙計画\n⟦   ⟧as: 前身", .yamlIndentation,
      "related:\n  - to: 乙計画\n    as: 前身"),
    .fields("figure⟦s⟧\n  - 一つ", .yamlStrayLine, "figures:\n  - 一つ"),
  ]

  private static let bracketSlips: [Slip] = [
    .fields("aliases: ⟦［⟧一、二］", .yamlWrongSign, "aliases: [一, 二]"),
    .fields("aliases: [一, 二⟦］⟧", .yamlWrongSign, "aliases: [一, 二]"),
    .fields("aliases: [一⟦、⟧二]", .yamlWrongSign, "aliases: [一, 二]"),
    .fields("aliases: [一⟦，⟧二]", .yamlWrongSign, "aliases: [一, 二]"),
    .fields("years: [2019年度⟦、⟧2020年度]", .yamlWrongSign, "years: [2019年度, 2020年度]"),
    .fields("aliases: [一,⟦　⟧二]", .yamlWrongSign, "aliases: [一, 二]"),
    .fields("aliases: ⟦[⟧一, 二", .yamlUnclosed, "aliases: [一, 二]"),
    .fields("aliases: ⟦[⟧一, 二\nkind: 道具", .yamlUnclosed, "aliases: [一, 二]\nkind: 道具"),
    .fields("aliases: [一, 二⟦}⟧", .yamlUnclosed, "aliases: [一, 二]"),
    .fields("aliases: [一, 二]⟦]⟧", .yamlUnclosed, "aliases: [一, 二]"),
    .fields("aliases: [一]⟦（⟧二）", .yamlAfterValue, "aliases: [一（二）]"),
    .fields(
      "related: [⟦{⟧to: 乙計画, as: 前身]", .yamlUnclosed, "related: [{to: 乙計画, as: 前身}]"),
    .fields(
      "related: [{to: 乙計画, as: 前身⟦｝⟧]", .yamlWrongSign, "related: [{to: 乙計画, as: 前身}]"),
    .fields(
      "related: [{to: 乙計画⟦、⟧as: 前身}]", .yamlWrongSign, "related: [{to: 乙計画, as: 前身}]"),
    .fields(
      "related: [{to⟦：⟧乙計画, as: 前身}]", .yamlWrongSign, "related: [{to: 乙計画, as: 前身}]"),
    .fields(
      "related: [{to⟦:⟧乙計画, as: 前身}]", .yamlMissingSpace, "related: [{to: 乙計画, as: 前身}]"),
    .fields(
      "related:\n  - ⟦｛⟧to：乙計画、as：前身｝", .yamlWrongSign, "related:\n  - {to: 乙計画, as: 前身}"),
    .fields(
      "budget: [{year: 2020年度, amount: 1⟦,⟧100億円}]", .yamlCommaInValue,
      "budget: [{year: 2020年度, amount: \"1,100億円\"}]"),
    .fields("figures: [採択1⟦,⟧234件]", .yamlCommaInValue, "figures: [\"採択1,234件\"]"),
    .fields("figures: [採択１⟦,⟧２３４件]", .yamlCommaInValue, "figures: [\"採択１,２３４件\"]"),
    .fields("figures: [目標⟦:⟧ 3件]", .yamlNeedsQuotes, "figures: [\"目標: 3件\"]"),
  ]

  private static let quoteSlips: [Slip] = [
    .fields("summary: ⟦\"⟧要約です。", .yamlUnclosed, "summary: \"要約です。\""),
    .fields("summary: ⟦'⟧要約です。\nkind: 道具", .yamlUnclosed, "summary: '要約です。'\nkind: 道具"),
    .fields("aliases: [⟦\"⟧一, 二]", .yamlUnclosed, "aliases: [\"一\", 二]"),
    .fields("summary: \"要約\"⟦（⟧仮）", .yamlAfterValue, "summary: \"要約（仮）\""),
    .fields("aliases: \"一\"⟦,⟧ \"二\"", .yamlAfterValue, "aliases: [\"一\", \"二\"]"),
    .fields("summary: ⟦“⟧要約”", .yamlWrongSign, "summary: \"要約\""),
    .fields("summary: ⟦‘⟧要約’", .yamlWrongSign, "summary: \"要約\""),
    .fields("summary: \"要約⟦”⟧", .yamlWrongSign, "summary: \"要約\""),
    .fields("summary: 目的⟦:⟧ 試すこと", .yamlNeedsQuotes, "summary: \"目的: 試すこと\""),
    .fields("summary: ⟦@⟧要約", .yamlNeedsQuotes, "summary: \"@要約\""),
    .fields("summary: ⟦`⟧要約`", .yamlNeedsQuotes, "summary: \"`要約`\""),
    .fields("summary: ⟦%⟧要約", .yamlNeedsQuotes, "summary: \"%要約\""),
    .fields("summary: ⟦[⟧仮] 要約", .yamlNeedsQuotes, "summary: \"[仮] 要約\""),
    .fields("summary: ⟦{⟧仮} 要約", .yamlNeedsQuotes, "summary: \"{仮} 要約\""),
    .fields("summary: ⟦>⟧ 要約", .yamlNeedsQuotes, "summary: \"> 要約\""),
    .fields("summary: ⟦|⟧ 要約", .yamlNeedsQuotes, "summary: \"| 要約\""),
    .fields("summary: ⟦-⟧ 要約", .yamlNeedsQuotes, "summary: \"- 要約\""),
    .fields("summary: ⟦*⟧要約", .yamlUnsupported, "summary: \"*要約\""),
    .fields("summary: ⟦&⟧要約", .yamlUnsupported, "summary: \"&要約\""),
    .fields("summary: ⟦!⟧要約", .yamlUnsupported, "summary: \"!要約\""),
    .fields("summary: \"C:⟦\\⟧共有\"", .yamlNeedsQuotes, "summary: \"C:\\\\共有\""),
  ]

  private static let fields = "title: 甲\nyomi: こう\n"

  private static let fileSlips: [Slip] =
    ["－－－", "ーーー", "--", "----", "- - -", "***", "+++", "—-"].flatMap { mark -> [Slip] in
      let sound = "---\n\(fields)---\n本文。\n"
      return [
        .file("⟦\(mark)⟧\n\(fields)---\n本文。\n", .frontMatterMark, sound),
        .file("---\n\(fields)⟦\(mark)⟧\n本文。\n", .frontMatterMark, sound),
      ]
    } + [
      .file("⟦\n⟧---\n\(fields)---\n本文。\n", .frontMatterMark, "---\n\(fields)---\n本文。\n"),
      .file("⟦ ⟧---\n\(fields)---\n本文。\n", .frontMatterMark, "---\n\(fields)---\n本文。\n"),
      .file("⟦⟧\(fields)---\n本文。\n", .frontMatterMissing, "---\n\(fields)---\n本文。\n"),
      .file("---\n\(fields)⟦⟧\n本文。\n", .frontMatterMissing, "---\n\(fields)---\n\n本文。\n"),
      .file(
        "⟦```yaml⟧\n---\n\(fields)---\n```\n本文。\n", .frontMatterMark,
        "---\n\(fields)---\n本文。\n"),
    ]
}
