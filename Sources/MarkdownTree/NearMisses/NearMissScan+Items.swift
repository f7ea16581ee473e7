/// Lists that a sign or a space makes others than were meant.
extension NearMissScan {
  /// Looks at a list: a sign of a sentence that makes one, and one that should be inside an item of it.
  mutating func lookAtList(_ list: Int, isNumbered: Bool) {
    if isNumbered { lookAtNesting(list) } else { lookAtSign(list) }
  }

  /// Reports `* 印は…` and `+ 3％の…` alone, whose sign is then not shown.
  private mutating func lookAtSign(_ list: Int) {
    let bytes = source.source
    let item = list + 1
    guard item < blocks[list].end, blocks[item].end == blocks[list].end else { return }
    let sign = blocks[item].range.lowerBound
    guard sign + 2 < bytes.count, bytes[sign + 1] == 32 else { return }
    let text = bytes[(sign + 2)...].prefix(3)
    switch bytes[sign] {
    case UInt8(ascii: "*"): guard text.elementsEqual("印".utf8) else { return }
    case UInt8(ascii: "+"): guard let first = text.first, (48...57).contains(first) else { return }
    default: return
    }
    let written = String(decoding: bytes[sign..<sign + 1], as: UTF8.self)
    findings.append(
      Finding(
        kind: .nearMiss(.signAsBullet(written)), range: sign..<sign + 1,
        repairs: [.init("\\" + written, edits: [.init(sign..<sign, with: "\\")])]))
  }

  /// Reports a list of bullets directly below a numbered item that is indented, but less than the item's text.
  private mutating func lookAtNesting(_ list: Int) {
    let bytes = source.source
    let next = blocks[list].end
    guard next < blocks.count, parent.map({ next < blocks[$0].end }) ?? true,
      case .list(nil, _) = blocks[next].kind
    else { return }
    var item = list + 1
    while blocks[item].end < next { item = blocks[item].end }
    // The width of `1. `.
    let mark = blocks[item].range.lowerBound
    var text = mark
    while text < bytes.count, (48...57).contains(bytes[text]) { text += 1 }
    text += 1
    while text < bytes.count, bytes[text] == 32 { text += 1 }
    let first = blocks[next].range.lowerBound
    let before = prefix(ofSource: mark)
    let inside = prefix(ofSource: first)
    let (column, start) = (before.utf8.count, first - inside.utf8.count)
    // Directly below a line with something on it.
    guard start > source.base + 1, bytes[start - 1] == 10, ![10, 62].contains(bytes[start - 2]),
      inside.hasPrefix(before), inside.utf8.dropFirst(column).allSatisfy({ $0 == 32 })
    else { return }
    let (indent, wanted) = (inside.utf8.count - column, text - mark)
    guard indent > 0, indent < wanted else { return }
    let gap = String(repeating: " ", count: wanted - indent)
    var edits: [Finding.Repair.Edit] = []
    var line = start
    while line < blocks[next].range.upperBound {
      let end = bytes[line...].firstIndex(of: 10) ?? bytes.count
      if line + column < end { edits.append(.init(line + column..<line + column, with: gap)) }
      line = end + 1
    }
    findings.append(
      Finding(
        kind: .nearMiss(.listNesting(spaces: wanted)), range: first..<first + 1,
        repairs: [.init("\(wanted)つの空白で下げる", edits: edits)]))
  }
}
