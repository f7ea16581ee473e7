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
      if let weight {
        text.add(units, as: weight, words: words)
      } else {
        text.add(name: units, words: words)
      }
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
    text.add(name: reading, words: words)
    var shown = document.reading.isEmpty ? [] : [document.reading]
    for number in found.sorted() {
      text.add(readings.units[number], as: .text, words: words)
      shown.append(readings.readings[number])
    }
    text.endPage()
    return shown
  }
}
