/// How many faults a form of the report has room for.
struct ReportBudget: Sendable {
  /// How many of one file.
  let file: Int
  /// How many of one run.
  let run: Int

  /// What can be read in a terminal or a log.
  static let lines = ReportBudget(file: 50, run: 1000)
  /// What services that show faults on the lines take in: code scanning of GitHub shows 5,000.
  static let results = ReportBudget(file: 1000, run: 5000)

  /// Which of the faults, which are in order, have room: errors before warnings, then what stands first.
  func choices(among diagnostics: [Diagnostic]) -> [Bool] {
    var isChosen = [Bool](repeating: false, count: diagnostics.count)
    var inFile: [String: Int] = [:]
    var inRun = 0
    for severity in [Diagnostic.Severity.error, .warning] {
      for (index, diagnostic) in diagnostics.enumerated() where diagnostic.severity == severity {
        guard inRun < run, inFile[diagnostic.range.path, default: 0] < file else { continue }
        isChosen[index] = true
        inFile[diagnostic.range.path, default: 0] += 1
        inRun += 1
      }
    }
    return isChosen
  }

  /// The faults that have room, in their order.
  func chosen(among diagnostics: [Diagnostic]) -> [Diagnostic] {
    zip(diagnostics, choices(among: diagnostics)).filter(\.1).map(\.0)
  }
}
