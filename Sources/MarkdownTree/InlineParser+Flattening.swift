/// The making of nodes from items.
private struct Flattening {
  /// The open nodes: the index in the inlines, or nil for one that is left out.
  var open: [(node: Int?, isLink: Bool)] = []
  /// How many links and images are open.
  var links = 0
  var images = 0
  /// Whether the last node is text that the next text may join.
  var isMergeable = false
  /// The last text shown, for the line end after it.
  var lastText: Range<Int>?
  /// The line end that waits for the text after it.
  var lineEnd: Int?
  var isTooDeep = false
}

extension InlineParser {
  /// Appends the nodes of the leaf's items to the inlines.
  mutating func flatten() {
    var state = Flattening()
    for index in items.indices {
      let item = items[index]
      switch item.kind {
      case .text, .derived: addText(item.range, &state)
      case .code: addLeaf(.code, item.range, &state)
      case .rawHTML: addLeaf(.rawHTML, item.range, &state)
      case .softBreak: addSoftBreak(item.range, &state)
      case .hardBreak:
        addNode(.hardBreak, item.range, &state)
        state.lastText = nil
      case .delimiter: addDelimiters(item, &state)
      case .open: openLink(item, &state)
      case .close: closeNode(&state)
      case .element:
        openNode(
          item.index == TextElement.subscripted.rawValue ? .subscripted : .superscripted,
          item.range,
          index: 0, isLink: false, &state)
      case .link:
        openLink(item, &state)
        addText(item.range, &state)
        closeNode(&state)
      case .footnoteReference: addNode(.footnoteReference, item.range, index: item.index, &state)
      case .ruby:
        rubies.append(pendingRubies[item.index])
        addLeaf(.ruby, item.range, index: rubies.count - 1, &state)
      }
    }
    while !state.open.isEmpty { closeNode(&state) }
    if state.isTooDeep { report(.excessiveNesting, start..<limit) }
  }

  private mutating func addNode(
    _ kind: Inline.Kind, _ range: Range<Int>, index: Int = 0, _ state: inout Flattening
  ) {
    inlines.append(Inline(kind: kind, range: range, end: inlines.count + 1, index: index))
    state.isMergeable = false
  }

  private mutating func addLeaf(
    _ kind: Inline.Kind, _ range: Range<Int>, index: Int = 0, _ state: inout Flattening
  ) {
    settleLineEnd(before: range, &state)
    addNode(kind, range, index: index, &state)
    state.lastText = range
  }

  private mutating func addText(_ range: Range<Int>, _ state: inout Flattening) {
    guard !range.isEmpty else { return }
    settleLineEnd(before: range, &state)
    state.lastText = range
    if state.isMergeable, let last = inlines.last, last.range.upperBound == range.lowerBound {
      inlines[inlines.count - 1].range = last.range.lowerBound..<range.upperBound
      return
    }
    addNode(.text, range, &state)
    state.isMergeable = true
  }

  // MARK: Line ends

  private mutating func addSoftBreak(_ range: Range<Int>, _ state: inout Flattening) {
    addNode(.softBreak, range, &state)
    state.lineEnd = state.lastText == nil ? nil : inlines.count - 1
  }

  /// Decides whether the line end before a text stands for a space.
  private mutating func settleLineEnd(before range: Range<Int>, _ state: inout Flattening) {
    guard let node = state.lineEnd, let last = state.lastText, !range.isEmpty else { return }
    state.lineEnd = nil
    if CharacterClass.joins(lastScalar(of: last), firstScalar(of: range)) {
      inlines[node].kind = .joinedBreak
    }
  }

  private func firstScalar(of range: Range<Int>) -> UInt32 {
    if range.lowerBound < text.count {
      return UTF8Scalars.scalar(text, at: range.lowerBound, limit: range.upperBound).value
    }
    let offset = range.lowerBound - text.count
    return UTF8Scalars.scalar(derived, at: offset, limit: range.upperBound - text.count).value
  }

  private func lastScalar(of range: Range<Int>) -> UInt32 {
    guard !range.isEmpty else { return 0 }
    if range.upperBound <= text.count {
      return baseScalar(text, range.lowerBound..<range.upperBound)
    }
    return baseScalar(
      derived, range.lowerBound - text.count..<range.upperBound - text.count)
  }

  /// The last code point that is no variation selector.
  private func baseScalar(_ bytes: [UInt8], _ range: Range<Int>) -> UInt32 {
    var end = range.upperBound
    while end > range.lowerBound {
      let (value, length) = UTF8Scalars.scalar(bytes, before: end, limit: range.lowerBound)
      let isSelector = value >= 0xFE00 && value <= 0xFE0F || value >= 0xE0100 && value <= 0xE01EF
      if !isSelector { return value }
      end -= length
    }
    return 0
  }

  // MARK: Containers

  private mutating func addDelimiters(_ item: Item, _ state: inout Flattening) {
    let delimiter = delimiters[item.index]
    var mark = delimiter.closing
    while mark >= 0 {
      closeNode(&state)
      mark = marks[mark].next
    }
    let rest = item.range.lowerBound + delimiter.usedClosing
    addText(rest..<rest + delimiter.count, &state)
    mark = delimiter.opening
    while mark >= 0 {
      openNode(marks[mark].kind, item.range, index: 0, isLink: false, &state)
      mark = marks[mark].next
    }
  }

  private mutating func openNode(
    _ kind: Inline.Kind, _ range: Range<Int>, index: Int, isLink: Bool, _ state: inout Flattening
  ) {
    guard state.open.count < MarkdownParser.maximumDepth else {
      state.isTooDeep = true
      state.open.append((nil, false))
      return
    }
    state.open.append((inlines.count, isLink))
    if isLink { state.links += 1 }
    addNode(kind, range, index: index, &state)
  }

  private mutating func openLink(_ item: Item, _ state: inout Flattening) {
    // A link in a link is no HTML, an image's text is plain, and a link without a reference is one that
    // may not be linked.
    guard item.index >= 0 else {
      state.open.append((nil, false))
      return
    }
    let source = pending[item.index]
    guard state.images == 0, source.isImage || state.links == 0,
      state.open.count < MarkdownParser.maximumDepth
    else {
      state.open.append((nil, false))
      return
    }
    references.append(
      Reference(
        source, at: tree.sourceRange(source.range), isLabelled: item.kind == .open, block: block,
        inline: inlines.count))
    if source.isImage {
      state.lastText = nil
      state.images += 1
    }
    openNode(
      source.isImage ? .image : .link, source.range, index: references.count - 1,
      isLink: !source.isImage, &state)
  }

  private mutating func closeNode(_ state: inout Flattening) {
    guard let (node, isLink) = state.open.popLast() else { return }
    state.isMergeable = false
    guard let node else { return }
    if isLink { state.links -= 1 }
    inlines[node].end = inlines.count
    guard inlines[node].kind == .image else { return }
    state.images -= 1
    state.lastText = nil
    let hasText = inlines[node + 1..<inlines.count].contains {
      $0.kind == .code || $0.kind == .ruby || $0.kind == .text && !isBlank($0.range)
    }
    if !hasText { report(.missingAlternativeText, inlines[node].range) }
  }

  /// Whether a text is nothing but spaces, wide ones among them.
  private func isBlank(_ range: Range<Int>) -> Bool {
    var cursor =
      range.upperBound <= text.count
      ? LineCursor(text, range)
      : LineCursor(derived, range.lowerBound - text.count..<range.upperBound - text.count)
    while let value = cursor.value, value <= 32 || value == 0x3000 || value == 0xA0 {
      cursor.advance()
    }
    return cursor.value == nil
  }
}
