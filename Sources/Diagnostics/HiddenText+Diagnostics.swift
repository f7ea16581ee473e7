package import TextRules

extension HiddenText {
  /// What an author of the file at `path`, whose bytes are `bytes`, does not see: one report for each row of
  /// invisible characters and for each word with decomposed kana.
  package func diagnostics(path: String, _ bytes: [UInt8]) -> [Diagnostic] {
    runs.map { Self.diagnostic($0, path) } + privateUse.map { Self.diagnostic(ofPrivate: $0, path) }
      + decomposed.map { Self.diagnostic($0, path, bytes) }
  }

  private static func diagnostic(_ run: Run, _ path: String) -> Diagnostic {
    var names: [String] = []
    var english: [String] = []
    for value in run.values.prefix(8) {
      let code = "U+" + hexadecimal(value)
      guard !english.contains(code) else { continue }
      english.append(code)
      names.append(InvisibleCharacter.name(of: value).map { "\(code)（\($0)）" } ?? code)
    }
    let count = run.values.count
    let range = SourceRange(path: path, bytes: run.bytes)
    return Diagnostic(
      .invisibleCharacter, at: range,
      LocalisedText(
        "見えない文字 \(names.joined(separator: "、"))が\(count == 1 ? "" : "\(count)字続いて")入っています。消します。",
        en: count == 1
          ? "the invisible character \(english[0]) stands here; remove it"
          : "\(count) invisible characters (\(english.joined(separator: ", "))) stand here; remove them"
      ),
      fixes: [Fix("消す", edits: [TextEdit(range, with: "")], isSure: true)])
  }

  private static func diagnostic(ofPrivate run: Run, _ path: String) -> Diagnostic {
    let codes = run.values.prefix(8).map { "U+" + hexadecimal($0) }
    return Diagnostic(
      .invisibleCharacter, at: SourceRange(path: path, bytes: run.bytes),
      LocalisedText(
        "外字（\(codes.joined(separator: "、"))）が入っています。ほかの機械では見えないか別の字になるので、ふつうの字に直します。",
        en:
          "the private character \(codes[0]) stands here; others see another one or none; write a common one"
      ))
  }

  private static func diagnostic(_ word: Decomposed, _ path: String, _ bytes: [UInt8]) -> Diagnostic
  {
    var text = ""
    var place = word.bytes.lowerBound
    var edits: [TextEdit] = []
    for pair in word.pairs {
      let kana = Unicode.Scalar(pair.value).map { String($0) } ?? ""
      text += String(decoding: bytes[place..<pair.bytes.lowerBound], as: UTF8.self) + kana
      place = pair.bytes.upperBound
      edits.append(TextEdit(SourceRange(path: path, bytes: pair.bytes), with: kana))
    }
    return Diagnostic(
      .decomposedCharacter, at: SourceRange(path: path, bytes: word.bytes),
      LocalisedText(
        "濁点や半濁点が仮名から離れた文字になっています。見た目は同じでも、「\(text)」とは別の字です。",
        en:
          "a kana and its sound mark are two characters; '\(text)' looks the same and is another text"
      ),
      fixes: [Fix(text, edits: edits, isSure: true)])
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
