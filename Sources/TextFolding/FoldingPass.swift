/// One folding of one text: characters through the table, composition, then dashes and spaces.
struct FoldingPass {
  private(set) var scalars: [UInt32] = []
  /// The bytes of the source that each scalar comes from; empty unless asked for.
  private(set) var sources: [Range<Int>] = []

  private let keepsSources: Bool
  private let data = FoldingData.shared
  /// Where the last character stands that no mark has followed yet.
  private var starter = 0
  private var marked = false
  private var hasSpace = false
  private var hasDash = false

  init(keepsSources: Bool, capacity: Int) {
    self.keepsSources = keepsSources
    scalars.reserveCapacity(capacity)
  }

  mutating func fold(_ bytes: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < bytes.count {
      if !keepsSources, !marked { index = foldSimple(bytes, from: index) }
      if index < bytes.count { index = foldOne(bytes, at: index) }
    }
    composeTail()
    if hasSpace { dropSpaces() }
    if hasDash { lengthenDashes() }
  }

  /// Folds the character at `index`; gives where the next one is.
  private mutating func foldOne(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let (scalar, length) = UTF8Reading.scalar(in: bytes, at: index)
    let source = index..<(index + length)
    let cell = data.cell(scalar)
    if cell == 0 {
      append(scalar, from: source, isMark: false)
    } else if let expansion = data.expansion(cell) {
      for part in expansion { append(part, from: source, isMark: data.isMark(data.cell(part))) }
    } else {
      append(scalar, from: source, isMark: data.isMark(cell))
    }
    return index + length
  }

  /// How many characters are written at once.
  private static let mostAtOnce = 2_048

  /// Folds characters that become one character each and compose with none, from `start` on; gives where
  /// another one is.
  ///
  /// Nearly all characters are such ones, so these are written without a look at what stands before.
  private mutating func foldSimple(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    data.withTables { foldSimple(bytes, from: start, $0, $1) }
  }

  private mutating func foldSimple(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ blocks: UnsafeBufferPointer<UInt16>,
    _ cells: UnsafeBufferPointer<UInt32>
  ) -> Int {
    var index = start
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Self.mostAtOnce) { run in
      var length = 0
      while index < bytes.count, length < Self.mostAtOnce {
        let (scalar, size) = UTF8Reading.scalarInBasicPlane(in: bytes, at: index)
        guard let folded = data.simple(scalar, blocks, cells) else { break }
        if folded < 0x3000 {
          if folded == 0x20 { hasSpace = true } else if Self.isDash(folded) { hasDash = true }
        }
        run[length] = folded
        length &+= 1
        index &+= size
      }
      guard length > 0 else { return }
      scalars.append(contentsOf: UnsafeBufferPointer(rebasing: run[..<length]))
      starter = scalars.count - 1
    }
    return index
  }

  @inline(__always)
  private mutating func append(_ scalar: UInt32, from source: Range<Int>, isMark: Bool) {
    if isMark {
      marked = true
      if hasSpace, scalar == 0x3099 || scalar == 0x309A { dropSpacesAtEnd() }
    } else {
      if marked { composeTail() }
      starter = scalars.count
      if scalar == 0x20 { hasSpace = true } else if Self.isDash(scalar) { hasDash = true }
    }
    scalars.append(scalar)
    if keepsSources { sources.append(source) }
  }

  /// Lets a voiced mark that is written apart find its kana (カ ゛).
  private mutating func dropSpacesAtEnd() {
    guard scalars.last == 0x20 else { return }
    while scalars.last == 0x20 {
      scalars.removeLast()
      if keepsSources { sources.removeLast() }
    }
    starter = scalars.lastIndex { !data.isMark(data.cell($0)) } ?? 0
  }

  /// Brings the marks at the end into canonical order and composes them (Unicode, section 3.11).
  private mutating func composeTail() {
    guard marked else { return }
    marked = false
    var parts: [UInt32] = []
    for scalar in scalars[starter...] { data.decompose(scalar, into: &parts) }
    order(&parts)
    let composed = compose(parts)
    scalars.replaceSubrange(starter..., with: composed)
    if keepsSources, let first = sources[starter...].first, let last = sources.last {
      let whole = first.lowerBound..<last.upperBound
      sources.replaceSubrange(
        starter..., with: repeatElement(whole, count: composed.count))
    }
    starter = scalars.count
  }

  private func order(_ parts: inout [UInt32]) {
    let classes = parts.map(data.combiningClass)
    var order = Array(parts.indices)
    var start = 0
    while start < parts.count {
      var end = start + 1
      if classes[start] > 0 {
        while end < parts.count, classes[end] > 0 { end += 1 }
        // Marks of one class keep their order.
        order[start..<end].sort { (classes[$0], $0) < (classes[$1], $1) }
      }
      start = end
    }
    parts = order.map { parts[$0] }
  }

  private func compose(_ parts: [UInt32]) -> [UInt32] {
    var composed: [UInt32] = []
    var base: Int?
    var lastClass: UInt8 = 0
    for part in parts {
      let partClass = data.combiningClass(part)
      if let base {
        let blocked = composed.count - 1 > base && (lastClass >= partClass)
        if !blocked, let composite = data.compose(composed[base], part) {
          composed[base] = composite
          continue
        }
      }
      if partClass == 0 { base = composed.count }
      lastClass = partClass
      composed.append(part)
    }
    return composed
  }

  /// Turns a dash that stands for ー between katakana into ー.
  ///
  /// A long dash does not need katakana after it (センタ―の), but no other dash and no space may
  /// follow.
  private mutating func lengthenDashes() {
    scalars.withUnsafeMutableBufferPointer { scalars in
      var previous: UInt32 = 0
      for index in scalars.indices {
        let scalar = scalars[index]
        if Self.isDash(scalar), Self.isKatakana(previous) || previous == 0x30FC {
          let next = index + 1 < scalars.count ? scalars[index + 1] : 0
          if Self.isKatakana(next)
            || (Self.isLongDash(scalar) && next != 0x20 && !Self.isDash(next))
          {
            scalars[index] = 0x30FC
          }
        }
        previous = scalar
      }
    }
  }

  /// Makes runs of spaces one space, none beside a wide character or at an end.
  private mutating func dropSpaces() {
    if !keepsSources { return scalars.removeLast(scalars.count - Self.dropSpaces(&scalars)) }
    var kept = 0
    var pending: Int?
    for index in scalars.indices {
      if scalars[index] == 0x20 {
        if pending == nil { pending = index }
        continue
      }
      if let space = pending, kept > 0, !Self.isWide(scalars[kept - 1]),
        !Self.isWide(scalars[index])
      {
        scalars[kept] = 0x20
        if keepsSources { sources[kept] = sources[space] }
        kept += 1
      }
      pending = nil
      scalars[kept] = scalars[index]
      if keepsSources { sources[kept] = sources[index] }
      kept += 1
    }
    scalars.removeLast(scalars.count - kept)
    if keepsSources { sources.removeLast(sources.count - kept) }
  }

  /// The same where nobody asks for sources; gives how many characters are left.
  private static func dropSpaces(_ scalars: inout [UInt32]) -> Int {
    scalars.withUnsafeMutableBufferPointer { scalars in
      var kept = 0
      var isPending = false
      for scalar in scalars {
        if scalar == 0x20 {
          isPending = true
          continue
        }
        if isPending, kept > 0, !isWide(scalars[kept - 1]), !isWide(scalar) {
          scalars[kept] = 0x20
          kept += 1
        }
        isPending = false
        scalars[kept] = scalar
        kept += 1
      }
      return kept
    }
  }

  /// ‐ ‑ ‒ – — ―, −, ─, ━ and the hyphen of ASCII.
  @inline(__always)
  private static func isDash(_ scalar: UInt32) -> Bool {
    scalar == 0x2D || (scalar >= 0x2010 && scalar <= 0x2015) || scalar == 0x2212
      || scalar == 0x2500 || scalar == 0x2501
  }

  private static func isLongDash(_ scalar: UInt32) -> Bool {
    scalar == 0x2014 || scalar == 0x2015 || scalar == 0x2500 || scalar == 0x2501
  }

  private static func isKatakana(_ scalar: UInt32) -> Bool {
    scalar >= 0x30A1 && scalar <= 0x30FA
  }

  /// Characters that are written without spaces: kana, kanji, Hangul and their punctuation.
  private static func isWide(_ scalar: UInt32) -> Bool {
    (scalar >= 0x2E80 && scalar <= 0xA4CF && scalar != 0x3099 && scalar != 0x309A)
      || (scalar >= 0xAC00 && scalar <= 0xD7A3) || (scalar >= 0xF900 && scalar <= 0xFAFF)
      || (scalar >= 0xFE30 && scalar <= 0xFE4F) || (scalar >= 0x20000 && scalar <= 0x3FFFD)
  }
}

/// Reads one scalar value at a time from UTF-8 (RFC 3629).
enum UTF8Reading {
  /// The same as `scalar(in:at:)`, quicker for the three bytes of kana and kanji.
  @inline(__always)
  static func scalarInBasicPlane(
    in bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (scalar: UInt32, length: Int) {
    let first = UInt32(bytes[index])
    if first < 0x80 { return (first, 1) }
    // Above E0 three bytes are never too many for what they say, below ED never half a pair.
    if first > 0xE0, first < 0xED, index &+ 2 < bytes.count {
      let second = UInt32(bytes[index &+ 1])
      let third = UInt32(bytes[index &+ 2])
      if second & 0xC0 == 0x80, third & 0xC0 == 0x80 {
        return ((first & 0x0F) << 12 | (second & 0x3F) << 6 | third & 0x3F, 3)
      }
    }
    return scalar(in: bytes, at: index)
  }

  /// The scalar value at `index` and its number of bytes; U+FFFD and 1 where the bytes are not UTF-8.
  @inline(__always)
  static func scalar(
    in bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (scalar: UInt32, length: Int) {
    let first = UInt32(bytes[index])
    if first < 0x80 { return (first, 1) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard first >= 0xC2, first < 0xF5, index + length <= bytes.count else { return (0xFFFD, 1) }
    var scalar = first & (0xFF >> UInt32(length + 1))
    for offset in 1..<length {
      let byte = UInt32(bytes[index + offset])
      guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      scalar = scalar << 6 | byte & 0x3F
    }
    let least: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    guard scalar >= least, scalar < 0x110000, scalar & 0xFFFF_F800 != 0xD800 else {
      return (0xFFFD, 1)
    }
    return (scalar, length)
  }
}
