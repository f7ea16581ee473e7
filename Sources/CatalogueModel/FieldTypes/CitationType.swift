package import Diagnostics
package import YAMLTree

/// Where a fact stands: `{document: monodzukuri-2021, at: 第2部第1章第1節1(2)③}`.
///
/// To the graph a citation is a reference to a document with a place.
package struct CitationType: FieldType {
  package static let name = "citation"
  package static let summary = LocalisedText(
    "出典。{document: 文書, at: 箇所} の組で書きます。", en: "a source {document, at}")

  package let traits: FieldTraits = .citation
  package let roles: Set<FieldRole> = [.sources]

  /// The reference that a citation is.
  private let reference: ReferenceType

  /// Makes the type of a field of citations.
  package init() {
    let place = FieldDefinition(key: "at", label: "箇所", type: TextType(), isRequired: true)
    reference = ReferenceType(nameKeys: ["document", "文書"], edgeFields: [place], isOpen: false)
  }

  package var connexion: ReferenceType? { reference }

  package func read(_ node: YAMLNode, _ reader: inout FieldReader) -> FieldValue? {
    reference.read(node, &reader)
  }

  package func show(_ value: FieldValue) -> ShownValue { reference.show(value) }
  package func searchText(_ value: FieldValue) -> String? { nil }
}
