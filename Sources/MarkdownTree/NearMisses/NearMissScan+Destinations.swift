/// Links whose destination or brackets are nearly right.
extension NearMissScan {
  /// `[名](https://a.jp/ 題)`: a title without its quotation marks.
  mutating func lookAtTitle(_ open: Int, _ paren: Int, _ begin: Int, _ end: Int) -> Int? {
    guard leaf.at(open) == 0x5B, leaf.at(paren) == 0x28, leaf.at(end) == 0x29 else { return nil }
    let space = leaf.end(from: begin, limit: 600) { $0 > 32 && $0 != 0x3000 }
    let title = leaf.skipSpaces(space)
    var last = end
    while last > title, Signs.isSpace(leaf.at(last - 1)) { last -= 1 }
    guard title < last, leaf.scalars[title..<last].contains(where: { Signs.isJapaneseLetter($0) }),
      !leaf.scalars[title..<last].contains(where: { [0x5C, 0x28, 0xFF08].contains($0) })
    else { return nil }
    var text = leaf.string(title..<last)
    for sign in ["“", "”", "\"", "＂"] { text = text.replacing(sign, with: "") }
    if text.hasPrefix("'") { text.removeFirst() }
    if text.hasSuffix("'") { text.removeLast() }
    guard !text.isEmpty else { return nil }
    report(
      .linkTitle, title..<last,
      [repair(open..<end + 1, [(space..<end, " \"\(text)\"")])])
    return end + 1
  }

  /// `[名](<https://a.jp/)`.
  mutating func lookAtAngle(_ open: Int, _ paren: Int, _ angle: Int) -> Int? {
    guard leaf.at(open) == 0x5B, leaf.at(paren) == 0x28, isAddress(at: angle + 1) else {
      return nil
    }
    let end = leaf.end(from: angle + 1, limit: 600) { $0 > 32 && $0 != 0x29 && $0 != 0x3E }
    guard leaf.at(end) == 0x29 else { return nil }
    report(
      .linkAngle("<"), angle..<angle + 1, [repair(open..<end + 1, [(angle..<angle + 1, "")])])
    return end + 1
  }

  /// `[名]` with its `(https://a.jp/)` on the next line.
  mutating func lookAtParted(_ open: Int, _ close: Int) -> Int? {
    guard leaf.at(open) == 0x5B, leaf.at(close) == 0x5D, leaf.at(close + 1) == 10 else {
      return nil
    }
    let paren = leaf.skipSpaces(close + 2, limit: 20)
    guard leaf.plain(paren) == 0x28, isAddress(at: paren + 1) else { return nil }
    let end = leaf.end(from: paren + 1, limit: 600) { $0 > 32 && $0 != 0x29 }
    guard leaf.at(end) == 0x29 else { return nil }
    let gap = place(close..<close + 1).upperBound..<place(paren..<paren + 1).lowerBound
    let title = leaf.string(open..<close + 1) + leaf.string(paren..<end + 1)
    report(.linkSpace, close..<close + 1, [.init(Self.title(title), edits: [.init(gap, with: "")])])
    return end + 1
  }

  /// Words in brackets before an address that are no name of it: 「[出典] https://a.jp/」.
  private static let notes: Set<String> = [
    "注", "参考", "参照", "出典", "引用", "資料", "備考", "補足", "リンク", "関連", "公式", "詳細", "サイト", "例",
  ]

  /// `[名]https://a.jp/`, `[名][https://a.jp/]`, `[名]{https://a.jp/}`.
  mutating func lookAtBareAddress(_ open: Int, _ close: Int) -> Int? {
    let next = leaf.plain(close + 1)
    let isBracketed = next == 0x5B || next == 0x7B
    let start = isBracketed ? close + 2 : close + 1
    guard leaf.at(open) == 0x5B, leaf.at(close) == 0x5D, start < leaf.count, isAddress(at: start),
      isBracketed || leaf.parts[start] == .address,
      leaf.scalars[open + 1..<close].contains(where: { Signs.isJapaneseLetter($0) }),
      !Self.notes.contains(leaf.string(open + 1..<close))
    else { return nil }
    var changes: [Change]
    var end = start
    if isBracketed {
      end = leaf.end(from: start, limit: 600) {
        $0 > 32 && $0 != 0x3000 && $0 != 0x5D && $0 != 0x7D
      }
      guard leaf.plain(end) == (next == 0x5B ? 0x5D : 0x7D) else { return nil }
      changes = [(close + 1..<close + 2, "("), (end..<end + 1, ")")]
    } else {
      while end < leaf.count, leaf.parts[end] == .address { end += 1 }
      changes = [(start..<start, "("), (end..<end, ")")]
    }
    let last = isBracketed ? end + 1 : end
    report(.linkWithoutParentheses, close + 1..<close + 2, [repair(open..<last, changes)])
    return last
  }

  /// `[文部科学省）`: a bracket that one of another kind closes.
  mutating func lookAtMismatch(_ open: Int) -> Int? {
    guard leaf.plain(open) == 0x5B, Signs.isJapaneseLetter(leaf.at(open + 1)) else { return nil }
    let close = leaf.end(from: open + 1, limit: 40) {
      ![0x5B, 0x5D, 0xFF3B, 0xFF3D, 0xFF08, 0xFF09, 0x28, 0x29, 10, 0x3002].contains($0)
    }
    guard leaf.plain(close) == 0xFF09, close > open + 1 else { return nil }
    let sign = close..<close + 1
    if leaf.at(close + 1) == 0x28, isAddress(at: close + 2) {
      let end = leaf.end(from: close + 2, limit: 600) { $0 > 32 && $0 != 0x29 }
      guard leaf.at(end) == 0x29 else { return nil }
      report(.linkWideSign("）"), sign, [repair(open..<end + 1, [(sign, "]")])])
      return end + 1
    }
    report(
      .bracketMismatch, open..<open + 1,
      [
        repair(open..<close + 1, [(open..<open + 1, "（")]),
        repair(open..<close + 1, [(open..<open + 1, "［"), (sign, "］")]),
      ])
    return close + 1
  }
}
