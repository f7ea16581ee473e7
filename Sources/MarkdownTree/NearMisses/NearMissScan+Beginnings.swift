extension NearMissScan {
  /// Looks at a slash of a text: `ttps://a.jp`, `http//a.jp`, `https;//a.jp`, `https:/a.jp`.
  mutating func lookAtSlash(_ index: Int) -> Int? {
    let host = leaf.end(from: index, limit: 4) { $0 == 0x2F }
    let slashes = host - index
    var wordEnd = index
    if leaf.plain(wordEnd - 1) == 32, leaf.plain(wordEnd - 2) == 0x3A { wordEnd -= 1 }
    let hasSpace = wordEnd < index
    let hasColon = [0x3A, 0x3B].contains(leaf.plain(wordEnd - 1))
    let sign = leaf.at(wordEnd - 1)
    if hasColon { wordEnd -= 1 }
    var start = wordEnd
    while start > 0, wordEnd - start < 9, Signs.isASCIILetter(leaf.plain(start - 1)) { start -= 1 }
    let word = leaf.string(start..<wordEnd)
    guard let scheme = AddressBeginning.scheme(for: word), beginsWord(start) else { return nil }
    guard hasColon ? (1...3).contains(slashes) : slashes == 2, isHost(at: host) else { return nil }
    // One that is right and no link for another reason.
    if word.lowercased() == scheme, sign == 0x3A, slashes == 2, !hasSpace { return nil }
    var end = leaf.end(from: host) {
      $0 > 32 && $0 < 0x7F && ![0x22, 0x29, 0x3C, 0x3E, 0x5D, 0x60, 0x7C].contains($0)
    }
    while end > host, [0x2E, 0x2C, 0x3A, 0x3B, 0x21, 0x3F, 0x27].contains(leaf.at(end - 1)) {
      end -= 1
    }
    // Letters behind a slash belong to the address.
    let tail = leaf.end(from: end, limit: 100) { Signs.isJapaneseLetter($0) }
    let next = leaf.at(end)
    var changes: [Change] = [(start..<host, scheme + "://")]
    if [0x2F, 0x3D, 0x2D, 0x5F, 0x23].contains(leaf.at(end - 1)), tail > end,
      !Signs.isHiragana(next)
    {
      changes = [(start..<host, "<" + scheme + "://"), (tail..<tail, ">")]
      end = tail
    }
    report(.addressSlashes, start..<host, [repair(start..<end, changes)])
    return end
  }

  private func beginsWord(_ start: Int) -> Bool {
    let before = leaf.at(start - 1)
    return !Signs.isASCIIAlphanumeric(before) && ![0x2F, 0x2E, 0x2D, 0x40, 0x5F].contains(before)
  }

  /// Whether the name of a host with a dot begins at a code point.
  private func isHost(at start: Int) -> Bool {
    let end = leaf.end(from: start, limit: 200) {
      Signs.isASCIIAlphanumeric($0) || $0 == 0x2D || $0 == 0x2E
    }
    let labels = leaf.string(start..<end).split(separator: ".", omittingEmptySubsequences: false)
    return labels.count > 1 && labels.dropLast().allSatisfy { !$0.isEmpty }
      && (labels.last ?? "").utf8.allSatisfy { !(48...57).contains($0) }
      && labels.prefix(2).allSatisfy { !$0.isEmpty }
  }

  /// Looks at a wide `＠` or `．` in an address of mail or of the web: `info＠example.jp`, `www．a.jp`.
  mutating func lookAtWideAddress(_ index: Int) -> Int? {
    func isPart(_ value: UInt32) -> Bool {
      Signs.isASCIIAlphanumeric(value)
        || [0x2E, 0x2D, 0x5F, 0x2B, 0x40, 0xFF20, 0xFF0E].contains(value)
    }
    var start = index
    while start > 0, index - start < 100, isPart(leaf.at(start - 1)),
      [.text, .address].contains(leaf.parts[start - 1])
    {
      start -= 1
      // The first wide sign has been looked at with all that follows.
      if leaf.at(start) > 0x7F { return nil }
    }
    var end = leaf.end(from: index, limit: 200) { isPart($0) }
    while end > index, [0x2E, 0x2D, 0xFF0E].contains(leaf.at(end - 1)) { end -= 1 }
    guard end > index + 1 else { return nil }
    let text = Signs.narrowed(leaf.string(start..<end))
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    let host = (parts.last ?? "").split(separator: ".", omittingEmptySubsequences: false)
    let isWeb = parts.count == 1 && host.first?.lowercased() == "www" && host.count > 2
    guard isWeb || parts.count == 2 && !parts[0].isEmpty, host.count > 1,
      host.allSatisfy({ !$0.isEmpty }),
      (host.last ?? "").utf8.allSatisfy({ AddressScanner.isLetter($0) }),
      (host.last ?? "").count > 1
    else { return nil }
    let wide = (start..<end).first { leaf.at($0) > 0x7F } ?? index
    report(
      .addressWideSign(leaf.string(wide..<wide + 1)), wide..<wide + 1,
      [repair(start..<end, [(start..<end, text)])])
    return end
  }

  /// Looks at `\(a\)`, of which a page shows no backslash.
  mutating func lookAtMath(_ index: Int) -> Int? {
    guard leaf.at(index + 1) == 0x28, leaf.at(index - 1) != 0x5D else { return nil }
    let limit = min(leaf.count, index + 200)
    var close = index + 2
    while close < limit, leaf.at(close) != 10, leaf.at(close) != 0x60,
      !(leaf.escapes(close) && leaf.at(close + 1) == 0x29)
    {
      close += 1
    }
    guard close > index + 2, close < limit, leaf.escapes(close),
      leaf.scalars[index + 2..<close].allSatisfy({ $0 < 0x3000 })
    else { return nil }
    let whole = index..<close + 2
    report(
      .mathBackslash, index..<index + 2,
      [
        repair(whole, [(whole, "`" + leaf.string(whole) + "`")]),
        repair(whole, [(index..<index + 1, ""), (close..<close + 1, "")]),
      ])
    return close + 2
  }
}
