package import ByteWriting

extension JSONNode {
  /// Writes the value as it stands, without spaces.
  package func write(to out: inout ByteWriter) { write(to: &out, sorted: false) }

  /// Bytes that two values share if they differ in nothing but spaces, escapes and the order of members.
  package var canonicalBytes: [UInt8] {
    var out = ByteWriter()
    write(to: &out, sorted: true)
    return out.bytes
  }

  private func write(to out: inout ByteWriter, sorted: Bool) {
    switch kind {
    case .null: out.append("null")
    case .boolean(let isTrue): out.append(isTrue ? "true" : "false")
    case .number(let digits): out.append(unescaped: digits)
    case .string(let text): out.append(json: text)
    case .array(let elements):
      out.append("[")
      for element in elements {
        out.beginElement()
        element.write(to: &out, sorted: sorted)
      }
      out.append("]")
    case .object(let members):
      out.append("{")
      for member in sorted ? Self.inOrder(members) : members {
        out.beginMember(key: member.key)
        member.value.write(to: &out, sorted: sorted)
      }
      out.append("}")
    }
  }

  /// The members by their keys, those of one key as they stand.
  private static func inOrder(_ members: [JSONMember]) -> [JSONMember] {
    members.enumerated().sorted { left, right in
      left.element.key == right.element.key
        ? left.offset < right.offset
        : left.element.key.utf8.lexicographicallyPrecedes(right.element.key.utf8)
    }.map(\.element)
  }
}
