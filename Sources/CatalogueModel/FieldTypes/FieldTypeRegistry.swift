package import Diagnostics

/// Every field type by its name in `catalogue.yml`; a new type gets its line here.
package enum FieldTypeRegistry {
  /// The types that need nothing but their name.
  package static let plain: [any FieldType] = [
    TextType(), MarkdownType(), URLType(), BooleanType(), IntegerType(), ReadingType(), DateType(),
    MomentType(),
    FiscalYearType(), PeriodType(), MoneyType(), BudgetType(), CorporateNumberType(),
  ]

  /// The name and summary of every type, in the order of the guide.
  package static let summaries: [(name: String, summary: LocalisedText)] =
    plain.map { (type(of: $0).name, type(of: $0).summary) } + [
      (EnumerationType.name, EnumerationType.summary),
      (ReferenceType.name, ReferenceType.summary),
      (RelationWordType.name, RelationWordType.summary),
      (CitationType.name, CitationType.summary),
    ]
}
