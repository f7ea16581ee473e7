/// Backslashes and quotes within quoted values.
extension SlipScanner {
  /// What a backslash between double quotes makes of the sign behind it (YAML 1.1 §5.6).
  private enum Escape {
    /// Nothing that YAML knows.
    case none
    /// The sign itself, or the character that a number says.
    case sign
    case lineEnd
    /// A blank or a control, so that the letter that was typed is gone.
    case swallowed
  }

  /// Tells a backslash between double quotes that begins nothing, or takes a letter away that was typed.
  mutating func backslashes(_ start: Int, _ close: Int) {
    guard source[start] == UInt8(ascii: "\""), start < close else { return }
    var escapes: [(at: Int, kind: Escape)] = []
    var at = start + 1
    while at < close {
      if source[at] == UInt8(ascii: "\\") {
        escapes.append((at, escape(at + 1, before: close)))
        at += 1
      }
      at += 1
    }
    if escapes.isEmpty { return }
    let isPath = isPath(start + 1, before: close) || escapes.contains { $0.kind == .none }
    // `\t` before a letter is the name of a folder rather than a blank.
    func isTaken(_ at: Int) -> Bool {
      isPath || (at + 2 < close && (isLetter(source[at + 2]) || isDigit(source[at + 2])))
    }
    let taken = escapes.first { $0.kind == .swallowed && isTaken($0.at) }
    let isMeant = isPath || taken != nil
    let first =
      escapes.first { $0.kind == .none }
      ?? (words.tellsComments && isMeant
        ? escapes.first { $0.kind == .swallowed || $0.kind == .lineEnd } : nil)
    guard let first else { return }
    let sign = text(first.at..<min(close, first.at + 2))
    add(
      first.kind == .none ? .backslash : .escape(sign), at: first.at..<(first.at + 1),
      backslashRepairs(start..<(close + 1), escapes.filter { $0.kind != .sign }.map(\.at)))
  }

  /// The ways out: single quotes, in which a backslash is itself, or two of each.
  private func backslashRepairs(_ value: Range<Int>, _ backslashes: [Int]) -> [[YAMLEdit]] {
    let inner = (value.lowerBound + 1)..<(value.upperBound - 1)
    let doubled = backslashes.map { YAMLEdit($0..<$0, with: "\\") }
    let hasQuote = source[inner].contains(UInt8(ascii: "\""))
    let hasPair = zip(inner, inner.dropFirst()).contains { left, right in
      source[left] == UInt8(ascii: "\\") && source[right] == UInt8(ascii: "\\")
        && left > inner.lowerBound
    }
    if hasQuote || hasPair { return [doubled] }
    let single = [YAMLEdit(value, with: YAMLScalar.singleQuoted(text(inner)))]
    let isServer = source[inner].starts(with: "\\\\".utf8)
    return isServer ? [single] : [single, doubled]
  }

  /// Whether a text begins as a path of Windows: `C:\`, or `\\` with a name behind it.
  private func isPath(_ at: Int, before close: Int) -> Bool {
    guard at + 2 < close else { return false }
    let backslash = UInt8(ascii: "\\")
    if isLetter(source[at]), source[at + 1] == colon { return source[at + 2] == backslash }
    return source[at] == backslash && source[at + 1] == backslash && source[at + 2] != backslash
  }

  private func isLetter(_ byte: UInt8) -> Bool { byte | 32 >= 97 && byte | 32 <= 122 }

  private func escape(_ at: Int, before close: Int) -> Escape {
    guard at <= close else { return .none }
    func hasDigits(_ count: Int) -> Bool {
      at + count < close
        && source[(at + 1)...(at + count)].allSatisfy {
          isDigit($0) || ($0 | 32 >= 97 && $0 | 32 <= 102)
        }
    }
    switch source[at] {
    case UInt8(ascii: "x"): return hasDigits(2) ? .sign : .none
    case UInt8(ascii: "u"): return hasDigits(4) ? .sign : .none
    case UInt8(ascii: "U"): return hasDigits(8) ? .sign : .none
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), space, 9, 10, 13: return .sign
    case UInt8(ascii: "n"): return .lineEnd
    default: return Array("0abtvfre_NLP".utf8).contains(source[at]) ? .swallowed : .none
    }
  }

  /// The ways out for a value with text behind the quote that closes it: the text comes between the quotes,
  /// the last quote is the one that closes, or all of it stands between quotes of its own.
  func quoteRepairs(_ value: Range<Int>, _ close: Int) -> [[YAMLEdit]] {
    let (start, end) = (value.lowerBound, value.upperBound)
    let (quote, behind) = (source[close], source[(close + 1)..<end])
    let whole = [YAMLEdit(value, with: YAMLScalar.doubleQuoted(text(value)))]
    if behind.contains(quote) {
      guard source[end - 1] == quote else { return [whole] }
      let inner = text((start + 1)..<(end - 1))
      let enclosed = [
        YAMLEdit(
          value,
          with: inner.contains("\"") && !inner.contains("'")
            ? YAMLScalar.singleQuoted(inner) : YAMLScalar.doubleQuoted(inner))
      ]
      // With an odd number of quotes within, or two at the end, the outer ones enclose the others.
      let count = source[(start + 1)..<(end - 1)].count { $0 == quote }
      let isEnclosed = count % 2 == 1 || source[end - 2] == quote || close == start + 1
      return isEnclosed ? [enclosed, whole] : [whole, enclosed]
    }
    if behind.contains(UInt8(ascii: "\\")) { return [whole] }
    let sign = text(close..<(close + 1))
    return [[YAMLEdit(close..<(close + 1), with: ""), YAMLEdit(end..<end, with: sign)], whole]
  }

  /// A list or a group as a whole between quotes, where the field is one; whether it is.
  mutating func listInQuotes(
    _ start: Int, _ close: Int, _ line: Line, holding: YAMLWords.Holding?
  ) -> Bool {
    guard close + 1 == line.end, isListHolding(holding) || holding == .value else { return false }
    let inner = trimmed((start + 1)..<close)
    guard inner.count > 2, !source[inner].contains(where: { Array("\"'\\".utf8).contains($0) })
    else {
      return false
    }
    let signs = (source[inner.lowerBound], source[inner.upperBound - 1])
    let isList = isListHolding(holding) && signs == (UInt8(ascii: "["), UInt8(ascii: "]"))
    let isGroup =
      holding == .value && signs == (UInt8(ascii: "{"), UInt8(ascii: "}"))
      && knownEntryFollows(inner.lowerBound + 1, line)
    guard isList || isGroup else { return false }
    add(
      .straySign(text(start..<(start + 1))), at: start..<(start + 1),
      [
        [
          YAMLEdit(start..<inner.lowerBound, with: ""),
          YAMLEdit(inner.upperBound..<line.end, with: ""),
        ]
      ])
    return true
  }
}
