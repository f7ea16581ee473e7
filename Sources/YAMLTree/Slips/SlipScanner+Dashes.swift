/// Dashes of a list before the fields of a record.
extension SlipScanner {
  /// How many dashes are told together at most.
  private static let mostTogether = 50

  /// A field of the record behind the dash of a list; whether it is one.
  mutating func dashedField(_ at: Int, _ line: Line) -> Bool {
    guard let (start, key) = fieldBehindDash(at, line) else { return false }
    if !undashed.contains(line.start) { tellDashes(at..<start, line) }
    value(of: key, line)
    return true
  }

  /// Where the known field begins that stands behind a dash.
  private func fieldBehindDash(_ at: Int, _ line: Line) -> (start: Int, key: Key)? {
    let start = skipWideBlanks(at + (source[at] == dash ? 1 : otherDash(at) ?? 1))
    guard start < line.end, let key = key(at: start, line, isSure: true),
      words.fields[key.name] != nil
    else { return nil }
    return (start, key)
  }

  /// Tells a dash with those before the fields below, or with the fields that stand as far to the right as its own.
  private mutating func tellDashes(_ sign: Range<Int>, _ line: Line) {
    var edits = [YAMLEdit(sign, with: "")]
    if let group = groupedFields(sign, line) {
      edits += group
    } else {
      edits += dashesBelow(sign, line)
    }
    let at = sign.lowerBound
    add(.dashedField, at: at..<(at + character(at).length), [edits])
  }

  /// The edits that bring the lines below a dash to its column, where they are the fields of a record.
  private mutating func groupedFields(_ sign: Range<Int>, _ line: Line) -> [YAMLEdit]? {
    let old = sign.upperBound - line.start
    let new = sign.lowerBound - line.start
    var edits: [YAMLEdit] = []
    var next = line.next
    while next < range.upperBound, edits.count < Self.mostTogether {
      let line = self.line(at: next)
      let at = skipBlanks(line.start)
      if at < line.end {
        guard at - line.start >= old else { break }
        if edits.isEmpty {
          guard at - line.start == old, let key = key(at: at, line, isSure: true),
            words.fields[key.name] != nil
          else { return nil }
        }
        edits.append(YAMLEdit((line.start + new)..<(line.start + old), with: ""))
        shift = (line.next, new - old)
      }
      next = line.next
    }
    return edits.isEmpty ? nil : edits
  }

  /// The edits that delete the dashes before the fields below one.
  private mutating func dashesBelow(_ sign: Range<Int>, _ line: Line) -> [YAMLEdit] {
    var edits: [YAMLEdit] = []
    var mayBeEntry = isHead(fieldBehindDash(sign.lowerBound, line)?.key, line)
    var next = line.next
    while next < range.upperBound, edits.count < Self.mostTogether {
      let line = self.line(at: next)
      next = line.next
      let at = line.start + base
      guard at < line.end, skipBlanks(line.start) == at else {
        // Entries further to the right leave none at this column.
        if skipBlanks(line.start) < line.end { mayBeEntry = false }
        continue
      }
      guard isItem(at, line) else {
        mayBeEntry = isHead(key(at: at, line, isSure: true), line)
        continue
      }
      if mayBeEntry { continue }
      guard let (start, key) = fieldBehindDash(at, line) else { continue }
      edits.append(YAMLEdit(at..<start, with: ""))
      undashed.insert(line.start)
      mayBeEntry = isHead(key, line)
    }
    return edits
  }

  /// Whether entries of a list may stand below the line of a field.
  private func isHead(_ key: Key?, _ line: Line) -> Bool {
    guard let key, key.value >= line.end else { return false }
    return words.fields[key.name] != .text
  }

  /// Whether a line or those below name known fields, so that a dash before the first is one too many.
  func holdsFields(from at: Int, _ line: Line) -> Bool {
    !words.fields.isEmpty && (fieldBehindDash(at, line) != nil || hasField(below: line))
  }

  /// Whether a known field stands in one of the lines below.
  private func hasField(below line: Line) -> Bool {
    var next = line.next
    for _ in 0..<Self.mostTogether where next < range.upperBound {
      let line = self.line(at: next)
      if let key = key(at: skipBlanks(line.start), line, isSure: true),
        words.fields[key.name] != nil
      {
        return true
      }
      next = line.next
    }
    return false
  }

  /// A line with a dash before the first field: a note of the author.
  mutating func noteBehindDash(_ at: Int, _ line: Line) {
    let start = skipWideBlanks(at + (source[at] == dash ? 1 : otherDash(at) ?? 1))
    let isMarked = start < line.end && source[start] == hash
    let note = YAMLEdit(at..<start, with: isMarked ? "" : "# ")
    add(
      .otherComment, at: at..<(at + character(at).length), [[note]],
      reading: [YAMLEdit(line.start..<line.next, with: "")])
  }
}
