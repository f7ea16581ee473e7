import Diagnostics
package import Workspace

/// The sure fixes of a catalogue's faults, done in memory until none is left.
///
/// A fix may bring another to light: a broken line hides the faults of its value. So the catalogue is checked
/// after each round, and a round in which a fix does not take its fault away is not done.
package struct ContentRepair: Sendable {
  /// What changes in the files.
  package private(set) var edits = ContentEdits()
  /// How many faults were mended.
  package private(set) var mended = 0
  /// The catalogue as it will be, with the faults that are left.
  package private(set) var site: CheckedSite

  /// More rounds than faults that can hide each other.
  private static let rounds = 8
  /// Files that are tried one by one where all of them together do not do.
  private static let files = 100

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

  /// The catalogue after repairs, all of them or those of the files in which they do good; nil where none
  /// does.
  private static func round(
    _ repairs: [Repair], _ site: CheckedSite, _ sources: SourceTree,
    _ check: (SourceTree) async -> CheckedSite
  ) async -> Round? {
    if let all = await attempt(repairs, site, sources, check) { return all }
    var last: Round?
    let groups = Dictionary(grouping: repairs, by: \.fault.range.path)
    for path in groups.keys.sorted().prefix(files) {
      let (sources, site) = last.map { ($0.sources, $0.site) } ?? (sources, site)
      if let next = await attempt(groups[path] ?? [], site, sources, check) {
        last = (next.sources, next.site, next.mended + (last?.mended ?? 0))
      }
    }
    return last
  }

  /// The catalogue after repairs; nil where one of them does not take its fault away.
  private static func attempt(
    _ repairs: [Repair], _ site: CheckedSite, _ sources: SourceTree,
    _ check: (SourceTree) async -> CheckedSite
  ) async -> Round? {
    guard let edits = ContentEdits(repairs.flatMap(\.fix.edits), in: sources), !edits.isEmpty else {
      return nil
    }
    let next = edits.sources(after: sources)
    let checked = await check(next)
    let (before, after) = (counts(of: site.report), counts(of: checked.report))
    let wanted = Dictionary(grouping: repairs) {
      Kind(code: $0.fault.code, path: $0.fault.range.path)
    }
    for (kind, repairs) in wanted
    where (after[kind] ?? 0) > (before[kind] ?? 0) - repairs.count { return nil }
    return (next, checked, repairs.count)
  }

  /// What is counted: the faults of one code in one file.
  private struct Kind: Hashable {
    let code: DiagnosticCode
    let path: String
  }

  private static func counts(of report: DiagnosticReport) -> [Kind: Int] {
    report.diagnostics.reduce(into: [:]) { counts, fault in
      counts[Kind(code: fault.code, path: fault.range.path), default: 0] += 1
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
