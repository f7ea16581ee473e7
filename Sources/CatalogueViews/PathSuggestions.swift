package import CatalogueModel

/// Suggests pages for paths that lead to none.
package struct PathSuggestions {
  /// What all suggestions together may cost; see `Candidates.Answer.cost`.
  private static let allowance = 3_000_000

  private let all: () -> Set<String>
  private let records: () -> [RecordID]
  /// The pages of records by the names of their files.
  private var named: [String: [RecordID]]?
  private var paths: [String] = []
  private var candidates: Candidates?
  private var answers: [String: [String]] = [:]
  private var rest = PathSuggestions.allowance

  /// Suggests among the paths that `all` gives when there is something to suggest for.
  ///
  /// `records` gives the ids of records, which may have been put into other collections.
  package init(
    _ all: @escaping () -> Set<String>, records: @escaping () -> [RecordID] = { [] }
  ) {
    self.all = all
    self.records = records
  }

  /// Up to three paths from the root of the site, nearest first; none once the allowance is used up.
  package mutating func paths(nearestTo path: String) -> [String] {
    if let known = answers[path] { return known }
    let moved = moved(path)
    if !moved.isEmpty { return moved }
    if let rooted = rooted(path) { return [rooted] }
    if rest <= 0 { return [] }
    if candidates == nil {
      paths = all().sorted()
      candidates = Candidates(paths)
    }
    let shape = Shape(path)
    let paths = paths
    let isWanted = { (owner: Int) in Shape(paths[owner]) == shape }
    guard let answer = candidates?.search(for: path, where: isWanted) else { return [] }
    rest -= answer.cost
    let found = answer.owners.map { paths[$0] }.filter { mayMean($0, path) }.map { "/" + $0 }
    answers[path] = found
    return found
  }

  /// What paths have in common of which one may stand for the other.
  private struct Shape: Equatable {
    let isPage: Bool
    let parts: Int

    init(_ path: String) {
      isPage = path.utf8.last == UInt8(ascii: "/") || path.isEmpty
      parts = path.utf8.count { $0 == UInt8(ascii: "/") }
    }
  }

  /// The path without its first part, where that is one: the `/` before it is missing.
  private mutating func rooted(_ path: String) -> String? {
    guard let slash = path.firstIndex(of: "/") else { return nil }
    let rest = String(path[path.index(after: slash)...])
    guard !rest.isEmpty else { return nil }
    if candidates == nil {
      paths = all().sorted()
      candidates = Candidates(paths)
    }
    var (low, high) = (0, paths.count)
    while low < high {
      let middle = (low + high) / 2
      if paths[middle] < rest { low = middle + 1 } else { high = middle }
    }
    return low < paths.count && paths[low] == rest ? "/" + rest : nil
  }

  /// Whether the last parts of two paths resemble each other: the rest of a path alone makes none what was meant.
  private mutating func mayMean(_ found: String, _ path: String) -> Bool {
    let (last, written) = (Self.lastName(found), Self.lastName(path))
    // The pages of a list are no pages that somebody links to.
    if last.utf8.allSatisfy({ (48...57).contains($0) }), isListPage(found) { return false }
    return !Candidates([last]).nearest(to: written).isEmpty
  }

  private static func lastName(_ path: String) -> String {
    let last = String(path.split(separator: "/").last ?? "")
    guard !path.hasSuffix("/"), let dot = last.lastIndex(of: "."), dot > last.startIndex else {
      return last
    }
    return String(last[..<dot])
  }

  private mutating func isListPage(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    guard parts.count == 2, let number = RecordID(path.dropLast().description) else { return false }
    let table = byName()
    return table.values.contains { $0.contains { $0.collection == number.collection } }
      && table[number.name]?.contains(number) != true
  }

  private mutating func byName() -> [String: [RecordID]] {
    let table = named ?? Dictionary(grouping: records(), by: \.name)
    named = table
    return table
  }

  /// The pages of the records of the same name in other collections: nothing else is meant where there is one.
  private mutating func moved(_ path: String) -> [String] {
    guard path.hasSuffix("/"), let id = RecordID(String(path.dropLast())) else { return [] }
    return (byName()[id.name] ?? []).filter { $0.collection != id.collection }.prefix(3)
      .map { "/" + $0.pagePath }
  }
}
