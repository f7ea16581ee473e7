import CatalogueModel
import CatalogueViews
import Diagnostics
import Mustache

/// The key facts of a record: its fields in the order of the definition.
///
/// Fields with a place of their own on the page (names, figures, the budget, sources, relations between
/// equals) are left out; see `FieldListing`.
struct RecordFacts {
  let catalogue: Catalogue
  /// The facets of the record's collection: a value of a facet links to its list.
  let facets: FacetIndex

  /// What a fact offers.
  static let fields: [ViewShape.Field] = [
    .init("key", "欄のキー", .text),
    .init("label", "欄の見出し", .text),
    .init("role", "欄の役目(responsible、moment、kind、place、period)。なければ空", .text),
    .init("is_many", "値が2つ以上あるか", .flag),
    .init("is_inline", "値が2つ以上の短い言葉で、1行に並べられるか", .flag),
    .init(
      "values", "値",
      .list(
        of: .object([
          .init("text", "値", .text), .init("path", "リンクの先。なければ空", .text),
          .init("is_external", "リンクの先がこのサイトの外か", .flag),
          .init("detail", "役割など。なければ空", .text),
          .init("span", "つながる項目の期間。「期間 2013年度〜2021年度」。なければ空", .text),
        ]))),
  ]

  /// The facts of a record.
  func view(of index: RecordIndex) -> [View] {
    let collection = catalogue.collection(of: index)
    return collection.fields(in: .page).compactMap { place in
      let field = collection.fields[place]
      let values =
        field.relation.map { references(of: index, $0) }
        ?? plain(of: index, place, field, collection)
      if values.isEmpty { return nil }
      return .object([
        "key": .text(field.key), "label": .text(field.label), "values": .list(values),
        "role": .text(
          field.role.flatMap { FieldRole.given.contains($0) ? $0.rawValue : nil } ?? ""),
        "is_many": .flag(values.count > 1),
        "is_inline": .flag(
          values.count > 1 && field.relation == nil && collection.facets.contains(place)),
      ])
    }
  }

  /// The values of the record's words from a list (種類, 状態), each with its narrowed list.
  func marks(of index: RecordIndex) -> [View] {
    let collection = catalogue.collection(of: index)
    return collection.facets.flatMap { place -> [View] in
      let field = collection.fields[place]
      guard field.type.traits.contains(.choice) else { return [] }
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
      let address = field.type.address(value.value)
      var path = ""
      if case .fiscalYear(let year) = value.value {
        path = FiscalYearIndex.path(of: year)
      } else if let list = list(of: value.value, place, collection) {
        path = list
      } else if let address {
        path = address
      }
      return .object([
        "text": .text(shown.text), "path": .text(path), "detail": .text(shown.detail ?? ""),
        "span": .text(""), "is_external": .flag(address != nil && path == address),
      ])
    }
  }

  private func references(of index: RecordIndex, _ relation: RelationIndex) -> [View] {
    catalogue.edges(of: relation, from: index).map { edge in
      let detail = EdgeDetail.text(of: edge, in: catalogue.schema)
      guard let to = edge.to else {
        return .object([
          "text": .text(detail), "path": .text(""), "detail": .text(""),
          "span": .text(""), "is_external": .flag(false),
        ])
      }
      return .object([
        "text": .text(catalogue.records[to].title.value),
        "path": .text(catalogue.path(of: to)), "detail": .text(detail),
        "span": .text(TimeSpan.text(of: to, in: catalogue)), "is_external": .flag(false),
      ])
    }
  }
}
