/// The words of the site whose readings are known from ruby, to be found in any page.
struct ReadingTable: Sendable {
  /// The readings as they are written.
  private(set) var readings: [String] = []
  /// The words that they are readings of.
  private(set) var bases: [String] = []
  /// The readings as hiragana units.
  private(set) var units: [[UInt16]] = []

  /// A tree of the words by their units: from a node, `node << 16 | unit`, to the next; the root is 0.
  private var next: [UInt64: UInt64] = [:]
  /// The numbers of the words that end at a node.
  private var ends: [UInt64: [Int]] = [:]

  /// A bit for each unit that a word begins with, to pass the others quickly.
  private var firsts = [UInt64](repeating: 0, count: 1 << 10)

  /// Longer texts with a reading are no words; so the work at a place of a text has an end.
  private static let mostUnits = 64
  /// As many readings of one word are known: each page with the word is listed under all of them.
  private static let mostReadings = 16

  init(_ pages: [IndexedPage]) {
    let rubies = Set(pages.flatMap(\.rubies))
      .filter { !$0.base.isEmpty && !$0.reading.isEmpty }
      .sorted { ($0.base, $0.reading) < ($1.base, $1.reading) }
    for ruby in rubies {
      let base = GramText.units(of: ruby.base)
      guard base.count > 1, base.count <= Self.mostUnits else { continue }
      firsts[Int(base[0] >> 6)] |= 1 << UInt64(base[0] & 63)
      let node = addNodes(base)
      guard ends[node, default: []].count < Self.mostReadings else { continue }
      ends[node, default: []].append(bases.count)
      bases.append(ruby.base)
      readings.append(ruby.reading)
      units.append(GramText.hiragana(GramText.units(of: ruby.reading)))
    }
  }

  /// Whether a word begins with a unit.
  @inline(__always)
  private func isFirst(_ unit: UInt16) -> Bool {
    firsts[Int(unit >> 6)] & 1 << UInt64(unit & 63) != 0
  }

  /// The node at which a word ends.
  private mutating func addNodes(_ word: [UInt16]) -> UInt64 {
    var node: UInt64 = 0
    for unit in word {
      let key = node << 16 | UInt64(unit)
      if let known = next[key] {
        node = known
      } else {
        node = UInt64(next.count) + 1
        next[key] = node
      }
    }
    return node
  }

  /// Adds the numbers of the words that are in `text` to `found`.
  func find(in block: ClassifiedUnits, found: inout Set<Int>) {
    guard !bases.isEmpty else { return }
    let text = block.units
    for start in text.indices where block.classes[start].contains(.kanji) && isFirst(text[start]) {
      var node: UInt64 = 0
      for index in start..<text.count {
        guard let known = next[node << 16 | UInt64(text[index])] else { break }
        node = known
        if let numbers = ends[node] { found.formUnion(numbers) }
      }
    }
  }
}
