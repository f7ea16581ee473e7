package import Diagnostics
package import YAMLTree

/// One line of text, kept as written.
package struct TextType: FieldType {
  package static let name = "text"
  package static let summary = LocalisedText(
    "文字。書いたとおりに載ります。", en: "text, shown as written")
  package let traits: FieldTraits = [.facet, .speaksForItself]
  package let roles: Set<FieldRole> = [.title, .aliases, .summary, .english, .place]

  package func read(_ node: YAMLNode, _ reader: inout FieldReader) -> FieldValue? {
    guard let text = reader.text(node) else { return nil }
    if text.utf8.contains(where: { $0 == 10 || $0 == 13 }) {
      reader.report(
        .invalidText, at: node.bytes,
        LocalisedText(
          "「\(reader.label)」は1行で書きます。",
          en: "'\(reader.label)' is one line of text"))
      return nil
    }
    return .text(text)
  }
}
