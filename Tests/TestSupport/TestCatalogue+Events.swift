private import SystemPackage

extension TestCatalogue {
  /// A catalogue that calls everything otherwise than the shipped one: no 所管, 種類, 年度 or budget by
  /// these names, other relations before that of the owners, and a text with the key `budget`.
  package static var events: TestCatalogue {
    TestCatalogue(definition: eventsDefinition) {
      TestRecord("orgs/city", "市役所", yomi: "しやくしょ")
      TestRecord("orgs/paper", "新聞社", yomi: "しんぶんしゃ")
      TestRecord(
        "events/fair", "技術展", yomi: "ぎじゅつてん",
        """
        backers: [新聞社]
        hosts: [市役所]
        held: 2012年度
        style: 展示
        budget: [当初のみ]
        yosan: [{year: 2012年度, stage: 当初, amount: 5百万円}]
        spent: [{year: 2012年度, stage: 決算, amount: 4百万円}]
        hall: 市民会館
        """)
      TestRecord(
        "events/talk", "講演会", yomi: "こうえんかい",
        "hosts: [新聞社]\nbackers: [市役所]\nheld: 2011年6月\nstyle: 集会\nannounced: 2020-01-01")
    }
  }

  /// The definition of `events`.
  package static let eventsDefinition = """
    site: {title: 催し目録, base_url: https://example.jp/}
    common:
      title: {type: text, label: 名称, required: true}
      yomi: {type: reading, label: 読み}
      updated: {type: date, label: 更新日}
    collections:
      events:
        label: 催し
        facets: [level, style]
        fields:
          announced: {type: date, label: 告知}
          backers: {type: reference, list: true, label: 後援, to: [orgs], inverse: 後援する催し}
          hosts: {type: reference, list: true, label: 主催, to: [orgs], inverse: 主催する催し, role: responsible}
          held: {type: date_or_fiscal_year, label: 開催, role: moment}
          level: {type: enumeration, label: 規模, values: [全国, 地方]}
          style: {type: enumeration, label: 形式, values: {展示: show, 集会: meeting}, role: kind}
          budget: {type: text, list: true, label: 予算の段階}
          spent: {type: budget, list: true, label: 決算}
          yosan: {type: budget, list: true, label: 予算, role: amount}
          hall: {type: text, label: 会場, role: place}
      orgs:
        label: 団体
        fields: {}

    """

  /// The catalogue with the templates and the assets that the program comes with.
  package func withShippedTemplates() throws -> TestCatalogue {
    var catalogue = self
    catalogue.templates = [:]
    for (path, bytes) in try TestFiles.all(in: Checkout.root.appending("templates")) {
      if path.hasPrefix("assets/") {
        catalogue.assets["templates/" + path] = bytes
      } else if path.hasSuffix(".mustache") {
        let name = String(path.dropLast(".mustache".count))
        catalogue.templates[name] = String(decoding: bytes, as: UTF8.self)
      }
    }
    return catalogue
  }
}
