/// What of a page goes into the index, and the readings that are written into the page's file.
struct PageTexts {
  private let readings: ReadingTable
  private let words: KnownWords

  init(readings: ReadingTable, words: KnownWords) {
    self.readings = readings
    self.words = words
  }

  /// Adds all blocks of a page to `text`; gives the readings of its words, which it is found by.
  func collect(
    _ page: IndexedPage, number: Int, into text: inout IndexedText, runs: inout KanaRuns
  ) -> [String] {
    var found: Set<Int> = []
    page.blocks.each { units, kind in
      ClassifiedUnits.with(units) { block in
        switch kind {
        case .name: text.add(name: block, words: words)
        case .heading: text.add(block, as: .heading, words: words)
        case .text: text.add(block, as: .text, words: words)
        case .aside: text.add(block, as: .inside, words: words)
        }
        Okurigana.spellings(in: block) { text.addSpelling($0) }
        runs.add(block, page: number)
        readings.find(in: block, found: &found)
      }
    }
    for reading in page.readings {
      ClassifiedUnits.with(reading) { text.add(name: $0, words: words) }
    }
    var shown: [String] = []
    for number in found.sorted() {
      ClassifiedUnits.with(readings.units[number]) { text.add($0, as: .text, words: words) }
      shown.append(readings.readings[number])
    }
    text.endPage()
    return shown
  }
}
