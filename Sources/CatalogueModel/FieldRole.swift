/// What a field is to its record, besides being one of its fields.
///
/// Pages, exports and the search ask for a role and never for a key: a catalogue may call its fields what
/// it likes. Names, summary and the like have their role by their key, which is the same in every
/// catalogue; the others are said with `role:` in `catalogue.yml`.
package enum FieldRole: String, Sendable, CaseIterable {
  // By the key of the field, which is the raw value.
  case title
  case reading = "yomi"
  case aliases
  case summary
  case english
  case figures
  case notes
  case updated
  case sources

  // By `role:`, whose word is the raw value.
  /// Who answers for the record: the relation to its owners.
  case responsible
  /// The time that the record belongs to, by which lists are sorted.
  case moment
  /// What sort of thing the record is.
  case kind
  /// The budget, with its chart, its table and the pages of fiscal years.
  case amount
  /// Where the record is.
  case place

  /// The roles that a definition gives with `role:`.
  package static let given: [FieldRole] = [.responsible, .moment, .kind, .amount, .place]

  /// The role that a field has by its key.
  package static func named(_ key: String) -> FieldRole? {
    FieldRole(rawValue: key).flatMap { given.contains($0) ? nil : $0 }
  }

  /// Whether a field of `type` can have the role.
  package func fits(_ type: any FieldType, isList: Bool) -> Bool {
    switch self {
    case .figures, .notes: isList
    case .aliases, .sources: isList && type.roles.contains(self)
    case .title, .reading, .summary, .english, .updated: !isList && type.roles.contains(self)
    case .responsible, .moment, .kind, .amount, .place: type.roles.contains(self)
    }
  }

  /// The places in which a field of the role stands apart from the other fields.
  var ownPlaces: [FieldListing] {
    switch self {
    case .title, .reading, .summary: FieldListing.allCases
    case .aliases: [.page, .search, .json]
    case .english, .figures, .notes: [.page]
    case .updated: [.page, .search]
    case .sources: [.page, .json]
    case .amount: [.page, .json]
    case .responsible, .moment, .kind, .place: []
    }
  }
}

/// Where the fields of a record are listed one after the other.
package enum FieldListing: Sendable, CaseIterable {
  /// The key facts of the record's page.
  case page
  /// The fields that the search reads.
  case search
  /// The member `fields` of the record's JSON.
  case json
  /// The columns of the collection's table.
  case table
}
