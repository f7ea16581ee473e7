/// Turns the trees of templates into one program.
///
/// Partials, parents and blocks are written out in their place. A template that comes to include itself
/// with the same blocks is called as a procedure from there on.
struct TemplateExpander {
  /// Blocks by name that fill those of a template; where two fill one, the outermost counts.
  typealias Fillings = [String: TemplateBlock]

  /// Where nodes are expanded: in which template, filled with what, its lines changed how.
  private struct Scope {
    let template: Int
    var fillings: Fillings = [:]
    var transform = LineTransform()
  }

  /// A template with the blocks that fill its own.
  private struct Expansion: Hashable {
    let template: Int
    let fillings: [Int]
  }

  /// An expansion under way.
  private struct Frame {
    let expansion: Expansion
    let sections: Int
  }

  private let sources: [TemplateSource]
  private let trees: [[TemplateNode]]
  private let numbers: [String: Int]
  private var builder = ProgramBuilder()
  private var frames: [Frame] = []
  private var sections = 0
  /// How many lists of nodes are being expanded, one within the other.
  private var depth = 0
  private var inclusions = 0
  /// Blanks that the next text loses.
  private var pendingStrip = 0
  private var procedures: [Expansion: Int] = [:]
  private var waiting: [(Expansion, Fillings)] = []
  private var filled: Set<Int> = []
  private(set) var findings: [TemplateFinding] = []
  private var reported: Set<TemplateFinding> = []

  /// More instructions, and more inclusions, than any real set of templates has.
  private static let limit = 1_000_000

  /// The program of templates, and what is wrong in them.
  static func program(
    _ sources: [TemplateSource], _ trees: [[TemplateNode]], numbers: [String: Int]
  ) -> (Program, [TemplateFinding]) {
    var expander = TemplateExpander(sources: sources, trees: trees, numbers: numbers)
    for template in sources.indices { expander.root(template) }
    // Procedures may ask for further procedures.
    var next = 0
    while next < expander.waiting.count {
      let (expansion, fillings) = expander.waiting[next]
      expander.procedure(expansion, fillings)
      next += 1
    }
    return (expander.builder.program, expander.findings)
  }

  private init(sources: [TemplateSource], trees: [[TemplateNode]], numbers: [String: Int]) {
    self.sources = sources
    self.trees = trees
    self.numbers = numbers
  }

  private mutating func root(_ template: Int) {
    let start = builder.count
    frames = [Frame(expansion: Expansion(template: template, fillings: []), sections: 0)]
    expand(trees[template], Scope(template: template))
    builder.endRoot(from: start)
  }

  private mutating func procedure(_ expansion: Expansion, _ fillings: Fillings) {
    let start = builder.count
    frames = [Frame(expansion: expansion, sections: 0)]
    expand(
      trees[expansion.template],
      Scope(
        template: expansion.template, fillings: fillings,
        transform: LineTransform(followsCall: true)))
    builder.endProcedure(from: start)
  }

  private mutating func expand(_ nodes: [TemplateNode], _ scope: Scope) {
    depth += 1
    defer { depth -= 1 }
    var scope = scope
    for node in nodes {
      if case .text = node {} else { pendingStrip = 0 }
      switch node {
      case .lineStart:
        if !scope.transform.lineIsBegun { writeIndentation(scope.transform) }
        pendingStrip = scope.transform.strip
      case .text(let range): write(text: sources[scope.template].bytes[range])
      case .variable(let tag, let isRaw): write(tag, isRaw: isRaw)
      case .section(let tag, let isInverted, let children):
        if isTooDeep(tag) { continue }
        let place = builder.beginSection(tag, isInverted: isInverted)
        sections += 1
        expand(children, scope)
        sections -= 1
        builder.endSection(place)
      case .partial(let tag): include(tag, scope)
      case .parent(let tag, let blocks): include(tag, blocks, scope)
      case .block(let block): fill(block, scope)
      }
      scope.transform.lineIsBegun = false
    }
  }

  private mutating func write(text: ArraySlice<UInt8>) {
    let blanks = text.prefix(pendingStrip).prefix { $0 == 32 || $0 == 9 }
    builder.append(text: text.dropFirst(blanks.count))
    pendingStrip = 0
  }

  private mutating func writeIndentation(_ transform: LineTransform) {
    if transform.followsCall {
      builder.append(.indentation, .none)
    }
    builder.append(text: transform.prefix)
  }

  private mutating func write(_ tag: TemplateTag, isRaw: Bool) {
    let path = builder.path(tag.name)
    builder.append(
      isRaw ? .raw(path: path) : .escaped(path: path),
      InstructionOrigin(tag))
  }
}

// MARK: - Templates in templates

extension TemplateExpander {
  private mutating func include(_ tag: TemplateTag, _ scope: Scope) {
    guard let template = numbers[tag.name] else {
      report(
        tag,
        .missingPartial(
          name: tag.name,
          suggestions: NameDistance.suggestions(for: tag.name, among: sources.map(\.name))))
      return
    }
    var inner = Scope(template: template, fillings: scope.fillings)
    // Only a standalone tag indents; text of a partial in a line is written as it is.
    if tag.isStandalone {
      inner.transform.prefix = scope.transform.indentation(blanks(of: tag))
      inner.transform.followsCall = scope.transform.followsCall
    }
    let expansion = Expansion(
      template: template, fillings: scope.fillings.values.map(\.id).sorted())
    if let frame = frames.last(where: { $0.expansion == expansion }) {
      if frame.sections == sections {
        report(tag, .endlessRecursion(name: tag.name))
      } else {
        call(expansion, inner, tag)
      }
      return
    }
    if isTooDeep(tag) { return }
    inclusions += 1
    guard max(builder.count, inclusions) < TemplateExpander.limit else {
      report(tag, .tooLarge)
      return
    }
    frames.append(Frame(expansion: expansion, sections: sections))
    expand(trees[template], inner)
    frames.removeLast()
  }

  private mutating func call(_ expansion: Expansion, _ scope: Scope, _ tag: TemplateTag) {
    var number = procedures[expansion]
    if number == nil {
      number = waiting.count
      procedures[expansion] = waiting.count
      waiting.append((expansion, scope.fillings))
    }
    builder.append(
      call: number ?? 0, indent: scope.transform.prefix, keeps: scope.transform.followsCall, tag)
  }

  private mutating func include(_ tag: TemplateTag, _ blocks: [TemplateBlock], _ scope: Scope) {
    var scope = scope
    var own: [TemplateBlock] = []
    for block in blocks where scope.fillings[block.tag.name] == nil {
      scope.fillings[block.tag.name] = block
      own.append(block)
    }
    include(tag, scope)
    // In a deeper template a block may stand aside for one from further out.
    guard frames.count == 1, let template = numbers[tag.name] else { return }
    for block in own where !filled.contains(block.id) {
      let places = blockNames(in: template)
      report(
        block.tag,
        .unknownBlock(
          name: block.tag.name, parent: tag.name,
          suggestions: NameDistance.suggestions(for: block.tag.name, among: places)))
    }
  }

  private mutating func fill(_ place: TemplateBlock, _ scope: Scope) {
    if isTooDeep(place.tag) { return }
    guard let block = scope.fillings[place.tag.name] else {
      expand(place.children, scope)
      return
    }
    filled.insert(block.id)
    var inner = Scope(template: block.tag.template, fillings: scope.fillings)
    // Within what fills it, a block of the same name is a place with its own content.
    inner.fillings[place.tag.name] = nil
    if let blanks = place.contentIndent {
      let bytes = sources[place.tag.template].bytes[blanks]
      inner.transform.prefix = scope.transform.indentation(bytes)
      inner.transform.followsCall = scope.transform.followsCall
      inner.transform.strip = block.tag.isStandalone ? block.contentIndent?.count ?? 0 : 0
    }
    var beginsLine = false
    if case .lineStart? = block.children.first { beginsLine = true }
    if !place.tag.isStandalone {
      inner.transform.lineIsBegun = true
    } else if !beginsLine && !block.children.isEmpty {
      writeIndentation(inner.transform)
    }
    expand(block.children, inner)
    pendingStrip = 0
  }

  private func blanks(of tag: TemplateTag) -> ArraySlice<UInt8> {
    tag.indent.map { sources[tag.template].bytes[$0] } ?? []
  }

  /// The names of the places in a template and in what it includes.
  private func blockNames(in template: Int) -> [String] {
    var names: [String] = []
    var seen: Set<Int> = [template]
    var waiting = [template]
    while let template = waiting.popLast() {
      collect(trees[template], &names) { name in
        guard let number = numbers[name], seen.insert(number).inserted else { return }
        waiting.append(number)
      }
    }
    return names
  }

  private func collect(
    _ nodes: [TemplateNode], _ names: inout [String], included: (String) -> Void
  ) {
    for node in nodes {
      switch node {
      case .lineStart, .text, .variable: break
      case .section(_, _, let children): collect(children, &names, included: included)
      case .partial(let tag): included(tag.name)
      case .parent(let tag, let blocks):
        included(tag.name)
        for block in blocks { collect(block.children, &names, included: included) }
      case .block(let block):
        names.append(block.tag.name)
        collect(block.children, &names, included: included)
      }
    }
  }

  /// Whether what a tag stands for is nested too deep, which is reported.
  private mutating func isTooDeep(_ tag: TemplateTag) -> Bool {
    if depth <= TemplateParser.deepest { return false }
    report(tag, .tooDeep)
    return true
  }

  private mutating func report(_ tag: TemplateTag, _ kind: TemplateFinding.Kind) {
    let source = sources[tag.template]
    let finding = TemplateFinding(
      template: source.name, path: source.path, range: tag.range, names: tag.names, kind: kind)
    if reported.insert(finding).inserted { findings.append(finding) }
  }
}
