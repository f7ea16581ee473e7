/// Ships a script without what only its readers need: comments, indentation, spaces beside signs.
///
/// The step knows as much of JavaScript as it takes to leave strings, templates and regular expressions
/// as they are (ECMAScript, section 12). It is safe for scripts that keep three rules, as those of
/// templates/assets do: a comment of `//` has its own line; `/**` and `*/` stand in no string and no
/// regular expression; no string or template goes over a line. Where the end of a line may end a
/// statement, it stays. The browser tests run what is shipped.
package enum ScriptStripping {
  /// The script without comments, blank lines, indentation and needless spaces.
  package static func strip(_ script: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    kept.reserveCapacity(script.count)
    /// Whether the line before may end with a comment after all.
    var isCommented = false
    for line in withoutBlockComments(script).split(separator: UInt8(ascii: "\n")) {
      let code = line.drop { $0 == space || $0 == UInt8(ascii: "\t") }
      guard let first = code.first, !code.starts(with: "//".utf8) else { continue }
      // Nor does a statement end before these signs.
      if continuers.contains(first), kept.last == UInt8(ascii: "\n"), !isCommented {
        kept.removeLast()
      }
      isCommented = hasSlashes(code)
      append(Array(code), to: &kept)
      while kept.last == space { kept.removeLast() }
      // No statement ends after these signs, or one has ended.
      if let last = kept.last, enders.contains(last) || kept.suffix(2).elementsEqual("=>".utf8),
        !isCommented
      {
        continue
      }
      kept.append(UInt8(ascii: "\n"))
    }
    if let last = kept.last, last != UInt8(ascii: "\n") { kept.append(UInt8(ascii: "\n")) }
    return kept
  }

  /// Whether a line may end with a comment after all.
  private static func hasSlashes(_ line: ArraySlice<UInt8>) -> Bool {
    zip(line, line.dropFirst()).contains { $0 == UInt8(ascii: "/") && $1 == UInt8(ascii: "/") }
  }

  private static let space = UInt8(ascii: " ")
  /// Signs that need no space beside them.
  private static let signs = Set("{}()[],;:=<>?&|*!^%~".utf8)
  /// Signs that need none, unless another of them is on the other side: two are another sign.
  private static let doubles = Set("+-".utf8)
  /// Signs after which a line need not end, as behind `=>`.
  private static let enders = Set(";,{([".utf8)
  /// Signs before which it need not.
  private static let continuers = Set(".?:&|".utf8)
  /// Signs after which `/` begins a regular expression.
  private static let openers = Set("{}([,;:=<>?&|!+-~%^".utf8)

  /// Appends a line of code; literals stay as they are.
  private static func append(_ line: [UInt8], to kept: inout [UInt8]) {
    let start = kept.count
    var index = 0
    while index < line.count {
      let byte = line[index]
      if let end = literal(in: line, at: index, after: kept[start...]) {
        kept += line[index..<end]
        index = end
        continue
      }
      index += 1
      if byte == space {
        let before = kept.count > start ? kept.last : nil
        if !isNeeded(between: before, and: index < line.count ? line[index] : nil) { continue }
      }
      kept.append(byte)
    }
  }

  /// Whether a space is needed between two signs of a line.
  private static func isNeeded(between before: UInt8?, and after: UInt8?) -> Bool {
    let beside = [before, after].compactMap { $0 }
    if beside.contains(where: signs.contains) { return false }
    return beside.count { doubles.contains($0) } != 1
  }

  /// Words of the language after which `/` begins a regular expression.
  private static let openingWords: Set<String> = [
    "await", "case", "in", "of", "return", "typeof", "yield",
  ]

  /// Whether the last word is one after which a regular expression may begin.
  private static func endsWithWord(_ kept: ArraySlice<UInt8>) -> Bool {
    let code = kept.reversed().drop { $0 == space }
    let word = code.prefix { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte >= 0x80
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "_")
        || byte == UInt8(ascii: "$")
    }
    return openingWords.contains(String(decoding: word.reversed(), as: UTF8.self))
  }

  /// Where the literal that begins at `index` ends; nil if none does.
  private static func literal(
    in line: [UInt8], at index: Int, after kept: ArraySlice<UInt8>
  ) -> Int? {
    let quote = line[index]
    switch quote {
    case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"): break
    case UInt8(ascii: "/"):
      let before = kept.last { $0 != space }
      guard before.map(openers.contains) ?? true || endsWithWord(kept) else { return nil }
    default: return nil
    }
    return ScriptLiteral.end(of: quote, from: index + 1, in: line)
  }

  private static func withoutBlockComments(_ script: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    kept.reserveCapacity(script.count)
    var index = 0
    while index < script.count {
      guard script[index...].starts(with: "/**".utf8) else {
        kept.append(script[index])
        index += 1
        continue
      }
      while index < script.count, !script[index...].starts(with: "*/".utf8) { index += 1 }
      index = min(index + 2, script.count)
      if index < script.count, script[index] == space { index += 1 }
    }
    return kept
  }
}
