/// The forms in which a report can be had: the one list of them.
///
/// To add one: a case, a file beside this one with what it writes, a line in `bytes`, and a row in
/// `Documentation/guide/ci.md`.
package enum ReportFormat: String, Sendable, CaseIterable {
  /// For a terminal.
  case text
  /// For any program; has every fault.
  case json
  /// Commands in the log of a workflow, which GitHub shows on the lines of a change.
  case github
  /// The code quality report of GitLab.
  case gitlab
  /// SARIF 2.1.0, which code scanning services take.
  case sarif

  /// The words for all of them, as an option takes them.
  package static var names: String { allCases.map(\.rawValue).joined(separator: "、") }

  /// Whether paths begin at the root of the repository, not of the catalogue.
  package var isForRepositories: Bool { self == .github || self == .gitlab || self == .sarif }

  /// Whether people read it too, so that further lines may follow.
  package var isLog: Bool { self == .text || self == .github }

  /// What a form has to know besides the faults.
  package struct Setting: Sendable {
    /// The language of the sentences.
    package var language: MessageLanguage
    /// What stands before the paths.
    package var prefix: PathPrefix
    /// The version of the tool.
    package var version: String
    /// The terminal columns of a text.
    package var displayWidth: @Sendable (String) -> Int

    package init(
      language: MessageLanguage, prefix: PathPrefix = .none, version: String,
      displayWidth: @escaping @Sendable (String) -> Int
    ) {
      self.language = language
      self.prefix = prefix
      self.version = version
      self.displayWidth = displayWidth
    }
  }

  /// The report in this form, UTF-8.
  package func bytes(of report: DiagnosticReport, _ setting: Setting) -> [UInt8] {
    switch self {
    case .text: report.text(language: setting.language, displayWidth: setting.displayWidth)
    case .json: report.json(language: setting.language)
    case .github: report.workflowCommands(setting)
    case .gitlab: report.codeQuality(setting)
    case .sarif: report.sarif(setting)
    }
  }

  /// What is to be told apart from the report: how many faults it has no room for.
  package func remark(on report: DiagnosticReport) -> LocalisedText? {
    switch self {
    // The text tells it itself.
    case .text, .json: nil
    case .github: report.remark(onLeavingOut: report.count(beyond: .lines))
    case .gitlab, .sarif: report.remark(onLeavingOut: report.count(beyond: .results))
    }
  }
}

extension DiagnosticReport {
  /// How many faults have no room.
  fileprivate func count(beyond budget: ReportBudget) -> Int {
    budget.choices(among: diagnostics).count { !$0 }
  }
}
