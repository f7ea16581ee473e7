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
        meant: ["はい", "いいえ"])
      return nil
    }
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
