package import Diagnostics

/// Something the person at the terminal may want to know while the preview runs.
package enum PreviewNotice: Sendable, Equatable {
  /// The preview can be opened; `addresses` are those it listens on, as `127.0.0.1`.
  case listening(port: Int, addresses: [String])
  /// A look ended.
  case built(RebuildOutcome)
  /// Some folders are not watched any longer, and are looked at instead; for the system's reason.
  case watchingLess(reason: LocalisedText)
  /// The system does not tell every change; the preview looks by itself, for this reason.
  case polling(reason: LocalisedText)
  /// SIGINT came; the preview ends. After SIGTERM it ends without a word.
  case interrupted

  /// The notice as a sentence; the text of a failed build stands below it.
  package var text: LocalisedText {
    switch self {
    case .listening(let port, _):
      LocalisedText(
        "http://localhost:\(port)/ で見られます。Ctrl-C で終わります。",
        en: "The site is at http://localhost:\(port)/ (end with Ctrl-C)")
    case .built(.published), .built(.unchanged):
      LocalisedText("サイトを作りました。", en: "The site is built")
    case .built(.failed(let report)):
      LocalisedText(
        "誤りがあるため、サイトを新しくしていません。\n\(report)",
        en: "There are errors; the site is not renewed\n\(report)")
    case .built(.trouble(let reason)):
      LocalisedText("サイトを作れません: \(reason)", en: "The site cannot be built: \(reason)")
    case .watchingLess(let reason):
      LocalisedText(
        "知らせの届かないフォルダーがあるので、1秒ごとに確かめます: \(reason.japanese)。",
        en: "Changes in some folders are not told; looking every second: \(reason.english)")
    case .polling(let reason):
      LocalisedText(
        "1秒ごとに変更を確かめます: \(reason.japanese)。",
        en: "Looking for changes every second: \(reason.english)")
    case .interrupted:
      LocalisedText("終わります。", en: "Ending")
    }
  }
}
