package import CatalogueModel
private import Diagnostics

extension Catalogue {
  /// The newest time that the field with that role tells of a record, in a form whose order is that of time.
  package func moment(of index: RecordIndex) -> String {
    let collection = collection(of: index)
    guard let place = collection.field(.moment) else { return "" }
    let type = collection.fields[place].type
    return records[index].values(ofField: place).compactMap { type.moment($0.value) }.max() ?? ""
  }
}
