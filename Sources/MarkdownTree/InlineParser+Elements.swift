/// A `<sub>` or `<sup>` that is not closed yet.
struct OpenElement {
  let element: TextElement
  /// The index of its item.
  let item: Int
  /// The last delimiter before it.
  let delimiter: Int
  /// How many brackets are open around it.
  let brackets: Int
}

/// The elements that a text is in, with how many there are of each kind.
struct OpenElements {
  private(set) var stack: [OpenElement] = []
  private var counts = [0, 0, 0]

  mutating func push(_ element: OpenElement) {
    stack.append(element)
    counts[element.element.rawValue] += 1
  }

  /// Takes the last one of a kind with all above it off the stack; nil where there is none.
  mutating func pop(_ element: TextElement) -> OpenElement? {
    guard counts[element.rawValue] > 0 else { return nil }
    while let last = stack.popLast() {
      counts[last.element.rawValue] -= 1
      if last.element == element { return last }
    }
    return nil
  }

  /// Takes those off that begin after an item: they end with what it began.
  mutating func dropAll(after item: Int) {
    while let last = stack.last, last.item > item {
      counts[last.element.rawValue] -= 1
      stack.removeLast()
    }
  }
}

/// `<br>`, `<sub>` and `<sup>`, and the reports of HTML that stays text.
extension InlineParser {
  /// Reads a tag of an element that a text may have.
  mutating func read(_ tag: ElementScanner.Tag) {
    let range = position..<tag.end
    if tag.element == .lineBreak {
      breakLine(range)
    } else if !tag.isClosing {
      // It is HTML until its end is found.
      append(.rawHTML, range, end: tag.end)
      elements.push(
        OpenElement(
          element: tag.element, item: items.count - 1, delimiter: lastDelimiter,
          brackets: brackets.count))
    } else if let opening = elements.pop(tag.element) {
      items[opening.item].kind = .element
      items[opening.item].index = tag.element.rawValue
      append(.close, range, end: tag.end)
      matchEmphasis(above: opening.delimiter)
      // A bracket inside matches none outside.
      if brackets.count > opening.brackets {
        brackets.removeLast(brackets.count - opening.brackets)
        inactiveBrackets = min(inactiveBrackets, brackets.count)
      }
    } else {
      append(.rawHTML, range, end: tag.end)
    }
  }

  /// Breaks the line; a line end beside the mark is the same break.
  private mutating func breakLine(_ range: Range<Int>) {
    flushText(to: position)
    trimText()
    if items.last?.kind == .softBreak { items.removeLast() }
    items.append(Item(kind: .hardBreak, range: range))
    position = range.upperBound
    skipBlanks()
    if position < limit, text[position] == 10 {
      position += 1
      skipBlanks()
    }
    runStart = position
  }

  private mutating func skipBlanks() {
    while position < limit, text[position] == 32 || text[position] == 9 { position += 1 }
  }
}
