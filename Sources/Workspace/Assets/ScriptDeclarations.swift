/// Joins declarations that follow each other: `let a=1;let b=2;` is `let a=1,b=2;`.
///
/// For scripts with `let` alone (`ScriptNames`) and without needless spaces (`ScriptStripping`). Names are known
/// as before, and values are made in the same order.
enum ScriptDeclarations {
  /// The script with joined declarations.
  static func join(_ script: [UInt8]) -> [UInt8] {
    let tokens = ScriptTokens(script)
    var statements = Statements()
    var kept: [UInt8] = []
    kept.reserveCapacity(script.count)
    var position = 0
    for (place, token) in tokens.all.enumerated() where token.range.lowerBound >= position {
      let isLet = tokens.text(token) == word
      if isEnd(token), statements.isDeclaration(token.depth), place + 1 < tokens.all.count,
        tokens.text(tokens.all[place + 1]) == word
      {
        kept += script[position..<token.range.lowerBound]
        kept.append(UInt8(ascii: ","))
        position = tokens.all[place + 1].range.upperBound
        if position < script.count, script[position] == UInt8(ascii: " ") { position += 1 }
      } else {
        statements.read(token, isDeclaration: isLet)
      }
    }
    return kept + script[position...]
  }

  private static let word = "let"

  private static func isEnd(_ token: ScriptTokens.Token) -> Bool {
    token.kind == .sign(UInt8(ascii: ";"))
  }
}

/// The statements that a place of a script is in, by how many brackets they stand in.
private struct Statements {
  private enum Statement { case none, declaration, other }

  private var all: [Statement] = []

  /// Whether the statement in so many brackets is a declaration.
  func isDeclaration(_ depth: Int) -> Bool { depth < all.count && all[depth] == .declaration }

  mutating func read(_ token: ScriptTokens.Token, isDeclaration: Bool) {
    while all.count <= token.depth + 1 { all.append(.none) }
    if all[token.depth] == .none { all[token.depth] = isDeclaration ? .declaration : .other }
    guard case .sign(let sign) = token.kind else { return }
    switch sign {
    case UInt8(ascii: ";"): all[token.depth] = .none
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): all[token.depth + 1] = .none
    // A block ends its statement, but for that of a declaration.
    case UInt8(ascii: "}") where all[token.depth] == .other: all[token.depth] = .none
    default: break
    }
  }
}
