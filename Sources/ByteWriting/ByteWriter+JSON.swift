// Where the commas of JSON stand: before each member and element but the first, whose place shows in what
// was written last. A string ends in a quote, so it cannot be taken for an opening bracket.
extension ByteWriter {
  /// Begins an element of a JSON array: a comma, unless it is the first.
  package mutating func beginElement() {
    let last = bytes.last
    if last != UInt8(ascii: "[") && last != UInt8(ascii: "{") { append(UInt8(ascii: ",")) }
  }

  /// Begins an element on a line of its own.
  package mutating func beginElementLine() {
    beginElement()
    append(UInt8(ascii: "\n"))
  }

  /// Begins a member of a JSON object with a key of the program, which needs no escape; its value follows.
  package mutating func beginMember(_ key: StaticString) {
    beginElement()
    append(UInt8(ascii: "\""))
    append(key)
    append("\":")
  }

  /// Begins a member of a JSON object with any key; its value follows.
  package mutating func beginMember(key: String) {
    beginElement()
    append(json: key)
    append(UInt8(ascii: ":"))
  }

  /// Writes a JSON string, or `null` for nil.
  package mutating func append(jsonOrNull text: String?) {
    if let text { append(json: text) } else { append("null") }
  }

  /// Writes an array of JSON strings.
  package mutating func append(jsonArray texts: some Sequence<String>) {
    append("[")
    for text in texts {
      beginElement()
      append(json: text)
    }
    append("]")
  }

  /// Writes a JSON array of what `write` writes of each element.
  package mutating func append<Elements: Sequence>(
    jsonList elements: Elements, _ write: (Elements.Element, inout ByteWriter) -> Void
  ) {
    append("[")
    var isFirst = true
    for element in elements {
      if !isFirst { append(",") }
      isFirst = false
      write(element, &self)
    }
    append("]")
  }
}
