/// Something in the content, the definition or a template that its author should look at.
///
/// Troubles of the machine (a full disk, a missing folder) are thrown errors instead.
package struct Diagnostic: Hashable, Sendable {
  /// Whether the catalogue can be published with the fault in it.
  package enum Severity: String, Sendable, Comparable {
    case warning
    case error

    package static func < (left: Severity, right: Severity) -> Bool {
      left == .warning && right == .error
    }

    /// The severity as an author reads it.
    package var word: LocalisedText {
      switch self {
      case .warning: LocalisedText("警告", en: "warning")
      case .error: LocalisedText("エラー", en: "error")
      }
    }
  }

  /// A second place that helps to understand the first.
  package struct Note: Hashable, Sendable {
    package let range: SourceRange?
    package let text: LocalisedText

    package init(_ text: LocalisedText, at range: SourceRange? = nil) {
      self.range = range
      self.text = text.withShortQuotations
    }
  }

  /// What kind of fault it is; never changes once released.
  package let code: DiagnosticCode
  package let severity: Severity
  /// Where the fault is.
  package let range: SourceRange
  /// The fault in one sentence.
  package let message: LocalisedText
  /// The ways out that a program can go, best first.
  package let fixes: [Fix]
  /// What may have been meant where no edit of a text does it, such as another name for the file.
  private let otherSuggestions: [String]
  /// Other places, for example where a name was first given.
  package let notes: [Note]
  /// Whether it is of a record that is not published, so that it keeps nothing from being published.
  package let concernsDraft: Bool

  /// Describes a fault at `range`; `suggestions` are those that no edit of a text carries out.
  package init(
    _ code: DiagnosticCode, at range: SourceRange, _ message: LocalisedText,
    fixes: [Fix] = [], suggestions: [String] = [], notes: [Note] = [], severity: Severity? = nil
  ) {
    self.code = code
    self.severity = severity ?? code.severity
    self.range = range
    self.message = message.withShortQuotations
    self.fixes = fixes
    otherSuggestions = suggestions
    self.notes = notes
    concernsDraft = false
  }

  private init(_ other: Diagnostic, severity: Severity, concernsDraft: Bool) {
    code = other.code
    self.severity = severity
    range = other.range
    message = other.message
    fixes = other.fixes
    otherSuggestions = other.otherSuggestions
    notes = other.notes
    self.concernsDraft = concernsDraft
  }

  /// The same fault of a record that is not published: a warning, whatever it is else.
  package var ofDraft: Diagnostic {
    Diagnostic(self, severity: .warning, concernsDraft: true)
  }

  /// The same fault as a warning.
  package var asWarning: Diagnostic {
    Diagnostic(self, severity: .warning, concernsDraft: concernsDraft)
  }

  /// The same fault as an error, with the reason why it is one.
  package func raised(for reason: Note) -> Diagnostic {
    Diagnostic(
      code, at: range, message, fixes: fixes, suggestions: otherSuggestions,
      notes: notes + [reason],
      severity: .error)
  }

  /// What may have been meant, best first, as an author reads it.
  package var suggestions: [String] { fixes.map(\.title) + otherSuggestions }
}

extension Diagnostic: Comparable {
  /// Orders by file, place, code and text, so that a report is the same whatever found the faults first.
  package static func < (left: Diagnostic, right: Diagnostic) -> Bool {
    if left.range.path != right.range.path { return left.range.path < right.range.path }
    if left.range.bytes.lowerBound != right.range.bytes.lowerBound {
      return left.range.bytes.lowerBound < right.range.bytes.lowerBound
    }
    if left.range.bytes.upperBound != right.range.bytes.upperBound {
      return left.range.bytes.upperBound < right.range.bytes.upperBound
    }
    if left.code != right.code { return left.code.rawValue < right.code.rawValue }
    return left.words.lexicographicallyPrecedes(right.words)
  }

  /// Everything that is said, which decides between faults of one code at one place.
  private var words: [String] {
    [message.english, message.japanese, severity.rawValue] + suggestions
      + fixes.flatMap { $0.edits.map(\.replacement) }
      + notes.flatMap { note in
        [note.text.english, note.range.map { "\($0.path) \($0.bytes)" } ?? ""]
      }
  }
}
