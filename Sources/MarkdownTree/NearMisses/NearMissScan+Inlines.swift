extension NearMissScan {
  /// A run of one sign that stayed text.
  struct Run {
    let sign: UInt32
    let range: Range<Int>
    var count: Int { range.count }
  }

  /// Looks through the text of a leaf, sign by sign.
  mutating func lookAtInlines() {
    lookAtTask()
    let linesWithStars = lookAtPairs()
    var runs: [Run] = []
    // Brackets of the line that wait for their ends.
    var open: [Int] = []
    var lastClosed: (open: Int, close: Int)?
    var index = 0
    while index < leaf.count {
      let sign = leaf.plain(index)
      switch sign {
      case 10:
        open.removeAll(keepingCapacity: true)
      case 0x5B, 0xFF3B:
        if let end = lookAtBracket(index) {
          index = end
          continue
        }
        if sign == 0x5B { open.append(index) }
      case 0x5D:
        if let opening = open.popLast() {
          lastClosed = (opening, index)
        } else if let end = lookAtStrayBracket(index, after: lastClosed) {
          index = end
          continue
        }
      case 0x3010:
        if leaf.plain(index + 1) == sign, let end = lookAtRecordLink(index) {
          index = end
          continue
        }
      case 0x21, 0xFF01: lookAtImage(index)
      case 0x7B, 0xFF5B:
        if let end = lookAtRuby(index) {
          index = end
          continue
        }
      case 0x7D: lookAtSurplusBrace(index)
      case 0xFF1C:
        if let end = lookAtWideTag(index) {
          index = end
          continue
        }
      case 0x300A: lookAtAngles(index)
      case 0x2A, 0xFF0A, 0x7E, 0x301C, 0xFF5E, 0x60, 0x5F:
        let end = leaf.end(from: index, limit: .max) { $0 == sign }
        let plain = (index..<end).prefix { leaf.parts[$0] == .text }
        runs.append(Run(sign: sign, range: index..<index + plain.count))
        index += plain.count
        continue
      case 0x5C: lookAtBackslash(index)
      case 0x68, 0xFF48: lookAtScheme(index)
      case 0x2F:
        if let end = lookAtSlash(index) {
          index = end
          continue
        }
      case 0xFF20, 0xFF0E:
        if let end = lookAtWideAddress(index) {
          index = end
          continue
        }
      case 0 where leaf.escapes(index):
        if let end = lookAtPath(index) ?? lookAtMath(index) {
          index = end
          continue
        }
      default: break
      }
      index += 1
    }
    // Where some stars are signs, the others of the line are as well.
    lookAtRuns(
      linesWithStars.isEmpty
        ? runs
        : runs.filter {
          $0.sign != 0x2A
            || !linesWithStars.contains(leaf.line(of: $0.range.lowerBound).lowerBound)
        })
  }

  /// Reports a backslash at the end of a line or text that breaks no line.
  private mutating func lookAtBackslash(_ index: Int) {
    let end = leaf.skipSpaces(index + 1)
    let before = leaf.at(index - 1)
    guard end == leaf.count || leaf.at(end) == 10,
      Signs.isJapaneseLetter(before) || Signs.endsPhrase(before) && before > 0x7F
    else { return }
    let isLast = end == leaf.count
    let line = leaf.line(of: index)
    report(
      .strayBackslash, index..<index + 1,
      [repair(line, [isLast ? (index..<index + 1, "") : (index + 1..<end, "")])])
  }

  /// Reports `https：//` and `http:／／`.
  private mutating func lookAtScheme(_ index: Int) {
    let name = leaf.string(index..<index + 4)
    guard Signs.narrowed(name) == "http", !Signs.isASCIIAlphanumeric(leaf.at(index - 1)),
      (index..<index + 4).allSatisfy({ leaf.plain($0) != 0 })
    else { return }
    let colon = index + ([0x73, 0xFF53].contains(leaf.plain(index + 4)) ? 5 : 4)
    let signs = leaf.string(colon..<colon + 3)
    guard Signs.narrowed(signs) == "://", signs != "://" || name != "http",
      Signs.isASCIIAlphanumeric(leaf.at(colon + 3)) || Signs.isWideAlphanumeric(leaf.at(colon + 3))
    else { return }
    let wide = (index..<colon + 3).first { leaf.at($0) > 0x7F } ?? colon
    let end = leaf.end(from: colon + 3) { $0 > 32 && $0 < 0x7F || Signs.isWideAlphanumeric($0) }
    let whole = Signs.narrowed(leaf.string(index..<end))
    report(
      .addressWideSign(leaf.string(wide..<wide + 1)), wide..<wide + 1,
      [repair(index..<end, [(index..<end, whole)])])
  }
}
