/// One step of a compiled template.
///
/// Places are numbers in the arrays of `Program`; a section's body stands right after it, up to `end`.
enum Instruction: Sendable {
  /// Copies bytes of the pool.
  case text(start: Int32, count: Int32)
  /// Writes the value of a path, escaped if it is text.
  case escaped(path: Int32)
  /// Writes the value of a path, as it is where `Program.rawText` allows it.
  case raw(path: Int32)
  /// Renders the body for the value of a path.
  case section(path: Int32, end: Int32)
  /// Renders the body if the value of a path is not there.
  case inverted(path: Int32, end: Int32)
  /// Renders a procedure, each line of it behind bytes of the pool.
  case call(procedure: Int32, start: Int32, count: Int32, keepsIndentation: Bool)
  /// Writes the indentation that the procedure was called with.
  case indentation
}

/// The names that lead to a value: none for the implicit iterator.
struct ViewPath: Sendable {
  /// The path as a template writes it.
  let text: String

  /// Its names.
  let names: [String]

  init(_ text: String) {
    self.text = text
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    names = text == "." ? [] : parts.map(String.init)
  }
}

/// The place of the tag that an instruction comes from.
struct InstructionOrigin: Sendable {
  let template: Int
  let range: Range<Int>
  /// As in `TemplateTag`.
  let names: [Range<Int>]

  init(_ tag: TemplateTag) {
    template = tag.template
    range = tag.range
    names = tag.names
  }

  private init() {
    template = 0
    range = 0..<0
    names = []
  }

  /// What comes from no tag.
  static let none = InstructionOrigin()
}

/// All templates of a set as one flat array of instructions over one pool of text.
struct Program: Sendable {
  var instructions: [Instruction] = []

  /// Where each instruction comes from; text has an empty range.
  var origins: [InstructionOrigin] = []

  /// The text of the templates.
  var pool: [UInt8] = []

  var paths: [ViewPath] = []

  /// The keys of the names of all paths, one path after the other.
  var keys: [ViewName.Key] = []

  /// Where the keys of each path are among `keys`.
  var keyRanges: [Range<Int>] = []

  /// What the tags for raw output do with text.
  var rawText = RawText.escaped

  /// The instructions of each template, by its number.
  var roots: [Range<Int>] = []

  /// The instructions of each template that includes itself, by the number that calls give.
  var procedures: [Range<Int>] = []
}
