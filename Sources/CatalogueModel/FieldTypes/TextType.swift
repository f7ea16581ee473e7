package import Diagnostics
package import YAMLTree

/// One line of text, kept as written.
package struct TextType: FieldType {
  package static let name = "text"
  package static let summary = LocalisedText(
    "文字。書いたとおりに載ります。", en: "text, shown as written")
  package let traits: FieldTraits = [.facet, .speaksForItself, .spelledFreely]
  package let roles: Set<FieldRole> = [
    .title, .aliases, .summary, .english, .place, .prize, .round,
  ]

  /// The words that the definition lists as usual; nil where it does not ask for them.
  private let usual: [String]?

  /// Makes the type of a field whose words are usually among these.
  package init(usual: [String]? = nil) {
    self.usual = usual
  }

  package var sharedWords: [SharedWords] { [SharedWords(label: nil, usual: usual)] }

  package func word(_ part: Int, of value: Located<FieldValue>) -> Located<String>? {
    if case .text(let text) = value.value {
      Located(text, at: value.bytes, as: value.style)
    } else {
      nil
    }
  }

  /// The lines of a text as one, with a space between them where it stands between ASCII characters.
  private static func joined(_ text: String) -> String {
    let lines = text.split(whereSeparator: \.isNewline).map { line in
      String(line.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
    return lines.dropFirst().reduce(lines.first ?? "") { text, line in
      let needsSpace = text.last?.isASCII == true && line.first?.isASCII == true
      return text + (needsSpace ? " " : "") + line
    }
  }

  package func knowing(usual words: [String]) -> (any FieldType)? { TextType(usual: words) }

  package func read(_ node: YAMLNode, _ reader: inout FieldReader) -> FieldValue? {
    guard let text = reader.text(node) else { return nil }
    if text.utf8.contains(where: { $0 == 10 || $0 == 13 }) {
      reader.report(
        .invalidText, on: node,
        LocalisedText(
          "「\(reader.label)」は1行で書きます。",
          en: "'\(reader.label)' is one line of text"), meant: [Self.joined(text)])
      return nil
    }
    reader.reportMarks(in: text, node)
    return .text(text)
  }
}
