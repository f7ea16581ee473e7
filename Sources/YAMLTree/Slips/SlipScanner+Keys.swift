extension SlipScanner {
  /// The key of a field on a line.
  struct Key {
    let name: String
    /// Where its value begins, behind blanks.
    let value: Int
    /// What is wrong with the colon: its place and what is to stand there.
    var slip: (kind: YAMLSlip.Kind, bytes: Range<Int>, edit: YAMLEdit)?
    /// Whether the key is a word that is known, or has a proper colon.
    let isSure: Bool
  }

  /// Whether the line is a field that is known, well written or not.
  func isField(_ at: Int, _ line: Line) -> Bool {
    guard let key = key(at: at, line, isSure: true) else { return false }
    return words.fields.isEmpty ? key.slip == nil : words.fields[key.name] != nil
  }

  /// Whether the line begins with the dash of a list, or what may be typed for it.
  func isItem(_ at: Int, _ line: Line) -> Bool {
    if source[at] == dash {
      return isBlankOrEnd(at + 1) || (at + 1 < line.end && source[at + 1] != dash)
        || dashes(at, line) != nil
    }
    return otherDash(at) != nil
  }

  /// How many dashes stand in the place of one, with a blank and a text behind them: `-- 甲`.
  func dashes(_ at: Int, _ line: Line) -> Int? {
    var end = at
    while end < line.end, source[end] == dash { end += 1 }
    let next = skipWideBlanks(end)
    return (2...4).contains(end - at) && end < next && next < line.end ? end - at : nil
  }

  /// The key at the beginning of a text; only where it is `isSure`, or any that looks like one.
  func key(at start: Int, _ line: Line, isSure: Bool) -> Key? {
    if start < line.end, source[start] == UInt8(ascii: "\"") || source[start] == UInt8(ascii: "'") {
      return quotedKey(at: start, line)
    }
    if start < line.end, isBracket(source[start]) || isInWideBrackets(start, line) { return nil }
    var at = start
    var candidate: Key?
    while at < line.end {
      let byte = source[at]
      if byte == colon, isBlankOrEnd(at + 1), at > start {
        let name = text(trimmed(start..<at))
        if let candidate, candidate.isSure { return candidate }
        return Key(name: name, value: skipBlanks(at + 1), slip: nil, isSure: true)
      }
      if byte == hash, at > start, isBlank(source[at - 1]) { break }
      if candidate == nil, at > start,
        byte == colon || byte == 0x3B || byte == 0x3D || byte >= 0xE2 || byte == 0xC2
      {
        candidate = self.candidate(start, at, line)
      }
      at += 1
    }
    guard let candidate else { return nil }
    return candidate.isSure || !isSure ? candidate : nil
  }

  func isBracket(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") }

  /// A key whose last letter stands behind its colon: `update:d 2026-11-21`.
  private func letterBehindColon(_ word: Range<Int>, _ at: Int, _ line: Line) -> Key? {
    guard word.upperBound == at, at + 2 < line.end, source[at + 1] < 0x80, isBlank(source[at + 2])
    else { return nil }
    let letter = text((at + 1)..<(at + 2))
    let name = text(word) + letter
    guard words.fields[name] != nil, words.fields[text(word)] == nil else { return nil }
    let end = skipBlanks(at + 2)
    let place = at..<(at + 2)
    return Key(
      name: name, value: end,
      slip: (.wrongSign(text(place), meant: ": "), place, YAMLEdit(at..<end, with: letter + ": ")),
      isSure: true)
  }

  /// A key whose colon is written otherwise.
  private func candidate(_ start: Int, _ at: Int, _ line: Line) -> Key? {
    let word = trimmed(start..<at)
    guard word.count <= 90 else { return nil }
    if let wide = wideSpace(at) { return keyBeforeSpace(word, at..<(at + wide), line) }
    let byte = source[at]
    var length = 1
    var kind = YAMLSlip.Kind.missingSpace(after: ":")
    var isColon = true
    if byte == colon {
      if let wide = wideSpace(at + 1) {
        let end = skipWideBlanks(at + 1)
        return Key(
          name: text(word), value: end,
          slip: (
            .wrongSign(text((at + 1)..<(at + 1 + wide)), meant: " "), (at + 1)..<(at + 1 + wide),
            YAMLEdit((at + 1)..<end, with: " ")
          ), isSure: words.isKey(text(word)))
      }
      if let key = letterBehindColon(word, at, line) { return key }
      if isAddressOrTime(at) { return nil }
      if words.isKey(text(word)), let stray = straySign(at + 1, before: line) {
        return Key(
          name: text(word), value: stray.next,
          slip: (
            .straySign(text(stray.sign)), stray.sign, YAMLEdit((at + 1)..<stray.next, with: " ")
          ), isSure: true)
      }
    } else if let wide = wideColon(at) {
      length = wide
      kind = .wrongSign(text(at..<(at + wide)), meant: ": ")
    } else {
      let value = byte < 0x80 ? (UInt32(byte), 1) : character(at)
      guard [0x3B, 0x3D, 0xFF1B, 0xFF1D].contains(value.0) else { return nil }
      length = value.1
      kind = .wrongSign(text(at..<(at + length)), meant: ": ")
      isColon = false
    }
    let name = text(word)
    let isKnown = words.isKey(name)
    guard isKnown || (isColon && looksLikeKey(word)) else { return nil }
    var end = skipWideBlanks(at + length)
    if isColon {
      while end < line.end, source[end] == colon || wideColon(end) != nil {
        end = skipWideBlanks(end + (wideColon(end) ?? 1))
      }
    }
    let isLast = end >= line.end
    let edit = YAMLEdit(
      word.upperBound..<min(end, max(line.end, at + length)), with: isLast ? ":" : ": ")
    return Key(
      name: name, value: end, slip: (kind, at..<(at + length), edit),
      isSure: isKnown || (isColon && holdsGroup(end, line)))
  }

  /// Whether a group or a list begins at `at` and ends with the line, where the author names the fields himself.
  private func holdsGroup(_ at: Int, _ line: Line) -> Bool {
    guard words.fields.isEmpty, at < line.end else { return false }
    if isInWideBrackets(at, line) { return true }
    let last = source[line.end - 1]
    return (source[at] == UInt8(ascii: "{") && last == UInt8(ascii: "}"))
      || (source[at] == UInt8(ascii: "[") && last == UInt8(ascii: "]"))
  }

  /// A known key with a wide space between it and its colon.
  private func keyBeforeSpace(_ word: Range<Int>, _ space: Range<Int>, _ line: Line) -> Key? {
    let sign = skipWideBlanks(space.lowerBound)
    guard sign < line.end, words.isKey(text(word)),
      let length = source[sign] == colon ? 1 : wideColon(sign)
    else { return nil }
    let end = min(line.end, skipWideBlanks(sign + length))
    let edit = YAMLEdit(word.upperBound..<end, with: end == line.end ? ":" : ": ")
    return Key(
      name: text(word), value: end, slip: (.wrongSign(text(space), meant: " "), space, edit),
      isSure: true)
  }

  /// `https://…` or `10:30`.
  private func isAddressOrTime(_ at: Int) -> Bool {
    let next = at + 1 < range.upperBound ? source[at + 1] : space
    if next == UInt8(ascii: "/"), at + 2 < range.upperBound, source[at + 2] == next { return true }
    return isDigit(next) && isDigit(source[at - 1])
  }

  func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

  private func looksLikeKey(_ word: Range<Int>) -> Bool {
    let text = text(word)
    return !text.isEmpty && text.unicodeScalars.count <= 30
      && !text.unicodeScalars.contains { "。、「」（）()[]{},\"' \u{3000}・".unicodeScalars.contains($0) }
  }

  /// The place behind blanks of any width.
  func skipWideBlanks(_ at: Int) -> Int {
    var at = at
    while at < range.upperBound {
      if isBlank(source[at]) {
        at += 1
      } else if let length = wideSpace(at) {
        at += length
      } else {
        break
      }
    }
    return at
  }

  private func quotedKey(at start: Int, _ line: Line) -> Key? {
    guard let close = closingQuote(of: start, before: line.end) else { return nil }
    let at = skipBlanks(close + 1)
    guard at < line.end else { return nil }
    let name = text((start + 1)..<close)
    if source[at] == colon, isBlankOrEnd(at + 1) {
      return Key(name: name, value: skipBlanks(at + 1), slip: nil, isSure: true)
    }
    guard let length = wideColon(at) else { return nil }
    let end = skipWideBlanks(at + length)
    return Key(
      name: name, value: end,
      slip: (
        .wrongSign(text(at..<(at + length)), meant: ": "), at..<(at + length),
        YAMLEdit(at..<end, with: ": ")
      ), isSure: words.isKey(name))
  }

  /// The place of the quote that closes the one at `start`; nil where there is none before `end`.
  func closingQuote(of start: Int, before end: Int) -> Int? {
    let quote = source[start]
    var at = start + 1
    while at < end {
      if source[at] == quote {
        guard quote == UInt8(ascii: "'"), at + 1 < end, source[at + 1] == quote else { return at }
        at += 2
      } else if source[at] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        at += 2
      } else {
        at += 1
      }
    }
    return nil
  }
}
