/// Finds the lines of a template that hold only tags and are therefore not written.
///
/// Source: the Mustache specification. A line with one tag other than a variable is standalone. A line
/// with several tags is so if all belong to inheritance (`{{<parent}}{{$block}}`), except that a block
/// begun and ended on one line outside a parent is a place in the line. Text in a parent outside its
/// blocks is left out and counts as blank.
struct StandaloneLines {
  private struct Opened {
    let kind: TemplateToken.Kind
    let line: Int
    let isInParent: Bool
  }

  /// What has been seen of a line.
  private struct Line {
    var tags = 0
    var isBlank = true
    var onlyInheritance = true
    var hasBlockInLine = false
    var mayStandAlone = true
  }

  private let bytes: [UInt8]
  private var open: [Opened] = []

  /// Marks the tokens of a template: which start a line, stand alone or are left out.
  static func mark(_ tokens: inout [TemplateToken], of bytes: [UInt8]) {
    var lines = StandaloneLines(bytes: bytes)
    var start = 0
    var number = 0
    while start < tokens.count {
      var end = start
      while end < tokens.count {
        end += 1
        if tokens[end - 1].kind == .text, bytes[tokens[end - 1].range].last == 10 { break }
      }
      lines.mark(&tokens, start..<end, number)
      start = end
      number += 1
    }
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private mutating func mark(
    _ tokens: inout [TemplateToken], _ range: Range<Int>, _ number: Int
  ) {
    var line = Line()
    for index in range { see(&tokens[index], &line, number) }
    let isStandalone =
      line.isBlank && line.mayStandAlone
      && (line.tags == 1 || (line.tags > 1 && line.onlyInheritance && !line.hasBlockInLine))

    let first = tokens[range.lowerBound]
    var indent: Range<Int>? = first.range.lowerBound..<first.range.lowerBound
    if first.kind == .text {
      indent = bytes[first.range].allSatisfy(TemplateTokenizer.isBlank) ? first.range : nil
    }
    if !isStandalone { tokens[range.lowerBound].startsLine = true }
    for index in range {
      if tokens[index].kind == .text {
        if isStandalone { tokens[index].isLeftOut = true }
        if index > range.lowerBound { indent = nil }
        continue
      }
      tokens[index].isStandalone = isStandalone
      tokens[index].indent = indent
      // In a line that is written only the first tag has nothing but blanks before it.
      if !isStandalone { indent = nil }
    }
  }

  private mutating func see(_ token: inout TemplateToken, _ line: inout Line, _ number: Int) {
    let isInParent = open.last?.kind == .parent
    if token.kind == .text {
      if isInParent {
        token.isLeftOut = true
      } else if !bytes[token.range].allSatisfy(TemplateTokenizer.isBlank) {
        line.isBlank = false
      }
      return
    }
    line.tags += 1
    if !token.kind.mayStandAlone { line.mayStandAlone = false }
    if token.kind.opens {
      if token.kind != .parent && token.kind != .block { line.onlyInheritance = false }
      open.append(Opened(kind: token.kind, line: number, isInParent: isInParent))
    } else if token.kind == .end, let opened = open.popLast() {
      if opened.kind != .parent && opened.kind != .block { line.onlyInheritance = false }
      if opened.kind == .block && !opened.isInParent && opened.line == number {
        line.hasBlockInLine = true
      }
    } else {
      line.onlyInheritance = false
    }
  }
}
