/// What people call the fields of each collection, as far as the editions tell it.
struct FieldLabels: Sendable {
  private var declared: [String: [String: String]] = [:]
  private var roles: [String: [String: String]] = [:]

  /// The role of the field that a member of a record has, where its key is not the role.
  private static let rolesOfMembers = ["budget": "amount"]

  /// Takes over the name of a field.
  mutating func add(_ label: String, collection: String, key: String, role: String?) {
    declared[collection, default: [:]][key] = label
    if let role { roles[collection, default: [:]][role] = label }
  }

  /// The name of a field; nil where no edition tells it.
  subscript(collection: String, place: FieldPlace) -> String? {
    switch place {
    case .declared(let key): declared[collection]?[key]
    case .own(let key): roles[collection]?[Self.rolesOfMembers[key] ?? key]
    }
  }
}
