extension TemplateSet {
  /// What a template asks of views of a shape that they do not offer.
  ///
  /// Names are looked up by Mustache's rule, in the object around them first, then further out. The
  /// template's parents and partials are checked with it, at their place in it; findings about them
  /// carry their own path. Unknown templates have no findings here.
  package func check(template: String, against shape: ViewShape) -> [TemplateFinding] {
    guard let number = number(of: template) else { return [] }
    var checker = ShapeChecker(set: self)
    checker.check(program.roots[number], [shape])
    return sorted(checker.findings)
  }
}

/// Runs a program for shapes instead of views.
private struct ShapeChecker {
  let set: TemplateSet
  var findings: [TemplateFinding] = []
  private var reported: Set<TemplateFinding> = []
  /// How many more instructions are looked at: procedures that call each other have endless ways.
  private var allowance = 4_000_000
  /// How many bodies are being checked, one within the other.
  private var depth = 0
  /// The calls under way, each with the shape it was made for.
  private var calls: [(procedure: Int32, shape: ViewShape?)] = []

  init(set: TemplateSet) {
    self.set = set
  }

  mutating func check(_ body: Range<Int>, _ stack: [ViewShape]) {
    // A body that deep was found by the expander, or is one that a procedure comes back to.
    if depth > Renderer.deepest { return }
    depth += 1
    defer { depth -= 1 }
    var place = body.lowerBound
    while place < body.upperBound, allowance > 0 {
      allowance -= 1
      let current = place
      place += 1
      switch set.program.instructions[current] {
      case .text, .indentation: break
      case .escaped(let path): checkWriting(path, isRaw: false, at: current, stack)
      case .raw(let path): checkWriting(path, isRaw: true, at: current, stack)
      case .section(let path, let end):
        if let shape = resolve(path, at: current, stack) {
          check(place..<Int(end), stack + [shape.element])
        }
        place = Int(end)
      case .inverted(let path, _):
        // The body follows and is checked as what it is: part of the same objects.
        _ = resolve(path, at: current, stack)
      case .call(let procedure, _, _, _): call(procedure, stack)
      }
    }
  }

  private mutating func call(_ procedure: Int32, _ stack: [ViewShape]) {
    // A shape has no end of depth only by a procedure that comes back to the same one.
    let shape = stack.last
    if calls.contains(where: { $0.procedure == procedure && $0.shape == shape }) { return }
    calls.append((procedure, shape))
    check(set.program.procedures[Int(procedure)], stack)
    calls.removeLast()
  }

  private mutating func checkWriting(
    _ path: Int32, isRaw: Bool, at place: Int, _ stack: [ViewShape]
  ) {
    guard let shape = resolve(path, at: place, stack) else { return }
    let name = set.program.paths[Int(path)].text
    switch shape {
    case .text:
      if isRaw && set.program.rawText == .escaped { report(.rawText(name: name), at: place) }
    case .html, .number: break
    case .flag, .list, .object: report(.notWritable(name: name, kind: shape.kind), at: place)
    }
  }

  /// The shape of the value of a path, or nothing if there is no such name, which is reported.
  private mutating func resolve(
    _ path: Int32, at place: Int, _ stack: [ViewShape]
  ) -> ViewShape? {
    let path = set.program.paths[Int(path)]
    guard let first = path.names.first else { return stack.last }
    guard var shape = stack.reversed().lazy.compactMap({ $0.shape(named: first) }).first else {
      report(path, 0, among: stack.reversed().flatMap(\.fields), at: place)
      return nil
    }
    for (number, name) in path.names.enumerated().dropFirst() {
      guard let next = shape.shape(named: name) else {
        report(path, number, among: shape.fields, at: place)
        return nil
      }
      shape = next
    }
    return shape
  }

  private mutating func report(
    _ path: ViewPath, _ number: Int, among fields: [ViewShape.Field], at place: Int
  ) {
    let part = path.names[number]
    // Behind the names before it, each with its dot.
    let start = path.names[..<number].reduce(0) { $0 + $1.utf8.count + 1 }
    let parts = set.program.origins[place].names.map { name in
      name.lowerBound + start..<name.lowerBound + start + part.utf8.count
    }
    let names = NameDistance.suggestions(for: part, among: fields.map(\.name))
    report(.unknownName(name: path.text, part: part, suggestions: names), at: place, parts)
  }

  private mutating func report(
    _ kind: TemplateFinding.Kind, at place: Int, _ parts: [Range<Int>] = []
  ) {
    let origin = set.program.origins[place]
    let source = set.sources[origin.template]
    let finding = TemplateFinding(
      template: source.name, path: source.path, range: origin.range, names: parts, kind: kind)
    // A partial that stands in two places is found wrong twice, but told once.
    if reported.insert(finding).inserted { findings.append(finding) }
  }
}
