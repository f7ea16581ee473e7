/// The reading (よみ) of a name in kana, which sorts in the order of the fifty sounds.
package struct Reading: Sendable {
  /// The reading as printed, without spaces around it.
  package let text: String

  /// Bytes that sort readings by JIS X 4061 when compared one by one; see `CollationKey`.
  package let collationKey: [UInt8]

  /// The row of the index under which the reading stands.
  package let gojuonRow: GojuonRow

  /// Reads kana with Latin letters, digits and punctuation, in any width.
  ///
  /// Refused: kanji and other scripts, and a dash after a kana where ー is meant, which text from PDF
  /// often has.
  package static func parse(_ text: String) -> Result<Reading, ParseFailure> {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return .failure(.empty(.reading)) }
    let trimmed = String(scalars[first...last])
    if let failure = failure(
      in: trimmed, from: text.utf8.distance(from: text.startIndex, to: first))
    {
      return .failure(failure)
    }
    return .success(Reading(valid: trimmed))
  }

  private init(valid text: String) {
    self.text = text
    let letters = CollationKey.letters(of: text)
    collationKey = CollationKey.bytes(of: letters)
    gojuonRow = letters.lazy.compactMap(\.row).first ?? .alphanumeric
  }

  private static func failure(in text: String, from start: Int) -> ParseFailure? {
    var offset = start
    var previousIsKana = false
    for scalar in text.unicodeScalars {
      if previousIsKana && isDash(scalar) {
        return .dashForLongVowel(suggestion: withLongVowels(text))
      }
      previousIsKana = isKana(scalar)
      if !previousIsKana && !isOtherAllowed(scalar) {
        return .notKana(scalar, utf8Offset: offset)
      }
      offset += UTF8.width(scalar)
    }
    return nil
  }

  private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{2014}" || scalar == "\u{2015}" || scalar == "\u{2500}"
  }

  private static func withLongVowels(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let follows = view.last.map(isKana) ?? false
      view.append(follows && isDash(scalar) ? "ー" : scalar)
    }
    return String(view)
  }

  private static func isKana(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3041...0x3096, 0x3099...0x309E, 0x30A1...0x30FA, 0x30FC...0x30FE, 0x31F0...0x31FF,
      0xFF66...0xFF9F:
      true
    default: false
    }
  }

  private static func isOtherAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xFF01...0xFF5E: return true
    default: break
    }
    return switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol,
      .modifierSymbol, .otherSymbol, .spaceSeparator:
      // Signs that are letters or numbers in disguise (㈱, ①, ㎡) have no order of their own.
      !(0x3200...0x33FF).contains(scalar.value) && !(0x2460...0x24FF).contains(scalar.value)
    default: false
    }
  }
}

extension Reading: Comparable {
  /// Compares by the collation key, then by the text, so that `<` is total.
  package static func < (left: Reading, right: Reading) -> Bool {
    if left.collationKey != right.collationKey {
      return left.collationKey.lexicographicallyPrecedes(right.collationKey)
    }
    return left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }
}

extension Reading: Hashable {
  /// Readings are the same if they are printed with the same bytes.
  package static func == (left: Reading, right: Reading) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
