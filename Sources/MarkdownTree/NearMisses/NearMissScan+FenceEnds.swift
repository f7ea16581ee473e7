/// Fences whose opening or closing is missed by a sign.
extension NearMissScan {
  /// Looks for the only line with fewer signs than close a fence: `~~` for `~~~`; whether there is one.
  mutating func lookAtShortClosing(
    _ opening: Range<Int>, _ lines: ArraySlice<Range<Int>>, _ mark: UInt8, _ length: Int
  ) -> Bool {
    let bytes = source.source
    var short: Range<Int>?
    for line in lines {
      let begin = skipMarks(line.lowerBound, line.upperBound)
      let (sign, count) = fence(begin, line.upperBound)
      guard sign == mark, count > 1 else { continue }
      // A fence of its own in the code has two, or the name of a language.
      guard short == nil, count < length,
        bytes[begin + count..<line.upperBound].allSatisfy({ $0 == 32 || $0 == 9 })
      else { return false }
      short = begin..<begin + count
    }
    guard let short, short.lowerBound > opening.upperBound else { return false }
    let close = String(repeating: Character(Unicode.Scalar(mark)), count: length)
    let written = String(decoding: bytes[short], as: UTF8.self)
    findings.append(
      Finding(
        kind: .nearMiss(.shortFence), range: short,
        repairs: [.init("「\(written)」を「\(close)」にする", edits: [.init(short, with: close)])]))
    return true
  }

  /// Looks for the opening of a fence at the end of a line of text above the closing one, which then opens:
  /// 「次のとおり。```」; whether there is one.
  mutating func lookAtGluedOpening(_ closing: Int, _ mark: UInt8, _ length: Int) -> Bool {
    let bytes = source.source
    var start = closing - prefix(ofSource: closing).utf8.count
    for _ in 0..<60 where start > source.base {
      var end = start - 1
      if bytes[end] == 10, end > source.base, bytes[end - 1] == 13 { end -= 1 }
      start = end
      while start > source.base, bytes[start - 1] != 10, bytes[start - 1] != 13 { start -= 1 }
      let begin = skipMarks(start, end)
      // Another fence, or a heading, is the end of what may be code.
      if fence(begin, end).length > 2 { return false }
      var last = end
      while last > begin, isOfInfo(bytes[last - 1]) { last -= 1 }
      var first = last
      while first > begin, bytes[first - 1] == mark { first -= 1 }
      guard last - first == length, first > begin else { continue }
      // `` `a``` `` is code that is not even.
      guard bytes[first - 1] >= 0x80, !bytes[begin..<first].contains(mark) else { return false }
      let edit = Finding.Repair.Edit(first..<first, with: "\n" + prefix(ofSource: begin))
      let title = String(decoding: bytes[first..<end], as: UTF8.self)
      // What was found in the code is text no longer.
      while let last = covered.last, last.lowerBound >= first { covered.removeLast() }
      while let last = findings.last, last.range.lowerBound >= first { findings.removeLast() }
      findings.append(
        Finding(
          kind: .nearMiss(.gluedFence), range: first..<last,
          repairs: [.init(Self.title("「\(title)」を次の行に移す"), edits: [edit])]))
      return true
    }
    return false
  }

  private func isOfInfo(_ byte: UInt8) -> Bool {
    Signs.isASCIIAlphanumeric(UInt32(byte)) || byte == 0x2B || byte == 0x2D
  }
}
