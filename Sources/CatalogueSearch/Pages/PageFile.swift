/// The file with a page's texts, from which the browser verifies, cites and links.
///
/// `[url, collection, title, [alias…], [reading…], [spelling…], summary, [[anchor, heading, text]…], kanji]`;
/// readings are those of the names, spellings what else the page is found by: readings of its words, and words
/// that it writes otherwise. `kanji` has the old and variant kanji of the page, each followed by the one in use.
enum PageFile {
  /// Makes the file of the page with a number, which is found by some readings besides its texts.
  static func file(_ texts: PageFileTexts, number: Int, readings: [String]) -> IndexFile {
    var writer = IndexFileWriter(
      key: SearchFormat.key(.pages, number),
      capacity: texts.beforeReadings.count + texts.afterReadings.count)
    writer.append(plain: texts.beforeReadings)
    for (index, text) in readings.enumerated() {
      if index > 0 { writer.append(",") }
      writer.append(json: text)
    }
    writer.append(plain: texts.afterReadings)
    return writer.finish()
  }
}
