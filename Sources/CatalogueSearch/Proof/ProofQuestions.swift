import TextFolding

/// Asks an index as people do: for every name of every record, and what refers to the record by each of them.
struct ProofQuestions {
  /// How many names were asked.
  private(set) var count = 0
  private(set) var faults: [SearchProof.Fault] = []
  private let pages: ProofPages
  /// The pages of the records that bear a name, by its folded form.
  private var bearers: [[UInt16]: Set<Int>] = [:]
  /// The same, by the form in which the lists have names: kana as they are written.
  private var written: [[UInt16]: Set<Int>] = [:]
  /// The names as they are written, in their order, each with the records that it names.
  private var names: [(name: String, records: [Record])] = []

  /// A record that is named, and the pages that refer to it.
  private struct Record {
    let page: Int
    let title: String
    let referring: [Int]
  }

  init(
    _ index: SearchIndexReader, _ pages: ProofPages, references: [SearchReference]
  ) {
    self.pages = pages
    collect(references)
    let search = BrowserSearch(index)
    for (name, records) in names { ask(name, records, search) }
  }

  private mutating func collect(_ references: [SearchReference]) {
    let numbers = Dictionary(pages.documents.map { ($0.document.url, $0.number) }) { $1 }
    var referring: [Int: [Int]] = [:]
    for reference in references {
      guard let from = numbers[reference.from], let to = numbers[reference.to] else { continue }
      referring[to, default: []].append(from)
    }
    var places: [String: Int] = [:]
    for (number, document) in pages.documents {
      let record = Record(
        page: number, title: document.title,
        referring: Set(referring[number, default: []]).sorted())
      let readings = document.readings.map(Self.hiragana)
      for name in Set([document.title] + document.aliases + readings).sorted() {
        let units = BrowserRules.units(of: name)
        // What has no word is in no index.
        guard units.contains(where: BrowserRules.isWord) else { continue }
        bearers[BrowserRules.key(name), default: []].insert(number)
        written[units, default: []].insert(number)
        if let place = places[name] {
          names[place].records.append(record)
        } else {
          places[name] = names.count
          names.append((name, [record]))
        }
      }
    }
  }

  /// A reading as the lists have it and as it is typed.
  private static func hiragana(_ reading: String) -> String {
    var typed = String.UnicodeScalarView()
    for scalar in Folding.fold(reading).unicodeScalars {
      let isKatakana = UInt16(exactly: scalar.value).map { SearchFormat.katakana ~= $0 } ?? false
      let step = isKatakana ? UInt32(SearchFormat.kanaStep) : 0
      typed.append(Unicode.Scalar(scalar.value - step) ?? scalar)
    }
    return String(typed)
  }

  private mutating func ask(_ name: String, _ records: [Record], _ search: BrowserSearch) {
    count += 1
    let answer = search.answer(name)
    let terms = pages.needles(of: answer.terms)
    let bearing = bearers[BrowserRules.key(name)] ?? []
    var first: Set<Int> = []
    for page in answer.pages where pages.isShown(page, terms) {
      guard bearing.contains(page) else { break }
      first.insert(page)
    }
    let missing = (written[BrowserRules.units(of: name)] ?? []).subtracting(first)
    if let page = missing.min(), first.count < BrowserSearch.mostNamed {
      faults.append(.order(name, page: pages.urls[page]))
    }
    let found = Set(answer.pages)
    for record in records {
      let missing = record.referring.filter { !found.contains($0) || !pages.isShown($0, terms) }
      guard let page = missing.first else { continue }
      faults.append(
        .reference(name, to: record.title, page: pages.urls[page], others: missing.count - 1))
    }
  }
}

/// That the page of one record says that it refers to another; the addresses of both.
package struct SearchReference: Sendable, Hashable {
  package let from: String
  package let to: String

  package init(from: String, to: String) {
    self.from = from
    self.to = to
  }
}
