package import Diagnostics
private import TextFolding
package import YAMLTree

/// One of the words that `catalogue.yml` lists.
package struct EnumerationType: FieldType {
  /// A word that may be chosen, with its name in URLs.
  package struct Choice: Sendable, Equatable {
    package let text: String
    package let slug: String

    package init(text: String, slug: String? = nil) {
      self.text = text
      self.slug = slug ?? Slug.make(text)
    }
  }

  package static let name = "enumeration"
  package static let summary = LocalisedText(
    "決まった言葉から1つ選びます。", en: "one of a list of words")

  /// The words in the order in which pages show them.
  package let choices: [Choice]

  /// Makes the type of a field that takes one of `choices`.
  package init(choices: [Choice]) {
    self.choices = choices
  }

  package func read(_ node: YAMLNode, _ reader: inout FieldReader) -> FieldValue? {
    guard let text = reader.text(node) else { return nil }
    if choices.contains(where: { $0.text == text }) { return .text(text) }
    let folded = FoldedName(text)
    if let choice = choices.first(where: { FoldedName($0.text) == folded }) {
      return .text(choice.text)
    }
    let words = choices.map(\.text)
    reader.report(
      .unknownChoice, at: node.bytes,
      LocalisedText(
        "「\(reader.label)」に「\(text)」という選択肢はありません。選べるのは"
          + words.joined(separator: "、") + "です。",
        en: "'\(text)' is not a choice of '\(reader.label)'; the choices are "
          + words.joined(separator: ", ")),
      suggestions: Nearest.words(to: text, among: words))
    return nil
  }

  package func sortKey(_ value: FieldValue) -> [UInt8] {
    let text = show(value).text
    let index = choices.firstIndex { $0.text == text } ?? choices.count
    return [UInt8(index >> 8 & 0xFF), UInt8(index & 0xFF)]
  }

  package func slug(_ value: FieldValue) -> String {
    let text = show(value).text
    return choices.first { $0.text == text }?.slug ?? Slug.make(text)
  }
}
