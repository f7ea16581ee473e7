package import Diagnostics

/// Why a preview cannot run.
package enum PreviewFailure: Error, Sendable, Equatable {
  /// Another program listens on the port.
  case portTaken(Int)
  /// The port needs rights that this user does not have, as those below 1024.
  case portForbidden(Int)
  /// The port is not a number from 0 to 65535.
  case noSuchPort(Int)
  /// The machine does not let it listen, or ends it; for the system's reason.
  case cannotListen(reason: LocalisedText)
  /// The machine does not let it watch files.
  case cannotWatch(reason: LocalisedText)

  /// What is wrong and what to do about it.
  package var text: LocalisedText {
    switch self {
    case .portTaken(let port):
      LocalisedText(
        "ポート \(port) は別のプログラムが使っています。--port で別の番号を選んでください（0 なら空いた番号）。",
        en: "Another program uses port \(port); choose another with --port (0 takes a free one)")
    case .portForbidden(let port):
      LocalisedText(
        "ポート \(port) を使う権限がありません。--port で 1024 以上の番号を選んでください。",
        en: "You may not use port \(port); choose one from 1024 up with --port")
    case .noSuchPort(let port):
      LocalisedText(
        "ポート \(port) はありません。--port には 0 から 65535 までの番号を書いてください。",
        en: "There is no port \(port); --port takes a number from 0 to 65535")
    case .cannotListen(let reason):
      LocalisedText(
        "接続を受けられません: \(reason.japanese)。", en: "Cannot listen: \(reason.english)")
    case .cannotWatch(let reason):
      LocalisedText(
        "ファイルの変更を見張れません: \(reason.japanese)。",
        en: "Cannot watch files: \(reason.english)")
    }
  }
}
