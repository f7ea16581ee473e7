/// Writes bits, the high ones first, as characters of 15 bits each, from U+4E00 on.
///
/// Such a character is two bytes in the UTF-16 of the index files, needs no escape in JSON and is
/// half of nothing; nearly no room is lost.
struct BitWriter {
  private(set) var characters: [UInt16] = []
  private var pending: UInt64 = 0
  private var count = 0

  /// Appends the low `width` bits of `value`, at most 32.
  @inline(__always)
  mutating func append(_ value: Int, width: Int) {
    pending = pending << UInt64(width) | UInt64(value)
    count += width
    while count >= 15 {
      count -= 15
      characters.append(0x4E00 + UInt16(truncatingIfNeeded: pending >> UInt64(count) & 0x7FFF))
    }
    pending &= (1 << UInt64(count)) - 1
  }

  /// Appends `value` ≥ 1 in Elias' gamma code.
  mutating func append(gamma value: Int) {
    let width = Int.bitWidth - value.leadingZeroBitCount
    append(0, width: width - 1)
    append(value, width: width)
  }

  /// Appends `value` ≥ 0 in Rice's code: the high bits in unary, the low `low` bits as they are.
  @inline(__always)
  mutating func append(rice value: Int, low: Int) {
    var high = value >> low
    while high > 24 {
      append((1 << 24) - 1, width: 24)
      high -= 24
    }
    append((1 << (high + 1)) - 2, width: high + 1)
    append(value & ((1 << low) - 1), width: low)
  }

  /// Ends the list and gives its characters.
  mutating func finish() -> [UInt16] {
    if count > 0 { append(0, width: 15 - count) }
    defer { characters.removeAll(keepingCapacity: true) }
    return characters
  }
}

/// The code of the symbols of postings, one for the whole site: Huffman's, in canonical form.
struct SymbolCode: Sendable {
  /// The length of each symbol's code in bits, 0 for symbols that do not occur.
  let lengths: [Int]
  private let codes: [Int]

  /// Makes the code for symbols that occur as often as `counts` says.
  init(counts: [Int]) {
    var lengths = [Int](repeating: 0, count: counts.count)
    var scaled = counts
    // Codes longer than 15 bits are avoided by flattening the counts, which costs next to nothing.
    while true {
      lengths = Self.lengths(scaled)
      if (lengths.max() ?? 0) <= 15 { break }
      scaled = scaled.map { $0 == 0 ? 0 : $0 / 2 + 1 }
    }
    self.lengths = lengths
    var codes = [Int](repeating: 0, count: counts.count)
    var code = 0
    for length in 1...15 {
      for symbol in lengths.indices where lengths[symbol] == length {
        codes[symbol] = code
        code += 1
      }
      code <<= 1
    }
    self.codes = codes
  }

  private static func lengths(_ counts: [Int]) -> [Int] {
    struct Node {
      var count: Int
      var symbols: [Int]
    }
    var lengths = [Int](repeating: 0, count: counts.count)
    var nodes = counts.indices.filter { counts[$0] > 0 }
      .map { Node(count: counts[$0], symbols: [$0]) }
    if nodes.count == 1 { lengths[nodes[0].symbols[0]] = 1 }
    while nodes.count > 1 {
      nodes.sort { ($1.count, $1.symbols[0]) < ($0.count, $0.symbols[0]) }
      let right = nodes.removeLast()
      let left = nodes.removeLast()
      for symbol in left.symbols + right.symbols { lengths[symbol] += 1 }
      nodes.append(Node(count: left.count + right.count, symbols: left.symbols + right.symbols))
    }
    return lengths
  }

  @inline(__always)
  func append(_ symbol: UInt8, to writer: inout BitWriter) {
    writer.append(codes[Int(symbol)], width: lengths[Int(symbol)])
  }
}

/// Writes lists of pages.
enum PostingCoder {
  /// The number of low bits of a gap between pages, best if `count` of `pages` are spread evenly.
  static func lowBits(count: Int, pages: Int) -> Int {
    var low = 0
    while (count << (low + 1)) * 10 < pages * 7 { low += 1 }
    return low
  }

  /// The characters of a list: how many pages, then each as the gap to the one before.
  static func characters(
    pages list: some Collection<UInt32>, of pages: Int, writer: inout BitWriter,
    afterEach: (Int, inout BitWriter) -> Void = { _, _ in }
  ) -> [UInt16] {
    writer.append(gamma: list.count + 1)
    let low = lowBits(count: list.count, pages: pages)
    var next: UInt32 = 0
    for (index, page) in list.enumerated() {
      writer.append(rice: Int(page - next), low: low)
      afterEach(index, &writer)
      next = page + 1
    }
    return writer.finish()
  }
}
