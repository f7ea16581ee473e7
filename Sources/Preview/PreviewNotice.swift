package import Diagnostics

/// Something the person at the terminal may want to know while the preview runs.
package enum PreviewNotice: Sendable, Equatable {
  /// The preview can be opened; `addresses` are those it listens on, as `127.0.0.1`.
  case listening(port: Int, addresses: [String])
  /// A build ended.
  case built(RebuildOutcome)
  /// Some folders are not watched any longer; for the system's reason.
  case watchingLess(reason: LocalisedText)
  /// SIGINT came; the preview ends. After SIGTERM it ends without a word.
  case interrupted

  /// The notice as a sentence; the text of a failed build stands below it.
  package var text: LocalisedText {
    switch self {
    case .listening(let port, _):
      LocalisedText(
        "http://localhost:\(port)/ で見られます。Ctrl-C で終わります。",
        en: "The site is at http://localhost:\(port)/ (end with Ctrl-C)")
    case .built(.published):
      LocalisedText("サイトを作りました。", en: "The site is built")
    case .built(.failed(let report)):
      LocalisedText(
        "誤りがあるため、サイトを新しくしていません。\n\(report)",
        en: "There are errors; the site is not renewed\n\(report)")
    case .built(.trouble(let reason)):
      LocalisedText("サイトを作れません: \(reason)", en: "The site cannot be built: \(reason)")
    case .watchingLess(let reason):
      LocalisedText(
        "変更に気づけないフォルダーがあります: \(reason.japanese)。",
        en: "Changes in some folders will not be noticed: \(reason.english)")
    case .interrupted:
      LocalisedText("終わります。", en: "Ending")
    }
  }
}
