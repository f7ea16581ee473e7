/// What is true of every value of a field type, for those who show, list or sort values.
package struct FieldTraits: OptionSet, Sendable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// A value can narrow a list: it has a short name, and many records share it.
  package static let facet = FieldTraits(rawValue: 1)
  /// A value is one of a few words, which a page shows above the title.
  package static let choice = FieldTraits(rawValue: 2)
  /// Lists of values begin with the last: years with the newest.
  package static let descends = FieldTraits(rawValue: 4)
  /// A value says what it is without the label of its field.
  package static let speaksForItself = FieldTraits(rawValue: 8)
  /// A value is the word of the connexion it stands in, which pages show as a heading.
  package static let relationWord = FieldTraits(rawValue: 16)
  /// A value says where facts stand rather than what belongs together.
  package static let citation = FieldTraits(rawValue: 32)
  /// Its values name fiscal years, on whose pages the record stands.
  package static let fiscalYears = FieldTraits(rawValue: 64)
  /// Values that fold alike are one value, spelled in several ways.
  package static let spelledFreely = FieldTraits(rawValue: 128)
  /// The cell of a value is a whole number.
  package static let number = FieldTraits(rawValue: 256)
}
