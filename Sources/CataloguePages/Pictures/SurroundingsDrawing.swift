import ByteWriting
import CatalogueModel
import CatalogueViews
import Diagnostics
import JapaneseText

/// The drawing of a record's surroundings as SVG: two columns of names, the record between them, a bracket for
/// each group.
///
/// Lengths are in units of the drawing, of which 14 are an em; the style sheet says how large it stands.
struct SurroundingsDrawing {
  private let surroundings: RecordSurroundings
  /// The `id` of the lists on the page by the keys of their groups.
  private let anchors: [String: String]
  private let catalogue: Catalogue
  /// The way from the page to the base of the site.
  private let root: String

  // Shapes of the drawing: the columns of names, and the record between them.
  private static let width = 720
  private static let column = 236
  private static let middle = (left: 276, width: 168)
  private static let pitch = 30
  private static let box = 26
  private static let heading = 28
  private static let gap = 10
  /// How many columns of a terminal, two to a kanji, go into a box.
  private static let columns = (name: 31, middle: 22)
  private static let middleLines = 4

  /// Draws the surroundings on the page of the record.
  init(
    _ surroundings: RecordSurroundings, _ anchors: [String: String], _ catalogue: Catalogue
  ) {
    self.surroundings = surroundings
    self.anchors = anchors
    self.catalogue = catalogue
    let path = catalogue.path(of: surroundings.record)
    root = String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") })
  }

  private typealias Group = RecordSurroundings.Group

  private static func height(_ group: Group) -> Int { heading + group.shown * pitch + gap }

  /// The first groups stand on the left, until half of the height is filled.
  private var sides: (left: ArraySlice<Group>, right: ArraySlice<Group>) {
    let groups = surroundings.groups
    let whole = groups.reduce(0) { $0 + Self.height($1) }
    var (place, filled) = (0, 0)
    while place < groups.count, (filled + Self.height(groups[place]) / 2) * 2 <= whole {
      filled += Self.height(groups[place])
      place += 1
    }
    return (groups[..<place], groups[place...])
  }

  /// The drawing.
  var svg: [UInt8] {
    let sides = sides
    let heights = [sides.left, sides.right].map { $0.reduce(0) { $0 + Self.height($1) } }
    let height = max(heights[0], heights[1], Self.middleLines * 20 + 20)
    var out = ByteWriter(capacity: 4_000)
    // Strokes are as wide on both sides of their line.
    out.append("<svg class=\"graph\" viewBox=\"-1 0 ")
    out.append(decimal: Self.width + 2)
    out.append(" ")
    out.append(decimal: height)
    out.append(
      "\" role=\"group\" aria-labelledby=\"graph-caption\" aria-describedby=\"")
    out.append(html: PageSection.relations.identifier)
    out.append("\"><path class=\"graph-lines\" d=\"")
    appendLines(sides.left, isRight: false, height, to: &out)
    appendLines(sides.right, isRight: true, height, to: &out)
    out.append("\"/>")
    appendMiddle(height, to: &out)
    append(sides.left, isRight: false, height, to: &out)
    append(sides.right, isRight: true, height, to: &out)
    out.append("</svg>")
    return out.bytes
  }

  /// Where the first group of a side begins: both sides stand in the middle of the drawing.
  private func top(of side: ArraySlice<Group>, _ height: Int) -> Int {
    (height - side.reduce(0) { $0 + Self.height($1) }) / 2
  }

  /// A bracket along each group, and a curve from its middle to the record.
  private func appendLines(
    _ side: ArraySlice<Group>, isRight: Bool, _ height: Int, to out: inout ByteWriter
  ) {
    let edge = isRight ? Self.width - Self.column - 4 : Self.column + 4
    let spine = isRight ? edge - 6 : edge + 6
    let end = isRight ? Self.middle.left + Self.middle.width : Self.middle.left
    let turn = (spine + end) / 2
    var top = top(of: side, height)
    for group in side {
      let first = top + Self.heading
      let last = first + (group.shown - 1) * Self.pitch + Self.box
      let middle = (first + last) / 2
      out.append(unescaped: "M\(edge) \(first)H\(spine)V\(last)H\(edge)")
      out.append(
        unescaped:
          "M\(spine) \(middle)C\(turn) \(middle) \(turn) \(height / 2) \(end) \(height / 2)")
      top += Self.height(group)
    }
  }

  private func append(
    _ side: ArraySlice<Group>, isRight: Bool, _ height: Int, to out: inout ByteWriter
  ) {
    let left = isRight ? Self.width - Self.column : 0
    var top = top(of: side, height)
    for group in side {
      out.append("<a class=\"graph-group\" href=\"#")
      let anchor = group.key.flatMap { anchors[$0] } ?? PageSection.facts.identifier
      out.append(html: PagePath.encoded(anchor))
      out.append("\"><text x=\"")
      out.append(decimal: left)
      out.append("\" y=\"")
      out.append(decimal: top + 18)
      out.append("\">")
      let count = GroupedDigits.text(of: group.records.count)
      let rest = group.records.count - group.shown
      let number = " \(count)件" + (rest > 0 ? "（図に\(group.shown)件）" : "")
      let room = Self.columns.name - DisplayWidth.columns(of: number)
      out.append(html: Self.cut(label: group.label, to: room))
      out.append(html: number)
      out.append("</text></a>")
      top += Self.heading
      for record in group.records.prefix(group.shown) {
        append(record, left, top, to: &out)
        top += Self.pitch
      }
      top += Self.gap
    }
  }

  /// The name of a neighbour in its box, which leads to its page.
  private func append(_ record: RecordIndex, _ left: Int, _ top: Int, to out: inout ByteWriter) {
    out.append("<a href=\"")
    out.append(html: root)
    out.append(html: catalogue.path(of: record))
    out.append("\"><path d=\"M")
    out.append(decimal: left)
    out.append(" ")
    out.append(decimal: top)
    out.append("h")
    out.append(decimal: Self.column)
    out.append("v")
    out.append(decimal: Self.box)
    out.append("h-")
    out.append(decimal: Self.column)
    out.append("z\"/><text x=\"")
    out.append(decimal: left + 8)
    out.append("\" y=\"")
    out.append(decimal: top + 18)
    out.append("\">")
    out.append(html: Self.cut(catalogue.records[record].title.value, to: Self.columns.name))
    out.append("</text></a>")
  }

  /// The record itself.
  private func appendMiddle(_ height: Int, to out: inout ByteWriter) {
    let title = catalogue.records[surroundings.record].title.value
    let lines = Self.lines(of: title)
    let tall = lines.count * 20 + 16
    let top = (height - tall) / 2
    let centre = Self.middle.left + Self.middle.width / 2
    out.append("<rect class=\"graph-own\" rx=\"6\"")
    for (name, length) in [
      ("x", Self.middle.left), ("y", top), ("width", Self.middle.width), ("height", tall),
    ] {
      out.append(unescaped: " \(name)=\"\(length)\"")
    }
    out.append("/><text class=\"graph-title\">")
    for (place, line) in lines.enumerated() {
      out.append(unescaped: "<tspan x=\"\(centre)\" y=\"\(top + 23 + place * 20)\">")
      out.append(html: line)
      out.append("</tspan>")
    }
    out.append("</text>")
  }

  /// The lines of the title in its box, the last with a sign where it is cut.
  private static func lines(of title: String) -> [String] {
    var lines: [String] = []
    var rest = Substring(title)
    while !rest.isEmpty, lines.count < middleLines {
      if lines.count == middleLines - 1 {
        lines.append(cut(String(rest), to: columns.middle))
        break
      }
      let line = line(of: head(of: rest, columns: columns.middle), in: rest)
      lines.append(String(line))
      rest = rest[line.endIndex...]
    }
    return lines
  }

  /// What fits of a text, up to where a line may end.
  private static func line(of head: Substring, in text: Substring) -> Substring {
    var end = head.endIndex
    while end > text.startIndex, end < text.endIndex {
      let before = text.index(before: end)
      if LineEnd.isAllowed(after: text[before], before: text[end]) { return text[..<end] }
      end = before
    }
    return head
  }

  /// The text, with … behind what fits where it is too long.
  private static func cut(_ text: String, to columns: Int) -> String {
    // A byte is no more than a column.
    if text.utf8.count <= columns || DisplayWidth.columns(of: text) <= columns { return text }
    var head = head(of: Substring(text), columns: columns - 2)
    while let last = head.last, LineEnd.never(ends: last) { head.removeLast() }
    return head + "…"
  }

  /// The label of a group, with … before the word in brackets at its end, which tells it from others.
  private static func cut(label: String, to columns: Int) -> String {
    guard label.hasSuffix("）"), let opening = label.lastIndex(of: "（"), opening > label.startIndex,
      DisplayWidth.columns(of: label) > columns
    else { return cut(label, to: columns) }
    let word = String(label[opening...])
    let room = columns - DisplayWidth.columns(of: word)
    return room < 4 ? cut(label, to: columns) : cut(String(label[..<opening]), to: room) + word
  }

  /// What fits into some columns.
  private static func head(of text: Substring, columns: Int) -> Substring {
    var width = 0
    for place in text.indices {
      width += DisplayWidth.columns(of: text[place].unicodeScalars)
      if width > columns { return text[..<place] }
    }
    return text
  }
}
