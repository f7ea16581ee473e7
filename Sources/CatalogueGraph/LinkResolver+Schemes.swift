import Diagnostics
import MarkdownTree

/// Destinations that are no paths but lack what says so: `info@example.go.jp`, `03-1234-5678`, `www.meti.go.jp`.
extension LinkResolver {
  /// The fault of a destination that is meant as an address of mail or of the web, or as a telephone number.
  func withoutScheme(_ text: String, at range: SourceRange) -> Diagnostic? {
    guard text.utf8.count < 254, let (scheme, what) = Self.scheme(of: Array(text.utf8)) else {
      return nil
    }
    let address = scheme + text
    return Diagnostic(
      .unknownLink, at: range,
      LocalisedText(
        "リンクの先「\(text)」の前に「\(scheme)」がありません。\(what)へのリンクは「\(scheme)」で始めます。",
        en: "'\(scheme)' is missing before the link's target '\(text)'"),
      fixes: [Fix(address, edits: [TextEdit(range, with: LinkText.destination(address))])])
  }

  /// The fault of `http//a.jp`, `https;//a.jp`, `mailto：info@a.jp`, and of a path to a server of one's own.
  func misspelled(_ text: String, at range: SourceRange) -> Diagnostic? {
    if text.hasPrefix("\\") {
      return Diagnostic(
        .unknownLink, at: range,
        LocalisedText(
          "「\(text)」は内輪のファイルの場所で、ほかの人からは開けません。content/assets/ に置いたファイルへリンクします。",
          en: "nobody else can open '\(text)'; link a file below content/assets/"))
    }
    guard text.utf8.count < 2000, let address = AddressBeginning.mended(text) else { return nil }
    let beginning = ["mailto:", "tel:"].first { address.hasPrefix($0) } ?? "https://"
    return Diagnostic(
      .unknownLink, at: range,
      LocalisedText(
        "リンクの先の始まりが「\(beginning)」の形になっていません。",
        en: "the link's target does not begin like '\(beginning)'"),
      fixes: [Fix(address, edits: [TextEdit(range, with: LinkText.destination(address))])])
  }

  private static func scheme(of text: [UInt8]) -> (scheme: String, what: String)? {
    if let at = text.firstIndex(of: UInt8(ascii: "@")) {
      let isMail =
        at > 0 && isHost(text[(at + 1)...])
        && text[..<at].allSatisfy { isLetterOrDigit($0) || Array("._%+-".utf8).contains($0) }
      return isMail ? ("mailto:", "メールアドレス") : nil
    }
    if text.allSatisfy({ isDigit($0) || Array("+-()".utf8).contains($0) }) {
      return (10...15).contains(text.count { isDigit($0) }) ? ("tel:", "電話番号") : nil
    }
    let host = text.prefix { !Array("/?#".utf8).contains($0) }
    let isWeb = host.starts(with: "www.".utf8) || host.suffix(3).elementsEqual(".jp".utf8)
    return isWeb && isHost(host) ? ("https://", "ほかのサイト") : nil
  }

  /// Whether a text is the name of a host with a dot in it.
  private static func isHost(_ text: ArraySlice<UInt8>) -> Bool {
    let labels = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard labels.count > 1, let last = labels.last, last.count > 1 else { return false }
    return labels.allSatisfy { label in
      !label.isEmpty && label.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
    } && last.allSatisfy { !isDigit($0) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || (97...122).contains(byte | 32)
  }
}
