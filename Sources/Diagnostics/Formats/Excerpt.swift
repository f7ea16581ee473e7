import TextRules

/// The part of a source line that a report shows, with where the fault lies in it.
struct Excerpt {
  /// The widest excerpt in terminal columns.
  static let width = 100
  /// How many columns before the fault are shown where more follows it than there is room for.
  private static let before = 40

  /// The text, fit for a terminal, with … where the line goes on.
  let text: String
  /// The columns before the underline.
  let indentation: Int
  /// The columns of the underline, at least one.
  let length: Int

  /// Cuts the excerpt for the fault at `range` out of its line; nil where the line is empty.
  ///
  /// The work is bounded by the width, however long the line is.
  init?(of range: Range<Int>, in index: LineIndex, displayWidth: (String) -> Int) {
    let line = index.byteRange(ofLine: index.position(of: range.lowerBound).line)
    if line.isEmpty { return nil }
    let start = min(max(line.lowerBound, range.lowerBound), line.upperBound)
    let end = min(max(start, range.upperBound), line.upperBound)
    // A column has at most four bytes, leaving out marks that take no column at all.
    let reach = Excerpt.width * 4
    let lower = max(line.lowerBound, index.scalarStart(start - reach))
    let upper = min(line.upperBound, index.scalarStart(start + reach))
    let left = Excerpt.columns(
      in: Terminal.printable(index.text(in: lower..<start)).unicodeScalars.reversed(), displayWidth)
    let right = Excerpt.columns(
      in: Terminal.printable(index.text(in: start..<upper)).unicodeScalars, displayWidth)
    let leftRoom = max(Excerpt.before, Excerpt.width - right.total)
    let head = left.prefix(leftRoom)
    let tail = right.prefix(Excerpt.width - head.columns)
    let isCutBefore = lower > line.lowerBound || head.scalars.count < left.scalars.count
    let isCutAfter = upper < line.upperBound || tail.scalars.count < right.scalars.count
    let marked = Excerpt.columns(
      in: Terminal.printable(index.text(in: start..<min(end, upper))).unicodeScalars, displayWidth)
    text =
      (isCutBefore ? "…" : "") + Excerpt.string(head.scalars.reversed())
      + Excerpt.string(tail.scalars) + (isCutAfter ? "…" : "")
    indentation = head.columns + (isCutBefore ? displayWidth("…") : 0)
    length = max(1, min(marked.total, tail.columns))
  }

  /// Scalars with the columns that each takes.
  private struct Columns {
    var scalars: [Unicode.Scalar] = []
    var widths: [Int] = []
    var total = 0

    /// As many of the first scalars as have room.
    func prefix(_ room: Int) -> (scalars: ArraySlice<Unicode.Scalar>, columns: Int) {
      var columns = 0
      var count = 0
      while count < scalars.count, columns + widths[count] <= room {
        columns += widths[count]
        count += 1
      }
      return (scalars[..<count], columns)
    }
  }

  private static func columns(
    in scalars: some Sequence<Unicode.Scalar>, _ displayWidth: (String) -> Int
  ) -> Columns {
    var columns = Columns()
    for scalar in scalars {
      let width = displayWidth(String(Character(scalar)))
      columns.scalars.append(scalar)
      columns.widths.append(width)
      columns.total += width
    }
    return columns
  }

  private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}

/// What may be written to a terminal.
package enum Terminal {
  /// The text with a space for a tab and U+FFFD for other control characters: what an author wrote must
  /// neither move the underline, nor turn the writing direction, nor command the terminal.
  package static func printable(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 9: scalars.append(" ")
      // Line ends and separators; marks of direction that a text may have (UAX #9).
      case 10, 13, 0x2028, 0x2029, 0x200E, 0x200F, 0x061C: scalars.append("\u{FFFD}")
      case let value where ForbiddenCharacter.kind(of: value) != nil: scalars.append("\u{FFFD}")
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
