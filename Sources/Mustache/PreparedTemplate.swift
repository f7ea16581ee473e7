package import ByteWriting

/// A template in which what is known of the views before is written already.
package struct PreparedTemplate: Sendable {
  private let name: String
  private let program: Program

  /// Writes the template for the objects that together are the rest of the outermost view.
  package func render(
    _ rest: ViewObject..., into writer: inout ByteWriter
  ) throws(RenderFailure) {
    let all = 0..<program.instructions.count
    guard Renderer.render(program, all, rest.map { .object($0) }, into: &writer) else {
      throw .endlessRecursion(name)
    }
  }

  fileprivate init(name: String, _ program: Program) {
    self.name = name
    self.program = program
  }
}

extension TemplateSet {
  /// Writes into a template what all of its views have alike.
  ///
  /// `known` are views under names of the outermost object; `shape` is that of the whole views, by which
  /// the template was checked. Nil where the template has to be rendered from the whole view: it includes
  /// itself, or would grow beyond measure.
  package func prepared(
    _ name: String, with known: ViewObject, shape: ViewShape
  ) -> PreparedTemplate? {
    guard let number = number(of: name) else { return nil }
    var preparation = Preparation(of: program)
    // The known names stand before the others, as they would in one object.
    preparation.write(program.roots[number], within: [.open(shape), .known(.object(known))])
    guard preparation.isPossible else { return nil }
    var prepared = preparation.builder.program
    prepared.rawText = program.rawText
    return PreparedTemplate(name: name, prepared)
  }
}

/// Runs a program as far as its views are known, and writes down the rest.
private struct Preparation {
  /// A value that is known, or of which only the shape is.
  enum Value {
    case known(View)
    case open(ViewShape)
  }

  /// How many instructions are looked at before it is given up.
  private static let longest = 100_000

  let program: Program
  var builder = ProgramBuilder()
  var isPossible = true
  private var steps = 0

  init(of program: Program) { self.program = program }

  mutating func write(_ body: Range<Int>, within around: [Value]) {
    var place = body.lowerBound
    while place < body.upperBound, isPossible {
      steps += 1
      if steps > Self.longest { isPossible = false }
      let instruction = program.instructions[place]
      place += 1
      switch instruction {
      case .text(let start, let count):
        builder.append(text: program.pool[Int(start)..<Int(start + count)])
      case .escaped(let path):
        write(path, isRaw: false, within: around)
      case .raw(let path):
        write(path, isRaw: true, within: around)
      case .section(let path, let end):
        section(path, place..<Int(end), within: around)
        place = Int(end)
      case .inverted(let path, let end):
        inverted(path, place..<Int(end), within: around)
        place = Int(end)
      case .call, .indentation: isPossible = false
      }
    }
  }

  private mutating func write(_ path: Int32, isRaw: Bool, within around: [Value]) {
    switch value(path, within: around) {
    case .known(let view):
      var out = ByteWriter()
      Renderer.write(view, allowsRaw: isRaw && program.rawText == .allowed, &out)
      builder.append(text: out.bytes)
    case .open:
      let path = builder.path(program.paths[Int(path)].text)
      builder.append(isRaw ? .raw(path: path) : .escaped(path: path), .none)
    case nil: isPossible = false
    }
  }

  private mutating func section(_ path: Int32, _ body: Range<Int>, within around: [Value]) {
    switch value(path, within: around) {
    case .known(.list(let views)):
      for view in views { write(body, within: around + [.known(view)]) }
    case .known(let view):
      if view.isThere { write(body, within: around + [.known(view)]) }
    case .open(let shape):
      let place = builder.beginSection(
        program.paths[Int(path)].text, isInverted: false, .none)
      write(body, within: around + [.open(shape.element)])
      builder.endSection(place)
    case nil: isPossible = false
    }
  }

  private mutating func inverted(_ path: Int32, _ body: Range<Int>, within around: [Value]) {
    switch value(path, within: around) {
    case .known(let view):
      if !view.isThere { write(body, within: around) }
    case .open:
      let place = builder.beginSection(
        program.paths[Int(path)].text, isInverted: true, .none)
      write(body, within: around)
      builder.endSection(place)
    case nil: isPossible = false
    }
  }

  /// What a path leads to, by the rule of `Renderer.value`; nil where that cannot be told.
  private func value(_ path: Int32, within around: [Value]) -> Value? {
    let names = program.paths[Int(path)].names
    guard let first = names.first else {
      // The outermost object is known in part.
      return around.count > 2 ? around.last : nil
    }
    for value in around.reversed() {
      guard var found = value.value(named: first) else { continue }
      for name in names.dropFirst() {
        switch found {
        case .known: found = found.value(named: name) ?? .known(.none)
        case .open:
          guard let inner = found.value(named: name) else { return nil }
          found = inner
        }
      }
      return found
    }
    return nil
  }
}

extension Preparation.Value {
  /// What an object offers under a name.
  fileprivate func value(named name: String) -> Preparation.Value? {
    switch self {
    case .known(.object(let object)): object[ViewName(name)].map { .known($0) }
    case .known: nil
    case .open(let shape): shape.shape(named: name).map { .open($0) }
    }
  }
}
