/// Finds addresses in text: those in angle brackets, and bare ones.
enum AddressScanner {
  /// Reads `<scheme:…>` or `<name@host>` (CommonMark §6.5).
  static func angleLink(
    _ bytes: [UInt8], at start: Int, limit: Int
  ) -> (content: Range<Int>, isMail: Bool, end: Int)? {
    var index = start + 1
    var colon: Int?
    var at: Int?
    while index < limit {
      switch bytes[index] {
      case UInt8(ascii: ">"):
        let content = start + 1..<index
        if let colon, isScheme(bytes, start + 1..<colon) { return (content, false, index + 1) }
        if let at, isMail(bytes, content, at: at) { return (content, true, index + 1) }
        return nil
      case 0...32, UInt8(ascii: "<"): return nil
      case UInt8(ascii: ":"): if colon == nil { colon = index }
      case UInt8(ascii: "@"): if at == nil { at = index }
      default: break
      }
      index += 1
      // Without a scheme's colon within its 32 bytes it can only be a mail address.
      if colon == nil, at == nil, index - start > 320 { return nil }
    }
    return nil
  }

  private static func isScheme(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard range.count >= 2, range.count <= 32, isLetter(bytes[range.lowerBound]) else {
      return false
    }
    return bytes[range].allSatisfy {
      isAlphanumeric($0) || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: ".")
        || $0 == UInt8(ascii: "-")
    }
  }

  private static func isMail(_ bytes: [UInt8], _ range: Range<Int>, at: Int) -> Bool {
    guard at > range.lowerBound, at + 1 < range.upperBound else { return false }
    let isLocal = bytes[range.lowerBound..<at].allSatisfy {
      isAlphanumeric($0) || ".!#$%&'*+/=?^_`{|}~-".utf8.contains($0)
    }
    guard isLocal else { return false }
    let labels = bytes[at + 1..<range.upperBound].split(
      separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return labels.allSatisfy { label in
      guard let first = label.first, let last = label.last, label.count <= 63 else { return false }
      return isAlphanumeric(first) && isAlphanumeric(last)
        && label.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
    }
  }

  /// The end of a bare address, whose host begins at `host`, or nil where the host is none.
  ///
  /// The rules are those of GitHub's dialect (GFM §6.9): no `_` in the last two labels of the host, no
  /// punctuation at the end, brackets in balance. Ours in addition: it ends before the first byte
  /// outside ASCII, since Japanese text goes on without a space; and in brackets before a `]`, so that
  /// an address may be a link's text.
  static func end(
    _ bytes: [UInt8], host: Int, limit: Int, needsDot: Bool, isInBrackets: Bool
  ) -> Int? {
    var hostEnd = host
    var dots = 0
    var underscores = (last: false, before: false)
    while hostEnd < limit {
      let byte = bytes[hostEnd]
      if byte == UInt8(ascii: ".") {
        dots += 1
        underscores = (false, underscores.last)
      } else if byte == UInt8(ascii: "_") {
        underscores.last = true
      } else if !isAlphanumeric(byte), byte != UInt8(ascii: "-") {
        break
      }
      hostEnd += 1
    }
    guard hostEnd > host, isAlphanumeric(bytes[host]), !underscores.last, !underscores.before,
      dots > 0 || !needsDot
    else { return nil }
    var end = hostEnd
    while end < limit, bytes[end] > 32, bytes[end] < 127, bytes[end] != UInt8(ascii: "<") {
      if isInBrackets, bytes[end] == UInt8(ascii: "]") { break }
      end += 1
    }
    // 「index.html(2020年4月1日閲覧)」: a remark in brackets, of which the address would take the first digits.
    if end < limit, bytes[end] >= 0x80, let open = openBracket(bytes, hostEnd..<end) { end = open }
    let trimmed = trimmed(bytes, host..<end)
    return trimmed > host ? trimmed : nil
  }

  /// The last `(` of a range, where nothing but digits stands behind it and no letter of its own.
  private static func openBracket(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    var start = range.upperBound
    while start > range.lowerBound, bytes[start - 1] >= 48, bytes[start - 1] <= 57 { start -= 1 }
    guard start > range.lowerBound, bytes[start - 1] == UInt8(ascii: "(") else { return nil }
    return start - 1
  }

  /// Takes punctuation, unbalanced `)` and an entity off the end of an address.
  private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    var end = range.upperBound
    var surplus =
      bytes[range].count { $0 == UInt8(ascii: ")") }
      - bytes[range].count { $0 == UInt8(ascii: "(") }
    while end > range.lowerBound {
      switch bytes[end - 1] {
      case UInt8(ascii: ")"):
        guard surplus > 0 else { return end }
        surplus -= 1
        end -= 1
      case UInt8(ascii: ";"):
        var start = end - 1
        while start > range.lowerBound, isLetter(bytes[start - 1]) { start -= 1 }
        let isEntity =
          start < end - 1 && start > range.lowerBound && bytes[start - 1] == UInt8(ascii: "&")
        end = isEntity ? start - 1 : end - 1
      case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "."), UInt8(ascii: ","),
        UInt8(ascii: ":"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"),
        UInt8(ascii: "'"), UInt8(ascii: "\""):
        end -= 1
      default: return end
      }
    }
    return end
  }

  /// The end of a mail host that begins at `start`, or nil where it is none.
  static func mailHostEnd(_ bytes: [UInt8], at start: Int, limit: Int) -> Int? {
    var end = start
    while end < limit, isAlphanumeric(bytes[end]) || [45, 46, 95].contains(bytes[end]) { end += 1 }
    if end < limit, bytes[end] == UInt8(ascii: "@") { return nil }
    while end > start, bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
    guard end > start, isAlphanumeric(bytes[end - 1]), isAlphanumeric(bytes[start]),
      bytes[start..<end].contains(UInt8(ascii: "."))
    else { return nil }
    return end
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    byte | 32 >= 97 && byte | 32 <= 122
  }

  static func isAlphanumeric(_ byte: UInt8) -> Bool {
    isLetter(byte) || byte >= 48 && byte <= 57
  }
}

extension InlineParser {
  /// Reads a bare address at a `:`, `w` or `@`; false where there is none.
  mutating func bareAddress(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ":"): schemeAddress()
    case UInt8(ascii: "@"): mailAddress()
    default: webAddress()
    }
  }

  private mutating func schemeAddress() -> Bool {
    guard position + 3 < limit, text[position + 1] == UInt8(ascii: "/"),
      text[position + 2] == UInt8(ascii: "/")
    else { return false }
    var scheme = position
    while scheme > runStart, AddressScanner.isLetter(text[scheme - 1]), position - scheme < 6 {
      scheme -= 1
    }
    let name = text[scheme..<position].map { $0 | 32 }
    guard name == Array("http".utf8) || name == Array("https".utf8),
      let end = AddressScanner.end(
        text, host: position + 3, limit: limit, needsDot: false,
        isInBrackets: !brackets.isEmpty)
    else { return false }
    position = scheme
    appendLink(to: Array(text[scheme..<end]), label: scheme..<end, range: scheme..<end)
    return true
  }

  private mutating func webAddress() -> Bool {
    guard position + 4 < limit, text[position + 1] | 32 == UInt8(ascii: "w"),
      text[position + 2] | 32 == UInt8(ascii: "w"), text[position + 3] == UInt8(ascii: ".")
    else { return false }
    if position > start {
      let before = text[position - 1]
      let isBoundary = before <= 32 || before >= 0x80 || "*_~(".utf8.contains(before)
      guard isBoundary else { return false }
    }
    guard
      let end = AddressScanner.end(
        text, host: position, limit: limit, needsDot: true, isInBrackets: !brackets.isEmpty)
    else { return false }
    appendLink(
      to: Array("http://".utf8) + text[position..<end], label: position..<end,
      range: position..<end)
    return true
  }

  private mutating func mailAddress() -> Bool {
    guard let end = AddressScanner.mailHostEnd(text, at: position + 1, limit: limit) else {
      return false
    }
    var local = position
    while local > start, isLocalPart(text[local - 1]) { local -= 1 }
    guard local < position, let first = reclaim(from: local), first < position else {
      return false
    }
    position = first
    appendLink(
      to: Array("mailto:".utf8) + text[first..<end], label: first..<end, range: first..<end)
    return true
  }

  private func isLocalPart(_ byte: UInt8) -> Bool {
    AddressScanner.isAlphanumeric(byte) || [43, 45, 46, 95].contains(byte)
  }

  /// Makes the text from an offset to `position` one run again: delimiter runs in it are dropped.
  ///
  /// Returns where the run begins: after the last item that is not plain text.
  private mutating func reclaim(from offset: Int) -> Int? {
    var first = runStart
    while first > offset, let item = items.last {
      let isRun =
        item.kind == .delimiter && text[item.range.lowerBound] == UInt8(ascii: "_")
        && item.index == lastDelimiter
      guard isRun || item.kind == .text, item.range.upperBound == first,
        brackets.last.map({ $0.item < items.count - 1 }) ?? true
      else { break }
      items.removeLast()
      if isRun { remove(item.index) }
      first = item.range.lowerBound
    }
    runStart = first
    return max(first, offset)
  }
}
