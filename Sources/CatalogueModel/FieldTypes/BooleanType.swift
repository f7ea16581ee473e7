package import ByteWriting
package import Diagnostics
package import YAMLTree

/// はい or いいえ; YAML's own words for it are taken too.
package struct BooleanType: FieldType {
  package static let name = "boolean"
  package static let summary = LocalisedText("はい か いいえ。", en: "true or false")

  /// Makes the type.
  package init() {}

  package func read(_ node: YAMLNode, _ reader: inout FieldReader) -> FieldValue? {
    guard let text = reader.text(node) else { return nil }
    switch text {
    case "はい", "true", "yes": return .boolean(true)
    case "いいえ", "false", "no": return .boolean(false)
    default:
      reader.report(
        .invalidBoolean, on: node,
        LocalisedText(
          "「\(reader.label)」は「はい」か「いいえ」で書きます。",
          en: "'\(reader.label)' is true or false"),
        meant: Self.meant(text))
      return nil
    }
  }

  /// What other words for the two mean; both where it is neither.
  private static func meant(_ text: String) -> [String] {
    let word = text.lowercased().filter { !"。. 　".contains($0) }
    let words = [
      ["はい", "true", "yes", "on", "○", "〇", "有", "有り", "あり", "する", "可", "1"],
      ["いいえ", "false", "no", "off", "×", "無", "無し", "なし", "しない", "不可", "0"],
    ]
    let found = words.filter { $0.contains(word) }.map { $0[0] }
    return found.isEmpty ? words.map { $0[0] } : found
  }

  package func show(_ value: FieldValue) -> ShownValue {
    ShownValue(value == .boolean(true) ? "はい" : "いいえ")
  }

  package func export(_ value: FieldValue, to out: inout ByteWriter) {
    out.append(value == .boolean(true) ? "true" : "false")
  }

  package func slug(_ value: FieldValue) -> String { value == .boolean(true) ? "true" : "false" }
  package func searchText(_ value: FieldValue) -> String? { nil }
}
