/// The words that a reader of slips may rely on: what fields there are and what they hold.
///
/// `kind：補助` may be a text or a field; where `kind` is a field it is one.
package struct YAMLWords: Sendable {
  /// What a field holds.
  package enum Holding: Sendable {
    /// One text.
    case text
    /// One value that is no text, or a group.
    case value
    /// A list of texts.
    case texts
    /// A list of names, in each of which `、` is rare.
    case names
    /// A list of values that never have `、`: years.
    case values
    /// A list of references or groups.
    case references
  }

  /// What the fields of the outermost level hold, by every name that they have.
  let fields: [String: Holding]
  /// The keys of groups at deeper levels.
  let inner: Set<String>
  /// The fields whose groups need no key of their own.
  let open: Set<String>
  /// Whether ` #` behind a value is told: authors write texts with `#`, who writes a definition writes comments.
  let tellsComments: Bool

  /// Joins what is known of the fields of one kind of text.
  package init(
    fields: [String: Holding], inner: Set<String>, open: Set<String> = [], tellsComments: Bool
  ) {
    self.open = open
    self.fields = fields
    self.inner = inner
    self.tellsComments = tellsComments
  }

  /// The words of a text of which nothing is known.
  package static let none = YAMLWords(fields: [:], inner: [], tellsComments: false)

  /// Whether a line without its end begins a field of the outermost level, well written or not.
  package func beginsField(_ source: [UInt8], _ line: Range<Int>) -> Bool {
    let scanner = SlipScanner(source, line, self, findsEnd: false)
    return scanner.lastField == line.lowerBound
  }

  /// Whether a line begins such a field; `besidesTexts` leaves out those that hold texts.
  package func beginsField(_ source: [UInt8], _ line: Range<Int>, besidesTexts: Bool) -> Bool {
    guard beginsField(source, line) else { return false }
    guard besidesTexts else { return true }
    let scanner = SlipScanner(source, line, self, findsEnd: false)
    let key = scanner.key(at: line.lowerBound, scanner.line(at: line.lowerBound), isSure: true)
    switch key.flatMap({ fields[$0.name] }) {
    case .value, .values, .references: return true
    case .text, .texts, .names, nil: return false
    }
  }

  /// The same of a line by itself.
  package func beginsField(_ line: [UInt8], besidesTexts: Bool) -> Bool {
    !line.isEmpty && beginsField(line, line.indices, besidesTexts: besidesTexts)
  }

  func isKey(_ text: String) -> Bool { fields[text] != nil || inner.contains(text) }
}
