/// Writes instructions one after the other, joining text that follows on text.
struct ProgramBuilder {
  private(set) var program = Program()
  private var pathNumbers: [String: Int32] = [:]
  /// Text before this instruction belongs to another body than text after it.
  private var barrier = 0

  /// Where the next instruction will be.
  var count: Int { program.instructions.count }

  mutating func append(text bytes: some Collection<UInt8>) {
    if bytes.isEmpty { return }
    let start = Int32(program.pool.count)
    program.pool.append(contentsOf: bytes)
    let last = program.instructions.count - 1
    if last >= barrier, case .text(let first, let count) = program.instructions[last],
      first + count == start
    {
      program.instructions[last] = .text(start: first, count: count + Int32(bytes.count))
    } else {
      append(
        .text(start: start, count: Int32(bytes.count)), .none)
    }
  }

  mutating func append(_ instruction: Instruction, _ origin: InstructionOrigin) {
    program.instructions.append(instruction)
    program.origins.append(origin)
  }

  /// Writes a section, with its body by `body`.
  mutating func beginSection(_ tag: TemplateTag, isInverted: Bool) -> Int {
    beginSection(tag.name, isInverted: isInverted, InstructionOrigin(tag))
  }

  /// Begins a section over a path; its place ends it.
  mutating func beginSection(
    _ name: String, isInverted: Bool, _ origin: InstructionOrigin
  ) -> Int {
    let place = count
    let path = path(name)
    append(isInverted ? .inverted(path: path, end: 0) : .section(path: path, end: 0), origin)
    barrier = count
    return place
  }

  mutating func endSection(_ place: Int) {
    let end = Int32(count)
    switch program.instructions[place] {
    case .section(let path, _): program.instructions[place] = .section(path: path, end: end)
    case .inverted(let path, _): program.instructions[place] = .inverted(path: path, end: end)
    default: break
    }
    barrier = count
  }

  mutating func append(call procedure: Int, indent: [UInt8], keeps: Bool, _ tag: TemplateTag) {
    let start = Int32(program.pool.count)
    program.pool.append(contentsOf: indent)
    append(
      .call(
        procedure: Int32(procedure), start: start, count: Int32(indent.count),
        keepsIndentation: keeps),
      InstructionOrigin(tag))
  }

  /// The number of a path, the same for the same text.
  mutating func path(_ text: String) -> Int32 {
    if let number = pathNumbers[text] { return number }
    let number = Int32(program.paths.count)
    let path = ViewPath(text)
    program.paths.append(path)
    let start = program.keys.count
    program.keys += path.names.map { ViewName($0).key }
    program.keyRanges.append(start..<program.keys.count)
    pathNumbers[text] = number
    return number
  }

  /// Ends the instructions of a template that began at `start`.
  mutating func endRoot(from start: Int) {
    program.roots.append(start..<count)
    barrier = count
  }

  /// Ends the instructions of a procedure that began at `start`.
  mutating func endProcedure(from start: Int) {
    program.procedures.append(start..<count)
    barrier = count
  }
}
