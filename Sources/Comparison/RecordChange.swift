package import JSONTree

/// A record that says something else than before.
package struct RecordChange: Sendable {
  /// Its name in the new edition.
  package let name: RecordName
  /// Its fields that have other values, in the order of the record.
  package let fields: [FieldChange]
  /// Whether its text says something else, or is built otherwise.
  package let isTextChanged: Bool

  /// Compares the record in two editions; nil where it says the same.
  init?(
    from old: ComparedRecord, to new: ComparedRecord, isTextChanged: Bool,
    label: (FieldPlace) -> String?
  ) {
    name = new.name
    let before = Dictionary(
      old.fields.map { ($0.place, $0.value) }, uniquingKeysWith: { first, _ in first })
    let places = Set(new.fields.map(\.place))
    var fields = new.fields.compactMap { field in
      FieldChange(field.place, label(field.place), from: before[field.place], to: field.value)
    }
    for field in old.fields where !places.contains(field.place) {
      if let change = FieldChange(field.place, label(field.place), from: field.value, to: nil) {
        fields.append(change)
      }
    }
    self.fields = fields
    self.isTextChanged = isTextChanged
    if fields.isEmpty && !isTextChanged { return nil }
  }
}

/// A field of a record that has other values than before.
package struct FieldChange: Sendable {
  /// How it changed.
  package enum Kind: Sendable {
    /// One value stands for another; nil where none was or is written.
    case value(old: JSONNode?, new: JSONNode?)
    /// Values of a list went and came; the others may stand in another order.
    case list(added: [JSONNode], removed: [JSONNode], isReordered: Bool)
  }

  package let place: FieldPlace
  /// What people call the field; nil where no edition tells it.
  package let label: String?
  package let kind: Kind

  /// Compares the values; nil where they say the same.
  init?(_ place: FieldPlace, _ label: String?, from old: JSONNode?, to new: JSONNode?) {
    self.place = place
    self.label = label
    // What is not written is an empty list where the other is one.
    if let before = old.map(\.elements) ?? [], let after = new.map(\.elements) ?? [],
      old?.elements != nil || new?.elements != nil
    {
      guard let kind = Self.listChange(from: before, to: after) else { return nil }
      self.kind = kind
    } else {
      if old.map(\.fact) == new.map(\.fact) { return nil }
      kind = .value(old: old, new: new)
    }
  }

  private static func listChange(from old: [JSONNode], to new: [JSONNode]) -> Kind? {
    let before = old.map(\.fact)
    let after = new.map(\.fact)
    if before == after { return nil }
    let added = surplus(of: new, after, over: before)
    let removed = surplus(of: old, before, over: after)
    return .list(
      added: added, removed: removed,
      isReordered: added.isEmpty && removed.isEmpty)
  }

  /// The values that stand in one list more often than in another.
  private static func surplus(
    of values: [JSONNode], _ facts: [[UInt8]], over others: [[UInt8]]
  ) -> [JSONNode] {
    var counts: [[UInt8]: Int] = [:]
    for fact in others { counts[fact, default: 0] += 1 }
    var surplus: [JSONNode] = []
    for (value, fact) in zip(values, facts) {
      if let count = counts[fact], count > 0 {
        counts[fact] = count - 1
      } else {
        surplus.append(value)
      }
    }
    return surplus
  }

  /// How many connexions came and went with the change.
  var relationCount: EditionChanges.Counts {
    switch kind {
    case .value(let old, let new):
      EditionChanges.Counts(
        added: new?.relationCount ?? 0, removed: old?.relationCount ?? 0)
    case .list(let added, let removed, _):
      EditionChanges.Counts(
        added: added.count(where: \.isRelation), removed: removed.count(where: \.isRelation))
    }
  }
}
