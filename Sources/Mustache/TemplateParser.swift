/// Builds the tree of a template out of its tokens.
struct TemplateParser {
  /// Something that waits for its end tag.
  private struct Opened {
    let token: TemplateToken
    let name: String
    var children: [TemplateNode] = []
    var blocks: [TemplateBlock] = []
  }

  /// How deep sections, parents and blocks may stand in each other, in one template and in all that it
  /// includes: what works on them calls itself once a level.
  static let deepest = 64

  private let source: TemplateSource
  private let template: Int
  private var open: [Opened]
  private var nextBlock: Int
  private var findings: [(Range<Int>, TemplateFinding.Kind)]

  /// The tree of a template and what is wrong with it; blocks are numbered from `nextBlock` on.
  static func nodes(
    of source: TemplateSource, number: Int, nextBlock: inout Int
  ) -> ([TemplateNode], [(Range<Int>, TemplateFinding.Kind)]) {
    var (tokens, findings) = TemplateTokenizer.tokens(of: source.bytes)
    StandaloneLines.mark(&tokens, of: source.bytes)
    var parser = TemplateParser(
      source: source, template: number, nextBlock: nextBlock, findings: findings)
    for token in tokens { parser.add(token) }
    while parser.open.count > 1 {
      let opened = parser.open[parser.open.count - 1]
      parser.findings.append((opened.token.range, .unclosedSection(name: opened.name)))
      parser.close(at: source.bytes.count)
    }
    nextBlock = parser.nextBlock
    findings = parser.findings
    return (parser.open[0].children, findings)
  }

  private init(
    source: TemplateSource, template: Int, nextBlock: Int,
    findings: [(Range<Int>, TemplateFinding.Kind)]
  ) {
    self.source = source
    self.template = template
    self.nextBlock = nextBlock
    self.findings = findings
    // The root takes the place of a section, so that there is always something to add to.
    open = [Opened(token: TemplateToken(kind: .section, range: 0..<0, name: 0..<0), name: "")]
  }

  private mutating func add(_ token: TemplateToken) {
    if token.startsLine { append(.lineStart) }
    switch token.kind {
    case .text:
      if !token.isLeftOut { append(.text(token.range)) }
    case .variable: append(.variable(tag(token), isRaw: false))
    case .rawVariable: append(.variable(tag(token), isRaw: true))
    case .partial: append(.partial(tag(token)))
    case .section, .inverted, .parent, .block:
      // The root is open too.
      if open.count == TemplateParser.deepest + 1 { findings.append((token.range, .tooDeep)) }
      open.append(Opened(token: token, name: source.text(token.name)))
    case .end: end(token)
    case .comment, .delimiters: break
    }
  }

  private mutating func append(_ node: TemplateNode) {
    open[open.count - 1].children.append(node)
  }

  private func tag(_ token: TemplateToken, endedBy end: TemplateToken? = nil) -> TemplateTag {
    TemplateTag(
      template: template, range: token.range, name: source.text(token.name),
      names: [token.name] + (end.map { [$0.name] } ?? []), isStandalone: token.isStandalone,
      indent: token.indent)
  }

  private mutating func end(_ token: TemplateToken) {
    let name = source.text(token.name)
    guard let place = open.dropFirst().lastIndex(where: { $0.name == name }) else {
      findings.append((token.range, .unexpectedEnd(name: name)))
      return
    }
    // What is still open inside has lost its end.
    while open.count - 1 > place {
      findings.append(
        (token.range, .mismatchedEnd(name: name, expected: open[open.count - 1].name)))
      close(at: token.range.lowerBound)
    }
    close(at: token.range.lowerBound, by: token)
  }

  /// Closes what was opened last and adds it to what is around it.
  private mutating func close(at end: Int, by token: TemplateToken? = nil) {
    let opened = open.removeLast()
    if open.count > TemplateParser.deepest { return }
    let tag = tag(opened.token, endedBy: token)
    switch opened.token.kind {
    case .parent: append(.parent(tag, opened.blocks))
    case .block:
      let block = TemplateBlock(
        id: nextBlock, tag: tag, contentIndent: contentIndent(of: opened.token, end: end),
        children: opened.children)
      nextBlock += 1
      if open[open.count - 1].token.kind == .parent {
        open[open.count - 1].blocks.append(block)
      } else {
        append(.block(block))
      }
    default:
      append(.section(tag, isInverted: opened.token.kind == .inverted, opened.children))
    }
  }

  private func contentIndent(of token: TemplateToken, end: Int) -> Range<Int>? {
    guard token.isStandalone else { return token.indent }
    var place = token.range.upperBound
    while let lineEnd = source.bytes[place..<end].firstIndex(of: 10) {
      let start = lineEnd + 1
      let first = source.bytes[start..<end].firstIndex { $0 != 32 && $0 != 9 } ?? end
      // The line of the end tag is no content; blank lines have no indentation.
      if first == end { break }
      if source.bytes[first] != 10 && source.bytes[first] != 13 { return start..<first }
      place = start
    }
    return token.indent
  }
}
