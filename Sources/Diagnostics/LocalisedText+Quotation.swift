/// How much of an author's text a report quotes: enough to know it by.
package enum Quotation {
  /// The longest quotation, in Unicode scalars.
  package static let limit = 80
  /// The longest sentence, in Unicode scalars; sentences of the tool alone are shorter.
  static let sentenceLimit = 400

  /// The text, with … for what is beyond the limit.
  package static func short(_ text: String) -> String {
    if text.utf8.count <= limit { return text }
    guard
      let end = text.unicodeScalars.index(
        text.startIndex, offsetBy: limit, limitedBy: text.endIndex), end < text.endIndex
    else { return text }
    return String(text.unicodeScalars[..<text.unicodeScalars.index(before: end)]) + "…"
  }

  /// The sentence with every quotation cut to the limit, and the sentence itself where that is not
  /// enough, as a hostile text with marks of quotation in it has it.
  fileprivate static func sentence(_ text: String, open: Unicode.Scalar, close: Unicode.Scalar)
    -> String
  {
    // A sentence as short as a quotation has none that is too long.
    if text.utf8.count <= limit || hasFewScalars(text) { return text }
    let scalars = Array(text.unicodeScalars)
    var result: [Unicode.Scalar] = []
    var index = 0
    while index < scalars.count {
      result.append(scalars[index])
      index += 1
      // An apostrophe within a word opens nothing.
      guard scalars[index - 1] == open, open != close || index < 2 || scalars[index - 2] == " "
      else { continue }
      var end = index
      while end < scalars.count, !closes(scalars, end, close, isApostrophe: open == close) {
        end += 1
      }
      if end - index > limit {
        result += scalars[index..<index + limit - 1] + ["…"]
      } else {
        result += scalars[index..<end]
      }
      index = end
    }
    if result.count > sentenceLimit {
      let head = sentenceLimit / 2
      result = result[..<head] + ["…"] + result[(result.count - head + 1)...]
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: result)
    return String(view)
  }

  private static func hasFewScalars(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      if bytes.count > limit * 4 { return false }
      var scalars = 0
      for byte in bytes where byte & 0xC0 != 0x80 { scalars += 1 }
      return scalars <= limit
    }
  }

  private static func closes(
    _ scalars: [Unicode.Scalar], _ index: Int, _ close: Unicode.Scalar, isApostrophe: Bool
  ) -> Bool {
    guard scalars[index] == close else { return false }
    if !isApostrophe || index + 1 == scalars.count { return true }
    return " ,.;:)".unicodeScalars.contains(scalars[index + 1])
  }
}

extension LocalisedText {
  /// The text with what it quotes of an author cut to `Quotation.limit`.
  ///
  /// Every fault passes here, so that no report can be long whatever was written.
  var withShortQuotations: LocalisedText {
    LocalisedText(
      Quotation.sentence(japanese, open: "「", close: "」"),
      en: Quotation.sentence(english, open: "'", close: "'"))
  }
}
