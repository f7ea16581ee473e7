/// What lists are written to.
protocol BitSink {
  /// Appends the low `width` bits of `value`, at most 32.
  mutating func append(_ value: Int, width: Int)
}

extension BitSink {
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
}

/// Counts the bits that would be written.
struct BitCounter: BitSink {
  private(set) var count = 0

  @inline(__always)
  mutating func append(_ value: Int, width: Int) { count += width }
}

/// Writes bits, the high ones first, as characters of 15 bits each, from U+4E00 on.
///
/// Such a character is two bytes in the UTF-16 of the index files, needs no escape in JSON and is
/// half of nothing; nearly no room is lost.
struct BitWriter: BitSink {
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

  /// Ends the list and gives its characters.
  mutating func finish() -> [UInt16] {
    if count > 0 { append(0, width: 15 - count) }
    defer { characters.removeAll(keepingCapacity: true) }
    return characters
  }
}

/// What a list says of a page: `impact << 8 | mask`.
///
/// The mask has a bit for each place of the gram in the page, modulo 8, by which the browser sees
/// whether grams may stand one after another. Grams in more than three such places have all bits.
enum PostingMark {
  static let anywhere: UInt8 = 0xFF

  /// Impact and number of bits: 4 × (1, 2, 3, all).
  static let classes = 16

  static func mark(impact: UInt8, mask: UInt8) -> UInt16 {
    UInt16(impact) << 8 | UInt16(mask.nonzeroBitCount > 3 ? anywhere : mask)
  }

  @inline(__always)
  static func classOf(_ mark: UInt16) -> Int {
    Int(mark >> 8) * 4 + min((mark & 0xFF).nonzeroBitCount, 4) - 1
  }
}

/// The code of marks, one for the whole site: Huffman's for the class, then which mask of its class.
struct MarkCode: Sendable {
  /// The length of each class's code in bits, 0 for classes that do not occur.
  let lengths: [Int]
  private let codes: [Int]
  /// Where a mask stands among the masks with as many bits, in order.
  private let orders: [Int]

  private static let widths = [3, 5, 6, 0]

  /// Makes the code for classes that occur as often as `counts` says.
  init(counts: [Int]) {
    lengths = Self.lengths(counts)
    var codes = [Int](repeating: 0, count: counts.count)
    var code = 0
    for length in 1...15 {
      for index in lengths.indices where lengths[index] == length {
        codes[index] = code
        code += 1
      }
      code <<= 1
    }
    self.codes = codes
    var seen = [Int](repeating: 0, count: 9)
    orders = (0..<256).map { mask in
      defer { seen[mask.nonzeroBitCount] += 1 }
      return seen[mask.nonzeroBitCount]
    }
  }

  private static func lengths(_ counts: [Int]) -> [Int] {
    var lengths = [Int](repeating: 0, count: counts.count)
    var nodes = counts.indices.filter { counts[$0] > 0 }.map { (counts[$0], [$0]) }
    if nodes.count == 1 { lengths[nodes[0].1[0]] = 1 }
    while nodes.count > 1 {
      nodes.sort { ($1.0, $1.1[0]) < ($0.0, $0.1[0]) }
      let right = nodes.removeLast()
      let left = nodes.removeLast()
      for index in left.1 + right.1 { lengths[index] += 1 }
      nodes.append((left.0 + right.0, left.1 + right.1))
    }
    return lengths
  }

  @inline(__always)
  func append(_ mark: UInt16, to sink: inout some BitSink) {
    let index = PostingMark.classOf(mark)
    sink.append(codes[index], width: lengths[index])
    sink.append(orders[Int(mark & 0xFF)], width: Self.widths[index & 3])
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

  /// Writes a list: how many pages, then each as the gap to the one before.
  @inline(__always)
  static func write<Sink: BitSink>(
    pages list: some Collection<UInt32>, of pages: Int, to sink: inout Sink,
    afterEach: (Int, inout Sink) -> Void
  ) {
    sink.append(gamma: max(list.count, 1))
    let low = lowBits(count: list.count, pages: pages)
    var next: UInt32 = 0
    for (index, page) in list.enumerated() {
      sink.append(rice: Int(page - next), low: low)
      afterEach(index, &sink)
      next = page + 1
    }
  }
}
