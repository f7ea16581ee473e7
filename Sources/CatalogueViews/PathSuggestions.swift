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
    if rest <= 0 { return [] }
    if candidates == nil {
      paths = all().sorted()
      candidates = Candidates(paths)
    }
    guard let answer = candidates?.search(for: path, where: { _ in true }) else { return [] }
    rest -= answer.cost
    let found = answer.owners.map { "/" + paths[$0] }
    answers[path] = found
    return found
  }

  /// The pages of the records of the same name in other collections: nothing else is meant where there is one.
  private mutating func moved(_ path: String) -> [String] {
    guard path.hasSuffix("/"), let id = RecordID(String(path.dropLast())) else { return [] }
    let table = named ?? Dictionary(grouping: records(), by: \.name)
    named = table
    return (table[id.name] ?? []).filter { $0.collection != id.collection }.prefix(3)
      .map { "/" + $0.pagePath }
  }
}
