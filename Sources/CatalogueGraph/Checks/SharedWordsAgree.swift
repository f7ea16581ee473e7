import CatalogueModel
import Diagnostics
import YAMLTree

/// Words that many records have in common are spelled in one way, and a word that hardly anybody else has is
/// one that the definition lists.
///
/// Compared are the texts by which a list is narrowed, those of connexions and the stages of budgets; what is
/// usual is asked only where the definition has a list of usual words.
struct SharedWordsAgree: Check {
  /// A word that so many values of its field have is usual.
  private static let often = 3

  func diagnostics(in catalogue: Catalogue) -> [Diagnostic] {
    catalogue.schema.collections.flatMap { collection in
      collection.fields.indices.flatMap { place -> [Diagnostic] in
        let field = collection.fields[place]
        let isFacet = collection.facets.contains(place)
        return field.type.sharedWords.enumerated().flatMap { part, words -> [Diagnostic] in
          if words.label == nil && words.usual == nil && !isFacet { return [] }
          let column = Column(
            catalogue: catalogue, collection: collection, place: place, part: part, words: words)
          return column.diagnostics(often: Self.often)
        }
      }
    }
  }
}

/// The words in one part of the values of one field.
private struct Column {
  let catalogue: Catalogue
  let collection: Collection
  let place: FieldIndex
  let part: Int
  let words: SharedWords

  func diagnostics(often: Int) -> [Diagnostic] {
    var spellings = Spellings(listed: words.usual ?? [])
    forEachWord { _, word in spellings.add(word.value) }
    let leaders = spellings.leaders()
    let rare = words.usual.map { Rare(spellings.counts(by: leaders), often, usual: $0) }
    if leaders.isEmpty && rare?.isEmpty ?? true { return [] }
    var diagnostics: [Diagnostic] = []
    forEachWord { record, word in
      if let leader = leaders[word.value], leader != word.value {
        diagnostics.append(otherSpelling(word, leader, record))
      } else if let rare, rare.contains(word.value) {
        diagnostics.append(unusual(word, rare.nearest(to: word.value), record))
      }
    }
    return diagnostics
  }

  private func forEachWord(_ body: (Record, Located<String>) -> Void) {
    let type = collection.fields[place].type
    for index in catalogue.members[collection.index] {
      let record = catalogue.records[index]
      for value in record.values(ofField: place) {
        if let word = type.word(part, of: value) { body(record, word) }
      }
    }
  }

  /// The part as authors know it.
  private var label: String {
    collection.fields[place].label + (words.label.map { "・" + $0 } ?? "")
  }

  private func otherSpelling(
    _ word: Located<String>, _ leader: String, _ record: Record
  ) -> Diagnostic {
    let range = SourceRange(path: record.path, bytes: word.bytes)
    return Diagnostic(
      .otherSpelling, at: range,
      LocalisedText(
        "「\(label)」の「\(word.value)」は、ほかでは「\(leader)」と書かれています。",
        en: "'\(word.value)' of '\(label)' is spelled '\(leader)' elsewhere"),
      fixes: Fix.writing([leader], at: range, as: word.style))
  }

  private func unusual(
    _ word: Located<String>, _ meant: [String], _ record: Record
  ) -> Diagnostic {
    let range = SourceRange(path: record.path, bytes: word.bytes)
    return Diagnostic(
      .unusualValue, at: range,
      LocalisedText(
        "「\(label)」の「\(word.value)」は、決めた言葉にも、よく使われる言葉にもありません。正しければ、catalogue.yml のこの欄の usual に加えます。",
        en:
          "'\(word.value)' of '\(label)' is neither listed under 'usual' in catalogue.yml nor used "
          + "often; if it is right, add it there"),
      fixes: Fix.writing(meant, at: range, as: word.style))
  }
}

/// The words of a column that are neither listed nor written often.
private struct Rare {
  private let counts: [String: Int]
  private let often: Int
  private let usual: Set<String>
  private let known: Candidates
  private let knownWords: [String]

  init(_ counts: [String: Int], _ often: Int, usual: [String]) {
    self.counts = counts
    self.often = often
    self.usual = Set(usual)
    let frequent = counts.filter { $0.value >= often && !usual.contains($0.key) }.keys.sorted()
    knownWords = usual + frequent
    known = Candidates(knownWords)
  }

  var isEmpty: Bool { !counts.keys.contains(where: contains) }

  func contains(_ word: String) -> Bool {
    !usual.contains(word) && (counts[word] ?? 0) < often
  }

  /// The words that may have been meant; a word of one character resembles every other.
  func nearest(to word: String) -> [String] {
    if word.unicodeScalars.count < 2 { return [] }
    return known.nearest(to: word).map { knownWords[$0] }
  }
}
