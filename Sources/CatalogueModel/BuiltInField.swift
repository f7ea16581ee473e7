/// A field that every record may have and no catalogue declares: it says something to the program.
package enum BuiltInField: String, Sendable, CaseIterable {
  /// Whether the record is not published yet.
  case draft
  /// The ids that the record had before.
  case formerIDs = "former_ids"

  /// Its name in front matter.
  package var key: String { rawValue }

  /// Its other name in front matter.
  package var label: String { definition.label }

  /// How its values are read.
  package var definition: FieldDefinition {
    switch self {
    case .draft: Self.draftDefinition
    case .formerIDs: Self.formerDefinition
    }
  }

  private static let draftDefinition = FieldDefinition(
    key: BuiltInField.draft.rawValue, label: "下書き", type: BooleanType())
  private static let formerDefinition = FieldDefinition(
    key: BuiltInField.formerIDs.rawValue, label: "以前のid", type: TextType(), isList: true)

  /// The field with this key or label.
  package static func named(_ name: String) -> BuiltInField? {
    allCases.first { $0.key == name || $0.label == name }
  }
}
