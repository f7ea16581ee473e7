package import CatalogueModel
private import Diagnostics

extension Catalogue {
  /// The newest time that the field with that role tells of a record, in a form whose order is that of time.
  package func moment(of index: RecordIndex) -> String { newest(of: index)?.moment ?? "" }

  /// The newest time of a record as pages have it, and as tables do; empty where the record tells none.
  package func momentTexts(of index: RecordIndex) -> (text: String, cell: String) {
    guard let (value, type, _) = newest(of: index) else { return ("", "") }
    let text = type.show(value).text
    return if case .text(let cell) = type.cell(value) { (text, cell) } else { (text, text) }
  }

  private func newest(
    of index: RecordIndex
  ) -> (value: FieldValue, type: any FieldType, moment: String)? {
    let collection = collection(of: index)
    guard let place = collection.field(.moment) else { return nil }
    let type = collection.fields[place].type
    return records[index].values(ofField: place).compactMap { value in
      type.moment(value.value).map { (value.value, type, $0) }
    }.max { $0.2 < $1.2 }
  }
}

extension Collection {
  /// The field of the time of its records, where lists do not show it among what they can be narrowed by.
  package var momentApart: FieldIndex? {
    field(.moment).flatMap { facets.contains($0) ? nil : $0 }
  }
}
