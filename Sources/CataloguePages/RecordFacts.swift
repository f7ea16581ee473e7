import CatalogueModel
import CatalogueViews
import Diagnostics
import Mustache

/// The key facts of a record: its fields in the order of the definition.
///
/// Fields with a place of their own on the page (names, figures, budget, text, sources, relations
/// between equals) are left out.
struct RecordFacts {
  let catalogue: Catalogue
  /// The facets of the record's collection: a value of a facet links to its list.
  let facets: FacetIndex

  /// What a fact offers.
  static let fields: [ViewShape.Field] = [
    .init("key", "欄のキー", .text),
    .init("label", "欄の見出し", .text),
    .init("is_many", "値が2つ以上あるか", .flag),
    .init(
      "values", "値",
      .list(
        of: .object([
          .init("text", "値", .text), .init("path", "リンクの先。なければ空", .text),
          .init("is_external", "リンクの先がこのサイトの外か", .flag),
          .init("detail", "役割など。なければ空", .text),
        ]))),
  ]

  private static let elsewhere: Set<String> = [
    CommonField.title, CommonField.reading, CommonField.aliases, CommonField.summary,
    CommonField.english, CommonField.figures, CommonField.notes, CommonField.updated,
  ]

  /// The facts of a record.
  func view(of index: RecordIndex) -> [View] {
    let collection = catalogue.collection(of: index)
    return collection.fields.indexed.compactMap { place, field in
      if Self.elsewhere.contains(field.key) || field.type is BudgetType { return nil }
      if collection.order == place { return nil }
      let values: [View]
      if let relation = field.relation {
        let relation = (place: relation, value: catalogue.schema.relations[relation])
        if relation.value.isCitation || !relation.value.words.isEmpty { return nil }
        values = references(of: index, relation.place)
      } else {
        values = plain(of: index, place, field, collection)
      }
      if values.isEmpty { return nil }
      return .object([
        "key": .text(field.key), "label": .text(field.label), "values": .list(values),
        "is_many": .flag(values.count > 1),
      ])
    }
  }

  /// The values of the record's words from a list (種類, 状態), each with its narrowed list.
  func marks(of index: RecordIndex) -> [View] {
    let collection = catalogue.collection(of: index)
    return collection.facets.flatMap { place -> [View] in
      let field = collection.fields[place]
      guard field.type is EnumerationType else { return [] }
      return catalogue.records[index].values(ofField: place).map { value in
        .object([
          "key": .text(field.key), "text": .text(field.type.show(value.value).text),
          "path": .text(list(of: value.value, place, collection) ?? ""),
        ])
      }
    }
  }

  /// The path of the list of the records that have a value; nil where the field is no facet.
  private func list(
    of value: FieldValue, _ place: FieldIndex, _ collection: Collection
  ) -> String? {
    guard let facet = collection.facets.firstIndex(of: place) else { return nil }
    let field = collection.fields[place]
    let folder = facets.facets[facet].folder(of: field.type.slug(value))
    return PagePath.encoded(FacetPage.path(collection, field.key, folder))
  }

  private func plain(
    of index: RecordIndex, _ place: FieldIndex, _ field: FieldDefinition, _ collection: Collection
  ) -> [View] {
    return catalogue.records[index].values(ofField: place).map { value in
      let shown = field.type.show(value.value)
      var path = ""
      if case .fiscalYear(let year) = value.value {
        path = FiscalYearIndex.path(of: year)
      } else if let list = list(of: value.value, place, collection) {
        path = list
      } else if field.type is URLType {
        path = shown.text
      }
      return .object([
        "text": .text(shown.text), "path": .text(path), "detail": .text(shown.detail ?? ""),
        "is_external": .flag(field.type is URLType),
      ])
    }
  }

  private func references(of index: RecordIndex, _ relation: RelationIndex) -> [View] {
    catalogue.edges(of: relation, from: index).map { edge in
      let detail = EdgeDetail.text(of: edge, in: catalogue.schema)
      guard let to = edge.to else {
        return .object([
          "text": .text(detail), "path": .text(""), "detail": .text(""),
          "is_external": .flag(false),
        ])
      }
      return .object([
        "text": .text(catalogue.records[to].title.value),
        "path": .text(catalogue.path(of: to)), "detail": .text(detail),
        "is_external": .flag(false),
      ])
    }
  }
}
