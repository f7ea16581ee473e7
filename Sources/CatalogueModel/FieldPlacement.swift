/// Where each field of a collection stands: by its role, or in the lists of fields.
///
/// It is worked out once for a collection and is the only answer to "which fields stand elsewhere".
struct FieldPlacement: Sendable {
  /// The fields that have a role.
  private let fields: [FieldRole: FieldIndex]
  private let page: [FieldIndex]
  private let search: [FieldIndex]
  private let json: [FieldIndex]
  private let table: [FieldIndex]

  /// Places the fields of a collection, whose records are sorted by the field at `order`.
  init(_ fields: IndexedArray<FieldDefinition, FieldDefinition>, order: FieldIndex?) {
    self.fields = Dictionary(
      fields.indexed.compactMap { place, field in field.role.map { ($0, place) } },
      uniquingKeysWith: { first, _ in first })
    func list(_ listing: FieldListing) -> [FieldIndex] {
      fields.indices.filter { Self.isListed(fields[$0], isOrder: $0 == order, in: listing) }
    }
    page = list(.page)
    search = list(.search)
    json = list(.json)
    table = list(.table)
  }

  /// The field that has a role.
  func field(_ role: FieldRole) -> FieldIndex? { fields[role] }

  /// The fields of a listing, in their order.
  func fields(in listing: FieldListing) -> [FieldIndex] {
    switch listing {
    case .page: page
    case .search: search
    case .json: json
    case .table: table
    }
  }

  private static func isListed(
    _ field: FieldDefinition, isOrder: Bool, in listing: FieldListing
  ) -> Bool {
    if field.role?.ownPlaces.contains(listing) ?? false { return false }
    switch listing {
    case .page:
      // Relations between equals and citations have sections of their own.
      return !isOrder && !field.type.traits.contains(.citation)
        && field.type.connexion?.wordField == nil
    case .search: return !isOrder
    case .json: return true
    // One cell holds one value.
    case .table: return !field.isList
    }
  }
}
