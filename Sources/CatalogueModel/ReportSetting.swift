package import Diagnostics

/// What a definition says of one kind of warning: not to report it, or to take it for an error.
package struct ReportSetting: Sendable {
  /// What becomes of the warnings.
  package enum Treatment: String, Sendable, CaseIterable {
    case off
    case warning
    case error
  }

  package let code: DiagnosticCode
  package let treatment: Treatment
  /// Why, in the words of whoever decided it.
  package let reason: String
  /// Where the definition says it.
  package let range: SourceRange

  /// Describes a setting.
  package init(
    code: DiagnosticCode, treatment: Treatment, reason: String, range: SourceRange
  ) {
    self.code = code
    self.treatment = treatment
    self.reason = reason
    self.range = range
  }
}

extension [ReportSetting] {
  /// Faults as the settings have them; errors stay, whatever is set.
  package func applied(to diagnostics: [Diagnostic]) -> [Diagnostic] {
    if isEmpty { return diagnostics }
    let settings = Dictionary(map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    return diagnostics.compactMap { diagnostic in
      guard diagnostic.severity == .warning, let setting = settings[diagnostic.code] else {
        return diagnostic
      }
      switch setting.treatment {
      case .off: return nil
      case .warning: return diagnostic
      case .error:
        let reason = Diagnostic.Note(
          LocalisedText(
            "この目録では誤りとします: \(setting.reason)", en: "an error in this catalogue: \(setting.reason)"),
          at: setting.range)
        return diagnostic.raised(for: reason)
      }
    }
  }
}
