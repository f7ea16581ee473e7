import ByteWriting
import CatalogueModel
import CatalogueViews
import Diagnostics

/// The fields of a collection as its records stand side by side: all that their pages show, in the order of the definition.
///
/// The title is the head of a column, and amounts have a row for each year.
struct ComparedFields: Sendable {
  private let catalogue: Catalogue
  private let collection: Collection
  private let places: [FieldIndex]

  /// Prepares the fields of a collection.
  init(_ collection: Collection, in catalogue: Catalogue) {
    self.catalogue = catalogue
    self.collection = collection
    places = collection.fields.indices.filter { place in
      switch collection.fields[place].role {
      case .title, .amount: false
      default: place != collection.order
      }
    }
  }

  /// The labels of the fields.
  var labels: [String] { places.map { collection.fields[$0].label } }

  /// Writes the values of a record, of each field a list.
  func append(valuesOf index: RecordIndex, to out: inout ByteWriter) {
    out.append(jsonList: places) { place, out in
      out.append(jsonList: values(of: place, of: index)) { $1.append(json: $0) }
    }
  }

  private func values(of place: FieldIndex, of index: RecordIndex) -> [String] {
    let field = collection.fields[place]
    guard let relation = field.relation else {
      return catalogue.records[index].values(ofField: place).map { value in
        let shown = field.type.show(value.value)
        return Self.text(shown.text, [shown.detail ?? ""])
      }
    }
    let definition = catalogue.schema.relations[relation]
    let own = catalogue.edges(of: relation, from: index).map { text(of: $0, to: $0.to) }
    if definition.wordField == nil { return Self.once(own) }
    // Between equals either side may have written it.
    let others = catalogue.edges(of: relation, to: index).map { edge in
      text(of: edge, to: edge.from) { definition.inverse(of: $0) }
    }
    return Self.once(own + others)
  }

  /// A connexion as one text: the other record, what it is to this one, and what else is said of it.
  private func text(
    of edge: Edge, to other: RecordIndex?, word change: (String) -> String = { $0 }
  ) -> String {
    let relation = catalogue.schema.relations[edge.relation]
    var details = [EdgeDetail.text(of: edge, in: catalogue.schema)]
    if let field = relation.wordField, case .text(let word)? = edge.attributes[field] {
      details.insert(change(word), at: 0)
    }
    // What a record leaves untold has its details alone.
    guard let other else { return details.filter { !$0.isEmpty }.joined(separator: "、") }
    return Self.text(catalogue.records[other].title.value, details)
  }

  private static func text(_ text: String, _ details: [String]) -> String {
    let told = details.filter { !$0.isEmpty }
    return told.isEmpty ? text : "\(text)（\(told.joined(separator: "、"))）"
  }

  private static func once(_ texts: [String]) -> [String] {
    var known: Set<String> = []
    return texts.filter { known.insert($0).inserted }
  }
}
