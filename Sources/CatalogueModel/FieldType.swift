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
  /// What the search finds the record by: the value as a reader may look for it, or nothing.
  func searchText(_ value: FieldValue) -> String?
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

  /// The text with its remark by default.
  package func searchText(_ value: FieldValue) -> String? {
    let shown = show(value)
    return shown.text + (shown.detail.map { "（\($0)）" } ?? "")
  }

  /// The text by default, without what a path must not hold.
  package func slug(_ value: FieldValue) -> String { Slug.make(show(value).text) }
}

/// Path segments for values of facets.
package enum Slug {
  /// The longest segment in bytes; file systems stop at 255.
  private static let limit = 80

  /// `text` as one path segment, different for different texts.
  ///
  /// White space, control characters, `/`, `\` and a leading dot become `-`; where anything was
  /// replaced or cut, a digest of the text follows, so that `a/b` and `a-b` stay apart.
  package static func make(_ text: String) -> String {
    var slug = String.UnicodeScalarView()
    var size = 0
    var isChanged = text.isEmpty
    for scalar in text.unicodeScalars {
      let length = UTF8.width(scalar)
      if size + length > limit {
        isChanged = true
        break
      }
      size += length
      if isAllowed(scalar) && !(scalar == "." && slug.isEmpty) {
        slug.append(scalar)
      } else {
        slug.append("-")
        isChanged = true
      }
    }
    return isChanged ? String(slug) + "-" + digest(of: text) : String(slug)
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 32 && !(0x7F...0xA0).contains(scalar.value) && scalar != "/" && scalar != "\\"
      && !scalar.properties.isWhitespace
  }

  /// Eight hexadecimal digits of the FNV-1a hash (Fowler, Noll, Vo) of the text.
  private static func digest(of text: String) -> String {
    var hash: UInt32 = 2_166_136_261
    for byte in text.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 8 - digits.utf8.count) + digits
  }
}
