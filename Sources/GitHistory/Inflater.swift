/// Reads what zlib compressed.
///
/// Source: RFC 1950 (the frame), RFC 1951 §3.2 (the blocks). The check sum behind the blocks is not read: what is
/// damaged has another length or another form than its reader expects.
struct Inflater {
  private var bits: BitSource
  private var output: [UInt8] = []
  private let most: Int

  /// The bytes that stand compressed in `input` from `start`; none of more than `most` bytes is made.
  static func inflate(
    _ input: [UInt8], from start: Int = 0, atMost most: Int
  ) throws(GitTrouble) -> [UInt8] {
    guard start + 2 <= input.count, input[start] & 15 == 8,
      (Int(input[start]) << 8 | Int(input[start + 1])) % 31 == 0, input[start + 1] & 32 == 0
    else { throw .malformed }
    var inflater = Inflater(bits: BitSource(input, from: start + 2), most: most)
    inflater.output.reserveCapacity(min(most, 1 << 16))
    try inflater.run()
    return inflater.output
  }

  private init(bits: BitSource, most: Int) {
    self.bits = bits
    self.most = most
  }

  private mutating func run() throws(GitTrouble) {
    var isLast = false
    while !isLast {
      isLast = try bits.take(1) == 1
      switch try bits.take(2) {
      case 0: try copyStored()
      case 1: try expand(Self.fixedLengths, Self.fixedDistances)
      case 2:
        let (lengths, distances) = try readCodes()
        try expand(lengths, distances)
      default: throw .malformed
      }
    }
  }

  private mutating func copyStored() throws(GitTrouble) {
    bits.skipToByte()
    let count = try bits.take(16)
    guard try bits.take(16) == ~count & 0xffff else { throw .malformed }
    if output.count + count > most { throw .tooLarge }
    for _ in 0..<count { output.append(UInt8(try bits.take(8))) }
  }

  /// A block of literals and of copies of what was written before.
  private mutating func expand(
    _ literals: HuffmanCode, _ distances: HuffmanCode
  ) throws(GitTrouble) {
    while true {
      let symbol = try literals.next(&bits)
      if symbol < 256 {
        if output.count >= most { throw .tooLarge }
        output.append(UInt8(symbol))
        continue
      }
      if symbol == 256 { return }
      guard symbol - 257 < Self.lengthBases.count else { throw .malformed }
      let length =
        try Self.lengthBases[symbol - 257] + bits.take(Self.lengthBits[symbol - 257])
      let code = try distances.next(&bits)
      guard code < Self.distanceBases.count else { throw .malformed }
      let distance = try Self.distanceBases[code] + bits.take(Self.distanceBits[code])
      if distance > output.count { throw .malformed }
      if output.count + length > most { throw .tooLarge }
      let from = output.count - distance
      for place in from..<(from + length) { output.append(output[place]) }
    }
  }

  /// The codes that stand before a block which has its own.
  private mutating func readCodes() throws(GitTrouble) -> (HuffmanCode, HuffmanCode) {
    let literalCount = try bits.take(5) + 257
    let distanceCount = try bits.take(5) + 1
    let orderCount = try bits.take(4) + 4
    var order = [UInt8](repeating: 0, count: 19)
    for place in Self.order.prefix(orderCount) { order[place] = UInt8(try bits.take(3)) }
    let code = try HuffmanCode(order[...])
    var lengths: [UInt8] = []
    let count = literalCount + distanceCount
    while lengths.count < count {
      let symbol = try code.next(&bits)
      if symbol < 16 {
        lengths.append(UInt8(symbol))
        continue
      }
      guard let last = symbol == 16 ? lengths.last : 0 else { throw .malformed }
      let times =
        switch symbol {
        case 16: try bits.take(2) + 3
        case 17: try bits.take(3) + 3
        default: try bits.take(7) + 11
        }
      if lengths.count + times > count { throw .malformed }
      for _ in 0..<times { lengths.append(last) }
    }
    return (
      try HuffmanCode(lengths[..<literalCount]), try HuffmanCode(lengths[literalCount...])
    )
  }

  private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
  private static let lengthBases = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258,
  ]
  private static let lengthBits = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  private static let distanceBases = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537,
    2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577,
  ]
  private static let distanceBits = [
    0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13,
    13,
  ]
  private static let fixedLengths = HuffmanCode(
    counting: Array(repeating: 8, count: 144) + Array(repeating: 9, count: 112)
      + Array(repeating: 7, count: 24) + Array(repeating: 8, count: 8))
  private static let fixedDistances = HuffmanCode(counting: Array(repeating: 5, count: 30))
}

/// The bits of compressed bytes, the lowest of each byte first.
struct BitSource {
  private let bytes: [UInt8]
  private var next: Int
  private var held: UInt64 = 0
  private var count = 0

  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    next = start
  }

  private mutating func fill() {
    while count <= 56, next < bytes.count {
      held |= UInt64(bytes[next]) << UInt64(count)
      next += 1
      count += 8
    }
  }

  /// The next bits, up to 16 of them, as a number.
  mutating func take(_ wanted: Int) throws(GitTrouble) -> Int {
    if count < wanted { fill() }
    if count < wanted { throw .malformed }
    let value = held & (1 << UInt64(wanted) - 1)
    drop(wanted)
    return Int(value)
  }

  /// The next 15 bits without taking them, with zeros behind the last.
  mutating func peek() -> Int {
    if count < 15 { fill() }
    return Int(held & 0x7fff)
  }

  /// Takes bits that were looked at; false where there are fewer.
  @discardableResult
  mutating func drop(_ taken: Int) -> Bool {
    if taken > count { return false }
    held >>= UInt64(taken)
    count -= taken
    return true
  }

  /// Passes over what is left of a byte.
  mutating func skipToByte() { drop(count % 8) }
}
