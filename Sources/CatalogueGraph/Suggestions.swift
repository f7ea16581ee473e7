import CatalogueModel
import TextFolding

/// The suggestions that were made for the names of some records, so that no name is looked for twice.
///
/// A record has an allowance of work: of a file full of names that do not exist, the first have
/// suggestions. What was remembered costs as much as what was looked for, so that the suggestions do not
/// depend on which records are resolved together.
struct Suggestions: Sendable {
  /// What a record's suggestions may cost: comparisons of words, and looks at words.
  private static let allowance = 300_000

  private struct Question: Hashable {
    let name: [UInt32]
    let collections: [CollectionIndex]?
  }

  private var answers: [Question: (owners: [Int], cost: Int)] = [:]
  private var anchors: [RecordIndex: Candidates] = [:]
  private var rest = Suggestions.allowance
  /// What was really looked for, remembered answers left out.
  private(set) var work = 0

  /// Gives the next record its allowance.
  mutating func beginRecord() { rest = Suggestions.allowance }

  /// The owners of the candidates nearest to a name among those in `collections`, of assets where nil.
  mutating func answer(
    to name: String, in collections: [CollectionIndex]?,
    among candidates: @autoclosure () -> Candidates,
    where isWanted: (Int) -> Bool
  ) -> [Int] {
    if rest <= 0 || name.utf8.count > Candidates.longest * 12 { return [] }
    let question = Question(name: Folding.scalars(of: name), collections: collections)
    if let known = answers[question] {
      rest -= known.cost
      return known.owners
    }
    let answer = candidates().search(for: name, where: isWanted)
    answers[question] = (answer.owners, answer.cost)
    work += answer.cost
    rest -= answer.cost
    return answer.owners
  }

  /// The headings of a record that are nearest to an anchor, as numbers among its headings' ids.
  mutating func headings(
    nearestTo anchor: String, of record: RecordIndex, among headings: [String]
  ) -> [Int] {
    if rest <= 0 { return [] }
    let candidates = anchors[record] ?? Candidates(headings)
    anchors[record] = candidates
    let answer = candidates.search(for: anchor, where: { _ in true })
    work += answer.cost
    rest -= answer.cost
    return answer.owners
  }
}
