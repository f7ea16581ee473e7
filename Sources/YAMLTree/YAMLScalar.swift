package import Diagnostics

/// Texts as they stand in YAML.
package enum YAMLScalar {
  /// The words for nothing (YAML 1.2 §10.3.2), where they stand without quotes.
  static let nothing: Set<String> = ["~", "null", "Null", "NULL"]

  /// `text` as a scalar in the style of another, so that it can stand in its place.
  ///
  /// Plain where the other is plain and the text may be, also between the brackets of a flow collection;
  /// between single quotes where the other is; else between double quotes, which hold every text.
  package static func written(_ text: String, as style: ScalarStyle?) -> String {
    switch style {
    case nil, .plain: isPlain(text) ? text : doubleQuoted(text)
    case .singleQuoted:
      text.unicodeScalars.contains(where: needsEscape)
        ? doubleQuoted(text)
        : singleQuoted(text)
    default: doubleQuoted(text)
    }
  }

  /// A group of keys and texts as it stands between braces: `{to: NEDO, role: 協力}`.
  package static func group(_ parts: [(key: String, text: String)]) -> String {
    let entries = parts.map { $0.key + ": " + written($0.text, as: .plain) }
    return "{" + entries.joined(separator: ", ") + "}"
  }

  /// `text`, which has no controls, between single quotes (YAML 1.1 §9.1).
  static func singleQuoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }

  /// `text` between double quotes (YAML 1.1 §9.1).
  package static func doubleQuoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case _ where needsEscape(scalar):
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// Controls, and what YAML takes for the end of a line or for a byte order mark; all below U+FFFF.
  private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<32, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF: true
    default: false
    }
  }

  /// Whether `text` is read as itself without quotes, wherever a scalar may stand.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last,
      !Array("-?:,[]{}#&*!|>'\"%@` ~=".utf8).contains(first), last != UInt8(ascii: " "),
      !nothing.contains(text)
    else { return false }
    // Of the colons only that of an address is read as itself everywhere.
    let rest = text.split(separator: "://", omittingEmptySubsequences: false).joined()
    return !rest.utf8.contains { Array(",[]{}:#".utf8).contains($0) }
      && !text.unicodeScalars.contains(where: needsEscape) && !text.hasPrefix("...")
  }

  /// The column of the dash before an entry of a list that begins at `place`; nil where none stands before it on its
  /// line, as between brackets.
  package static func dashColumn(before place: Int, in source: [UInt8]) -> Int? {
    var at = place
    while at > 0, source[at - 1] == 32 { at -= 1 }
    guard at > 0, at < place, source[at - 1] == UInt8(ascii: "-") else { return nil }
    let dash = at - 1
    at = dash
    while at > 0, source[at - 1] == 32 { at -= 1 }
    return at == 0 || source[at - 1] == 10 || source[at - 1] == 13 ? dash - at : nil
  }

  /// What stands between two entries of a list: lines with dashes at a column, or a comma.
  package static func separator(dashColumn: Int?) -> String {
    dashColumn.map { "\n" + String(repeating: " ", count: $0) + "- " } ?? ", "
  }
}
