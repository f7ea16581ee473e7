/// Reads JSON texts, no more and no less than RFC 8259 has them, within limits.
///
/// The nesting is bounded, so that reading needs a bounded stack.
package struct JSONParser {
  private let bytes: [UInt8]
  private let limits: JSONLimits
  private var position = 0
  private var depth = 0
  private var count = 0

  private init(_ bytes: [UInt8], _ limits: JSONLimits) {
    self.bytes = bytes
    self.limits = limits
  }

  /// The value of a JSON text; throws a `JSONFault` where it is none, or goes beyond a limit.
  package static func parse(
    _ bytes: [UInt8], limits: JSONLimits
  ) throws(JSONFault) -> JSONNode {
    var parser = JSONParser(bytes, limits)
    if bytes.count > limits.bytes { throw parser.fault(.size) }
    parser.skipSpace()
    let node = try parser.value()
    parser.skipSpace()
    if parser.position < bytes.count { throw parser.fault(.syntax) }
    return node
  }

  private func fault(_ reason: JSONFault.Reason) -> JSONFault {
    JSONFault(reason: reason, offset: position)
  }

  /// The byte that is read next; 0, which no text has outside strings, at the end.
  private var next: UInt8 { position < bytes.count ? bytes[position] : 0 }

  private mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return
      }
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func value() throws(JSONFault) -> JSONNode {
    count += 1
    if count > limits.values { throw fault(.size) }
    let start = position
    let kind: JSONNode.Kind
    switch next {
    case UInt8(ascii: "{"): kind = .object(try members())
    case UInt8(ascii: "["): kind = .array(try elements())
    case UInt8(ascii: "\""): kind = .string(try string())
    case UInt8(ascii: "t"): kind = try word("true", .boolean(true))
    case UInt8(ascii: "f"): kind = try word("false", .boolean(false))
    case UInt8(ascii: "n"): kind = try word("null", .null)
    default: kind = .number(try number())
    }
    return JSONNode(kind: kind, bytes: start..<position)
  }

  private mutating func word(
    _ word: StaticString, _ kind: JSONNode.Kind
  ) throws(JSONFault) -> JSONNode.Kind {
    let isThere = word.withUTF8Buffer { bytes[position...].starts(with: $0) }
    if !isThere { throw fault(.syntax) }
    position += word.utf8CodeUnitCount
    return kind
  }

  private mutating func open() throws(JSONFault) {
    if depth == limits.depth { throw fault(.depth) }
    depth += 1
    position += 1
    skipSpace()
  }

  private mutating func elements() throws(JSONFault) -> [JSONNode] {
    try open()
    defer { depth -= 1 }
    var elements: [JSONNode] = []
    if take(UInt8(ascii: "]")) { return elements }
    while true {
      elements.append(try value())
      skipSpace()
      if take(UInt8(ascii: "]")) { return elements }
      if !take(UInt8(ascii: ",")) { throw fault(.syntax) }
      skipSpace()
    }
  }

  private mutating func members() throws(JSONFault) -> [JSONMember] {
    try open()
    defer { depth -= 1 }
    var members: [JSONMember] = []
    if take(UInt8(ascii: "}")) { return members }
    while true {
      if next != UInt8(ascii: "\"") { throw fault(.syntax) }
      let key = try string()
      skipSpace()
      if !take(UInt8(ascii: ":")) { throw fault(.syntax) }
      skipSpace()
      members.append(JSONMember(key: key, value: try value()))
      skipSpace()
      if take(UInt8(ascii: "}")) { return members }
      if !take(UInt8(ascii: ",")) { throw fault(.syntax) }
      skipSpace()
    }
  }
}

// MARK: - Numbers (§6)

extension JSONParser {
  private mutating func number() throws(JSONFault) -> String {
    let start = position
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) { try digits() }
    if take(UInt8(ascii: ".")) { try digits() }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try digits()
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  /// Takes one digit or more.
  private mutating func digits() throws(JSONFault) {
    let start = position
    while (48...57).contains(next) { position += 1 }
    if position == start { throw fault(.syntax) }
  }
}

// MARK: - Strings (§7)

extension JSONParser {
  private mutating func string() throws(JSONFault) -> String {
    position += 1
    let start = position
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        let text = try text(bytes[start..<position], at: start)
        position += 1
        return text
      case UInt8(ascii: "\\"): return try escapedString(after: start)
      case 0..<0x20: throw fault(.syntax)
      default: position += 1
      }
    }
    throw fault(.syntax)
  }

  /// Reads on where the first escape of a string stands.
  private mutating func escapedString(after start: Int) throws(JSONFault) -> String {
    var units = Array(bytes[start..<position])
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\""):
        let text = try text(units[...], at: start)
        position += 1
        return text
      case UInt8(ascii: "\\"): units += Array(String(try escape()).utf8)
      case 0..<0x20: throw fault(.syntax)
      default:
        units.append(byte)
        position += 1
      }
    }
    throw fault(.syntax)
  }

  private func text(_ units: ArraySlice<UInt8>, at start: Int) throws(JSONFault) -> String {
    guard let text = String(validating: units, as: UTF8.self) else {
      throw JSONFault(reason: .encoding, offset: start)
    }
    return text
  }

  private mutating func escape() throws(JSONFault) -> Unicode.Scalar {
    position += 1
    let letter = next
    if letter == UInt8(ascii: "u") { return try hexadecimalEscape() }
    let scalar: Unicode.Scalar
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): scalar = Unicode.Scalar(letter)
    case UInt8(ascii: "b"): scalar = "\u{8}"
    case UInt8(ascii: "f"): scalar = "\u{C}"
    case UInt8(ascii: "n"): scalar = "\n"
    case UInt8(ascii: "r"): scalar = "\r"
    case UInt8(ascii: "t"): scalar = "\t"
    default: throw fault(.syntax)
    }
    position += 1
    return scalar
  }

  /// `\u3042`, or two of them for a scalar beyond U+FFFF.
  private mutating func hexadecimalEscape() throws(JSONFault) -> Unicode.Scalar {
    let first = try unit()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, take(UInt8(ascii: "\\")), next == UInt8(ascii: "u") else {
      throw fault(.encoding)
    }
    let second = try unit()
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw fault(.encoding) }
    return scalar
  }

  /// The four digits behind `u`.
  private mutating func unit() throws(JSONFault) -> UInt32 {
    position += 1
    var value: UInt32 = 0
    for _ in 0..<4 {
      switch next {
      case let digit where (48...57).contains(digit): value = value << 4 | UInt32(digit - 48)
      case let digit where (65...70).contains(digit): value = value << 4 | UInt32(digit - 55)
      case let digit where (97...102).contains(digit): value = value << 4 | UInt32(digit - 87)
      default: throw fault(.syntax)
      }
      position += 1
    }
    return value
  }
}
