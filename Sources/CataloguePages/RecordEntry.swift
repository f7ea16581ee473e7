import CatalogueModel
import CatalogueViews
import Diagnostics
import JapaneseText
import Mustache

/// A record as lists show it: title, summary, kind and what its collection can be narrowed by.
enum RecordEntry {
  /// The shape of an entry.
  static let shape = ViewShape.object(fields)

  /// What an entry offers.
  static let fields: [ViewShape.Field] = [
    .init("title", "項目の名称", .text),
    .init("is_english", "名称が英語か", .flag),
    .init("path", "項目のページ(サイトの根から)", .text),
    .init("reading", "読み", .text),
    .init("summary", "要約", .text),
    .init("collection", "集まりの名前", .text),
    .init("collection_key", "集まりのキー", .text),
    .init(
      "tags", "絞り込みに使う値",
      .list(
        of: .object([
          .init("key", "欄のキー", .text), .init("label", "欄の見出し", .text),
          .init("text", "値を「、」でつないだもの", .text),
        ]))),
    .init("moment", "最も新しい年度または日付(西暦)。なければ空", .text),
    .init("moment_label", "時期の欄の見出し。絞り込みに使う欄なら空", .text),
    .init("moment_text", "最も新しい年度または日付。絞り込みに使う欄なら空", .text),
    .init("amount_label", "予算の欄の見出し。予算がなければ空", .text),
    .init("amount", "最も新しい年度の予算。なければ空", .text),
  ]

  /// The entry of a record.
  static func view(
    of index: RecordIndex, _ catalogue: Catalogue, _ facets: IndexedArray<Collection, FacetIndex>
  ) -> ViewObject {
    let record = catalogue.records[index]
    let collection = catalogue.collection(of: index)
    let own = facets[collection.index]
    let apart = collection.momentApart
    let amount = YearAmount.amounts(of: index, in: catalogue).first?.text ?? ""
    let tags = own.facets.indices.map { number -> View in
      .object([
        "key": .text(own.facets[number].key),
        "label": .text(own.facets[number].label),
        "text": .text(labels(of: index, collection.facets[number], catalogue)),
      ])
    }
    return [
      "title": .text(record.title.value),
      "is_english": .flag(EnglishText.isEnglish(record.title.value)),
      "path": .text(catalogue.path(of: index)),
      "reading": .text(record.reading?.text ?? ""),
      "summary": .text(record.summary),
      "collection": .text(collection.label),
      "collection_key": .text(collection.key),
      "tags": .list(tags),
      "moment": .text(catalogue.moment(of: index)),
      "moment_label": .text(apart.map { collection.fields[$0].label } ?? ""),
      "moment_text": .text(apart == nil ? "" : catalogue.momentTexts(of: index).text),
      "amount_label": .text(
        amount.isEmpty
          ? "" : collection.field(.amount).map { collection.fields[$0].label } ?? ""),
      "amount": .text(amount),
    ]
  }

  /// The values of a field in one line, references by the titles of the records.
  static func labels(
    of index: RecordIndex, _ place: FieldIndex, _ catalogue: Catalogue
  ) -> String {
    catalogue.texts(of: place, of: index).joined(separator: "、")
  }
}
