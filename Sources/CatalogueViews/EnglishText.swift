/// Tells English titles among Japanese ones, for readers to whom pages are read aloud.
package enum EnglishText {
  /// Whether a text is English: two words of ASCII signs and more, not all of them in capital letters.
  ///
  /// One word may be a name that is read as Japanese is: TIA, KIDSASHI. The script of lists has the same rule
  /// (`isEnglish` in `facets.js`).
  package static func isEnglish(_ text: String) -> Bool {
    var hasBlank = false
    var hasWord = false
    var wasSmall = false
    for byte in text.utf8 {
      if byte < 32 || byte > 126 { return false }
      if byte == 32 { hasBlank = true }
      let isSmall = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      if isSmall && wasSmall { hasWord = true }
      wasSmall = isSmall
    }
    return hasBlank && hasWord
  }
}
