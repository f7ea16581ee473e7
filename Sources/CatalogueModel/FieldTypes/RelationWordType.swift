package import Diagnostics
package import YAMLTree

/// The word that says what the other record is to this one, such as 前身 or 上位.
///
/// It stands in the edge fields of a relation between records of one kind; each word has its inverse,
/// which the other record's page shows.
package struct RelationWordType: FieldType {
  package static let name = "relation"
  package static let summary = LocalisedText(
    "相手がこの項目にとって何であるか(前身、上位など)。", en: "what the other record is to this one")

  package let traits: FieldTraits = .relationWord

  private let choices: EnumerationType

  /// Makes the type of a field that takes one of `words`.
  package init(words: [String]) {
    choices = EnumerationType(choices: words.map { EnumerationType.Choice(text: $0) })
  }

  package var hint: LocalisedText { choices.hint }

  package func read(_ node: YAMLNode, _ reader: inout FieldReader) -> FieldValue? {
    choices.read(node, &reader)
  }
}
