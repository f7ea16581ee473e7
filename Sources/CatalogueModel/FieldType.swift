package import ByteWriting
package import Diagnostics
package import JapaneseText
private import TextRules
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
  /// What is true of every value of the type.
  var traits: FieldTraits { get }
  /// What a field of the type can be to its record.
  var roles: Set<FieldRole> { get }
  /// The connexion that a value writes, where it names another record.
  var connexion: ReferenceType? { get }
  /// The keys of a value that is written as a group, by every name that they have.
  var groupKeys: [String] { get }
  /// What an author is told to write, in one line.
  var hint: LocalisedText { get }

  /// Reads and checks one value; a fault goes to the reader and gives nil.
  func read(_ node: YAMLNode, _ reader: inout FieldReader) -> FieldValue?
  /// The values that a text means which is written in the place of one, each as it may be written; nil where it
  /// means no several.
  func several(meantBy text: String) -> [String]?
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
  /// A text for the time that the value means, whose order is that of time: `2020-04-01`, `2020-04`, `2020`.
  func moment(_ value: FieldValue) -> String?
  /// The address on the web that the value is.
  func address(_ value: FieldValue) -> String?
  /// The parts of a value that hold words which records have in common.
  var sharedWords: [SharedWords] { get }
  /// The word in the part of a value with this place in `sharedWords`; nil where nothing is written there.
  func word(_ part: Int, of value: Located<FieldValue>) -> Located<String>?
  /// The type with the words that the definition lists as usual; nil where it has no place for them.
  func knowing(usual words: [String]) -> (any FieldType)?
  /// The fiscal years that a value names, with their places.
  func fiscalYears(_ value: Located<FieldValue>) -> [Located<FiscalYear>]
}

/// One cell of a CSV table.
package enum TableCell: Sendable, Equatable {
  case empty
  case text(String)
  case number(Int)
  /// A number with a point, in digits as programs read it.
  case decimal(String)
}

extension FieldType {
  /// A facet by default.
  package var traits: FieldTraits { .facet }

  /// None by default.
  package var roles: Set<FieldRole> { [] }

  /// None by default.
  package var connexion: ReferenceType? { nil }

  /// The summary of the type by default.
  package var hint: LocalisedText { Self.summary }

  /// Those of the connexion by default; a value that is none is no group.
  package var groupKeys: [String] { connexion?.groupKeys ?? [] }

  /// None by default.
  package func several(meantBy text: String) -> [String]? { nil }

  /// None by default.
  package func moment(_ value: FieldValue) -> String? { nil }

  /// None by default.
  package var sharedWords: [SharedWords] { [] }

  /// None by default.
  package func word(_ part: Int, of value: Located<FieldValue>) -> Located<String>? { nil }

  /// None by default.
  package func knowing(usual words: [String]) -> (any FieldType)? { nil }

  /// The value itself by default, where it is a fiscal year.
  package func fiscalYears(_ value: Located<FieldValue>) -> [Located<FiscalYear>] {
    if case .fiscalYear(let year) = value.value {
      [Located(year, at: value.bytes, as: value.style)]
    } else {
      []
    }
  }

  /// None by default.
  package func address(_ value: FieldValue) -> String? { nil }

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
  /// The longest segment in bytes before its digest; addresses should be short.
  private static let limit = 80

  /// `text` as one path segment that every file system takes, different for different texts.
  ///
  /// White space and what a name may not hold become `-`; where anything was replaced or cut, a digest of
  /// the text follows.
  package static func make(_ text: String) -> String {
    PortableName.name(for: text, limit: limit) { !$0.properties.isWhitespace }
  }
}
