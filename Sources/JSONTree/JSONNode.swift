/// A value of a JSON text with its place.
package struct JSONNode: Sendable {
  /// What a value is (RFC 8259 §3).
  package enum Kind: Sendable {
    case null
    case boolean(Bool)
    /// A number as it is written, so that none loses digits.
    case number(String)
    case string(String)
    case array([JSONNode])
    /// Members in their order; a key may stand twice.
    case object([JSONMember])
  }

  package let kind: Kind
  /// The offsets in the bytes of the text.
  package let bytes: Range<Int>

  /// Joins a value to its place.
  package init(kind: Kind, bytes: Range<Int>) {
    self.kind = kind
    self.bytes = bytes
  }
}

/// A member of an object.
package struct JSONMember: Sendable {
  package let key: String
  package let value: JSONNode
}

extension JSONNode {
  /// The value of the first member with a key; nil where there is none, or this is no object.
  package subscript(key: String) -> JSONNode? { members?.first { $0.key == key }?.value }

  /// The members of an object; nil where this is none.
  package var members: [JSONMember]? {
    if case .object(let members) = kind { members } else { nil }
  }

  /// The elements of an array; nil where this is none.
  package var elements: [JSONNode]? {
    if case .array(let elements) = kind { elements } else { nil }
  }

  /// The text of a string; nil where this is none.
  package var string: String? {
    if case .string(let text) = kind { text } else { nil }
  }

  /// Whether this is `null`.
  package var isNull: Bool {
    if case .null = kind { true } else { false }
  }
}
