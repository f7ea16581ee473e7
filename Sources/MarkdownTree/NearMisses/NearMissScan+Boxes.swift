/// What other dialects write behind fences and around boxes.
extension NearMissScan {
  /// Reports words behind an opening fence that are no name of a language.
  mutating func lookAtWords(_ info: Range<Int>, behind fence: Int) {
    let bytes = source.source
    guard bytes[info].contains(where: { $0 >= 0x80 }) else { return }
    // `python 例`, `ruby:例.rb`: the name stays.
    var place = info.lowerBound
    while place < info.upperBound, bytes[place] == 32 || bytes[place] == 9 { place += 1 }
    let name = place
    while place < info.upperBound, isOfName(bytes[place]) { place += 1 }
    if place == info.upperBound || bytes[place] >= 0x80, bytes[name..<place].last != 0x3A {
      place = name
    }
    let kept = place
    while place < info.upperBound, [32, 9, 0x3A].contains(bytes[place]) { place += 1 }
    var end = info.upperBound
    while end > place, bytes[end - 1] <= 32 { end -= 1 }
    guard end > place else { return }
    // `title="例"` is an attribute of other tools.
    guard !bytes[place..<end].contains(UInt8(ascii: "=")) else { return }
    let words = String(decoding: bytes[place..<end], as: UTF8.self)
    findings.append(
      Finding(
        kind: .nearMiss(.fenceWords(words)), range: place..<end,
        repairs: [
          .init(
            Self.title("「\(words)」を前の行に移す"),
            edits: [
              .init(fence..<fence, with: words + "\n" + prefix(ofSource: fence)),
              .init((kept == name ? info.lowerBound : kept)..<end, with: ""),
            ])
        ]))
  }

  /// Whether a byte may be part of the name of a language: `c++`, `objective-c`.
  private func isOfName(_ byte: UInt8) -> Bool {
    Signs.isASCIIAlphanumeric(UInt32(byte)) || "+#-_.".utf8.contains(byte)
  }

  /// Reports a paragraph that begins with `:::note`; true where it is one.
  mutating func lookAtColonBox() -> Bool {
    let first = leaf.lines[0]
    guard leaf.hasPlain(":::", at: first.lowerBound) else { return false }
    let start = leaf.skipSpaces(leaf.end(from: first.lowerBound) { $0 == 0x3A })
    guard start < first.upperBound, Signs.isLetter(leaf.at(start)) else { return false }
    let written = leaf.string(start..<first.upperBound)
    let word = String(written.prefix { $0 != " " && $0 != "　" && $0 != "{" && $0 != "[" })
    var repairs: [Finding.Repair] = []
    if let last = leaf.lines.last, leaf.lines.count > 2,
      leaf.scalars[last].allSatisfy({ $0 == 0x3A }), word == written,
      CalloutScanner.kind(of: word) != nil
    {
      let mark = "> [!" + (Signs.isASCIILetter(leaf.at(start)) ? word.uppercased() : word) + "]"
      var edits = [edit((first, mark))]
      for line in leaf.lines.dropFirst().dropLast() {
        edits.append(edit((line.lowerBound..<line.lowerBound, "> ")))
      }
      edits.append(edit((last.lowerBound - 1..<last.upperBound, "")))
      repairs = [.init(mark, edits: edits)]
    }
    report(.colonBox(":::" + word), first, repairs)
    return true
  }
}
