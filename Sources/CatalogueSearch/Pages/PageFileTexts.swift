import ByteWriting
import TextFolding

/// What stands in a page's file before and after the readings, which depend on other pages too.
struct PageFileTexts: Sendable {
  let beforeReadings: [UInt16]
  let afterReadings: [UInt16]

  /// Nothing.
  init() { (beforeReadings, afterReadings) = ([], []) }

  init(_ document: SearchDocument) {
    var kanji = VariantKanji()
    var writer = UTF16Writer()
    /// Writes a text that old and variant kanji are looked for in.
    func append(_ text: String) {
      let start = writer.units.count
      writer.append(json: text)
      kanji.look(in: writer.units[start...])
    }
    writer.append("[")
    writer.append(json: document.url)
    writer.append(",")
    writer.append(json: document.collection)
    writer.append(",")
    append(document.title)
    writer.append(",[")
    for (index, alias) in document.aliases.enumerated() {
      if index > 0 { writer.append(",") }
      append(alias)
    }
    writer.append("],[")
    for (index, reading) in document.readings.enumerated() {
      if index > 0 { writer.append(",") }
      append(reading)
    }
    writer.append("],[")
    let start = writer.units.count
    writer.append("],")
    append(document.summary)
    writer.append(",[")
    for (index, section) in document.sections.enumerated() {
      writer.append(index > 0 ? ",[" : "[")
      writer.append(json: section.anchor)
      writer.append(",")
      append(section.heading)
      writer.append(",")
      append(section.text)
      writer.append("]")
    }
    writer.append("],")
    writer.append(json: kanji.pairs)
    writer.append("]")
    // Copies have no room left: there are as many of these as pages.
    beforeReadings = Array(writer.units[..<start])
    afterReadings = Array(writer.units[start...])
  }
}

/// The old and variant kanji that a page has.
private struct VariantKanji {
  private var found: Set<UInt32> = []

  private static let table: [UInt32: (Unicode.Scalar, Unicode.Scalar)] = Dictionary(
    Folding.kanji.map { ($0.variant.value, ($0.variant, $0.inUse)) },
    uniquingKeysWith: { first, _ in first })

  /// A bit for each character of the basic plane that is in the table, and for each first half of a
  /// character outside it, to pass the others quickly.
  private static let bits: [UInt64] = {
    var bits = [UInt64](repeating: 0, count: 1 << 10)
    for value in table.keys {
      let unit = value < 0x10000 ? value : 0xD7C0 + value >> 10
      bits[Int(unit >> 6)] |= 1 << UInt64(unit & 63)
    }
    return bits
  }()

  /// Looks for such kanji in UTF-16.
  mutating func look(in units: ArraySlice<UInt16>) {
    units.withUnsafeBufferPointer { units in
      Self.bits.withUnsafeBufferPointer { bits in
        for index in units.indices {
          let unit = UInt32(units[index])
          // A unit has 16 bits, and so have the bits all together.
          if unit < 0x2E80 || bits[Int(unit >> 6)] & 1 << UInt64(unit & 63) == 0 { continue }
          var value = unit
          if unit & 0xFC00 == 0xD800, index + 1 < units.count {
            value = 0x10000 + (unit & 0x3FF) << 10 | UInt32(units[index + 1]) & 0x3FF
          }
          if Self.table[value] != nil { found.insert(value) }
        }
      }
    }
  }

  /// The kanji, each followed by the one in use.
  var pairs: String {
    var pairs = String.UnicodeScalarView()
    for value in found.sorted() {
      guard let (variant, inUse) = Self.table[value] else { continue }
      pairs.append(variant)
      pairs.append(inUse)
    }
    return String(pairs)
  }
}
