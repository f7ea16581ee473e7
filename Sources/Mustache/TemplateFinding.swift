/// Something wrong in a template, with its place.
package struct TemplateFinding: Sendable, Hashable {
  /// What is wrong; the cases carry the names that a sentence about it needs.
  ///
  /// `suggestions` are names that differ little, the nearest first.
  package enum Kind: Sendable, Hashable {
    /// A tag has no closing delimiter.
    case unclosedTag
    /// A tag has no name, or one with spaces in it.
    case invalidName(String)
    /// A tag that sets delimiters does not give two of them.
    case invalidDelimiters
    /// A section, block or parent has no end.
    case unclosedSection(name: String)
    /// An end stands where another section is to be ended first; the finding is at the end tag.
    case mismatchedEnd(name: String, expected: String)
    /// An end has no section.
    case unexpectedEnd(name: String)
    /// Two templates have one name; the first counts.
    case duplicateTemplate(name: String)
    /// There is no template of this name.
    case missingPartial(name: String, suggestions: [String])
    /// The parent has no block of this name to be filled.
    case unknownBlock(name: String, parent: String, suggestions: [String])
    /// A template includes itself whatever the data.
    case endlessRecursion(name: String)
    /// The templates include each other so often that the program would become too large.
    case tooLarge
    /// Sections, blocks or templates stand in each other more than `TemplateParser.deepest` deep.
    case tooDeep

    /// The view does not offer the name; `part` is the part of a dotted name that is not there.
    case unknownName(name: String, part: String, suggestions: [String])
    /// A value that cannot be written stands where something is written.
    case notWritable(name: String, kind: ViewShape.Kind)
    /// Three braces or `&` are used for text, which is escaped all the same.
    case rawText(name: String)
  }

  /// The name of the template.
  package let template: String

  /// Where the template was read from.
  package let path: String

  /// The bytes of the tag in the template.
  package let range: Range<Int>

  /// Where something else may be meant: the bytes of what is wrong of the name, in the tag and in the tag
  /// that ends it where there is one.
  package let names: [Range<Int>]

  /// What is wrong.
  package let kind: Kind

  init(
    template: String, path: String, range: Range<Int>, names: [Range<Int>] = [], kind: Kind
  ) {
    self.template = template
    self.path = path
    self.range = range
    self.names = names
    self.kind = kind
  }
}
