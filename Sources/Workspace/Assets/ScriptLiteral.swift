/// A string, a template of one piece or a regular expression of a script.
enum ScriptLiteral {
  /// Where a literal ends that begins with `quote` right before `start`.
  ///
  /// It ends behind its closing sign, or with the script where it has none. A `/` in a class of a regular
  /// expression closes nothing.
  static func end(of quote: UInt8, from start: Int, in script: [UInt8]) -> Int {
    var isInClass = false
    var end = start
    while end < script.count {
      switch script[end] {
      case UInt8(ascii: "\\"): end += 1
      case UInt8(ascii: "[") where quote == UInt8(ascii: "/"): isInClass = true
      case UInt8(ascii: "]") where quote == UInt8(ascii: "/"): isInClass = false
      case quote where !isInClass: return end + 1
      default: break
      }
      end += 1
    }
    return script.count
  }
}
