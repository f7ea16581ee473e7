package import Diagnostics

/// What a definition demands of the records of one collection beyond the settings of each field.
package struct Rule: Sendable {
  /// What a rule speaks of: a field of the record, or what others say of it.
  package enum Subject: Sendable, Equatable {
    /// A field of the record.
    case field(FieldIndex)
    /// The relation with which other records name this one.
    case incoming(RelationIndex)
  }

  /// When a rule holds.
  package enum Condition: Sendable {
    /// Something is written.
    case written(Subject)
    /// A field of the record has one of some values.
    case value(field: FieldIndex, oneOf: [FieldValue])
  }

  /// Where a record says something in words.
  package enum TextPlace: Sendable, Equatable {
    case field(FieldIndex)
    /// Its text, below the front matter.
    case body
  }

  /// What a rule demands.
  package enum Demand: Sendable {
    /// All are written.
    case all([Subject])
    /// At least one is written.
    case one(of: [Subject])
    /// None is written.
    case none([Subject])
    /// Each fiscal year that the second names stands in the first as well.
    case covers([(years: FieldIndex, of: FieldIndex)])
    /// None of the texts has one of its words.
    case avoids([(place: TextPlace, words: [String])])
    /// Each fiscal year of the second lies in the period.
    case within([(period: FieldIndex, of: FieldIndex)])
    /// Each is over at the time of which the catalogue is true.
    case ended([FieldIndex])
    /// No text of these tells the numbers of several years.
    case noSeries([FieldIndex])
    /// Beside a reading in Latin letters one stands in kana, there or in the others.
    case kana([(reading: FieldIndex, beside: [FieldIndex])])
    /// Each has at most so many values.
    case atMost([(subject: Subject, limit: Int)])
  }

  /// The collection whose records it is about.
  package let collection: CollectionIndex
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
    collection: CollectionIndex, conditions: [Condition], demand: Demand,
    severity: Diagnostic.Severity,
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
