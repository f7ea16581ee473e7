/// Comments of HTML in YAML, which knows none: they would be published as they stand.
///
/// They are told, and the text is read as if they were not there. A value that is nothing but a comment stays,
/// so that it is not told as an empty one too.
struct FieldComments {
  private struct Comment {
    /// The comment; to the end of its line where it has no end.
    let range: Range<Int>
    /// Whether a value would be left without anything.
    let isWhole: Bool
    let hasEnd: Bool
    /// What mends it; empty where only the author can know.
    let edits: [YAMLEdit]
  }

  /// The source as it is read.
  private(set) var bytes: [UInt8]
  private let range: Range<Int>
  private let words: YAMLWords
  private var comments: [Comment] = []
  /// Up to where no comment ends.
  private var withoutEnd = 0

  private static let opening = Array("<!--".utf8)
  private static let closing = Array("-->".utf8)

  init(_ source: [UInt8], _ range: Range<Int>, _ words: YAMLWords) {
    bytes = source
    self.range = range
    self.words = words
    if words.fields.isEmpty && words.inner.isEmpty { return }
    find(in: source)
  }

  var isEmpty: Bool { comments.isEmpty }

  /// The findings of the text with those of the comments in it.
  func completed(_ reading: YAMLReading) -> YAMLReading {
    var end = range.upperBound
    switch reading.closing {
    case .wrong(let mark): end = mark.lowerBound
    case .missing(let place): end = place
    case nil: break
    }
    let own = comments.filter { $0.range.lowerBound < end }
    let scanner = SlipScanner(bytes, range, words, findsEnd: false)
    let told = own.enumerated().map { number, comment in
      YAMLFinding(
        kind: .slip(.htmlComment),
        bytes: comment.range.lowerBound..<(comment.range.lowerBound + Self.opening.count),
        repairs: comment.edits.isEmpty || number >= YAMLSlip.mostMended
          ? [] : [.init(scanner.title(of: comment.edits), edits: comment.edits)])
    }
    return YAMLReading(
      root: reading.root,
      findings: (reading.findings.map { spared($0, own) } + told).sorted {
        $0.bytes.lowerBound < $1.bytes.lowerBound
      },
      isWhole: reading.isWhole, closing: reading.closing)
  }

  /// A finding without ways out that would write a comment.
  private func spared(_ finding: YAMLFinding, _ comments: [Comment]) -> YAMLFinding {
    let kept = finding.repairs.filter { repair in
      !repair.edits.contains { edit in
        var (low, high) = (0, comments.count)
        while low < high {
          let middle = (low + high) / 2
          if comments[middle].range.upperBound <= edit.range.lowerBound {
            low = middle + 1
          } else {
            high = middle
          }
        }
        return low < comments.count && comments[low].range.lowerBound < edit.range.upperBound
      }
    }
    if kept.count == finding.repairs.count { return finding }
    return YAMLFinding(kind: finding.kind, bytes: finding.bytes, repairs: kept, isOne: false)
  }

  // MARK: - Finding

  private mutating func find(in source: [UInt8]) {
    var at = range.lowerBound
    var lineStart = at
    var isComment = false
    var quotes = 0
    while at < range.upperBound {
      switch source[at] {
      case 10, 13: (lineStart, isComment, quotes) = (at + 1, false, 0)
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quotes += 1
      case hash where quotes % 2 == 0 && isBehindBlank(at, lineStart, source): isComment = true
      case UInt8(ascii: "<")
      where !isComment && source[at..<range.upperBound].starts(with: Self.opening):
        if isLine(at, lineStart, source) { break }
        let comment = comment(at, lineStart, source)
        mask(comment)
        comments.append(comment)
        at = comment.range.upperBound
        continue
      default: break
      }
      at += 1
    }
  }

  private func isBehindBlank(_ at: Int, _ lineStart: Int, _ source: [UInt8]) -> Bool {
    at == lineStart || source[at - 1] == space || source[at - 1] == 9
  }

  /// Whether a comment is the whole of a line at the first column: one of YAML is meant.
  private mutating func isLine(_ at: Int, _ lineStart: Int, _ source: [UInt8]) -> Bool {
    guard at == lineStart else { return false }
    let end = lineEnd(at, source)
    guard let close = closing(from: at + Self.opening.count, to: end, source) else {
      return closing(of: at, source) == nil
    }
    return skipBlanks(close, source) >= end
  }

  private func lineEnd(_ at: Int, _ source: [UInt8]) -> Int {
    var end = at
    while end < range.upperBound, source[end] != 10, source[end] != 13 { end += 1 }
    return end
  }

  private func skipBlanks(_ at: Int, _ source: [UInt8]) -> Int {
    var at = at
    while at < range.upperBound, source[at] == space || source[at] == 9 { at += 1 }
    return at
  }

  /// The place behind the first `-->` that begins in a stretch.
  private func closing(from start: Int, to end: Int, _ source: [UInt8]) -> Int? {
    var at = start
    while at + Self.closing.count <= end {
      if source[at] == dash, source[at..<end].starts(with: Self.closing) {
        return at + Self.closing.count
      }
      at += 1
    }
    return nil
  }

  /// Where a comment ends: on its line, or on one of the next before a field begins.
  private mutating func closing(of start: Int, _ source: [UInt8]) -> Int? {
    var at = start + Self.opening.count
    if at <= withoutEnd { return nil }
    while at < range.upperBound {
      let end = lineEnd(at, source)
      if let close = closing(from: at, to: end, source) {
        withoutEnd = 0
        return close
      }
      withoutEnd = end
      guard end < range.upperBound, !words.fields.isEmpty else { return nil }
      at = end + 1
      if words.beginsField(source, at..<lineEnd(at, source)) { return nil }
    }
    return nil
  }

  private mutating func comment(_ start: Int, _ lineStart: Int, _ source: [UInt8]) -> Comment {
    guard var end = closing(of: start, source) else {
      let end = lineEnd(start, source)
      return Comment(range: start..<end, isWhole: true, hasEnd: false, edits: [])
    }
    // Several beside each other are one.
    while true {
      let next = skipBlanks(end, source)
      guard next < range.upperBound, source[next...].starts(with: Self.opening),
        let further = closing(of: next, source)
      else { break }
      end = further
    }
    var first = start
    while first > lineStart, source[first - 1] == space || source[first - 1] == 9 { first -= 1 }
    let next = skipBlanks(end, source)
    let behind =
      next < range.upperBound && source[next] != 10 && source[next] != 13
      ? source[next] : nil
    if first == lineStart {
      return ownLine(start..<end, from: lineStart, behind: behind, source)
    }
    let before = source[first - 1]
    let isQuote = before == UInt8(ascii: "\"") || before == UInt8(ascii: "'")
    let isEdge = behind.map { Array(",]}".utf8).contains($0) } ?? true
    let isFirst =
      Array(":[{,".utf8).contains(before)
      || (before == dash && skipBlanks(lineStart, source) == first - 1)
    if (isQuote && behind == before) || (isFirst && isEdge) {
      return Comment(
        range: start..<end, isWhole: true, hasEnd: true,
        edits: entry(first..<next, before, behind, source))
    }
    let isLast = behind.map { Array(",]}\"'".utf8).contains($0) } ?? true
    let gone =
      isLast
      ? first..<next : isFirst || isQuote || first < start ? start..<next : start..<end
    return Comment(
      range: start..<end, isWhole: false, hasEnd: true, edits: [YAMLEdit(gone, with: "")])
  }

  /// The edit that takes an entry between brackets out with its comma; none where more is due.
  private func entry(
    _ value: Range<Int>, _ before: UInt8, _ behind: UInt8?, _ source: [UInt8]
  ) -> [YAMLEdit] {
    if before == comma, behind != nil {
      return [YAMLEdit((value.lowerBound - 1)..<value.upperBound, with: "")]
    }
    if before == UInt8(ascii: "["), behind == comma {
      return [YAMLEdit(value.lowerBound..<skipBlanks(value.upperBound + 1, source), with: "")]
    }
    return []
  }

  /// A comment with nothing before it on its line.
  private func ownLine(
    _ comment: Range<Int>, from lineStart: Int, behind: UInt8?, _ source: [UInt8]
  ) -> Comment {
    let next = skipBlanks(comment.upperBound, source)
    if behind != nil {
      return Comment(
        range: comment, isWhole: false, hasEnd: true,
        edits: [YAMLEdit(comment.lowerBound..<next, with: "")])
    }
    // The line may be all that a field above has.
    var last = lineStart
    while last > range.lowerBound, source[last - 1] <= 32 { last -= 1 }
    var after = next
    while after < range.upperBound, source[after] == 10 || source[after] == 13 { after += 1 }
    let isOpen = last > range.lowerBound && source[last - 1] == colon
    let hasMore = after < range.upperBound && (source[after] == space || source[after] == dash)
    if isOpen && !hasMore && comment.lowerBound > lineStart {
      return Comment(range: comment, isWhole: true, hasEnd: true, edits: [])
    }
    var end = min(next + 1, range.upperBound)
    if end < range.upperBound, source[end - 1] == 13, source[end] == 10 { end += 1 }
    return Comment(
      range: comment, isWhole: false, hasEnd: true, edits: [YAMLEdit(lineStart..<end, with: "")])
  }

  /// Takes a comment out of what is read, or the signs of YAML out of it.
  private mutating func mask(_ comment: Comment) {
    for index in comment.range {
      if !comment.isWhole {
        bytes[index] = space
      } else if bytes[index] < 32 {
        bytes[index] = space
      } else if index >= comment.range.lowerBound + Self.opening.count,
        Array((comment.hasEnd ? ":#,[]{}\"'\\" : ":#").utf8).contains(bytes[index])
      {
        bytes[index] = UInt8(ascii: "_")
      }
    }
  }
}
