/// A part of a field's values that holds words which many records have in common: a text by which a list
/// is narrowed, the stage of a budget, the role in a connexion.
package struct SharedWords: Sendable, Equatable {
  /// Its name as authors know it; nil where it is the value itself.
  package let label: String?
  /// The words that the definition lists under `usual`; nil where it does not ask for usual words.
  package let usual: [String]?

  /// Describes a part of a value.
  package init(label: String?, usual: [String]?) {
    self.label = label
    self.usual = usual
  }
}
