import JSONTree

extension JSONNode {
  /// The key of the other record in a connexion, and of its title, which the other record has written.
  private static let other = "to"
  private static let title = "title"

  /// Whether the value is a connexion with another record.
  var isRelation: Bool { self[Self.other] != nil }

  /// How many connexions the value has, itself or as a list.
  var relationCount: Int { elements?.count(where: \.isRelation) ?? (isRelation ? 1 : 0) }

  /// Bytes that are the same for two values which say the same of their record.
  ///
  /// The title of the other record in a connexion is none of its facts: renaming a ministry is no change of all
  /// that it owns.
  var fact: [UInt8] {
    guard isRelation, let members else { return canonicalBytes }
    var isLeftOut = false
    let own = members.filter { member in
      // An attribute may have the same key; it stands behind the title.
      if member.key != Self.title || isLeftOut { return true }
      isLeftOut = true
      return false
    }
    return JSONNode(kind: .object(own), bytes: bytes).canonicalBytes
  }
}

extension ComparedRecord {
  /// How many connexions the record declares.
  var relationCount: Int { fields.reduce(0) { $0 + $1.value.relationCount } }
}
