import CatalogueModel
import Diagnostics
import TextFolding

/// A record has one value of a name for a year: a second would make two numbers of one.
///
/// A name with two values is told once, at the second of them.
struct MeasuresStandOnce: Check {
  func diagnostics(in catalogue: Catalogue) -> [Diagnostic] {
    catalogue.schema.collections.flatMap { collection -> [Diagnostic] in
      let fields = collection.fields.indices.filter {
        collection.fields[$0].type.roles.contains(.measures)
      }
      if fields.isEmpty { return [] }
      return catalogue.members[collection.index].flatMap { index in
        fields.flatMap { repeated(in: catalogue.records[index], $0, collection) }
      }
    }
  }

  private func repeated(
    in record: Record, _ place: FieldIndex, _ collection: Collection
  ) -> [Diagnostic] {
    let type = collection.fields[place].type
    var first: [String: Measure] = [:]
    var told: Set<String> = []
    return record.values(ofField: place).compactMap { value in
      guard case .measure(let measure) = value.value else { return nil }
      // The sort key has the name and the time.
      let key = Folding.fold(String(decoding: type.sortKey(value.value), as: UTF8.self))
      guard let other = first[key] else {
        first[key] = measure
        return nil
      }
      guard told.insert(key).inserted else { return nil }
      let name = measure.name.value
      return Diagnostic(
        .duplicateMeasure, at: SourceRange(path: record.path, bytes: measure.time.bytes),
        LocalisedText(
          "「\(name)」のこの年の値が、もう書かれています。1つにするか、測り方が違えば名を変えます。",
          en: "'\(name)' has a value for this time already; keep one, or give it another name"),
        notes: [
          Diagnostic.Note(
            LocalisedText("もう一つの値は\(other.amount)です。", en: "the other value is \(other.amount)"),
            at: SourceRange(path: record.path, bytes: other.time.bytes))
        ])
    }
  }
}
