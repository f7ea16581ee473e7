package import Diagnostics
package import YAMLTree

/// Text of several lines in Markdown, shown with its marks as plain text outside the body.
package struct MarkdownType: FieldType {
  package static let name = "markdown"
  package static let summary = LocalisedText(
    "Markdownの文章。改行できます。", en: "Markdown of one or more lines")
  package let traits: FieldTraits = []

  package func read(_ node: YAMLNode, _ reader: inout FieldReader) -> FieldValue? {
    reader.text(node).map { .text($0) }
  }
}
