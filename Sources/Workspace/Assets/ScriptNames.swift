/// Gives the names that a script keeps to itself short ones.
///
/// For the scripts of the search, which every page fetches. Only names that are declared are renamed, and only
/// if they stand nowhere in the script as a property, a method or a key, or for what a browser has. A name of
/// the whole script is renamed everywhere alike; one that is declared in a statement or a method of it alone is
/// renamed there alike. So it does not matter in which block a name is known. A script must be a function of its
/// own, as names outside of functions are known to other scripts, and have no comments (`ScriptStripping`).
/// The browser tests run what is shipped.
enum ScriptNames {
  /// The script with short names.
  static func shorten(_ script: [UInt8]) -> [UInt8] {
    let tokens = ScriptTokens(script)
    let short = NameUses(tokens).short()
    var kept: [UInt8] = []
    kept.reserveCapacity(script.count)
    var position = 0
    for (token, name) in zip(tokens.all, short) {
      guard let name else { continue }
      kept += script[position..<token.range.lowerBound]
      kept += name.utf8
      position = token.range.upperBound
    }
    return kept + script[position...]
  }
}

/// How the names of a script are used.
private struct NameUses {
  private let tokens: ScriptTokens
  /// The region that each token is in: a statement of the function that the script is, or a method.
  private let regions: [Int]
  /// Names of the whole script.
  private var shared: Set<String> = []
  /// By region, the names that are declared in it.
  private var local: [Set<String>]
  /// Names that others know: properties, methods, keys.
  private var known = NameUses.globals

  /// What a browser has and a script could also name something of its own.
  private static let globals: Set<String> = [
    "document", "event", "history", "location", "name", "open", "self", "status", "top", "window",
  ]

  /// How deep the statements of the function that a script is stand: `(() => {` has opened two brackets.
  private static let statementDepth = 2

  init(_ tokens: ScriptTokens) {
    self.tokens = tokens
    regions = Self.regions(of: tokens)
    local = Array(repeating: [], count: (regions.last ?? 0) + 1)
    for (place, token) in tokens.all.enumerated() {
      if token.kind == .arrow { declareParameters(before: place) }
      guard token.kind == .name else { continue }
      if isKnown(place) { known.insert(tokens.text(token)) }
      switch tokens.text(token) {
      case "const", "let": declareVariables(after: place)
      case "class": declare(place + 1, depth: token.depth)
      case "catch" where tokens.all[place + 1].kind == .sign(UInt8(ascii: "(")):
        declare(place + 2, depth: token.depth + 1)
      default: if isMethod(place) { declareParameters(from: place + 1) }
      }
    }
  }

  /// Statements end with a semicolon, methods with a brace.
  private static func regions(of tokens: ScriptTokens) -> [Int] {
    var region = 0
    return tokens.all.map { token in
      let mine = region
      let isEnd = token.kind == .sign(UInt8(ascii: ";"))
      let isBrace = token.kind == .sign(UInt8(ascii: "}"))
      let isMember = token.bracket == .classBody && token.depth == statementDepth + 1
      if (isEnd && token.depth == statementDepth) || (isMember && (isEnd || isBrace)) {
        region += 1
      }
      return mine
    }
  }

  /// The short name of each token that gets one.
  func short() -> [String?] {
    let names = tokens.all.map { $0.kind == .name ? tokens.text($0) : nil }
    var counts: [String: Int] = [:]
    var localCounts: [[String: Int]] = Array(repeating: [:], count: local.count)
    var taken: Set<String> = []
    for case (let place, let name?) in names.enumerated() {
      if isShared(name) {
        counts[name, default: 0] += 1
      } else if isLocal(name, in: regions[place]) {
        localCounts[regions[place]][name, default: 0] += 1
      } else {
        taken.insert(name)
      }
    }
    let shared = Self.short(counts, besides: taken, from: Self.letters.count)
    let others = taken.union(shared.values)
    let local = localCounts.map { Self.short($0, besides: others, from: 0) }
    return names.enumerated().map { place, name in
      // What ran as constants runs as variables, in two letters less.
      name.flatMap { $0 == "const" ? "let" : shared[$0] ?? local[regions[place]][$0] }
    }
  }

  private func isShared(_ name: String) -> Bool { shared.contains(name) && !known.contains(name) }

  private func isLocal(_ name: String, in region: Int) -> Bool {
    local[region].contains(name) && !known.contains(name)
  }

  /// Short names, the first for what stands most often.
  private static func short(
    _ counts: [String: Int], besides taken: Set<String>, from first: Int
  ) -> [String: String] {
    var short: [String: String] = [:]
    var number = first
    for (name, _) in counts.sorted(by: { (-$0.value, $0.key) < (-$1.value, $1.key) }) {
      while taken.contains(Self.name(number)) { number += 1 }
      short[name] = Self.name(number)
      number += 1
    }
    return short
  }

  private static let letters = Array("etnaoisrlcdufpmhgbvkjwyxzq")

  /// One letter, then two of which the second is large, so that none is a word of the language.
  private static func name(_ number: Int) -> String {
    let letter = String(letters[number % letters.count])
    let row = number / letters.count
    return row == 0 ? letter : letter + letters[row - 1].uppercased()
  }
}

extension NameUses {
  private func token(_ place: Int) -> ScriptTokens.Token? {
    tokens.all.indices.contains(place) ? tokens.all[place] : nil
  }

  private func isSign(_ place: Int, _ signs: String) -> Bool {
    guard case .sign(let sign)? = token(place)?.kind else { return false }
    return signs.utf8.contains(sign)
  }

  /// Whether a name is a property, a key or a method here.
  private func isKnown(_ place: Int) -> Bool {
    if token(place - 1)?.kind == .dot || isSign(place + 1, ":") || isMethod(place) { return true }
    switch token(place)?.bracket {
    case .object: return isSign(place - 1, "{,") && isSign(place + 1, ",}=(")
    case .classBody: return isSign(place + 1, "=;")
    default: return false
    }
  }

  /// Whether a name is that of a method which is told here.
  private func isMethod(_ place: Int) -> Bool {
    token(place)?.bracket == .classBody && isSign(place + 1, "(")
  }

  /// Declares a name, in the whole script if the declaration stands at the depth of its statements.
  private mutating func declare(_ place: Int, depth: Int) {
    guard let token = token(place), token.kind == .name else { return }
    if depth <= Self.statementDepth {
      shared.insert(tokens.text(token))
    } else {
      local[regions[place]].insert(tokens.text(token))
    }
  }

  /// Declares what stands after `const` or `let`, up to the end of the statement or of the head of a loop.
  private mutating func declareVariables(after start: Int) {
    guard let depth = token(start)?.depth else { return }
    declarePatterns(from: start + 1, depth: depth, isShared: depth <= Self.statementDepth)
  }

  /// Declares the parameters of an arrow function: a name, or what stands in the brackets before the arrow.
  private mutating func declareParameters(before arrow: Int) {
    guard let last = token(arrow - 1) else { return }
    declare(arrow - 1, depth: Self.statementDepth + 1)
    guard isSign(arrow - 1, ")") else { return }
    var start = arrow - 2
    while let token = token(start), token.depth > last.depth { start -= 1 }
    declareParameters(from: start)
  }

  /// Declares the parameters in the brackets that open at a place.
  private mutating func declareParameters(from start: Int) {
    guard let depth = token(start)?.depth else { return }
    declarePatterns(from: start + 1, depth: depth + 1, isShared: false)
  }

  /// Declares the names of patterns with commas between them; what stands after `=` is no pattern, up to the
  /// next comma or bracket at its depth.
  private mutating func declarePatterns(from start: Int, depth: Int, isShared: Bool) {
    var valueDepth: Int?
    var place = start
    while let token = token(place), token.depth >= depth {
      if token.depth == depth {
        let isWord = token.kind == .name && ["of", "in"].contains(tokens.text(token))
        if isWord || isSign(place, ";") { return }
      }
      if let value = valueDepth, token.depth < value || token.depth == value && isSign(place, ",") {
        valueDepth = nil
      }
      if valueDepth == nil, isSign(place, "=") { valueDepth = token.depth }
      if valueDepth == nil {
        declare(place, depth: isShared ? Self.statementDepth : Self.statementDepth + 1)
      }
      place += 1
    }
  }
}
