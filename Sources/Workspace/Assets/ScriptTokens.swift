/// The tokens of a script without comments: as much of JavaScript as it takes to find names.
struct ScriptTokens {
  /// What a token is.
  enum Kind: Equatable {
    case name
    /// `.`, also of `?.`.
    case dot
    case sign(UInt8)
    /// Two or more signs that belong together: `=>`, `...`.
    case arrow, spread
    /// A number, a string, a regular expression, a piece of a template.
    case literal
  }

  /// What a bracket holds.
  enum Bracket {
    case none, round, square, block, object, classBody, template
  }

  struct Token {
    let kind: Kind
    let range: Range<Int>
    /// The bracket that it stands in.
    let bracket: Bracket
    /// How many brackets it stands in.
    let depth: Int
  }

  private(set) var all: [Token] = []
  private let script: [UInt8]
  private var position = 0
  private var brackets: [Bracket] = []

  init(_ script: [UInt8]) {
    self.script = script
    while position < script.count { read() }
  }

  /// The text of a token.
  func text(_ token: Token) -> String { String(decoding: script[token.range], as: UTF8.self) }

  private mutating func add(_ kind: Kind, upTo end: Int) {
    all.append(
      Token(
        kind: kind, range: position..<end, bracket: brackets.last ?? .none, depth: brackets.count))
    position = end
  }

  private mutating func read() {
    let byte = script[position]
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\n"): position += 1
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      add(.literal, upTo: ScriptLiteral.end(of: byte, from: position + 1, in: script))
    case UInt8(ascii: "`"):
      position += 1
      readTemplate()
    case UInt8(ascii: "/") where isBeginning:
      add(.literal, upTo: ScriptLiteral.end(of: byte, from: position + 1, in: script))
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      add(.literal, upTo: nameEnd)
    case _ where Self.isName(byte): add(.name, upTo: nameEnd)
    default: readSign(byte)
    }
  }

  private mutating func readSign(_ byte: UInt8) {
    let rest = script[position...]
    if rest.starts(with: "=>".utf8) { return add(.arrow, upTo: position + 2) }
    if rest.starts(with: "...".utf8) { return add(.spread, upTo: position + 3) }
    if rest.starts(with: "?.".utf8) { return add(.dot, upTo: position + 2) }
    switch byte {
    case UInt8(ascii: "."): add(.dot, upTo: position + 1)
    case UInt8(ascii: "("): open(byte, .round)
    case UInt8(ascii: "["): open(byte, .square)
    case UInt8(ascii: "{"): open(byte, braces)
    case UInt8(ascii: ")"), UInt8(ascii: "]"): close(byte)
    case UInt8(ascii: "}"):
      let isTemplate = brackets.last == .template
      close(byte)
      if isTemplate { readTemplate() }
    default: add(.sign(byte), upTo: position + 1)
    }
  }

  private mutating func open(_ byte: UInt8, _ bracket: Bracket) {
    add(.sign(byte), upTo: position + 1)
    brackets.append(bracket)
  }

  private mutating func close(_ byte: UInt8) {
    if !brackets.isEmpty { brackets.removeLast() }
    add(.sign(byte), upTo: position + 1)
  }

  /// Reads a template from inside, up to its end or to `${`.
  private mutating func readTemplate() {
    var end = position
    while end < script.count, script[end] != UInt8(ascii: "`") {
      if script[end...].starts(with: "${".utf8) {
        add(.literal, upTo: end)
        position = end + 1
        open(UInt8(ascii: "{"), .template)
        return
      }
      end += script[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    add(.literal, upTo: min(end + 1, script.count))
  }

  /// What an opening brace opens, by what stands before it.
  private var braces: Bracket {
    guard let last = all.last else { return .block }
    switch last.kind {
    case .arrow: return .block
    case .name:
      let before = all.dropLast().last.map(text)
      if before == "class" || text(last) == "class" { return .classBody }
      return ["const", "let", "return"].contains(text(last)) ? .object : .block
    case .sign(let sign): return Self.blocks.contains(sign) ? .block : .object
    default: return .object
    }
  }

  /// Signs after which a brace opens a block.
  private static let blocks = Set(");{}".utf8)

  /// Whether `/` begins a regular expression here.
  private var isBeginning: Bool {
    guard let last = all.last else { return true }
    switch last.kind {
    case .name, .literal: return text(last) == "return"
    case .sign(let sign): return !Set(")]}".utf8).contains(sign)
    default: return true
    }
  }

  private static func isName(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "$")
      || byte == UInt8(ascii: "_")
  }

  private var nameEnd: Int {
    script[position...].firstIndex {
      !Self.isName($0) && !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
    } ?? script.count
  }
}
