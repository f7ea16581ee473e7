/// A delimiter run that may begin or end emphasis (CommonMark §6.2, "delimiter stack").
struct Delimiter {
  var byte: UInt8
  /// The bytes not yet used.
  var count: Int
  /// The bytes as written.
  let length: Int
  let canOpen: Bool
  let canClose: Bool
  var previous: Int
  var next: Int
  /// The bytes used as closing marks: the first ones of the run.
  var usedClosing = 0
  /// The closing marks in order, and the opening marks with the outermost first: heads of lists in
  /// `marks`, -1 for none.
  var closing = -1
  var lastClosing = -1
  var opening = -1
}

/// One end of an emphasis, in a list.
struct EmphasisMark {
  let kind: Inline.Kind
  var next: Int
}

extension InlineParser {
  /// Reads a run of `*`, `_` or `~`.
  mutating func delimiterRun(_ byte: UInt8) {
    var end = position
    while end < limit, text[end] == byte { end += 1 }
    let length = end - position
    let sides = DelimiterSides(text, run: position..<end, within: start..<limit)
    var canOpen = sides.isLeftFlanking
    var canClose = sides.isRightFlanking
    if byte == UInt8(ascii: "_") {
      canOpen = sides.isLeftFlanking && (!sides.isRightFlanking || sides.isAfterPunctuation)
      canClose = sides.isRightFlanking && (!sides.isLeftFlanking || sides.isBeforePunctuation)
    }
    // Japanese text has one tilde between numbers (10~20人), so that only two strike out.
    if byte == UInt8(ascii: "~"), length > 2 || length == 1 && !syntax.contains(.singleTildes) {
      canOpen = false
      canClose = false
    }
    guard canOpen || canClose else {
      // It stays text, yet one that ends an address's local part (`a_b@c.d`) may take it in.
      position = end
      return
    }
    delimiters.append(
      Delimiter(
        byte: byte, count: length, length: length, canOpen: canOpen, canClose: canClose,
        previous: lastDelimiter, next: -1))
    let index = delimiters.count - 1
    if lastDelimiter >= 0 { delimiters[lastDelimiter].next = index }
    lastDelimiter = index
    append(.delimiter, position..<end, index: index, end: end)
  }

  /// Matches the delimiter runs above one of the stack and takes them off it ("process emphasis").
  mutating func matchEmphasis(above bottom: Int) {
    guard lastDelimiter > bottom else { return }
    var closer = lastDelimiter
    while delimiters[closer].previous > bottom { closer = delimiters[closer].previous }
    // For each kind of closer, the delimiter below which none matches.
    var floors = Array(repeating: bottom, count: 14)
    while closer >= 0 {
      guard delimiters[closer].canClose else {
        closer = delimiters[closer].next
        continue
      }
      let key = floorKey(closer)
      if let opener = opener(for: closer, above: floors[key]) {
        match(opener, closer)
        if delimiters[opener].count == 0 { remove(opener) }
        if delimiters[closer].count == 0 {
          let next = delimiters[closer].next
          remove(closer)
          closer = next
        }
      } else {
        floors[key] = delimiters[closer].previous
        let next = delimiters[closer].next
        if !delimiters[closer].canOpen { remove(closer) }
        closer = next
      }
    }
    lastDelimiter = bottom
    if bottom >= 0 { delimiters[bottom].next = -1 }
  }

  private func floorKey(_ index: Int) -> Int {
    let delimiter = delimiters[index]
    if delimiter.byte == UInt8(ascii: "~") { return 11 + delimiter.length }
    let base = delimiter.byte == UInt8(ascii: "*") ? 0 : 6
    return base + (delimiter.canOpen ? 3 : 0) + delimiter.length % 3
  }

  private func opener(for closer: Int, above floor: Int) -> Int? {
    let closing = delimiters[closer]
    var index = closing.previous
    while index > floor {
      let opening = delimiters[index]
      if opening.byte == closing.byte, opening.canOpen, canMatch(opening, closing) { return index }
      index = opening.previous
    }
    return nil
  }

  /// Rules 9 and 10 of §6.2 ("multiple of 3"); tildes match in the same number only.
  private func canMatch(_ opening: Delimiter, _ closing: Delimiter) -> Bool {
    if opening.byte == UInt8(ascii: "~") { return opening.length == closing.length }
    if !opening.canClose && !closing.canOpen { return true }
    return closing.length % 3 == 0 || (opening.length + closing.length) % 3 != 0
  }

  private mutating func match(_ opener: Int, _ closer: Int) {
    let isTilde = delimiters[opener].byte == UInt8(ascii: "~")
    let isDouble = delimiters[opener].count >= 2 && delimiters[closer].count >= 2
    let used = isTilde ? delimiters[opener].count : isDouble ? 2 : 1
    let kind: Inline.Kind = isTilde ? .strikethrough : isDouble ? .strong : .emphasis
    delimiters[opener].count -= used
    delimiters[closer].count -= used
    delimiters[closer].usedClosing += used
    marks.append(EmphasisMark(kind: kind, next: delimiters[opener].opening))
    delimiters[opener].opening = marks.count - 1
    marks.append(EmphasisMark(kind: kind, next: -1))
    let mark = marks.count - 1
    if delimiters[closer].lastClosing >= 0 {
      marks[delimiters[closer].lastClosing].next = mark
    } else {
      delimiters[closer].closing = mark
    }
    delimiters[closer].lastClosing = mark
    // What stands between them can match nothing any more.
    delimiters[opener].next = closer
    delimiters[closer].previous = opener
  }

  /// Takes a delimiter off the stack.
  mutating func remove(_ index: Int) {
    let (previous, next) = (delimiters[index].previous, delimiters[index].next)
    if previous >= 0 { delimiters[previous].next = next }
    if next >= 0 { delimiters[next].previous = previous } else { lastDelimiter = previous }
  }
}

/// What stands on both sides of a delimiter run, and what follows from it.
///
/// Source: CommonMark 0.31 §6.2 with the CJK-friendly amendment, in whose terms the names are.
struct DelimiterSides {
  private(set) var isLeftFlanking = false
  private(set) var isRightFlanking = false
  /// Whether a Unicode punctuation sequence stands before the run.
  private(set) var isAfterPunctuation = false
  /// Whether a Unicode punctuation character stands after the run.
  private(set) var isBeforePunctuation = false

  init(_ text: [UInt8], run: Range<Int>, within bounds: Range<Int>) {
    let before = Before(text, end: run.lowerBound, start: bounds.lowerBound)
    var isBeforeSpace = true
    var isBeforeCJK = false
    if run.upperBound < bounds.upperBound {
      let next = UTF8Scalars.scalar(text, at: run.upperBound, limit: bounds.upperBound).value
      isBeforeSpace = CharacterClass.isWhitespace(next)
      isBeforePunctuation = CharacterClass.isPunctuation(next)
      isBeforeCJK = CharacterClass.isCJK(next)
    }
    isAfterPunctuation = before.isPunctuation
    let isBeforeOther = isBeforePunctuation && !isBeforeCJK
    let isAfterOther = before.isPunctuation && !before.isCJKPunctuation
    isLeftFlanking =
      !isBeforeSpace
      && (!isBeforeOther || before.isSpace || isAfterOther || before.isCJK
        || before.isIdeographicVariationSelector)
    isRightFlanking =
      !before.isSpace && (!isAfterOther || isBeforeSpace || isBeforeOther || isBeforeCJK)
  }

  /// The character before a run, or a character with its variation selector.
  private struct Before {
    var isSpace = true
    var isPunctuation = false
    var isCJKPunctuation = false
    var isCJK = false
    var isIdeographicVariationSelector = false

    init(_ text: [UInt8], end: Int, start: Int) {
      guard end > start else { return }
      var (value, length) = UTF8Scalars.scalar(text, before: end, limit: start)
      var selector: UInt32?
      // A general-use variation selector other than the emoji one belongs to the character before it.
      if value >= 0xFE00, value <= 0xFE0E, end - length > start {
        selector = value
        (value, length) = UTF8Scalars.scalar(text, before: end - length, limit: start)
      }
      isSpace = CharacterClass.isWhitespace(value)
      isPunctuation = CharacterClass.isPunctuation(value)
      isCJK = CharacterClass.isCJK(value)
      isIdeographicVariationSelector = value >= 0xE0100 && value <= 0xE01EF
      // Full-width forms of the quotation marks (Unicode StandardizedVariants.txt).
      let isWideQuote =
        selector == 0xFE01 && [0x2018, 0x2019, 0x201C, 0x201D].contains(value)
      isCJKPunctuation = isPunctuation && (isCJK || isWideQuote)
    }
  }
}
