/// The lines of a paragraph that keep their line ends, and the lists that an author typed without the marks
/// of a list.
struct ListedLines {
  private struct Line {
    let range: Range<Int>
    let mark: LineMark?
  }

  /// Where the lines begin whose line end before them is kept.
  private(set) var kept: [Int] = []
  private let text: [UInt8]
  private var lines: [Line] = []

  /// Reads the lines of a paragraph's text.
  init(_ text: [UInt8], _ content: Range<Int>) {
    self.text = text
    var start = content.lowerBound
    while start < content.upperBound {
      let end = text[start..<content.upperBound].firstIndex(of: 10) ?? content.upperBound
      while start < end, text[start] == 32 || text[start] == 9 { start += 1 }
      lines.append(Line(range: start..<end, mark: LineMarkScanner.scan(text, start..<end)))
      start = end + 1
    }
    let firstItem = isList ? lines.firstIndex { $0.mark?.isItem == true } : nil
    for (index, line) in lines.enumerated() where index > 0 {
      // In a list typed by hand no line goes on with the one before it, or a heading would.
      if line.mark != nil || firstItem.map({ index > $0 }) == true {
        kept.append(line.range.lowerBound)
      }
    }
  }

  /// Whether more than one line begins like an item.
  private var isList: Bool {
    lines.lazy.filter { $0.mark?.isItem == true }.dropFirst().first != nil
  }

  /// The report of a list that is typed by hand, with the lists that it could be.
  func finding(in tree: BlockTree) -> Finding? {
    guard isList, !hasOwnForm, let first = lines.first(where: { $0.mark?.isItem == true })?.mark
    else {
      return nil
    }
    var repairs: [Finding.Repair] = []
    if case .number = first.kind, let edits = edits(in: tree, numbered: true) {
      repairs.append(.init("番号の付いた箇条書きにする", edits: edits))
    }
    if let edits = edits(in: tree, numbered: false) {
      repairs.append(.init("箇条書きにする", edits: edits))
    }
    let sign = String(decoding: text[first.range], as: UTF8.self)
    return Finding(
      kind: .typedList(sign, isNumbered: first.isNumber), range: tree.sourceRange(first.range),
      repairs: repairs)
  }
}

extension LineMark {
  fileprivate var isNumber: Bool {
    if case .number = kind { return true }
    return false
  }
}

extension ListedLines {
  /// Whether the lines have a form of their own: statutes, minutes, signs without a text.
  private var hasOwnForm: Bool {
    let items = lines.filter { $0.mark?.isItem == true }
    let marks = items.compactMap(\.mark)
    if items.allSatisfy({ $0.mark?.textStart == $0.range.upperBound }) { return true }
    // 「２　前項の…」 is a paragraph of an article, 「一　…」 below it an item of that.
    if let paragraph = marks.firstIndex(where: { $0.form == 0x13000 }),
      marks[paragraph...].contains(where: { $0.form == 0x23000 })
    {
      return true
    }
    // ○ ◯ 〇 before one who speaks.
    return items.allSatisfy { line in
      guard let mark = line.mark, [0x25CB, 0x25EF, 0x3007].contains(mark.form) else { return false }
      return isSpeaker(mark.textStart..<line.range.upperBound)
    }
  }

  /// Whether a line begins with a name and an office, and then a wide space or a bracket.
  private func isSpeaker(_ line: Range<Int>) -> Bool {
    let name = String(decoding: text[line].prefix(75), as: UTF8.self).prefix {
      !"\u{3000} （(：:「".contains($0)
    }
    return name.utf8.count < line.count && Self.offices.contains { name.hasSuffix($0) }
  }

  /// What the name of one who speaks ends in.
  private static let offices = [
    "委員", "委員長", "座長", "座長代理", "会長", "議長", "議員", "部会長", "主査", "構成員", "オブザーバー", "事務局", "局長",
    "部長", "次長", "課長", "室長", "補佐", "係長", "官", "大臣", "政務官", "審議官", "理事", "理事長", "所長", "教授", "博士",
    "先生", "氏", "君", "さん", "様", "者", "司会", "説明員", "参考人", "代表", "社長",
  ]

  /// The edits that make lists of the lines; nil where that is not sure to work.
  private func edits(in tree: BlockTree, numbered: Bool) -> [Finding.Repair.Edit]? {
    guard let outer = lines.first(where: { $0.mark?.isItem == true })?.mark else { return nil }
    var edits: [Finding.Repair.Edit] = []
    var numbers = [0, 0]
    var isInList = false
    for (index, line) in lines.enumerated() {
      guard let mark = line.mark, mark.isItem else {
        if isInList, endsItem(index), line.mark == nil {
          guard let gap = gap(before: index, in: tree) else { return nil }
          edits.append(Finding.Repair.Edit(gap.place..<gap.place, with: gap.text))
          isInList = false
        }
        continue
      }
      guard mark.indent >= outer.indent, mark.textStart < line.range.upperBound else { return nil }
      let level = mark.form == outer.form && mark.indent == outer.indent ? 0 : 1
      if level == 0 { numbers[1] = 0 }
      if level == 1, !isInList { return nil }
      var sign = (level == 0 ? "" : "    ")
      var end = mark.textStart
      if numbered, case .number(let number) = mark.kind {
        guard numbers[level] == 0 || number == numbers[level] + 1, level == 0 || number > 0 else {
          return nil
        }
        if level == 1, numbers[1] == 0, number != 1 { return nil }
        numbers[level] = number
        sign += "\(number). "
        // Only a list from 1 may follow a line of text.
        if level == 0, !isInList, number != 1, index > 0 {
          guard let gap = gap(before: index, in: tree) else { return nil }
          sign = gap.text + sign
        }
      } else {
        sign += "- "
        // A number or letter may be what the text calls the item by.
        if mark.kind != .bullet { end = mark.range.lowerBound }
      }
      isInList = true
      let place = tree.sourceRange(line.range.lowerBound..<max(end, line.range.lowerBound + 1))
      let lower = place.lowerBound
      let upper = end > line.range.lowerBound ? place.upperBound : lower
      edits.append(Finding.Repair.Edit(lower..<upper, with: sign + escape(from: end)))
    }
    return edits
  }

  /// Whether a line without a mark is no part of the item before it: that was short, or its sentence ended.
  private func endsItem(_ index: Int) -> Bool {
    let before = lines[index - 1].range
    let end = String(decoding: text[before].suffix(3), as: UTF8.self)
    return before.count < 60 || end == "。"
  }

  /// A blank line before a line, in the containers that the line is in; nil where these are not clear.
  private func gap(before index: Int, in tree: BlockTree) -> (place: Int, text: String)? {
    guard index > 0 else { return nil }
    let place = tree.sourceOffset(lines[index].range.lowerBound)
    guard let prefix = tree.linePrefix(before: place),
      let other = otherPrefix(than: index, in: tree),
      prefix == other
    else { return nil }
    return (place, "\n" + prefix)
  }

  /// What stands before the text of another line than the first, to tell a line that is lazy.
  private func otherPrefix(than index: Int, in tree: BlockTree) -> String? {
    let other = index == 1 ? min(2, lines.count - 1) : 1
    return tree.linePrefix(before: tree.sourceOffset(lines[other].range.lowerBound))
  }

  /// What keeps the text of an item from beginning another block.
  private func escape(from start: Int) -> String {
    guard start + 1 < text.count else { return "" }
    let isMark = "#+-*".utf8.contains(text[start]) && text[start + 1] == 32
    return isMark || text[start] == UInt8(ascii: ">") ? "\\" : ""
  }
}
