package import Diagnostics

/// Every field type by its name in `catalogue.yml`; a new type gets its line here.
package enum FieldTypeRegistry {
  /// The types that need nothing but their name.
  package static let plain: [any FieldType] = [
    TextType(), MarkdownType(), URLType(), BooleanType(), IntegerType(), ReadingType(), DateType(),
    MomentType(),
    FiscalYearType(), PeriodType(), MoneyType(), BudgetType(), MeasureType(), CorporateNumberType(),
  ]

  /// A sample of each type that needs settings in the definition, without them.
  private static let samples: [any FieldType] = [
    EnumerationType(choices: []), ReferenceType(edgeFields: [], isOpen: false),
    RelationWordType(words: []), CitationType(),
  ]

  /// The name and summary of every type, in the order of the guide.
  package static let summaries: [(name: String, summary: LocalisedText)] = (plain + samples).map {
    (type(of: $0).name, type(of: $0).summary)
  }

  /// The names of the types, of which `plain` need nothing but their name.
  package static func names(with plain: [any FieldType]) -> [String] {
    (plain + samples).map { type(of: $0).name }
  }

  /// The names of the types whose fields can have a role.
  package static func names(
    fitting role: FieldRole, with plain: [any FieldType] = FieldTypeRegistry.plain
  ) -> [String] {
    (plain + samples).filter { $0.roles.contains(role) }.map { type(of: $0).name }
  }
}
