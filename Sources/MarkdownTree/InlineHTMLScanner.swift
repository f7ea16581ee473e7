/// Finds raw HTML in a text (CommonMark 0.31 §6.6).
struct InlineHTMLScanner {
  /// Where the next of the ends is that were looked for; `Int.max` for none in the rest of the leaf.
  private var known: [[UInt8]: Int] = [:]

  /// The offset after the tag, comment, instruction, declaration or CDATA section at a `<`.
  mutating func end(of text: [UInt8], at start: Int, limit: Int) -> Int? {
    guard start + 2 < limit else { return nil }
    switch text[start + 1] {
    case UInt8(ascii: "/"): return closingTag(text, at: start + 2, limit: limit)
    case UInt8(ascii: "?"): return find([63, 62], text, from: start + 2, limit: limit)
    case UInt8(ascii: "!"): return declaration(text, at: start + 2, limit: limit)
    default: return openTag(text, at: start + 1, limit: limit)
    }
  }

  private mutating func declaration(_ text: [UInt8], at start: Int, limit: Int) -> Int? {
    let rest = text[start..<limit]
    // From the dashes of the beginning, which are the end's as well in `<!-->` and `<!--->`.
    if rest.starts(with: [45, 45]) { return find([45, 45, 62], text, from: start, limit: limit) }
    if rest.starts(with: Array("[CDATA[".utf8)) {
      return find([93, 93, 62], text, from: start + 7, limit: limit)
    }
    guard let first = rest.first, AddressScanner.isLetter(first) else { return nil }
    return find([62], text, from: start + 1, limit: limit)
  }

  private mutating func find(
    _ end: [UInt8], _ text: [UInt8], from start: Int, limit: Int
  ) -> Int? {
    var index = start
    if let next = known[end] {
      if next == Int.max { return nil }
      index = max(index, next)
    }
    while index + end.count <= limit {
      if text[index] == end[0], text[index..<index + end.count].elementsEqual(end) {
        known[end] = index
        return index + end.count
      }
      index += 1
    }
    known[end] = Int.max
    return nil
  }

  private func name(_ text: [UInt8], at start: Int, limit: Int) -> Int? {
    guard start < limit, AddressScanner.isLetter(text[start]) else { return nil }
    var index = start + 1
    while index < limit, AddressScanner.isAlphanumeric(text[index]) || text[index] == 45 {
      index += 1
    }
    return index
  }

  private func closingTag(_ text: [UInt8], at start: Int, limit: Int) -> Int? {
    guard let name = name(text, at: start, limit: limit) else { return nil }
    let end = LinkScanner.skipWhitespace(text, from: name, limit: limit)
    return end < limit && text[end] == UInt8(ascii: ">") ? end + 1 : nil
  }

  private func openTag(_ text: [UInt8], at start: Int, limit: Int) -> Int? {
    guard var index = name(text, at: start, limit: limit) else { return nil }
    while true {
      let next = LinkScanner.skipWhitespace(text, from: index, limit: limit)
      guard next < limit else { return nil }
      if text[next] == UInt8(ascii: ">") { return next + 1 }
      if text[next] == UInt8(ascii: "/") {
        return next + 1 < limit && text[next + 1] == UInt8(ascii: ">") ? next + 2 : nil
      }
      guard next > index, let end = attribute(text, at: next, limit: limit) else { return nil }
      index = end
    }
  }

  private func attribute(_ text: [UInt8], at start: Int, limit: Int) -> Int? {
    let first = text[start]
    guard AddressScanner.isLetter(first) || first == 95 || first == 58 else { return nil }
    var index = start + 1
    while index < limit,
      AddressScanner.isAlphanumeric(text[index]) || [95, 46, 58, 45].contains(text[index])
    {
      index += 1
    }
    let equals = LinkScanner.skipWhitespace(text, from: index, limit: limit)
    guard equals < limit, text[equals] == UInt8(ascii: "=") else { return index }
    let value = LinkScanner.skipWhitespace(text, from: equals + 1, limit: limit)
    guard value < limit else { return nil }
    if text[value] == UInt8(ascii: "\"") || text[value] == UInt8(ascii: "'") {
      var end = value + 1
      while end < limit, text[end] != text[value] { end += 1 }
      return end < limit ? end + 1 : nil
    }
    var end = value
    while end < limit, text[end] > 32, !"\"'=<>`".utf8.contains(text[end]) { end += 1 }
    return end > value ? end : nil
  }
}
