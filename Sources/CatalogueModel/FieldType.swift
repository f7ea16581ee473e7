package import ByteWriting
package import Diagnostics
package import YAMLTree

/// What a kind of field knows: to read its values, show, export and sort them, and give them to the search.
///
/// To add a field type: one file in `FieldTypes/` with a conforming struct, and a line in
/// `FieldTypeRegistry`. Values of lists are handed over one by one.
package protocol FieldType: Sendable {
  /// The word for it after `type:` in `catalogue.yml`.
  static var name: String { get }
  /// What an editor writes in such a field, for the guide and for `mokuroku explain fields`.
  static var summary: LocalisedText { get }

  /// Reads and checks one value; a fault goes to the reader and gives nil.
  func read(_ node: YAMLNode, _ reader: inout FieldReader) -> FieldValue?
  /// The value as a page shows it.
  func show(_ value: FieldValue) -> ShownValue
  /// Writes the value as JSON.
  func export(_ value: FieldValue, to out: inout ByteWriter)
  /// The value as one cell of a table; numbers bare, dates as ISO 8601.
  func cell(_ value: FieldValue) -> TableCell
  /// Bytes whose order is the order of the values.
  func sortKey(_ value: FieldValue) -> [UInt8]
  /// Words that should find the record.
  func searchTerms(_ value: FieldValue) -> [String]
  /// A short name for the value in URLs, when the field is a facet.
  func slug(_ value: FieldValue) -> String
}

/// One cell of a CSV table.
package enum TableCell: Sendable, Equatable {
  case empty
  case text(String)
  case number(Int)
}

extension FieldType {
  /// Text by default.
  package func show(_ value: FieldValue) -> ShownValue {
    if case .text(let text) = value { ShownValue(text) } else { ShownValue("") }
  }

  /// A JSON string by default.
  package func export(_ value: FieldValue, to out: inout ByteWriter) {
    out.append(json: show(value).text)
  }

  /// The text by default.
  package func cell(_ value: FieldValue) -> TableCell { .text(show(value).text) }

  /// The UTF-8 of the text by default.
  package func sortKey(_ value: FieldValue) -> [UInt8] { Array(show(value).text.utf8) }

  /// The text by default.
  package func searchTerms(_ value: FieldValue) -> [String] { [show(value).text] }

  /// The text by default, without what a path must not hold.
  package func slug(_ value: FieldValue) -> String { Slug.make(show(value).text) }
}

/// Path segments for values of facets.
package enum Slug {
  /// `text` with `/`, `\`, control characters and leading dots replaced, so that it is one path segment.
  package static func make(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      let replaced =
        byte < 33 || byte == 127 || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\")
        || (byte == UInt8(ascii: ".") && bytes.isEmpty)
      bytes.append(replaced ? UInt8(ascii: "-") : byte)
    }
    if bytes.isEmpty { return "-" }
    return String(decoding: bytes.count > longest ? shortened(bytes) : bytes, as: UTF8.self)
  }

  /// File systems take names of 255 bytes.
  private static let longest = 200

  /// The beginning of a long text and, so that no two are the same, a digest of the whole (FNV-1a).
  private static func shortened(_ bytes: [UInt8]) -> [UInt8] {
    var cut = longest - 17
    while bytes[cut] & 0xC0 == 0x80 { cut -= 1 }
    let start: UInt64 = 0xCBF2_9CE4_8422_2325
    let digest = bytes.reduce(start) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    return bytes[..<cut] + [UInt8(ascii: "-")] + Array(String(digest, radix: 16).utf8)
  }
}
