/// Groups in other brackets than `{ }`, or spread over the entries of a list.
extension SlipScanner {
  /// A bracket that is open in a value.
  private struct Opening {
    let place: Range<Int>
    let closing: UInt32
    /// Whether the key of a group stands behind it.
    let isGroup: Bool
  }

  private static let partners: [UInt32: UInt32] = [
    0x5B: 0x5D, 0x28: 0x29, 0xFF08: 0xFF09, 0x7B: 0x7D, 0xFF3B: 0xFF3D, 0x3010: 0x3011,
    0x3C: 0x3E, 0xFF1C: 0xFF1E, 0x3008: 0x3009,
  ]

  /// A group, or a list of some, whose `{ }` are other brackets: `[to: 甲, as: 乙]`, `[(to: 甲), (to: 乙)]`; whether
  /// the value is one.
  mutating func groupInOtherBrackets(
    _ start: Int, _ line: Line, holding: YAMLWords.Holding?
  ) -> Bool {
    guard !words.inner.isEmpty, !words.fields.isEmpty, slips.count < YAMLSlip.mostMended,
      holding == .references || holding == .value, Self.partners[character(start).value] != nil,
      let brackets = brackets(start..<line.end)
    else { return false }
    let groups = brackets.filter(\.opening.isGroup)
    guard let first = groups.first,
      groups.contains(where: { source[$0.opening.place.lowerBound] != UInt8(ascii: "{") })
    else { return false }
    // The whole value is a list, unless it is one group where one is due.
    let isList = holding == .references
    let hasOuter = !first.opening.place.contains(start)
    guard brackets.count == groups.count + (hasOuter ? 1 : 0),
      isList == hasOuter || (isList && groups.count == 1)
    else { return false }
    var edits: [YAMLEdit] = []
    if hasOuter, let outer = brackets.first(where: { $0.opening.place.contains(start) }) {
      guard !outer.opening.isGroup else { return false }
      edits += [
        YAMLEdit(outer.opening.place, with: "["), YAMLEdit(outer.closing, with: "]"),
      ]
    }
    let isBare = isList && !hasOuter
    for group in groups {
      edits += [
        YAMLEdit(group.opening.place, with: isBare ? "[{" : "{"),
        YAMLEdit(group.closing, with: isBare ? "}]" : "}"),
      ]
      guard let parts = parts(of: group.opening.place.upperBound..<group.closing.lowerBound) else {
        return false
      }
      if !parts.isEmpty, !isList { return false }
      edits += parts
    }
    let place = first.opening.place
    add(
      .wrongSign(text(place), meant: "{"), at: place,
      [edits.sorted { $0.range.lowerBound < $1.range.lowerBound }])
    previous = .whole
    return true
  }

  /// The brackets of a value with their partners, where all have one and the last closes the value.
  private func brackets(_ value: Range<Int>) -> [(opening: Opening, closing: Range<Int>)]? {
    var open: [Opening] = []
    var found: [(opening: Opening, closing: Range<Int>)] = []
    var at = value.lowerBound
    while at < value.upperBound {
      let (sign, length) = character(at)
      let place = at..<(at + length)
      at += length
      if sign == 0x22 || sign == 0x27 { return nil }
      // Within a group all but its own bracket is text.
      if let group = open.last, group.isGroup {
        if sign != group.closing { continue }
      } else if let closing = Self.partners[sign] {
        let key = wordBeforeColon(skipBlanks(at), value.upperBound)
        open.append(Opening(place: place, closing: closing, isGroup: key != nil))
        continue
      }
      guard let last = open.last else { return nil }
      if sign != last.closing { continue }
      open.removeLast()
      found.append((last, place))
      if open.isEmpty, at < value.upperBound { return nil }
    }
    return open.isEmpty && found.count < 50 ? found : nil
  }

  /// A key of groups at `start` that has its colon.
  private func wordBeforeColon(_ start: Int, _ end: Int) -> String? {
    var at = start
    while at < end, at - start < 60, source[at] != colon, !isBlank(source[at]), source[at] != comma
    {
      at += 1
    }
    guard at < end, source[at] == colon, isBlankOrEnd(at + 1) else { return nil }
    let word = text(start..<at)
    return words.inner.contains(word) ? word : nil
  }

  /// What parts a group in which a key stands twice into several; nil where a part of it is no pair.
  private func parts(of group: Range<Int>) -> [YAMLEdit]? {
    var edits: [YAMLEdit] = []
    var seen: Set<String> = []
    var at = group.lowerBound
    while at < group.upperBound {
      guard let word = wordBeforeColon(skipBlanks(at), group.upperBound) else { return nil }
      if !seen.insert(word).inserted {
        edits.append(YAMLEdit((at - 1)..<skipBlanks(at), with: "}, {"))
        seen = [word]
      }
      guard let next = source[at..<group.upperBound].firstIndex(of: comma) else { break }
      at = next + 1
    }
    return edits
  }

  // MARK: - One group in several entries

  /// Joins an entry to those below it that hold the rest of its group: each has keys that the first has not, and
  /// none has the key that the first begins with.
  mutating func joinSplitGroup(_ start: Int, _ key: Key, _ column: Int, _ line: Line) {
    guard line.start >= joinedGroups, !words.fields.isEmpty, words.inner.contains(key.name),
      slips.count < YAMLSlip.mostMended
    else { return }
    let indent = start - line.start
    var seen: Set<String> = [key.name]
    var dashes: [Int] = []
    var next = line.next
    while next < range.upperBound, dashes.count < 20, seen.count < 40 {
      let line = self.line(at: next)
      var at = skipBlanks(line.start)
      let place = at - line.start
      guard at < line.end, place == indent || place == column else { break }
      let isEntry = place == indent
      if isEntry {
        guard source[at] == dash, isBlankOrEnd(at + 1) else { break }
        at = skipBlanks(at + 1)
        guard at < line.end, at - line.start == column else { break }
      }
      guard let own = self.key(at: at, line, isSure: true), words.inner.contains(own.name),
        own.slip == nil, own.value < line.end, seen.insert(own.name).inserted
      else { break }
      if isEntry { dashes.append(line.start + indent) }
      next = line.next
    }
    // An entry that goes on with a key that is there already is one of its own.
    if let last = dashes.last, begins(next, with: seen, column) {
      dashes.removeLast()
      _ = last
    }
    guard let first = dashes.first else { return }
    joinedGroups = next
    add(
      .splitGroup, at: first..<(first + 1), [dashes.map { YAMLEdit($0..<($0 + 1), with: " ") }])
  }

  /// The only entry of a list, a group over several lines, whose dash is missing.
  mutating func groupWithoutDash(_ at: Int, _ column: Int, _ line: Line) {
    var edits = [YAMLEdit(at..<at, with: "- ")]
    var next = line.next
    while next < range.upperBound, edits.count < 20 {
      let line = self.line(at: next)
      let at = skipBlanks(line.start)
      guard at < line.end, at - line.start >= column, column > 0 else { break }
      edits.append(YAMLEdit(line.start..<line.start, with: "  "))
      next = line.next
    }
    add(.missingDash, at: at..<(at + character(at).length), [edits])
  }

  /// Whether the line at `start` goes on with the entry above it, by a key that its group has.
  private func begins(_ start: Int, with seen: Set<String>, _ column: Int) -> Bool {
    guard start < range.upperBound else { return false }
    let line = self.line(at: start)
    let at = skipBlanks(line.start)
    guard at < line.end, at - line.start == column, let key = key(at: at, line, isSure: true) else {
      return false
    }
    return seen.contains(key.name)
  }
}
