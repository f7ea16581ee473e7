import JSONTree

/// A record as `catalogue.json` has it, for a comparison with another edition.
struct ComparedRecord: Sendable {
  let name: RecordName
  /// Its values in the order of the file, none of which is nothing.
  let fields: [(place: FieldPlace, value: JSONNode)]
}

/// What a record is called.
package struct RecordName: Sendable, Hashable {
  package let collection: String
  package let id: String
  /// Its address from the base of the site: `/programmes/tia/`.
  package let url: String
  package let title: String

  /// `programmes/tia`, which no other record has.
  package var key: String { collection + "/" + id }
}

/// Where a value stands in the JSON of a record.
package enum FieldPlace: Sendable, Hashable {
  /// A member of the record: `title`.
  case own(String)
  /// A member of its `fields`: `kind`.
  case declared(String)

  /// The keys that lead to it.
  package var path: [String] {
    switch self {
    case .own(let key): [key]
    case .declared(let key): ["fields", key]
    }
  }
}
