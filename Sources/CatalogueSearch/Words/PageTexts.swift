/// What of a page goes into the index, and the same that is written into the page's file.
struct PageTexts {
  private let readings: ReadingTable
  private let words: Set<UInt32>

  /// `words` are those of `KnownWords`.
  init(readings: ReadingTable, words: Set<UInt32>) {
    self.readings = readings
    self.words = words
  }

  /// Adds all blocks of a page to `text`; gives the readings that the page is found by.
  func collect(
    _ document: SearchDocument, number: Int, into text: inout IndexedText, runs: inout KanaRuns
  ) -> [String] {
    var found: Set<Int> = []
    /// Without a weight the block is a name.
    func add(_ block: String, _ weight: IndexedText.Weight?) {
      guard !block.isEmpty else { return }
      let units = GramText.units(of: block)
      text.add(units, as: weight ?? .name(of: units.count), words: words)
      Okurigana.spellings(in: units) { text.addSpelling($0) }
      runs.add(units, page: number)
      readings.find(in: units, found: &found)
    }
    add(document.title, nil)
    for alias in document.aliases { add(alias, nil) }
    add(document.summary, .heading)
    for section in document.sections {
      add(section.heading, .heading)
      add(section.text, .text)
    }
    let reading = GramText.hiragana(GramText.units(of: document.reading))
    text.add(reading, as: .name(of: reading.count), words: words)
    var shown = document.reading.isEmpty ? [] : [document.reading]
    for number in found.sorted() {
      text.add(readings.units[number], as: .text, words: words)
      shown.append(readings.readings[number])
    }
    text.endPage()
    return shown
  }
}

/// The words of the site whose readings are known from ruby, to be found in any page.
struct ReadingTable: Sendable {
  /// The readings as they are written.
  private(set) var readings: [String] = []
  /// The words that they are readings of.
  private(set) var bases: [String] = []
  /// The readings as hiragana units.
  private(set) var units: [[UInt16]] = []
  private var baseUnits: [[UInt16]] = []
  private var byStart: [UInt32: [Int]] = [:]

  init(_ documents: [SearchDocument]) {
    let rubies = Set(documents.flatMap(\.rubies))
      .filter { !$0.base.isEmpty && !$0.reading.isEmpty }
      .sorted { ($0.base, $0.reading) < ($1.base, $1.reading) }
    for ruby in rubies {
      let base = GramText.units(of: ruby.base)
      guard base.count > 1 else { continue }
      byStart[Self.start(base, 0), default: []].append(bases.count)
      bases.append(ruby.base)
      readings.append(ruby.reading)
      units.append(GramText.hiragana(GramText.units(of: ruby.reading)))
      baseUnits.append(base)
    }
  }

  private static func start(_ units: [UInt16], _ index: Int) -> UInt32 {
    UInt32(units[index]) << 16 | UInt32(units[index + 1])
  }

  /// Adds the numbers of the words that are in `text` to `found`.
  func find(in text: [UInt16], found: inout Set<Int>) {
    guard !bases.isEmpty, text.count > 1 else { return }
    for index in 0..<(text.count - 1) where GramText.isKanji(text[index]) {
      guard let candidates = byStart[Self.start(text, index)] else { continue }
      for number in candidates where text[index...].starts(with: baseUnits[number]) {
        found.insert(number)
      }
    }
  }
}
