/// The lines of a paragraph that keep their line ends, and the lists that an author typed without the marks
/// of a list.
struct ListedLines {
  struct Line {
    let range: Range<Int>
    var mark: LineMark?
  }

  /// Where the lines begin whose line end before them is kept.
  private(set) var kept: [Int] = []
  let text: [UInt8]
  private(set) var lines: [Line] = []
  /// Whether a line begins with `☑` or the like, and whether one begins with a box.
  private var hasTicks = false
  private var hasBoxes = false

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
    markSeries()
    for line in lines {
      guard let form = line.mark?.form else { continue }
      if [0x2611, 0x2713, 0x2714].contains(form) { hasTicks = true }
      if [0x2610, 0x2611, 0x25A1].contains(form) { hasBoxes = true }
    }
    let firstItem = isList ? lines.firstIndex { $0.mark?.isItem == true } : nil
    for (index, line) in lines.enumerated() where index > 0 {
      // In a list typed by hand no line goes on with the one before it, or a heading would.
      if line.mark != nil || firstItem.map({ index > $0 }) == true || endsTitle(index)
        || LineMarkScanner.isTitle(text, line.range)
      {
        kept.append(line.range.lowerBound)
      }
    }
  }

  /// Gives the lines their marks that are marks in a series only.
  private mutating func markSeries() {
    guard lines.contains(where: { $0.mark == nil }) else { return }
    // Where a break is asked for, the lines stay apart as they are.
    let marks = lines.indices.map { index in
      lines[index].mark == nil && (index == 0 || !asksForBreak(lines[index - 1].range))
        ? LineMarkScanner.serial(text, lines[index].range) : nil
    }
    var counts: [UInt32: Int] = [:]
    for mark in marks { if let mark { counts[mark.form, default: 0] += 1 } }
    guard counts.values.contains(where: { $0 > 1 }) else { return }
    for (index, mark) in marks.enumerated() {
      guard let mark, counts[mark.form, default: 0] > 1 else { continue }
      let isNamed =
        [LineMarkScanner.Series.label, LineMarkScanner.Series.column].contains(mark.form)
        || LineMarkScanner.Series.counted.contains(mark.form)
      // A sentence may begin with a word and a colon; the next line does so in a series only.
      let isBeside =
        index > 0 && marks[index - 1]?.form == mark.form
        || index + 1 < marks.count && marks[index + 1]?.form == mark.form
      if !isNamed || isBeside { lines[index].mark = mark }
    }
  }

  /// Whether a line ends in a particle or a comma: はがをのとや、.
  private func goesOn(_ line: Range<Int>) -> Bool {
    let end = text[line].suffix(3)
    return ["は", "が", "を", "の", "と", "や", "、"].contains { end.elementsEqual($0.utf8) }
  }

  /// Whether a line ends in what breaks it: two spaces, a backslash or `<br>`.
  private func asksForBreak(_ line: Range<Int>) -> Bool {
    let end = text[line].suffix(4)
    return end.suffix(2).elementsEqual([32, 32]) || end.last == UInt8(ascii: "\\")
      || end.elementsEqual("<br>".utf8)
  }

  /// Whether the line before one is a title or a short item, so that nothing goes on from it.
  private func endsTitle(_ index: Int) -> Bool {
    let before = lines[index - 1]
    return before.mark?.isItem == true && endsItem(index) && !goesOn(before.range)
      || LineMarkScanner.isTitle(text, before.range)
      || index == 1 && LineMarkScanner.isStrongTitle(text, before.range)
  }

  /// Whether more than one line begins like an item.
  private var isList: Bool {
    lines.lazy.filter { $0.mark?.isItem == true }.dropFirst().first != nil
  }

  /// The report of a list that is typed by hand, with the lists that it could be.
  ///
  /// `level` is that of a heading in the place of the lines; nil where none can stand.
  func finding(in tree: BlockTree, level: Int?) -> Finding? {
    if let level, let finding = titles(in: tree, level: level) { return finding }
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
    // Where names come again, people speak with each other.
    if marks.allSatisfy({ $0.form == LineMarkScanner.Series.label }),
      Set(marks.map { Array(text[$0.range]) }).count < marks.count
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
      let level = isBeside(mark, outer) ? 0 : 1
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
        sign += "- " + (box(mark) ?? "")
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

  /// Whether two marks are of one list.
  private func isBeside(_ mark: LineMark, _ outer: LineMark) -> Bool {
    mark.indent == outer.indent
      && (mark.form == outer.form || box(mark) != nil && box(outer) != nil)
  }

  /// The box of a task that a mark is: `☐`, `☑`, and `□` beside these.
  private func box(_ mark: LineMark) -> String? {
    switch mark.form {
    case 0x2610: "[ ] "
    case 0x2611: "[x] "
    case 0x25A1: hasTicks ? "[ ] " : nil
    case 0x2713, 0x2714: hasBoxes ? "[x] " : nil
    default: nil
    }
  }

  /// Whether a line without a mark is no part of the item before it: that was short, or its sentence ended.
  func endsItem(_ index: Int) -> Bool {
    let before = lines[index - 1].range
    let end = String(decoding: text[before].suffix(3), as: UTF8.self)
    return before.count < 60 || end == "。"
  }

  /// A blank line before a line, in the containers that the line is in; nil where these are not clear.
  func gap(before index: Int, in tree: BlockTree) -> (place: Int, text: String)? {
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
