extension Kana {
  /// The text with every katakana, of full or half width, as hiragana; all else as it is.
  ///
  /// `ー` stays, and so do ヷ…ヺ and the small katakana for Ainu, which have no hiragana. A voicing mark
  /// of its own character is joined with its kana.
  package static func hiragana(of text: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in composed(text) {
      switch scalar.value {
      case 0x30A1...0x30F6, 0x30FD, 0x30FE:
        view.append(Unicode.Scalar(scalar.value - 0x60) ?? scalar)
      default: view.append(scalar)
      }
    }
    return String(view)
  }

  /// The scalars with half-width kana at full width and voicing marks joined with their kana.
  ///
  /// This is what NFKC does to kana, and nothing else of it.
  static func composed(_ text: String) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x3099, 0x309B, 0xFF9E:
        if let last = result.last, let voiced = voiced(last) {
          result[result.count - 1] = voiced
        } else {
          result.append("゛")
        }
      case 0x309A, 0x309C, 0xFF9F:
        if let last = result.last, let halfVoiced = halfVoiced(last) {
          result[result.count - 1] = halfVoiced
        } else {
          result.append("゜")
        }
      case 0xFF61...0xFF9D: result.append(fullWidth[Int(scalar.value - 0xFF61)])
      default: result.append(scalar)
      }
    }
    return result
  }

  private static func voiced(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "う", "ウ": return Unicode.Scalar(scalar.value + 0x4E)
    case "ワ": return "ヷ"
    case "ヰ": return "ヸ"
    case "ヱ": return "ヹ"
    case "ヲ": return "ヺ"
    case "ゝ", "ヽ": return Unicode.Scalar(scalar.value + 1)
    default: return next(scalar, distance: 1, is: .voiced)
    }
  }

  private static func halfVoiced(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    next(scalar, distance: 2, is: .halfVoiced)
  }

  /// The kana so far behind this one in the code chart, if it is the same with that voicing.
  private static func next(
    _ scalar: Unicode.Scalar, distance: UInt32, is voicing: Voicing
  ) -> Unicode.Scalar? {
    guard let kana = Kana(scalar), kana.voicing == .plain, !kana.isSmall,
      let candidate = Unicode.Scalar(scalar.value + distance), let other = Kana(candidate),
      other.voicing == voicing, other.place == kana.place
    else { return nil }
    return candidate
  }

  /// The characters of JIS X 0201 from ｡ to ﾝ at full width.
  private static let fullWidth = Array(
    "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン".unicodeScalars)
}
