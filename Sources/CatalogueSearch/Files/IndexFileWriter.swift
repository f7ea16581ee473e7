import ByteWriting
import TextFolding

/// Writes one file of the index: a classic script that calls `mokuroku` with a key and JSON.
///
/// A script, not a JSON file, so that the same file is read over HTTP and from `file://`. It is UTF-16
/// with a byte order mark, which stands above any other sign of the encoding (Encoding Standard,
/// "decode"): Japanese text is a third smaller than in UTF-8, and grams and lists are two bytes each.
struct IndexFileWriter {
  private var writer = ByteWriter()
  private let key: String

  init(key: String) {
    self.key = key
    writer.append("mokuroku(")
    writer.append(json: key)
    writer.append(",")
  }

  mutating func append(_ literal: StaticString) { writer.append(literal) }

  mutating func append(json text: String) { writer.append(json: text) }

  mutating func append(decimal value: Int) { writer.append(decimal: value) }

  /// Writes units that need no escape in JSON: grams, and characters of `BitWriter`.
  mutating func append(plain units: some Sequence<UInt16>) {
    for unit in units { append(plain: unit) }
  }

  mutating func append(plain unit: UInt16) {
    if unit < 0x80 {
      writer.append(UInt8(truncatingIfNeeded: unit))
    } else if unit < 0x800 {
      writer.append(UInt8(truncatingIfNeeded: 0xC0 | unit >> 6))
      writer.append(UInt8(truncatingIfNeeded: 0x80 | unit & 63))
    } else {
      writer.append(UInt8(truncatingIfNeeded: 0xE0 | unit >> 12))
      writer.append(UInt8(truncatingIfNeeded: 0x80 | unit >> 6 & 63))
      writer.append(UInt8(truncatingIfNeeded: 0x80 | unit & 63))
    }
  }

  /// Ends the file.
  mutating func finish() -> IndexFile {
    writer.append(")\n")
    return IndexFile(key: key, bytes: Self.utf16(writer.bytes))
  }

  /// UTF-8 as UTF-16, low byte first, with a byte order mark.
  private static func utf16(_ utf8: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = [0xFF, 0xFE]
    bytes.reserveCapacity(utf8.count)
    func append(_ unit: UInt32) {
      bytes.append(UInt8(truncatingIfNeeded: unit))
      bytes.append(UInt8(truncatingIfNeeded: unit >> 8))
    }
    var index = 0
    while index < utf8.count {
      let first = UInt32(utf8[index])
      switch first {
      case 0..<0x80:
        append(first)
        index += 1
      case 0x80..<0xE0:
        append((first & 0x1F) << 6 | UInt32(utf8[index + 1]) & 0x3F)
        index += 2
      case 0xE0..<0xF0:
        append(
          (first & 0x0F) << 12 | (UInt32(utf8[index + 1]) & 0x3F) << 6
            | UInt32(utf8[index + 2]) & 0x3F)
        index += 3
      default:
        let scalar =
          (first & 0x07) << 18 | (UInt32(utf8[index + 1]) & 0x3F) << 12
          | (UInt32(utf8[index + 2]) & 0x3F) << 6 | UInt32(utf8[index + 3]) & 0x3F
        append(0xD800 + (scalar - 0x10000) >> 10)
        append(0xDC00 + (scalar - 0x10000) & 0x3FF)
        index += 4
      }
    }
    return bytes
  }
}
