import TextFolding

/// A way to type a text otherwise that a search must not mind.
///
/// The tables are written out here, so that they do not err together with the folding.
enum TypedForm: CaseIterable {
  case fullWidth
  case halfWidthKana
  case upperCase
  case oldKanji

  /// Types `text` in this form; `choose` picks one of some numbers below a limit.
  func type(_ text: String, choose: (Int) -> Int) -> String {
    var typed = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch self {
      case .fullWidth: typed.append(Self.fullWidth(scalar))
      case .halfWidthKana: typed.append(contentsOf: Self.halfWidth[scalar] ?? [scalar])
      case .upperCase: typed.append(Self.upperCase(scalar))
      case .oldKanji:
        let forms = Self.old[scalar] ?? [scalar]
        typed.append(forms[choose(forms.count)])
      }
    }
    return String(typed)
  }

  private static func fullWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0x21...0x7E).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar
  }

  private static func upperCase(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard ("a"..."z").contains(scalar) else { return scalar }
    return Unicode.Scalar(scalar.value - 0x20) ?? scalar
  }

  /// Katakana as half width forms; voiced ones are two characters (JIS X 0201).
  private static let halfWidth: [Unicode.Scalar: [Unicode.Scalar]] = {
    // In the order of U+FF66 to U+FF9D.
    let kana = "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン"
    var forms: [Unicode.Scalar: [Unicode.Scalar]] = [:]
    for (number, scalar) in kana.unicodeScalars.enumerated() {
      let half = Unicode.Scalar(UInt16(0xFF66 + number)) ?? scalar
      forms[scalar] = [half]
      if "カキクケコサシスセソタチツテトハヒフヘホ".unicodeScalars.contains(scalar) {
        Unicode.Scalar(scalar.value + 1).map { forms[$0] = [half, "\u{FF9E}"] }
      }
      if "ハヒフヘホ".unicodeScalars.contains(scalar) {
        Unicode.Scalar(scalar.value + 2).map { forms[$0] = [half, "\u{FF9F}"] }
      }
      if scalar == "ウ" { forms["ヴ"] = [half, "\u{FF9E}"] }
    }
    return forms
  }()

  /// The radicals, old and variant forms of each kanji that has some.
  private static let old: [Unicode.Scalar: [Unicode.Scalar]] = Dictionary(
    grouping: Folding.kanji, by: \.inUse
  ).mapValues { $0.map(\.variant) }
}
