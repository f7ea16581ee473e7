/// Leaves out signs that a script does not need: `;` before `}`, brackets around the one parameter of an arrow.
///
/// `true` and `false` are `!0` and `!1` where they can be no key. For scripts without needless spaces (`ScriptStripping`), none of whose
/// statements is empty.
enum ScriptSigns {
  /// The script with fewer signs.
  static func leaveOut(_ script: [UInt8]) -> [UInt8] {
    let tokens = ScriptTokens(script)
    let all = tokens.all
    var kept: [UInt8] = []
    kept.reserveCapacity(script.count)
    var position = 0
    /// Puts something in the place of a token.
    func put(_ text: String, for place: Int) {
      kept += script[position..<all[place].range.lowerBound]
      kept += text.utf8
      position = all[place].range.upperBound
    }
    func isSign(_ sign: Unicode.Scalar, at place: Int) -> Bool {
      all.indices.contains(place) && all[place].kind == .sign(UInt8(ascii: sign))
    }
    for (place, token) in all.enumerated() {
      let before = place > 0 ? all[place - 1].kind : nil
      if isSign(";", at: place), isSign("}", at: place + 1) {
        put("", for: place)
      } else if isSign("(", at: place), before != .name, isLonely(place + 1) {
        put("", for: place)
      } else if isSign(")", at: place), place > 2, isSign("(", at: place - 2),
        all[place - 3].kind != .name, isLonely(place - 1)
      {
        put("", for: place)
      } else if token.kind == .name, before != .dot, token.bracket != .object {
        switch tokens.text(token) {
        case "true": put("!0", for: place)
        case "false": put("!1", for: place)
        default: break
        }
      }
    }
    return kept + script[position...]

    /// Whether a token is the one parameter of an arrow.
    func isLonely(_ place: Int) -> Bool {
      all.indices.contains(place + 2) && all[place].kind == .name && isSign(")", at: place + 1)
        && all[place + 2].kind == .arrow
    }
  }
}
