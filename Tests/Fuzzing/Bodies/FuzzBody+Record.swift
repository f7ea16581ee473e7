import CatalogueModel
import CatalogueSource
import Diagnostics
import JapaneseText

extension FuzzBody {
  /// A file of the content: front matter with a field of every type, then text.
  ///
  /// Every report has its place in the file and can be printed; what is no record has an error; what was
  /// read twice is the same.
  package static let record = FuzzBody("record") { bytes in
    guard let schema = RecordDefinition.schema, let collection = schema.collections.first else {
      return "the definition is faulty"
    }
    let reader = RecordReader(schema: schema)
    let path = "content/things/a.md"
    let (record, diagnostics) = reader.read(
      path: path, name: "a", collection: collection, bytes: bytes)
    for diagnostic in diagnostics {
      guard diagnostic.range.path == path, lies(diagnostic.range.bytes, in: bytes.indices) else {
        return "a report outside the file: \(diagnostic)"
      }
      for fix in diagnostic.fixes
      where TextEdit.applying(fix.edits, to: bytes, at: path) == nil {
        return "a fix that cannot be done: \(fix)"
      }
    }
    if record == nil, diagnostics.allSatisfy({ $0.severity != .error }) {
      return "neither a record nor an error"
    }
    if let record {
      let places =
        [record.title.bytes]
        + record.contents.flatMap { content in
          content.map { [$0.bytes] + $0.values.map(\.bytes) } ?? []
        }
      if let place = places.first(where: { !lies($0, in: bytes.indices) }) {
        return "a value outside the file: \(place)"
      }
    }
    let report = DiagnosticReport(diagnostics) { $0 == path ? bytes : nil }
    for language in [MessageLanguage.japanese, .english] {
      let text = report.text(language: language) { DisplayWidth.columns(of: $0) }
      if !isText(text) || !isText(report.json(language: language)) {
        return "a report that is no UTF-8"
      }
    }
    let again = reader.read(path: path, name: "a", collection: collection, bytes: bytes)
    return again.diagnostics == diagnostics && again.record?.title.value == record?.title.value
      ? nil : "another result at the second time"
  }
}

/// A collection with a field of every type.
private enum RecordDefinition {
  static let schema = SchemaReader.read(path: "catalogue.yml", bytes: Array(text.utf8)).schema

  private static let text = """
    site:
      title: 試験目録
      base_url: https://example.jp/
    collections:
      things:
        label: もの
        fields:
          title: {type: text, label: 名称, required: true}
          yomi: {type: reading, label: 読み}
          aliases: {type: text, list: true, label: 別名}
          summary: {type: text, label: 要約}
          kind: {type: enumeration, label: 種類, values: [研究開発, 補助・助成]}
          parts: {type: reference, list: true, label: 部分, to: [things], inverse: 全体}
          related:
            type: reference
            list: true
            label: 関連
            to: [things]
            edge: {as: {type: relation, label: 関係, required: true}}
            words: {前身: 後継, 後継: 前身}
          sources: {type: citation, list: true, label: 出典, to: [things], inverse: 出典とする項目}
          fiscal_years: {type: fiscal_year, list: true, label: 年度}
          period: {type: period, label: 期間}
          budget: {type: budget, list: true, label: 予算}
          ceiling: {type: money, label: 上限額}
          started: {type: date, label: 開始日}
          moment: {type: date_or_fiscal_year, label: 時期}
          open: {type: boolean, label: 公募}
          number: {type: integer, label: 件数}
          address: {type: url, label: 公式ページ}
          corporate_number: {type: corporate_number, label: 法人番号}
          detail: {type: markdown, label: 詳細}

    """
}
