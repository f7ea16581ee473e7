@testable import CatalogueSearch

/// The documents of the golden index in Tests/GoldenSearch: few, but enough for every part of the format.
///
/// Twenty pages have what makes words hard to find, or names that people give things; the others are alike, so that
/// long grams are on many pages, one character is crowded, and the pages' files need tables.
enum GoldenSite {
  static let facets = [
    FacetDefinition(
      key: "kind", label: "種類",
      values: [
        .init(id: "base", label: "拠点"), .init(id: "paper", label: "資料"),
        .init(id: "no", label: "無"),
      ])
  ]

  static let documents: [SearchDocument] = special + named + papers

  private static let special = [
    page(
      "kyoto", "京都の研究拠点", "京都に置く。ﾅﾉﾃｸの研究。", readings: ["きょうとのけんきゅうきょてん"], aliases: ["京都"],
      kind: "base"),
    page("tokyo", "東京都の推進事業", "東京都が進める。東京都内の三か所。", aliases: ["ＴＯＫＹＯ"]),
    page("tia", "ＴＩＡ", "つくばの拠点。", aliases: ["つくばイノベーションアリーナ"], kind: "base"),
    page("radical", "政策⼒の向上", "⺠間の⼒を⽤いる。髙橋と𠮷田、渡邊。葛\u{E0100}城市。"),
    page("year", "令和２年度の予算", "平成31年度から続く。2020年に始めた。"),
    page("verb", "打ち合わせの進め方", "申し込みを受け付ける。"),
    page("katakana", "ろぼっと教室", "ロボットを学ぶ。コンピューターも学ぶ。デ一タ‐ベース。"),
    page("computer", "計算機の歴史", "コンピュータとサーバー。"),
    page("ruby", "深海の調査", "深海掘削を行う。", rubies: [.init(base: "深海掘削", reading: "しんかいくっさく")]),
    page("signs", "R&Dの費用", "C++で10％増。※注あり。▲3億円。㍿。CO₂。“引用”\\\n二行目。"),
  ]

  /// Records under all their names, and what refers to them.
  private static let named = [
    page(
      "nedo", "新エネルギー・産業技術総合開発機構", "公募を行う。",
      readings: ["しんえねるぎー・さんぎょうぎじゅつそうごうかいはつきこう", "ねど"], aliases: ["NEDO", "NEDO技術開発機構"]),
    page("nedo-forum", "NEDOフォーラム", "成果を示す。"),
    page("fund", "革新基盤基金", "100億円を積む。第5期の計画。2020.4.1に始めた。", more: "実施機関 新エネルギー・産業技術総合開発機構"),
    page("subsidy", "省エネルギー補助金", "1,100億円と十七億円を配る。第15期の計画。令和2年4月1日に始めた。"),
    page("j-nexus", "地域中核拠点支援J-NEXUS", "Society 5.0を目指す。", aliases: ["J-NEXUS"]),
    page("riken", "理化学研究所", "文京に置いた。", readings: ["りかがくけんきゅうしょ"], aliases: ["理研", "RIKEN"]),
    page("rcnp", "核物理研究センター", "加速器を使う。", more: "所管 理化学研究所"),
    // MIC is another name of 総務の省, and the beginning of another word.
    page(
      "muller", "ミュラー研究所", "Caféで語る。", aliases: ["Müller Institut"],
      more: "展示 Microelectronics"),
    page("meeting", "研究 － 交流の「広場」", "交流する。MICと語る。"),
    page("mic", "総務の省", "ICTを使う。", aliases: ["MIC", "都芸会"]),
    page("design", "デザインスクール", "学ぶ場。", readings: ["でざいんすくーる"]),
    page("pair", "2020 2021 白書", "二つの年。", more: "関連 デザインスクール、総務の省"),
    page("robot", "ロボット", "ろぼっと教室に貸す。", readings: ["ろぼっと"]),
  ]

  private static let papers = (100..<217).map { number in
    // As many pages as need not be told apart by longer grams, short and long ones, and more.
    let more =
      (number < 116 ? "試行の段階の報告。" : "") + (number < 114 ? "MITの例。" : "")
      + (number < 130 ? "地域の産業の振興。" : "")
      + (number < 164 ? "継続の審査の結果。" : "")
      // Of 140 pages 49: twice as many times 10 are just 140 times 7, where gaps get their low bits.
      + (number < 149 ? "独立した評価。" : "")
    return page(
      "paper-\(number)", "資料\(number)",
      "第\(number)回の会議の資料の計画の推進の方針の概要の説明。戦略的な推進の計画。" + more, kind: "paper")
  }

  private static func page(
    _ name: String, _ title: String, _ text: String, readings: [String] = [],
    aliases: [String] = [], rubies: [SearchDocument.Ruby] = [], kind: String? = nil,
    more facts: String = ""
  ) -> SearchDocument {
    let first = text.prefix { $0 != "。" } + "。"
    return SearchDocument(
      url: "\(name)/", collection: "施策", title: title, aliases: aliases,
      readings: readings,
      summary: String(first), rubies: rubies,
      facets: kind.map { [.init(key: "kind", values: [$0])] } ?? [],
      sections: [
        .init(anchor: "", heading: "", text: String(text.dropFirst(first.count))),
        .init(anchor: "s1", heading: "補足", text: "\(title)について。"),
        .init(anchor: "", heading: "", text: facts),
      ].filter { !$0.text.isEmpty && (kind != "paper" || $0.anchor.isEmpty) })
  }

  /// Texts that are folded, cut and hashed.
  static let texts = [
    "ＴＩＡ", "ｔｉａ１２", "ﾅﾉﾃｸﾉﾛｼﾞｰ", "政策⼒", "⺠間", "髙橋", "𠮷田", "渡邊", "葛\u{E0100}城市", "センタ―", "ユ‐ザー",
    "量子 コンピュータ",
    "Deep  Learning", "改\u{AD}めて", "か\u{3099}ん", "ｶﾞﾗｽ", "㈱未来", "①CO₂½", "Straße ςΣ", "İstanbul",
    "ヴァイオリン", "R&D※▲", "々〆〇",
    "ヶ所", "각", "😀笑", "新エネルギー・産業技術", "J-NEXUS／J NEXUS", "「研究」（仮称）", "a/b:c_d|e~f", "甲　乙", "第5期 第15期",
    "1,100億円", "1,1000", "12,34", "1,234,567.89", "2020.4.1", "5.0。0.5", ".5", "5.", "5..0",
    "1,100,20", "9", "Café Élan ōū ø",
    "e\u{301}a", "か゛", "ア゛", "十七億円", "①②", "𠮷12𠮷", "١٢",
  ]
}
