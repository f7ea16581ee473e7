import CatalogueModel

/// Suggests pages for paths that lead to none.
package struct PathSuggestions {
  /// What all suggestions together may cost; see `Candidates.Answer.cost`.
  private static let allowance = 3_000_000

  private let all: () -> Set<String>
  private var paths: [String] = []
  private var candidates: Candidates?
  private var answers: [String: [String]] = [:]
  private var rest = PathSuggestions.allowance

  /// Suggests among the paths that `all` gives when there is something to suggest for.
  package init(_ all: @escaping () -> Set<String>) {
    self.all = all
  }

  /// Up to three paths from the root of the site, nearest first; none once the allowance is used up.
  package mutating func paths(nearestTo path: String) -> [String] {
    if let known = answers[path] { return known }
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
}
