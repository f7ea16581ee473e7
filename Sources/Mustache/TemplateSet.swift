package import ByteWriting

/// What `{{{name}}}` and `{{&name}}` do with text.
package enum RawText: Sendable, Hashable {
  /// Text is escaped all the same; only `View.html` is written as it is. This is for sites.
  case escaped
  /// Text is written as it is, as the Mustache specification has it.
  case allowed
}

/// Templates compiled to one program that writes bytes.
package struct TemplateSet: Sendable {
  let sources: [TemplateSource]
  let program: Program
  private let numbers: [String: Int]
  /// The names of the templates that each template calls.
  private let calls: [[String]]
  /// The first places at which each template asks for values, by the first part of their names.
  private let uses: [[String: Range<Int>]]

  /// The names of the templates, in the order of their sources.
  package var names: [String] { sources.map(\.name) }

  /// Compiles templates, which may include each other, and tells what is wrong in them.
  ///
  /// The findings are about syntax and about templates that are missing; those about names of views are
  /// `check(template:against:)`'s. A template with findings is compiled as far as it can be read.
  package static func compile(
    _ sources: [TemplateSource], rawText: RawText = .escaped
  ) -> (TemplateSet, [TemplateFinding]) {
    var findings: [TemplateFinding] = []
    var numbers: [String: Int] = [:]
    var trees: [[TemplateNode]] = []
    var nextBlock = 0
    for (number, source) in sources.enumerated() {
      let (tree, problems) = TemplateParser.nodes(
        of: source, number: number, nextBlock: &nextBlock)
      trees.append(tree)
      findings += problems.map { range, kind in
        TemplateFinding(template: source.name, path: source.path, range: range, kind: kind)
      }
      if numbers[source.name] == nil {
        numbers[source.name] = number
      } else {
        findings.append(
          TemplateFinding(
            template: source.name, path: source.path, range: 0..<0,
            kind: .duplicateTemplate(name: source.name)))
      }
    }
    var (program, problems) = TemplateExpander.program(sources, trees, numbers: numbers)
    program.rawText = rawText
    let set = TemplateSet(
      sources: sources, program: program, numbers: numbers, calls: trees.map(\.calls),
      uses: trees.map(\.uses))
    return (set, set.sorted(findings + problems))
  }

  /// Writes a template for a view.
  ///
  /// Throws if there is no such template, or if templates include each other without end because of the
  /// data; what is written then is not whole.
  package func render(
    _ name: String, _ view: View, into writer: inout ByteWriter
  ) throws(RenderFailure) {
    guard let number = numbers[name] else { throw .noTemplate(name) }
    guard Renderer.render(program, program.roots[number], [view], into: &writer) else {
      throw .endlessRecursion(name)
    }
  }

  /// The names of templates that are called, over any number of others, from templates of these names; they too.
  package func reached(from names: some Sequence<String>) -> Set<String> {
    var reached: Set<String> = []
    var waiting = Array(names)
    while let name = waiting.popLast() {
      guard reached.insert(name).inserted, let number = numbers[name] else { continue }
      waiting += calls[number]
    }
    return reached
  }

  /// The first place at which a template, or one that it calls over any number of others, asks for a value; nil where
  /// none does.
  ///
  /// `value` is the first part of a name, for which it does not count in which section it stands.
  package func use(of value: String, from name: String) -> (template: String, range: Range<Int>)? {
    let reached = reached(from: [name])
    let order = [name] + names.filter { $0 != name && reached.contains($0) }
    for template in order {
      if let number = numbers[template], let range = uses[number][value] {
        return (template, range)
      }
    }
    return nil
  }

  /// The number of the template with a name.
  func number(of name: String) -> Int? { numbers[name] }

  /// Findings in the order of the sources and of their places.
  func sorted(_ findings: [TemplateFinding]) -> [TemplateFinding] {
    var order: [String: Int] = [:]
    for (number, source) in sources.enumerated() where order[source.path] == nil {
      order[source.path] = number
    }
    return findings.enumerated().sorted { left, right in
      let one = (order[left.element.path] ?? 0, left.element.range.lowerBound, left.offset)
      let other = (order[right.element.path] ?? 0, right.element.range.lowerBound, right.offset)
      return one < other
    }.map(\.element)
  }
}

/// Why a template was not rendered, or not to its end.
package enum RenderFailure: Error, Sendable, Hashable {
  /// The set has no template of this name.
  case noTemplate(String)
  /// Templates called themselves more than `Renderer.deepest` deep.
  case endlessRecursion(String)
}
