/// The headers of a request that the preview looks at.
struct RequestFields {
  /// The names of those headers, in small letters.
  enum Name: String, CaseIterable {
    case host
    case contentLength = "content-length"
    case transferEncoding = "transfer-encoding"
    case connection
    case ifNoneMatch = "if-none-match"
    case range
    case ifRange = "if-range"

    /// Whether a second one makes it unclear where the request goes or where it ends.
    var isUnique: Bool { self == .host || self == .contentLength }
  }

  private var values: [Name: String] = [:]
  private static let names = Dictionary(
    uniqueKeysWithValues: Name.allCases.map { (Array($0.rawValue.utf8), $0) })
  private static let longestName = names.keys.map(\.count).max() ?? 0

  /// Reads the lines after the request line.
  ///
  /// A line that goes on in the next one begins with a space there, which no name does: 400.
  init(_ lines: some Sequence<ArraySlice<UInt8>>) throws(RequestFault) {
    for line in lines {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")),
        RequestFields.isToken(line[..<colon])
      else { throw .malformed }
      guard let name = RequestFields.name(line[..<colon]) else { continue }
      let value = RequestFields.trimmed(line[(colon + 1)...])
      if let former = values[name] {
        if name.isUnique { throw .malformed }
        // Several lines are one list (RFC 9110 §5.3).
        values[name] = former + ", " + value
      } else {
        values[name] = value
      }
    }
  }

  /// The value of a header, without spaces around it; nil when it is absent.
  subscript(name: Name) -> String? { values[name] }

  /// Whether the client wants the connection closed after this request.
  var hasClose: Bool { list(.connection).contains("close") }

  /// Throws when a body follows, or when it is not certain that none does (RFC 9112 §6.3, §11.2).
  func refuseBody(isOld: Bool) throws(RequestFault) {
    let encodings = list(.transferEncoding)
    if self[.transferEncoding] != nil {
      let isCertain = encodings.last == "chunked" && self[.contentLength] == nil && !isOld
      throw isCertain ? .hasBody : .malformed
    }
    guard let length = self[.contentLength] else { return }
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard !length.isEmpty, length.utf8.allSatisfy(digits.contains) else { throw .malformed }
    if length.utf8.contains(where: { $0 != UInt8(ascii: "0") }) { throw .hasBody }
  }

  /// The items of a list, in small letters.
  private func list(_ name: Name) -> [String] {
    (self[name] ?? "").utf8.split(separator: UInt8(ascii: ",")).map {
      RequestFields.trimmed(ArraySlice($0)).lowercased()
    }
  }

  private static func name(_ bytes: ArraySlice<UInt8>) -> Name? {
    if bytes.count > longestName { return nil }
    // A hyphen has the bit already that makes a letter small.
    return names[bytes.map { $0 | 0x20 }]
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    var bytes = bytes.drop(while: isBlank)
    while let last = bytes.last, isBlank(last) { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether bytes are a `token` (RFC 9110 §5.6.2), as names and methods are.
  static func isToken(_ bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.isEmpty
      && bytes.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          true
        default: marks.contains(byte)
        }
      }
  }

  private static let marks = Array("!#$%&'*+-.^_`|~".utf8)
}
