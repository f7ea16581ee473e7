/// A code of RFC 1951 §3.2.2, given by the lengths of its words.
struct HuffmanCode: Sendable {
  /// For each run of `quickBits` bits the symbol and the length of the word that it begins with, else 0.
  private var quick: [UInt16]
  /// How many words have each length.
  private var counts: [Int]
  /// The symbols in the order of their words.
  private var symbols: [UInt16]

  private static let (quickBits, mostBits) = (9, 15)

  /// A code with the lengths of the words of the symbols from 0; 0 for a symbol without a word.
  init(_ lengths: ArraySlice<UInt8>) throws(GitTrouble) {
    self.init(counting: Array(lengths))
    var left = 1
    for count in counts.dropFirst() {
      left = left * 2 - count
      if left < 0 { throw .malformed }
    }
  }

  /// The same for lengths that are known to make a code.
  init(counting lengths: [UInt8]) {
    counts = Array(repeating: 0, count: Self.mostBits + 1)
    for length in lengths where length > 0 { counts[Int(length)] += 1 }
    var starts = [Int](repeating: 0, count: Self.mostBits + 2)
    for length in 1...Self.mostBits { starts[length + 1] = starts[length] + counts[length] }
    symbols = Array(repeating: 0, count: starts[Self.mostBits + 1])
    quick = Array(repeating: 0, count: 1 << Self.quickBits)
    for (symbol, length) in lengths.enumerated() where length > 0 {
      symbols[starts[Int(length)]] = UInt16(symbol)
      starts[Int(length)] += 1
    }
    fillQuick()
  }

  private mutating func fillQuick() {
    var (word, place) = (0, 0)
    for length in 1...Self.quickBits {
      for _ in 0..<counts[length] {
        var reversed = 0
        for bit in 0..<length where word & 1 << bit != 0 { reversed |= 1 << (length - 1 - bit) }
        let entry = symbols[place] << 4 | UInt16(length)
        for slot in stride(from: reversed, to: quick.count, by: 1 << length) { quick[slot] = entry }
        word += 1
        place += 1
      }
      // More words than there are: the reader of the lengths refuses them.
      word = word << 1 & (1 << Self.mostBits - 1)
    }
  }

  /// The symbol of the next word.
  func next(_ bits: inout BitSource) throws(GitTrouble) -> Int {
    let ahead = bits.peek()
    let entry = quick[ahead & (1 << Self.quickBits - 1)]
    if entry != 0 {
      if !bits.drop(Int(entry & 15)) { throw .malformed }
      return Int(entry >> 4)
    }
    var (word, first, place) = (0, 0, 0)
    for length in 1...Self.mostBits {
      word |= ahead >> (length - 1) & 1
      let count = counts[length]
      if word - count < first {
        if !bits.drop(length) { throw .malformed }
        return Int(symbols[place + word - first])
      }
      place += count
      first = (first + count) << 1
      word <<= 1
    }
    throw .malformed
  }
}
