extension TestCatalogue {
  /// A catalogue in which every field, relation and section of a page is used at least once.
  package static var full: TestCatalogue {
    TestCatalogue(assets: ["content/assets/plan.gif": Array("GIF89a".utf8) + [64, 1, 200, 0]]) {
      TestRecord(
        "programmes/q-leap", "量子フラッグシップ <Q-LEAP>", yomi: "りょうしふらっぐしっぷ",
        """
        aliases: [Q-LEAP, "=量子\\"計画\\", ほか"]
        summary: 量子技術の<研究>開発を「一体」で進める & 広げる。
        english: Quantum Leap
        kind: 研究開発
        ministries: [文部科学省]
        agencies:
          - {to: 科学技術振興機構, role: 実施}
          - {to: 文部科学省, role: 公募}
        related: [{to: 人工知能基盤, as: 関連}, {to: 量子準備, as: 前身}]
        fiscal_years: [2018年度, 令和2年度]
        period: 2018年度〜
        budget:
          - {year: 2020年度, stage: 当初, amount: 32億円}
          - {year: 2019年度, stage: 当初, amount: 22億円}
          - {year: 2020年度, stage: 第3次補正, amount: 10億円}
          - {year: 2020年度, stage: 当初, amount: 5億円, note: 内数}
          - {year: 2021年度, note: 未定}
        results:
          - {name: 採択, year: 2018年度, value: "1,208", unit: 件, at: 第2部①}
          - {name: 採択, year: 2019年度, value: "2万5,451", unit: 件}
          - {名: 採択, 年: 令和2年度, 値: 0, 単位: 件, 注: 速報}
          - name: 伸び
            year: 2020年9月
            value: △1.50
            unit: ％
        ceiling: 1億円
        started: 2018-11-15
        moment: 2018年度
        open: はい
        number: 24
        address: https://example.jp/q?a=1&b=2
        detail: "**太字**"
        figures: [24件を採択, "+5件"]
        notes: [金額は予算額。]
        updated: 2021-04-01
        sources: [{document: 白書, at: 第2部①}, {document: 白書, at: 第3部}]
        """,
        body: """
          ## 概要

          [[科学技術振興機構]]と進める。[準備](ryoshi-junbi.md)から続く。{量子|りょうし}と<b>強調</b>。

          ![図の説明](/assets/plan.gif)

          ## 体制

          [概要](#概要)と[節](#section-budget)、[年度](/fiscal-years/2020/)、[外](https://example.jp/)。

          | 年 | 件 |
          | --- | ---: |
          | 2020 | 3 |

          """)
      TestRecord(
        "programmes/jinko-chino", "人工知能基盤", yomi: "じんこうちのうきばん",
        "kind: AI戦略\nministries: [文部科学省, 経済産業省]\nrelated: [{to: q-leap, as: 関連}]\nfiscal_years: [2020年度]\nupdated: 2021年3月"
      )
      TestRecord(
        "programmes/ryoshi-junbi", "量子準備", yomi: "りょうしじゅんび",
        "related: [{to: q-leap, as: 後継}]\nbudget: [{year: 2017年度, amount: 459百万円}]")
      TestRecord("ministries/mext", "文部科学省", yomi: "もんぶかがくしょう", "order: 5\naliases: [文科省]")
      TestRecord("ministries/meti", "経済産業省", yomi: "けいざいさんぎょうしょう", "order: 8")
      TestRecord("ministries/jpo", "特許庁", yomi: "とっきょちょう", "order: 9\nparent: 経済産業省")
      TestRecord(
        "agencies/jst", "科学技術振興機構", yomi: "かがくぎじゅつしんこうきこう",
        "aliases: [JST]\ncorporate_number: 4030005012570\nprizes: [{name: 会長賞}, {to: 文部科学省, name: 大臣賞}]",
        body: "[[Q-LEAP]]を担う。\n")
      TestRecord("documents/hakusho", "白書", yomi: "はくしょ", "issuers: [経済産業省, 科学技術振興機構]")
      TestRecord(
        "pages/about", "この目録について", yomi: "このもくろくについて", "summary: 説明です。",
        body: "# 読み方\n\n[[文科省]]など。\n")
    }
  }
}
