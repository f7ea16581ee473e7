package import Diagnostics

/// What a definition demands of the records of one collection beyond the settings of each field.
package struct Rule: Sendable {
  /// What a rule speaks of: a field of the record, or what others say of it.
  package enum Subject: Sendable, Equatable {
    /// A field, as a place in the collection's fields.
    case field(Int)
    /// The relation with which other records name this one, as a place in `Schema.relations`.
    case incoming(Int)
  }

  /// When a rule holds.
  package enum Condition: Sendable {
    /// Something is written.
    case written(Subject)
    /// A field, as a place in the collection's fields, has one of some values.
    case value(field: Int, oneOf: [FieldValue])
  }

  /// What a rule demands.
  package enum Demand: Sendable {
    /// All are written.
    case all([Subject])
    /// At least one is written.
    case one(of: [Subject])
    /// None is written.
    case none([Subject])
    /// Each has at most so many values.
    case atMost([(subject: Subject, limit: Int)])
  }

  /// The collection whose records it is about, as a place in `Schema.collections`.
  package let collection: Int
  /// All of them hold where the rule counts; a rule without conditions always counts.
  package let conditions: [Condition]
  package let demand: Demand
  package let severity: Diagnostic.Severity
  /// The sentence that authors read, where the rule has one of its own.
  package let sentence: String?
  /// Where the definition says it.
  package let range: SourceRange

  /// Describes a rule.
  package init(
    collection: Int, conditions: [Condition], demand: Demand, severity: Diagnostic.Severity,
    sentence: String?, range: SourceRange
  ) {
    self.collection = collection
    self.conditions = conditions
    self.demand = demand
    self.severity = severity
    self.sentence = sentence
    self.range = range
  }
}
