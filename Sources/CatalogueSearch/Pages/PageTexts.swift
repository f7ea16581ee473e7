/// What of a page goes into the index, and the readings that are written into the page's file.
struct PageTexts {
  private let readings: ReadingTable
  private let words: KnownWords

  init(readings: ReadingTable, words: KnownWords) {
    self.readings = readings
    self.words = words
  }

  /// Adds all blocks of a page to `text`; gives the readings that the page is found by.
  func collect(
    _ page: IndexedPage, number: Int, into text: inout IndexedText, runs: inout KanaRuns
  ) -> [String] {
    var found: Set<Int> = []
    page.blocks.each { units, kind in
      switch kind {
      case .name: text.add(name: units, words: words)
      case .heading: text.add(units, as: .heading, words: words)
      case .text: text.add(units, as: .text, words: words)
      }
      Okurigana.spellings(in: units) { text.addSpelling($0) }
      runs.add(units, page: number)
      readings.find(in: units, found: &found)
    }
    page.reading.units.withUnsafeBufferPointer { text.add(name: $0, words: words) }
    var shown = page.reading.text.isEmpty ? [] : [page.reading.text]
    for number in found.sorted() {
      readings.units[number].withUnsafeBufferPointer { text.add($0, as: .text, words: words) }
      shown.append(readings.readings[number])
    }
    text.endPage()
    return shown
  }
}
