/// The tables of the folding in the form that looks one character up in two steps.
struct FoldingData: Sendable {
  /// The tables, unpacked when the first text is folded (about a millisecond).
  static let shared = FoldingData()

  /// Marks that may compose with, or must be ordered after, what stands before them.
  private static let markBit: UInt32 = 1 << 31

  private var blocks: [UInt16]
  private var cells: [UInt32]
  private var expansions: [UInt32] = []
  private var composites: [UInt64: UInt32] = [:]
  private var decompositions: [UInt32: (UInt32, UInt32)] = [:]
  private var classes: [UInt32: UInt8] = [:]
  private(set) var kanji: [(variant: Unicode.Scalar, inUse: Unicode.Scalar)] = []

  private init() {
    // Block 0 is for all characters that stay as they are.
    blocks = Array(repeating: 0, count: 0x110000 >> 6)
    cells = Array(repeating: 0, count: 64)
    var table = TableReader(FoldingTable.mapped)
    while let first = table.number() {
      let last = table.take("-") ? table.number() ?? first : first
      _ = table.take(">")
      let start = expansions.count
      while let scalar = table.number() {
        expansions.append(scalar)
        if !table.take(",") { break }
      }
      let cell = UInt32(start) << 6 | UInt32(expansions.count - start + 1)
      for scalar in first...last { set(scalar, cell) }
      table.skipSpace()
    }
    readCompositions()
    readClasses()
    readKanji()
  }

  private mutating func readCompositions() {
    var table = TableReader(FoldingTable.compositions)
    while let first = table.number() {
      _ = table.take("+")
      guard let second = table.number(), table.take(">"), let composite = table.number() else {
        break
      }
      composites[UInt64(first) << 32 | UInt64(second)] = composite
      decompositions[composite] = (first, second)
      mark(second)
      table.skipSpace()
    }
    // Vowels and final consonants of Hangul compose by arithmetic (Unicode, section 3.12).
    for jamo in UInt32(0x1161)...0x1175 { mark(jamo) }
    for jamo in UInt32(0x11A8)...0x11C2 { mark(jamo) }
  }

  private mutating func readClasses() {
    var table = TableReader(FoldingTable.classes)
    while let first = table.number() {
      let last = table.take("-") ? table.number() ?? first : first
      _ = table.take(">")
      let value = UInt8(truncatingIfNeeded: table.number() ?? 0)
      for scalar in first...last {
        classes[scalar] = value
        mark(scalar)
      }
      table.skipSpace()
    }
  }

  private mutating func readKanji() {
    var variant: Unicode.Scalar?
    for scalar in FoldingTable.kanji.description.unicodeScalars where scalar.value > 32 {
      if let old = variant {
        kanji.append((old, scalar))
        variant = nil
      } else {
        variant = scalar
      }
    }
  }

  private mutating func set(_ scalar: UInt32, _ cell: UInt32) {
    cells[slot(scalar)] = cell
  }

  private mutating func mark(_ scalar: UInt32) {
    cells[slot(scalar)] |= Self.markBit
  }

  private mutating func slot(_ scalar: UInt32) -> Int {
    let block = Int(scalar >> 6)
    if blocks[block] == 0 {
      blocks[block] = UInt16(cells.count >> 6)
      cells.append(contentsOf: repeatElement(0, count: 64))
    }
    return Int(blocks[block]) << 6 | Int(scalar & 63)
  }

  /// Lends the tables where many characters are looked up.
  @inline(__always)
  func withTables<Result>(
    _ body: (UnsafeBufferPointer<UInt16>, UnsafeBufferPointer<UInt32>) -> Result
  ) -> Result {
    blocks.withUnsafeBufferPointer { blocks in
      cells.withUnsafeBufferPointer { cells in body(blocks, cells) }
    }
  }

  /// What the tables say of one character; 0 is "stays as it is".
  @inline(__always)
  func cell(_ scalar: UInt32) -> UInt32 {
    cells[Int(blocks[Int(scalar >> 6)]) << 6 | Int(scalar & 63)]
  }

  /// Whether `cell` is of a character that may compose with the one before it.
  @inline(__always)
  func isMark(_ cell: UInt32) -> Bool { cell & Self.markBit != 0 }

  /// The characters that a character with `cell` becomes, nil where it stays as it is.
  @inline(__always)
  func expansion(_ cell: UInt32) -> ArraySlice<UInt32>? {
    let cell = cell & ~Self.markBit
    if cell == 0 { return nil }
    let start = Int(cell >> 6)
    return expansions[start..<(start + Int(cell & 63) - 1)]
  }

  /// The one character that a character becomes if it composes with none; nil for others.
  ///
  /// `blocks` and `cells` are those of `withTables`.
  @inline(__always)
  func simple(
    _ scalar: UInt32, _ blocks: UnsafeBufferPointer<UInt16>, _ cells: UnsafeBufferPointer<UInt32>
  ) -> UInt32? {
    // Every scalar value has a block, and every block its 64 cells.
    let cell = cells[Int(blocks[Int(scalar >> 6)]) << 6 | Int(scalar & 63)]
    if cell == 0 { return scalar }
    // An expansion that is one character has its count and 1 in the low bits: 2.
    guard cell & (Self.markBit | 63) == 2 else { return nil }
    let folded = expansions[Int(cell >> 6)]
    return isMark(self.cell(folded)) ? nil : folded
  }

  /// The canonical combining class.
  func combiningClass(_ scalar: UInt32) -> UInt8 {
    classes[scalar] ?? 0
  }

  /// Appends the full canonical decomposition of a character that is folded otherwise.
  func decompose(_ scalar: UInt32, into parts: inout [UInt32]) {
    if let (first, second) = decompositions[scalar] {
      decompose(first, into: &parts)
      parts.append(second)
    } else if scalar >= 0xAC00, scalar < 0xD7A4 {
      let index = scalar - 0xAC00
      parts.append(0x1100 + index / 588)
      parts.append(0x1161 + index % 588 / 28)
      if index % 28 > 0 { parts.append(0x11A7 + index % 28) }
    } else {
      parts.append(scalar)
    }
  }

  /// The primary composite of two characters, where there is one.
  func compose(_ first: UInt32, _ second: UInt32) -> UInt32? {
    if first >= 0x1100, first < 0x1113, second >= 0x1161, second < 0x1176 {
      return 0xAC00 + ((first - 0x1100) * 21 + second - 0x1161) * 28
    }
    if first >= 0xAC00, first < 0xD7A4, (first - 0xAC00) % 28 == 0, second > 0x11A7,
      second < 0x11C3
    {
      return first + second - 0x11A7
    }
    return composites[UInt64(first) << 32 | UInt64(second)]
  }
}

/// Reads the hexadecimal numbers and the signs between them in a table.
private struct TableReader {
  private let table: StaticString
  private var position = 0

  init(_ table: StaticString) {
    self.table = table
  }

  private var byte: UInt8? {
    position < table.utf8CodeUnitCount ? table.utf8Start[position] : nil
  }

  mutating func number() -> UInt32? {
    var value: UInt32?
    while let byte {
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - 48
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - 55
      default: return value
      }
      value = (value ?? 0) << 4 | UInt32(digit)
      position += 1
    }
    return value
  }

  mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard let byte, UInt32(byte) == sign.value else { return false }
    position += 1
    return true
  }

  mutating func skipSpace() {
    while let byte, byte <= 32 { position += 1 }
  }
}
