internal import ByteWriting

/// Runs a program for one view.
struct Renderer: ~Copyable {
  /// How deep sections and procedures together may stand in each other; what goes deeper is taken for
  /// endless.
  static let deepest = 200

  private let instructions: UnsafeBufferPointer<Instruction>
  private let pool: UnsafeBufferPointer<UInt8>
  private let keys: UnsafeBufferPointer<ViewName.Key>
  private let keyRanges: UnsafeBufferPointer<Range<Int>>
  private let procedures: UnsafeBufferPointer<Range<Int>>
  private let allowsRawText: Bool
  /// The entries of the objects around the place of rendering, the innermost last.
  ///
  /// They are lent for as long as their section runs, so that a name is looked up without counting
  /// references.
  private var objects: [UnsafeBufferPointer<(ViewName, View)>] = []
  /// The innermost view.
  private var top: View
  private var indentation: [UInt8] = []
  private var nesting = 0
  private var isExhausted = false

  /// Renders the instructions in `root` with views that stand around it, the innermost last.
  ///
  /// False if calls went too deep and were left out.
  static func render(
    _ program: Program, _ root: Range<Int>, _ views: [View], into writer: inout ByteWriter
  ) -> Bool {
    // The buffers live as long as the closures run, and nothing of the renderer outlives them.
    program.instructions.withUnsafeBufferPointer { instructions in
      program.pool.withUnsafeBufferPointer { pool in
        program.keys.withUnsafeBufferPointer { keys in
          program.keyRanges.withUnsafeBufferPointer { keyRanges in
            program.procedures.withUnsafeBufferPointer { procedures in
              var renderer = Renderer(
                instructions: instructions, pool: pool, keys: keys, keyRanges: keyRanges,
                procedures: procedures, allowsRawText: program.rawText == .allowed)
              renderer.run(root, within: views[...], &writer)
              return !renderer.isExhausted
            }
          }
        }
      }
    }
  }

  private init(
    instructions: UnsafeBufferPointer<Instruction>, pool: UnsafeBufferPointer<UInt8>,
    keys: UnsafeBufferPointer<ViewName.Key>, keyRanges: UnsafeBufferPointer<Range<Int>>,
    procedures: UnsafeBufferPointer<Range<Int>>, allowsRawText: Bool
  ) {
    self.instructions = instructions
    self.pool = pool
    self.keys = keys
    self.keyRanges = keyRanges
    self.procedures = procedures
    self.allowsRawText = allowsRawText
    top = .none
    objects.reserveCapacity(16)
  }

  /// Runs a body with views that stand in each other.
  private mutating func run(
    _ body: Range<Int>, within views: ArraySlice<View>, _ writer: inout ByteWriter
  ) {
    guard let view = views.first else { return run(body, &writer) }
    enter(view) { $0.run(body, within: views.dropFirst(), &writer) }
  }

  /// Does something with a view as the innermost.
  @inline(__always)
  private mutating func enter(_ view: View, _ inside: (inout Renderer) -> Void) {
    let outer = top
    top = view
    if case .object(let object) = view {
      object.entries.withUnsafeBufferPointer { entries in
        objects.append(entries)
        inside(&self)
        objects.removeLast()
      }
    } else {
      inside(&self)
    }
    top = outer
  }

  private mutating func run(_ body: Range<Int>, _ writer: inout ByteWriter) {
    // Once too deep, nothing more is run: branching recursion would else go on for ages.
    if nesting == Renderer.deepest { isExhausted = true }
    if isExhausted { return }
    nesting += 1
    defer { nesting -= 1 }
    var place = body.lowerBound
    while place < body.upperBound {
      let instruction = instructions[place]
      place += 1
      switch instruction {
      case .text(let start, let count): copy(start, count, &writer)
      case .escaped(let path): Self.write(value(path), allowsRaw: false, &writer)
      case .raw(let path): Self.write(value(path), allowsRaw: allowsRawText, &writer)
      case .section(let path, let end):
        section(value(path), place..<Int(end), &writer)
        place = Int(end)
      case .inverted(let path, let end):
        if value(path).isThere { place = Int(end) }
      case .call(let procedure, let start, let count, let keepsIndentation):
        call(
          Int(procedure), Int(start)..<Int(start + count), keepsIndentation: keepsIndentation,
          &writer)
      case .indentation: writer.append(contentsOf: indentation)
      }
    }
  }

  private func copy(_ start: Int32, _ count: Int32, _ writer: inout ByteWriter) {
    let range = Int(start)..<Int(start + count)
    writer.append(contentsOf: UnsafeBufferPointer(rebasing: pool[range]))
  }

  /// Writes a value: text, HTML or a number; nothing else can be written.
  static func write(_ view: View, allowsRaw: Bool, _ writer: inout ByteWriter) {
    switch view {
    case .text(let text):
      if allowsRaw { writer.append(unescaped: text) } else { writer.append(html: text) }
    case .html(let bytes): writer.append(contentsOf: bytes)
    case .number(let number): writer.append(decimal: number)
    case .none, .flag, .list, .object: break
    }
  }

  private mutating func section(_ view: View, _ body: Range<Int>, _ writer: inout ByteWriter) {
    if case .list(let views) = view {
      for element in views { enter(element) { $0.run(body, &writer) } }
    } else if view.isThere {
      enter(view) { $0.run(body, &writer) }
    }
  }

  private mutating func call(
    _ procedure: Int, _ indent: Range<Int>, keepsIndentation: Bool, _ writer: inout ByteWriter
  ) {
    let outer = indentation
    if !keepsIndentation { indentation = [] }
    indentation.append(contentsOf: pool[indent])
    run(procedures[procedure], &writer)
    indentation = outer
  }

  /// The value of a path by the rule of the specification: the first name is looked up in the views
  /// around, the innermost first; the others each in the value of the one before.
  private func value(_ path: Int32) -> View {
    let range = keyRanges[Int(path)]
    guard let first = range.first else { return top }
    let key = keys[first]
    var place = objects.count
    while place > 0 {
      place -= 1
      guard var found = objects[place].view(key) else { continue }
      for next in range.dropFirst() {
        guard case .object(let object) = found, let inner = object.view(keys[next]) else {
          return .none
        }
        found = inner
      }
      return found
    }
    return .none
  }
}
