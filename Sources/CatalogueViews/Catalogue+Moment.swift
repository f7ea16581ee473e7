package import CatalogueModel
private import Diagnostics

extension Catalogue {
  /// The newest time that the field with that role tells of a record, in a form whose order is that of time.
  package func moment(of index: RecordIndex) -> String { newest(of: index)?.moment ?? "" }

  /// The same with the words of a page.
  package func newest(of index: RecordIndex) -> (moment: String, text: String)? {
    let collection = collection(of: index)
    guard let place = collection.field(.moment) else { return nil }
    let type = collection.fields[place].type
    let told = records[index].values(ofField: place).compactMap { value in
      type.moment(value.value).map { (moment: $0, value: value.value) }
    }
    return told.max { $0.moment < $1.moment }.map { ($0.moment, type.show($0.value).text) }
  }
}
