/// Makes a script of the site smaller without changing what it does: no comments, no indentation.
///
/// The step knows no JavaScript. It is safe for scripts that keep three rules, as those of
/// templates/assets do: a comment of `//` has its own line; `/**` and `*/` stand in no string and no
/// regular expression; no string goes over a line. A test runs the shipped scripts in a browser.
package enum ScriptStripping {
  /// The script without comments, blank lines and indentation.
  package static func strip(_ script: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    kept.reserveCapacity(script.count)
    for line in withoutBlockComments(script).split(separator: UInt8(ascii: "\n")) {
      let code = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      if code.isEmpty || code.starts(with: "//".utf8) { continue }
      kept += code
      while kept.last == UInt8(ascii: " ") { kept.removeLast() }
      kept.append(UInt8(ascii: "\n"))
    }
    return kept
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
      if index < script.count, script[index] == UInt8(ascii: " ") { index += 1 }
    }
    return kept
  }
}
