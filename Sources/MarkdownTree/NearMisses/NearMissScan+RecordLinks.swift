extension NearMissScan {
  private func isClosing(_ value: UInt32) -> Bool {
    value == 0x5D || value == 0xFF3D || value == 0x3011
  }

  /// Looks at two opening brackets in a row: `[[名前`, `［［名前］］`, `【【名前】】`.
  mutating func lookAtRecordLink(_ index: Int) -> Int? {
    let start = index + 2
    let close = leaf.end(from: start, limit: 330) {
      !isClosing($0) && $0 != 10 && $0 != 0x5B && $0 != 0xFF3B && $0 != 0x3010
    }
    let isOneClosed = isClosing(leaf.plain(close))
    let isClosed = isOneClosed && isClosing(leaf.plain(close + 1))
    let isASCII = leaf.at(index) == 0x5B && leaf.at(index + 1) == 0x5B
    if isClosed {
      let inner = leaf.string(start..<close)
      let isBlank = leaf.skipSpaces(start) >= close
      let wide = [index, index + 1, close, close + 1].first { leaf.at($0) > 0x7F }
      let whole = index..<close + 2
      if isBlank || wide == nil {
        guard isBlank || inner.hasPrefix("|") || inner.hasSuffix("|") else { return nil }
        report(.recordLinkEmpty, whole)
      } else if let wide {
        // 【【重要】】 calls attention to what follows.
        if leaf.at(index) == 0x3010, Self.calls.contains(inner) { return close + 2 }
        let name = String(inner.map { $0 == "｜" ? "|" : $0 })
        report(
          .recordLinkWideSign(leaf.string(wide..<wide + 1)), wide..<wide + 1,
          [repair(whole, [(whole, "[[\(name)]]")])])
      }
      return close + 2
    }
    guard isASCII, beginsName(leaf.at(start)) else { return nil }
    if isOneClosed {
      guard isName(start..<close), ![0x28, 0x5B].contains(leaf.at(close + 1)),
        leaf.at(close) == 0x5D
      else { return nil }
      // `[[甲]が]`: the second one stands behind the particle.
      let stray = leaf.end(from: close + 1, limit: 20) {
        ![0x5B, 0x5D, 10].contains($0) && !Signs.endsPhrase($0)
      }
      let isMoved = leaf.plain(stray) == 0x5D
      report(
        .recordLinkOneBracket("]"), close..<close + 1,
        [
          repair(
            index..<(isMoved ? stray : close) + 1,
            [(close + 1..<close + 1, "]")] + (isMoved ? [(stray..<stray + 1, "")] : []))
        ])
      return (isMoved ? stray : close) + 1
    }
    if let end = reportWrapped(index, start) { return end }
    reportUnclosed(index, start)
    return start
  }

  /// Reports a link that a line end cuts, as pasting wrapped text does.
  private mutating func reportWrapped(_ index: Int, _ start: Int) -> Int? {
    let cut = leaf.end(from: start, limit: 100) { $0 != 10 && !isClosing($0) && $0 != 0x5B }
    guard leaf.at(cut) == 10 else { return nil }
    let next = leaf.skipSpaces(cut + 1)
    let close = leaf.end(from: next, limit: 100) {
      $0 != 10 && !isClosing($0) && $0 != 0x5B && !Signs.endsPhrase($0)
    }
    guard leaf.plain(close) == 0x5D, leaf.plain(close + 1) == 0x5D else { return nil }
    // Words of letters are parted by a space.
    let isSpaced =
      Signs.isASCIIAlphanumeric(leaf.at(cut - 1)) && Signs.isASCIIAlphanumeric(leaf.at(next))
    let name = leaf.string(start..<cut) + (isSpaced ? " " : "") + leaf.string(next..<close)
    let whole = index..<close + 2
    report(
      .recordLinkWrapped, cut - 1..<cut, [repair(whole, [(whole, "[[\(name)]]")])])
    return close + 2
  }

  /// Words that stand in double brackets as decoration.
  private static let calls: Set<String> = [
    "重要", "注意", "警告", "緊急", "至急", "必読", "必見", "必須", "速報", "新着", "新規", "更新", "追記", "追加", "訂正", "変更",
    "予告", "告知", "公告", "案内", "ご案内", "お知らせ", "おしらせ", "お願い", "お詫び", "注目", "参考", "補足", "備考", "募集",
    "募集中", "受付中", "開催中", "準備中", "終了", "中止", "延期", "公開中", "重要なお知らせ", "要確認", "要注意", "NEW", "新",
  ]

  private mutating func reportUnclosed(_ index: Int, _ start: Int) {
    let phrase = leaf.end(from: start, limit: 100) {
      !Signs.endsPhrase($0) && !Signs.isSpace($0) && $0 != 0x5B
    }
    // A name begins with kana or not, and goes on to the particle behind it.
    let kana = leaf.end(from: start, limit: 100) { Signs.isHiragana($0) }
    let word = leaf.end(from: kana, limit: 100) {
      !Signs.isHiragana($0) && !Signs.endsPhrase($0) && !Signs.isSpace($0)
    }
    var ends = [min(word, phrase)]
    if phrase > ends[0] { ends.append(phrase) }
    report(
      .recordLinkUnclosed, index..<index + 2,
      ends.filter { $0 > start }.map { end in
        // A bar with no word behind it goes.
        let from = leaf.at(end - 1) == 0x7C ? end - 1 : end
        return repair(index..<end, [(from..<end, "]]")])
      })
  }

  /// Looks at a `]` that nothing opens: `[名前]]` and `名前]]`.
  mutating func lookAtStrayBracket(_ index: Int, after closed: (open: Int, close: Int)?) -> Int? {
    if let closed, closed.close == index - 1 {
      guard beginsName(leaf.at(closed.open + 1)), isName(closed.open + 1..<closed.close) else {
        return nil
      }
      report(
        .recordLinkOneBracket("["), closed.open..<closed.open + 1,
        [repair(closed.open..<index + 1, [(closed.open..<closed.open, "[")])])
      return index + 1
    }
    if leaf.at(index - 1) == 0x5D, leaf.at(index - 2) == 0x5D, index > 2,
      leaf.parts[index - 1] == .syntax, leaf.parts[index - 2] == .syntax
    {
      report(
        .recordLinkSurplus("]"), index..<index + 1,
        [repair(index - 2..<index + 1, [(index..<index + 1, "")])])
      return index + 1
    }
    guard leaf.plain(index + 1) == 0x5D, Signs.isJapaneseLetter(leaf.at(index - 1)) else {
      return nil
    }
    var phrase = index
    while phrase > 0, index - phrase < 100, leaf.parts[phrase - 1] == .text,
      !Signs.endsPhrase(leaf.at(phrase - 1)), !Signs.isSpace(leaf.at(phrase - 1)),
      !Signs.isOpening(leaf.at(phrase - 1))
    {
      phrase -= 1
    }
    var word = index
    while word > phrase, !Signs.isHiragana(leaf.at(word - 1)) { word -= 1 }
    let starts = word > phrase && word < index ? [word, phrase] : [phrase]
    report(
      .recordLinkUnopened, index..<index + 2,
      starts.map { repair($0..<index + 2, [($0..<$0, "[[")]) })
    return index + 2
  }

  /// Looks at a `[` before a link that nothing closes: `[[[名前]]`, `[[名](https://a.jp/)`.
  mutating func lookAtSurplusBracket(_ index: Int) -> Int? {
    guard leaf.at(index) == 0x5B, leaf.at(index + 1) == 0x5B, leaf.parts[index + 1] == .syntax
    else {
      return nil
    }
    let limit = min(leaf.count, index + 700)
    guard
      !(index + 1..<limit).contains(where: { leaf.plain($0) == 0x5D || leaf.plain($0) == 0xFF3D })
    else { return nil }
    let text = leaf.end(from: index, limit: 60) { $0 != 10 && $0 != 0x5D }
    let end = leaf.end(from: text, limit: 2) { $0 == 0x5D }
    report(
      .recordLinkSurplus("["), index..<index + 1,
      [repair(index..<end, [(index..<index + 1, "")])])
    return index + 1
  }

  /// Looks at `{{名前}}`, and at `{{漢字|かんじ}`.
  mutating func lookAtBraces(_ index: Int) -> Int? {
    guard leaf.at(index) == 0x7B, leaf.at(index + 1) == 0x7B else { return nil }
    if leaf.parts[index + 1] == .syntax {
      let end = leaf.end(from: index + 2, limit: 200) { $0 != 0x7D && $0 != 10 }
      guard leaf.at(end) == 0x7D, leaf.parts[end] == .syntax else { return nil }
      var changes: [Change] = [(index..<index + 1, "")]
      if leaf.plain(end + 1) == 0x7D { changes.append((end + 1..<end + 2, "")) }
      report(
        .rubySurplus("{"), index..<index + 1, [repair(index..<end + changes.count, changes)])
      return end + changes.count
    }
    guard leaf.plain(index + 1) == 0x7B, Signs.isJapaneseLetter(leaf.at(index + 2)) else {
      return nil
    }
    let close = leaf.end(from: index + 2, limit: 60) { Signs.isLetter($0) || $0 == 0x30FB }
    guard leaf.plain(close) == 0x7D, leaf.plain(close + 1) == 0x7D, leaf.at(close + 2) != 0x7D,
      leaf.at(index - 1) != 0x7B
    else { return nil }
    let whole = index..<close + 2
    report(
      .recordLinkWideSign("{"), index..<index + 1,
      [repair(whole, [(index..<index + 2, "[["), (close..<close + 2, "]]")])])
    return close + 2
  }

  /// Looks at a `}` directly behind a ruby: `{漢字|かんじ}}`.
  mutating func lookAtSurplusBrace(_ index: Int) {
    guard leaf.at(index - 1) == 0x7D, leaf.parts[index - 1] == .syntax else { return }
    var start = index - 2
    while start > 0, index - start < 200, leaf.at(start) != 0x7B { start -= 1 }
    guard leaf.at(start) == 0x7B, leaf.parts[start] == .syntax,
      !leaf.line(of: index).clamped(to: max(0, index - 200)..<index).contains(where: {
        leaf.plain($0) == 0x7B
      })
    else { return }
    report(
      .rubySurplus("}"), index..<index + 1,
      [repair(start..<index + 1, [(index..<index + 1, "")])])
  }

  /// Whether a name of a record may begin with a character; a number or a quotation is of a program.
  private func beginsName(_ value: UInt32) -> Bool {
    Signs.isJapaneseLetter(value) || Signs.isASCIILetter(value)
  }

  /// Whether a text has no sign of a program's list.
  private func isName(_ range: Range<Int>) -> Bool {
    !leaf.scalars[range].contains { [0x2C, 0x22, 0x27, 0x3D, 0x3B, 0x28, 0x24].contains($0) }
  }
}
