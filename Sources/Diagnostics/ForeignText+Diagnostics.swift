package import TextRules

/// What a file is that is no text in UTF-8, as its author is told.
package struct ForeignFile {
  package let diagnostic: Diagnostic
  /// Whether the file is UTF-8 but for single bytes, so that the rest can be read.
  package let isPart: Bool
  /// The bytes that are no text.
  package let places: [Int]
  /// The file with `_` in the place of each of them.
  package let covered: [UInt8]
}

extension TextCheck {
  /// What the file at `path` is whose `bytes` were checked; nil where it is UTF-8.
  package func foreign(_ bytes: [UInt8], path: String) -> ForeignFile? {
    if invalid == nil && forbidden.isEmpty && !bytes.starts(with: "{\\rtf".utf8) { return nil }
    guard let text = ForeignText(bytes, invalid: invalid) else { return nil }
    let isPart = text.kind == .brokenUTF8
    var covered = isPart ? bytes : []
    for place in text.places { covered[place] = UInt8(ascii: "_") }
    return ForeignFile(
      diagnostic: Diagnostic(text, path: path), isPart: isPart, places: text.places,
      covered: covered)
  }
}

extension Diagnostic {
  /// The report for a file that is no text in UTF-8.
  package init(_ text: ForeignText, path: String) {
    let encoding: LocalisedText? =
      switch text.kind {
      case .shiftJIS: LocalisedText("Shift_JIS", en: "Shift_JIS")
      case .eucJP: LocalisedText("EUC-JP", en: "EUC-JP")
      case .iso2022JP: LocalisedText("ISO-2022-JP(JIS)", en: "ISO-2022-JP")
      case .utf16: LocalisedText("UTF-16(Unicode)", en: "UTF-16")
      case .utf32: LocalisedText("UTF-32", en: "UTF-32")
      default: nil
      }
    let message =
      if let encoding {
        LocalisedText(
          "文字コードが\(encoding.japanese)です。UTF-8で保存し直してください。",
          en: "the file is \(encoding.english), not UTF-8")
      } else {
        Self.message(text)
      }
    let isText = encoding != nil || text.kind == .unknown
    self.init(
      .encoding, at: SourceRange(path: path, bytes: text.place..<(text.place + 1)), message,
      notes: isText ? [Self.howToSave] : [])
  }

  private static func message(_ text: ForeignText) -> LocalisedText {
    switch text.kind {
    case .brokenUTF8:
      LocalisedText(
        "ここにUTF-8でないバイトがあります"
          + (text.places.count > 1 ? "(ファイルの中に\(text.places.count)か所)" : "")
          + "。前後の文字を打ち直して、UTF-8で保存してください。",
        en: "a byte stands here that is no UTF-8; the file has \(text.places.count)")
    case .archive:
      document("WordやExcelなどの文書(ZIP)", "an archive, such as a document of Word")
    case .oldDocument: document("古い形式のWordやExcelなどの文書", "an old document of Word or Excel")
    case .pdf: document("PDF", "a PDF")
    case .rtf: document("リッチテキスト(RTF)", "rich text")
    case .picture: document("画像", "a picture")
    default:
      LocalisedText(
        "文字コードがUTF-8ではありません。UTF-8で保存し直してください。", en: "the file is not UTF-8")
    }
  }

  private static func document(_ japanese: String, _ english: String) -> LocalisedText {
    LocalisedText(
      "ファイルの中身が\(japanese)です。文字だけを写して、UTF-8のテキストとして保存してください。",
      en: "the file is \(english); save its text as UTF-8")
  }

  private static let howToSave = Note(
    LocalisedText(
      "UTF-8で保存するには、メモ帳は「名前を付けて保存」の「エンコード」、サクラエディタは「名前を付けて保存」の「文字コードセット」で「UTF-8」を選び、VS Codeは右下の文字コードの名前から「エンコード付きで保存」「UTF-8」を選びます。",
      en: "to save as UTF-8, choose it beside the name in 'Save as' of the editor"))
}
