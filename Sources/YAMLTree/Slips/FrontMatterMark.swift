/// The line `---` around front matter, and what is typed for it.
package enum FrontMatterMark {
  /// What stands on a proper line.
  package static let text = "---"

  /// Whether what begins a line is `---` with a text right behind it.
  package static func isGlued(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.starts(with: text.utf8) else { return false }
    let next = line.startIndex + text.utf8.count
    return next < line.endIndex && line[next] >= 0x80
      && !isMeant(line.prefix(60).prefix { $0 != 10 && $0 != 13 })
  }

  /// Whether a line, without its end, is meant as `---` and is none: `－－－`, `ーーー`, `--`, `- - -`, `***`.
  package static func isMeant(_ line: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: line, as: UTF8.self)
    if line.count > 60 { return false }
    var signs = 0
    var dashes = 0
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar {
      case " ", "\t", "\u{3000}": continue
      case "-", "－", "ー", "ｰ", "\u{2010}"..."\u{2015}", "\u{2212}", "─", "━", "﹣":
        dashes += 1
      case "*", "+", "=", "_", "~", "`", ".", "＊", "＝", "＿", "…", "・":
        if let last, last != scalar { return false }
        last = scalar
      default: return false
      }
      signs += 1
    }
    if dashes > 0 && last != nil { return false }
    // `- -` may be a list in a list; two long dashes are a rule of print.
    let isSpaced = text.drop { $0 == " " }.contains(" ")
    guard signs >= (isSpaced || last != nil ? 3 : 1), signs > 1 || text.contains("—") else {
      return false
    }
    return text != self.text
  }
}
