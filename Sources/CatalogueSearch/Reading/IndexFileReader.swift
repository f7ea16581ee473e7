/// A value in a file of the index.
enum IndexValue: Sendable, Equatable {
  case number(Int)
  case text([UInt16])
  case list([IndexValue])

  var number: Int? { if case .number(let number) = self { number } else { nil } }
  /// The UTF-16 of a text.
  var units: [UInt16]? { if case .text(let units) = self { units } else { nil } }
  var text: String? { units.map { String(decoding: $0, as: UTF16.self) } }
  var list: [IndexValue]? { if case .list(let values) = self { values } else { nil } }
}

/// Reads a file that `IndexFileWriter` wrote: `mokuroku("key",value)` in UTF-16.
///
/// It knows the JSON that the writer writes: arrays, strings with its escapes, whole numbers.
struct IndexFileReader {
  private let units: [UInt16]
  private var position = 0

  /// The key and the value of a file; nil if the file is not as the writer makes it.
  static func read(_ bytes: [UInt8]) -> (key: String, value: IndexValue)? {
    guard bytes.count > 2, bytes.count % 2 == 0, bytes[0] == 0xFF, bytes[1] == 0xFE else {
      return nil
    }
    var reader = IndexFileReader(
      units: stride(from: 2, to: bytes.count, by: 2).map {
        UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8
      })
    guard reader.take("mokuroku("), let key = reader.value()?.text, reader.take(","),
      let value = reader.value(), reader.take(")\n"), reader.position == reader.units.count
    else { return nil }
    return (key, value)
  }

  private init(units: [UInt16]) { self.units = units }

  private mutating func take(_ text: StaticString) -> Bool {
    let end = position + text.utf8CodeUnitCount
    guard end <= units.count else { return false }
    let isThere = text.withUTF8Buffer { utf8 in
      units[position..<end].elementsEqual(utf8) { $0 == UInt16($1) }
    }
    if isThere { position = end }
    return isThere
  }

  private mutating func value() -> IndexValue? {
    guard position < units.count else { return nil }
    if units[position] == UInt16(UInt8(ascii: "\"")) { return string().map(IndexValue.text) }
    if take("[") {
      var values: [IndexValue] = []
      if take("]") { return .list(values) }
      repeat {
        guard let value = value() else { return nil }
        values.append(value)
      } while take(",")
      return take("]") ? .list(values) : nil
    }
    var number: Int?
    while position < units.count, (48...57).contains(units[position]) {
      number = (number ?? 0) * 10 + Int(units[position]) - 48
      position += 1
    }
    return number.map(IndexValue.number)
  }

  private mutating func string() -> [UInt16]? {
    position += 1
    var text: [UInt16] = []
    while position < units.count {
      let unit = units[position]
      position += 1
      if unit == UInt16(UInt8(ascii: "\"")) { return text }
      if unit != UInt16(UInt8(ascii: "\\")) {
        text.append(unit)
        continue
      }
      guard let escaped = escape() else { return nil }
      text.append(escaped)
    }
    return nil
  }

  /// What stands after a backslash.
  private mutating func escape() -> UInt16? {
    guard position < units.count, let sign = UInt8(exactly: units[position]) else { return nil }
    position += 1
    switch sign {
    case UInt8(ascii: "n"): return 10
    case UInt8(ascii: "r"): return 13
    case UInt8(ascii: "t"): return 9
    case UInt8(ascii: "b"): return 8
    case UInt8(ascii: "f"): return 12
    case UInt8(ascii: "u"):
      guard position + 4 <= units.count else { return nil }
      let digits = String(decoding: units[position..<position + 4], as: UTF16.self)
      position += 4
      return UInt16(digits, radix: 16)
    default: return UInt16(sign)
    }
  }
}
