import Diagnostics
package import Workspace

/// The sure fixes of a catalogue's faults, done in memory until none is left.
///
/// A fix may bring another to light: a broken line hides the faults of its value. So the catalogue is checked
/// after each round, and what does not take its fault away is left out of it.
package struct ContentRepair: Sendable {
  /// What changes in the files.
  package private(set) var edits = ContentEdits()
  /// How many faults were mended.
  package private(set) var mended = 0
  /// The catalogue as it will be, with the faults that are left.
  package private(set) var site: CheckedSite

  /// More rounds than faults that can hide each other.
  private static let rounds = 8
  /// How often a round is tried without the fixes that do no good, which may bring others to light.
  private static let tries = 6

  /// Works out what the sure fixes of a catalogue come to; `check` checks files as a build does.
  package init(
    of sources: SourceTree, check: (SourceTree) async -> CheckedSite
  ) async {
    site = await check(sources)
    var current = sources
    for _ in 0..<Self.rounds {
      let repairs = Self.sureRepairs(of: site.report)
      guard !repairs.isEmpty, let next = await Self.round(repairs, site, current, check) else {
        break
      }
      mended += next.mended
      (current, site) = (next.sources, next.site)
    }
    let files = zip(
      sources.texts + [sources.addresses].compactMap { $0 },
      current.texts + [current.addresses].compactMap { $0 })
    for (before, after) in files where before.bytes != after.bytes {
      edits.write(before.path, before: before.bytes, after: after.bytes)
    }
  }

  /// A fault with its sure fix.
  private struct Repair {
    let fault: Diagnostic
    let fix: Fix
  }

  private typealias Round = (sources: SourceTree, site: CheckedSite, mended: Int)

  /// The catalogue after repairs, without those that do not take their faults away; nil where none does.
  ///
  /// One check of the whole tells all of those, so that a round takes a few checks, however many files have faults.
  private static func round(
    _ repairs: [Repair], _ site: CheckedSite, _ sources: SourceTree,
    _ check: (SourceTree) async -> CheckedSite
  ) async -> Round? {
    let before = counts(of: site.report)
    var rest = applicable(repairs, in: sources)
    for _ in 0..<tries where !rest.isEmpty {
      guard let edits = ContentEdits(rest.flatMap(\.fix.edits), in: sources), !edits.isEmpty else {
        return nil
      }
      let next = edits.sources(after: sources)
      let checked = await check(next)
      let after = counts(of: checked.report)
      let wanted = Dictionary(grouping: rest) { Kind($0.fault) }
      let useless = wanted.filter { kind, repairs in
        (after[kind] ?? 0) > (before[kind] ?? 0) - repairs.count
      }
      if useless.isEmpty { return (next, checked, rest.count) }
      rest.removeAll { useless[Kind($0.fault)] != nil }
    }
    return nil
  }

  /// The repairs that can be done together, file by file.
  private static func applicable(_ repairs: [Repair], in sources: SourceTree) -> [Repair] {
    if ContentEdits(repairs.flatMap(\.fix.edits), in: sources) != nil { return repairs }
    let groups = Dictionary(grouping: repairs, by: \.fault.range.path)
    return groups.keys.sorted().compactMap { groups[$0] }.filter {
      ContentEdits($0.flatMap(\.fix.edits), in: sources) != nil
    }.flatMap { $0 }
  }

  /// What is counted: the faults of one code in one file.
  private struct Kind: Hashable {
    let code: DiagnosticCode
    let path: String

    init(_ fault: Diagnostic) { (code, path) = (fault.code, fault.range.path) }
  }

  private static func counts(of report: DiagnosticReport) -> [Kind: Int] {
    report.diagnostics.reduce(into: [:]) { counts, fault in
      counts[Kind(fault), default: 0] += 1
    }
  }

  /// The sure fix of each fault, without those that touch what an earlier one changes.
  private static func sureRepairs(of report: DiagnosticReport) -> [Repair] {
    var taken: [String: [Range<Int>]] = [:]
    var repairs: [Repair] = []
    for fault in report.diagnostics {
      guard let fix = fault.fixes.first, fix.isSure else { continue }
      let isFree = fix.edits.allSatisfy { edit in
        // Faults stand in the order of their places, so that only the last edits can be near.
        taken[edit.range.path, default: []].suffix(64).allSatisfy { range in
          range.upperBound < edit.range.bytes.lowerBound
            || edit.range.bytes.upperBound < range.lowerBound
        }
      }
      if !isFree { continue }
      for edit in fix.edits { taken[edit.range.path, default: []].append(edit.range.bytes) }
      repairs.append(Repair(fault: fault, fix: fix))
    }
    return repairs
  }
}
