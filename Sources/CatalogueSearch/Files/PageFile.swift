import TextFolding

/// The file with a page's texts, from which the browser verifies, cites and links.
///
/// `[url, collection, title, [alias…], [reading…], summary, [[anchor, heading, text]…], kanji]`; `kanji`
/// has the old and variant kanji of the page, each followed by the one in use.
enum PageFile {
  static func file(_ page: SearchDocument, number: Int, readings: [String]) -> IndexFile {
    var writer = IndexFileWriter(key: SearchFormat.key(.pages, number))
    writer.append("[")
    for text in [page.url, page.collection, page.title] {
      writer.append(json: text)
      writer.append(",")
    }
    append(page.aliases, to: &writer)
    append(readings, to: &writer)
    writer.append(json: page.summary)
    writer.append(",[")
    for (index, section) in page.sections.enumerated() {
      if index > 0 { writer.append(",") }
      writer.append("[")
      writer.append(json: section.anchor)
      writer.append(",")
      writer.append(json: section.heading)
      writer.append(",")
      writer.append(json: section.text)
      writer.append("]")
    }
    writer.append("],")
    writer.append(json: VariantKanji.pairs(in: page))
    writer.append("]")
    return writer.finish()
  }

  private static func append(_ texts: [String], to writer: inout IndexFileWriter) {
    writer.append("[")
    for (index, text) in texts.enumerated() {
      if index > 0 { writer.append(",") }
      writer.append(json: text)
    }
    writer.append("],")
  }
}

/// The old and variant kanji that a page has.
private enum VariantKanji {
  private static let table: [UInt32: (Unicode.Scalar, Unicode.Scalar)] = Dictionary(
    Folding.kanji.map { ($0.variant.value, ($0.variant, $0.inUse)) },
    uniquingKeysWith: { first, _ in first })

  /// One bit for each character of the basic plane in the table, to pass the others quickly.
  private static let bits: [UInt64] = {
    var bits = [UInt64](repeating: 0, count: 1 << 10)
    for value in table.keys where value < 0x10000 {
      bits[Int(value >> 6)] |= 1 << UInt64(value & 63)
    }
    return bits
  }()

  static func pairs(in page: SearchDocument) -> String {
    var found: [UInt32: (Unicode.Scalar, Unicode.Scalar)] = [:]
    for section in page.sections {
      look(section.heading, &found)
      look(section.text, &found)
    }
    for text in [page.title, page.summary] + page.aliases { look(text, &found) }
    var pairs = String.UnicodeScalarView()
    for value in found.keys.sorted() {
      guard let (variant, inUse) = found[value] else { continue }
      pairs.append(variant)
      pairs.append(inUse)
    }
    return String(pairs)
  }

  private static func look(
    _ text: String, _ found: inout [UInt32: (Unicode.Scalar, Unicode.Scalar)]
  ) {
    for scalar in text.unicodeScalars where scalar.value >= 0x2E80 {
      let value = scalar.value
      if value < 0x10000, bits[Int(value >> 6)] & 1 << UInt64(value & 63) == 0 { continue }
      if let pair = table[value] { found[value] = pair }
    }
  }
}
