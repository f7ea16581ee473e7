package import CatalogueModel
package import CataloguePages
import CatalogueSource
package import Diagnostics
import Files
package import SystemPackage
package import Workspace

/// A small catalogue in memory with which a test shows one thing.
package struct TestCatalogue: Sendable {
  /// The text of `catalogue.yml`.
  package var definition: String
  package var records: [TestRecord]
  /// Texts of templates by their names.
  package var templates: [String: String]
  /// Bytes of assets by their paths from the root.
  package var assets: [String: [UInt8]]
  /// The text of `addresses.lock`; nil for none.
  package var lock: String?

  /// A catalogue of the records that are listed.
  package init(
    definition: String = TestCatalogue.definition,
    templates: [String: String] = TestCatalogue.templates, assets: [String: [UInt8]] = [:],
    @TestRecordBuilder _ records: () -> [TestRecord] = { [] }
  ) {
    self.definition = definition
    self.templates = templates
    self.assets = assets
    self.records = records()
  }

  /// The catalogue as the files that a build reads.
  package var sources: SourceTree {
    SourceTree(
      definition: .init(path: SourceTree.definitionName, bytes: Array(definition.utf8)),
      content: records.map(\.file),
      templates: templates.keys.sorted().map { name in
        .init(path: "templates/\(name).mustache", bytes: Array((templates[name] ?? "").utf8))
      },
      assets: assets.keys.sorted().map { .init(path: $0, bytes: assets[$0] ?? []) },
      addresses: lock.map { .init(path: SourceTree.addressesName, bytes: Array($0.utf8)) })
  }

  /// Reads, resolves, plans and checks the catalogue.
  package func checked(
    workers: Int = 1, repertoire: Repertoire = .shipped, drafts: DraftTreatment = .leftOut
  ) async -> CheckedSite {
    await Checking.check(
      sources, baseURL: nil, workers: workers, repertoire: repertoire, drafts: drafts)
  }

  /// Every fault of the catalogue, in the order of a report.
  package func diagnostics(workers: Int = 1) async -> [Diagnostic] {
    await checked(workers: workers).report.diagnostics
  }

  /// The resolved catalogue, or a failure of the test that tells the faults of the definition.
  package func resolved(workers: Int = 1) async throws -> Catalogue {
    try await context(workers: workers).catalogue
  }

  /// What pages are made from.
  package func context(
    workers: Int = 1, drafts: DraftTreatment = .leftOut
  ) async throws -> SiteContext {
    let checked = await checked(workers: workers, drafts: drafts)
    guard let site = checked.site else {
      throw Unreadable(messages: checked.report.diagnostics.map(\.message.english))
    }
    return site
  }

  /// The definition has errors.
  package struct Unreadable: Error {
    package let messages: [String]
  }

  /// Writes the catalogue into a folder.
  package func write(to root: FilePath) throws {
    let tree = sources
    let files =
      [tree.definition] + tree.content + tree.templates + tree.assets
      + [tree.addresses].compactMap { $0 }
    for file in files {
      try TestFiles.write(file.bytes, to: root.appending(file.path))
    }
    let schema = SchemaReader.read(path: tree.definition.path, bytes: tree.definition.bytes).schema
    for folder in ["content", "templates"]
      + (schema?.collections ?? []).map({ "content/" + $0.key })
    {
      try FileStore().makeFolder(root.appending(folder))
    }
  }

  /// The text that a diagnostic's range covers.
  package func text(at range: SourceRange) -> String {
    guard let bytes = sources.bytes(of: range.path) else { return "(no file \(range.path))" }
    return String(decoding: bytes[range.bytes], as: UTF8.self)
  }
}

extension TestCatalogue {
  /// A definition with every field type, relations of every kind and a hidden collection.
  package static let definition = """
    site:
      title: 試験目録
      description: 試験のための目録です。
      base_url: https://example.jp/
      language: ja

    common:
      title: {type: text, label: 名称, required: true}
      yomi: {type: reading, label: 読み, required: true}
      aliases: {type: text, list: true, label: 別名}
      summary: {type: text, label: 要約}
      english: {type: text, label: 英語名}
      figures: {type: text, list: true, label: 主な数値}
      notes: {type: text, list: true, label: 注記}
      updated: {type: date, label: 更新日}
      sources: {type: citation, list: true, label: 出典, to: [documents], inverse: 出典とする項目}

    collections:
      programmes:
        label: 施策
        description: 施策の説明です。
        facets: [ministries, kind, fiscal_years]
        fields:
          kind: {type: enumeration, label: 種類, values: [研究開発, 補助・助成, AI戦略]}
          ministries: {type: reference, list: true, label: 所管, role: responsible, to: [ministries], inverse: 所管施策}
          agencies:
            type: reference
            list: true
            label: 実施機関
            to: [agencies, ministries]
            inverse: 実施施策
            edge: {role: {type: text, label: 役割}}
          related:
            type: reference
            list: true
            label: 関連施策
            to: [programmes]
            edge: {as: {type: relation, label: 関係, required: true}}
            words: {前身: 後継, 後継: 前身, 上位: 下位, 下位: 上位, 関連: 関連}
          fiscal_years: {type: fiscal_year, list: true, label: 年度, role: moment}
          period: {type: period, label: 期間}
          budget: {type: budget, list: true, label: 予算}
          results: {type: measure, list: true, label: 実績}
          ceiling: {type: money, label: 上限額}
          started: {type: date, label: 開始日}
          moment: {type: date_or_fiscal_year, label: 時期}
          open: {type: boolean, label: 公募}
          number: {type: integer, label: 件数}
          address: {type: url, label: 公式ページ}
          detail: {type: markdown, label: 詳細}
      ministries:
        label: 府省庁
        counter: 機関
        order: order
        fields:
          order: {type: integer, label: 建制順}
          parent: {type: reference, label: 上位機関, to: [ministries], inverse: 所属機関}
        rules:
          - when: [所管施策]
            requires_one_of: [order, title, programmes.ministries]
      agencies:
        label: 機関
        fields:
          corporate_number: {type: corporate_number, label: 法人番号}
          prizes:
            type: reference
            list: true
            open: true
            label: 賞
            to: [ministries]
            inverse: 授与する賞
            edge: {name: {type: text, label: 賞の名称, required: true}}
      documents:
        label: 文書
        facets: [issuers]
        fields:
          issuers:
            type: reference
            list: true
            label: 発行
            to: [ministries, agencies]
            inverse: 発行した文書
      pages:
        label: 案内
        common: [title, yomi, summary]
        hidden: true
        fields: {}

    """

  /// The smallest template of every kind of page.
  package static let templates: [String: String] = Dictionary(
    uniqueKeysWithValues: PageKinds.all.map { kind in
      let text = kind.template == RecordPage.template ? recordTemplate : "<h1>{{page.title}}</h1>\n"
      return (kind.template, text)
    })

  private static let recordTemplate = """
    <h1>{{page.title}}</h1>
    {{{body}}}

    """
}
