/// What of the faults of a run a terminal shows: equal ones once, and not more than can be read.
struct TerminalSelection {
  /// Faults that say the same of different places.
  struct Group {
    /// The first of them, which stands for all.
    let first: Diagnostic
    /// The places of the others, in order.
    var others: [SourceRange] = []

    var count: Int { others.count + 1 }
  }

  /// The reports that are shown, in the order of their first places.
  let shown: [Group]
  /// How many faults are in no report that is shown.
  let leftOut: Int
  /// The files of the faults that are left out with their numbers, most first.
  let filesLeftOut: [(path: String, count: Int)]

  /// Chooses among faults that are in order.
  init(_ diagnostics: [Diagnostic]) {
    let groups = TerminalSelection.grouped(diagnostics)
    let isShown = ReportBudget.lines.choices(among: groups.map(\.first))
    shown = groups.indices.filter { isShown[$0] }.map { groups[$0] }
    var counts: [String: Int] = [:]
    for index in groups.indices where !isShown[index] {
      counts[groups[index].first.range.path, default: 0] += 1
      for place in groups[index].others { counts[place.path, default: 0] += 1 }
    }
    leftOut = counts.values.reduce(0, +)
    filesLeftOut = counts.map { ($0.key, $0.value) }
      .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
  }

  /// What two faults have in common that are told as one.
  private struct Words: Hashable {
    let code: DiagnosticCode
    let severity: Diagnostic.Severity
    let message: LocalisedText
    let suggestions: [String]
  }

  private static func grouped(_ diagnostics: [Diagnostic]) -> [Group] {
    var groups: [Group] = []
    var numbers: [Words: Int] = [:]
    for diagnostic in diagnostics {
      let words = Words(
        code: diagnostic.code, severity: diagnostic.severity, message: diagnostic.message,
        suggestions: diagnostic.suggestions)
      if let number = numbers[words] {
        groups[number].others.append(diagnostic.range)
      } else {
        numbers[words] = groups.count
        groups.append(Group(first: diagnostic))
      }
    }
    return groups
  }
}
