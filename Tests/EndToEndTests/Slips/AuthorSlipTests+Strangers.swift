import Diagnostics

extension AuthorSlipTests {
  /// What people typed who knew nothing of the program.
  static let strangerSlips: [Slip] = strangerShapes + strangerValues + strangerBorders

  private static let head = "---\ntitle: 甲\nyomi: こう\n"

  /// Fields below the line that ends them.
  private static let strangerBorders: [Slip] =
    [
      .file(
        "\(head)⟦---⟧\n種類: 道具\n\n本文。\n", .frontMatterMark, "\(head)種類: 道具\n---\n\n本文。\n"),
      .file(
        "\(head)⟦---⟧\n下書き: true\n---\n本文。\n", .frontMatterMark,
        "\(head)下書き: true\n---\n本文。\n"),
      .file(
        "\(head)⟦---⟧\n\n---\n種類: 道具\n---\n本文。\n", .frontMatterMark,
        "\(head)種類: 道具\n---\n本文。\n"),
      .file(
        "\(head)⟦---⟧\n---\nkind: 道具\n---\n本文。\n", .frontMatterMark,
        "\(head)kind: 道具\n---\n本文。\n"),
      .file(
        "\(head)⟦---⟧\n下書き: いいえ\n\n本文。\n\n---\n\n続き。\n", .frontMatterMark,
        "\(head)下書き: いいえ\n---\n\n本文。\n\n---\n\n続き。\n"),
      .file(
        "\(head)kind: 道具\n⟦---⟧\nkind: 建物\n本文。\n", .frontMatterMark,
        "\(head)kind: 建物\n---\n本文。\n"),
      .file(
        "\(head)kind: 道具\n⟦---⟧\n種類: 建物\n本文。\n", .frontMatterMark,
        "\(head)種類: 建物\n---\n本文。\n"),
      .file(
        "\(head)kind: 道具\n⟦---⟧\nkind: 謎である。\n\n本文。\n", .frontMatterMark,
        "\(head)kind: 道具\n---\n\n本文。\n"),
      .file("\(head)⟦---⟧本文である。\n", .frontMatterMark, "\(head)---\n本文である。\n"),
    ]

  /// Signs of YAML.
  private static let strangerShapes: [Slip] = [
    .fields("aliases: [甲斐, ⟦#⟧201\n  乙]", .yamlCommentInValue, "aliases: [甲斐, \"#201\",\n  乙]"),
    .fields("aliases: [甲斐, 乙, ⟦#⟧201\n]", .yamlCommentInValue, "aliases: [甲斐, 乙, \"#201\"\n]"),
    .fields("aliases: [甲斐, ⟦#⟧201]", .yamlCommentInValue, "aliases: [甲斐, \"#201\"]"),
    .fields("aliases: [甲斐, ⟦#⟧201, 乙]", .yamlCommentInValue, "aliases: [甲斐, \"#201\", 乙]"),
    .fields(
      "budget:\n  - {year: 2020年度, stage: 当初, ⟦#⟧ 17億円\n     note: 内数}", .yamlCommentInValue,
      "budget:\n  # 17億円\n  - {year: 2020年度, stage: 当初,\n     note: 内数}"),
    .fields(
      "related:\n  - {to: 乙計画, as: 前身, ⟦#⟧協力}", .yamlCommentInValue,
      "related:\n  #協力\n  - {to: 乙計画, as: 前身}"),
    .fields(
      "years: [2019年度,\n  2020年度 ⟦#⟧ 予定\n  ]\nbudget: [{year: 2020年度, amount: 1億円}]",
      .yamlCommentInValue,
      "years: [2019年度,\n  # 予定\n  2020年度\n  ]\nbudget: [{year: 2020年度, amount: 1億円}]"),
    .fields(
      "figures: ⟦#⟧201\n  - 採択", .yamlCommentInValue, "figures:\n  - \"#201\"\n  - 採択"),
    .fields("figures:\n  - ⟦#⟧ 採択13件\n  - 採択", .yamlCommentInValue, "figures:\n  # 採択13件\n  - 採択"),
    .fields("figures:\n  - 採択\n  - ⟦#⟧13件", .yamlCommentInValue, "figures:\n  - 採択\n  - \"#13件\""),
    .fields("figures:\n  - 採択\n  -⟦⟧\n  - 応募", .emptyValue, "figures:\n  - 採択\n  - 応募"),
    .fields(
      "figures: ⟦主⟧な数\n  - 採択", .yamlStrayLine, "figures:\n  - 主な数\n  - 採択"),
    .fields("figures:\n⟦　　⟧- 採択\n  - 応募", .yamlWrongSign, "figures:\n  - 採択\n  - 応募"),
    .fields("figures:\n  ⟦1⟧. 採択", .yamlStrayLine, "figures:\n  - 採択"),
    .fields("kind: 道具 ⟦＃⟧要確認", .yamlWrongSign, "# 要確認\nkind: 道具"),
    .fields("⟦{⟧kind: 道具}", .yamlStrayLine, "kind: 道具"),
    .fields("numbe⟦:r⟧ 3", .yamlWrongSign, "number: 3"),
    .fields("halls: [第一会場, 東館]⟦（⟧共管）", .yamlAfterValue, "# 共管\nhalls: [第一会場, 東館]"),
    .fields(
      "related:\n  - ⟦<⟧to: 乙計画, as: 前身>", .yamlWrongSign, "related:\n  - {to: 乙計画, as: 前身}"),
    .fields(
      "related: [{to: 乙計画⟦}⟧, as: 前身]", .yamlStrayLine, "related: [{to: 乙計画, as: 前身}]"),
    .fields("related: [⟦乙計画: 前身⟧]", .unknownKey, "related: [{to: 乙計画, as: 前身}]"),
    .fields("related: [{⟦乙計画⟧, as: 前身}]", .unknownKey, "related: [{to: 乙計画, as: 前身}]"),
    .fields("related: ⟦{to: 乙計画, as: 前身}⟧", .wrongShape, "related: [{to: 乙計画, as: 前身}]"),
  ]

  /// Values.
  private static let strangerValues: [Slip] = [
    .fields("halls: ⟦第一会場ほか⟧", .wrongShape),
    .fields("halls: ⟦西館と東館⟧", .wrongShape, "halls: [西館, 東館]"),
    .fields("halls: [西館⟦と⟧東館]", .yamlWrongSign, "halls: [西館, 東館]"),
    .fields("halls: [⟦西館（共管）⟧]", .unknownReference),
    .fields("related: [{to: 乙計画, as: ⟦前身、後継⟧}]", .unknownChoice),
    .fields("kind: ⟦道具・建物⟧", .unknownChoice),
    .fields("kinds: ⟦道具・建物⟧", .wrongShape, "kinds: [道具, 建物]"),
    .fields("kinds: ⟦道具と建物⟧", .wrongShape, "kinds: [道具, 建物]"),
    .fields("kinds: [⟦道具・建物⟧]", .unknownChoice, "kinds: [道具, 建物]"),
    .fields(
      "budget:\n  ⟦2020年度: 1億円⟧", .wrongShape, "budget:\n  [{year: 2020年度, amount: 1億円}]"),
    .fields("date: ⟦2026ー11ー21⟧", .invalidDate, "date: 2026-11-21"),
    .fields("date: ⟦2020年4月1日付⟧", .invalidDate, "date: 2020年4月1日"),
    .fields("date: ⟦令和二年四月一日⟧", .invalidDate, "date: 令和2年4月1日"),
    .fields("date: ⟦2009年6月〜⟧", .invalidDate, "date: 2009年6月"),
    .fields("date: ⟦令和8年11月21日（土）⟧", .invalidDate, "date: 令和8年11月21日"),
    .fields("year: ⟦令和二年度⟧", .invalidFiscalYear, "year: 令和2年度"),
    .fields("year: ⟦FY2019⟧", .invalidFiscalYear, "year: 2019年度"),
    .fields("year: ⟦20l9年度⟧", .invalidFiscalYear, "year: 2019年度"),
    .fields("year: ⟦令2年度⟧", .invalidFiscalYear, "year: 令和2年度"),
    .fields("period: ⟦2018年12月〜現在⟧", .invalidPeriod, "period: 2018年12月〜"),
    .fields("cost: ⟦17憶円⟧", .invalidMoney, "cost: 17億円"),
    .fields("cost: ⟦17億円。⟧", .invalidMoney, "cost: 17億円"),
    .fields("cost: ⟦十七億円⟧", .invalidMoney, "cost: 17億円"),
    .fields(
      "corporate_number: ⟦7000-0120-50002⟧", .invalidCorporateNumber,
      "corporate_number: 7000012050002"),
    .fields(
      "years: [2019年度, ⟦来年度⟧]\nbudget: [{year: 2020年度, amount: 1億円}]", .invalidFiscalYear),
    .fields("summary: ⟦{⟧拠点|きょてん}の計画。", .yamlNeedsQuotes, "summary: \"拠点（きょてん）の計画。\""),
  ]
}
