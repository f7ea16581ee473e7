import CatalogueModel
import YAMLTree

extension YAMLWords {
  /// The words of the records of a collection.
  init(_ collection: Collection) {
    var fields: [String: Holding] = [:]
    var inner: Set<String> = []
    var open: Set<String> = []
    for field in Array(collection.fields) + BuiltInField.allCases.map(\.definition) {
      let holding = Holding(field)
      fields[field.label] = fields[field.label] ?? holding
      fields[field.key] = holding
      inner.formUnion(field.type.groupKeys)
      if field.type.connexion?.isOpen == true { open.formUnion([field.key, field.label]) }
    }
    self.init(fields: fields, inner: inner, open: open, tellsComments: true)
  }

  /// The words of `catalogue.yml`, in which the author names the fields.
  static let definition = YAMLWords(
    fields: [:],
    inner: Set(
      SchemaReader.outerKeys + SchemaReader.siteKeys + SchemaReader.termsKeys
        + SchemaReader.collectionKeys
        + SchemaReader.fieldKeys + SchemaReader.ruleKeys),
    tellsComments: false)
}

extension YAMLWords.Holding {
  /// What a field holds, by its type.
  fileprivate init(_ field: FieldDefinition) {
    let isText = field.type is TextType || field.type is MarkdownType
    let isGroup = !field.type.groupKeys.isEmpty
    switch (field.isList, isText) {
    case (true, true): self = field.role == .aliases ? .names : .texts
    case (true, false): self = isGroup || field.relation != nil ? .references : .values
    case (false, true): self = .text
    case (false, false): self = .value
    }
  }
}
