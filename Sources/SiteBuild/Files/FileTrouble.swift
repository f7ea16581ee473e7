package import Diagnostics
package import SystemPackage

/// A trouble of the machine while files are read or written.
package struct FileTrouble: EnvironmentTrouble, Equatable {
  /// What was tried and at which path.
  package let operation: FileOperation
  /// The system's reason.
  package let code: Errno

  /// Joins an operation to the reason for which the system refused it.
  package init(_ operation: FileOperation, _ code: Errno) {
    self.operation = operation
    self.code = code
  }

  /// The path that could not be used.
  package var path: String { operation.path }
}

/// One thing that is asked of the system: each is one system call, or the few that belong together.
package struct FileOperation: Sendable, Equatable {
  /// What is asked.
  package enum Action: String, Sendable, CaseIterable {
    case look
    case access
    case list
    case open
    case read
    case create
    case write
    case close
    case makeFolder
    case link
    case remove
    case move
    case exchange
    case synchronise
    case lock
  }

  package let action: Action
  package let path: String

  package init(_ action: Action, _ path: String) {
    self.action = action
    self.path = path
  }
}

extension FileTrouble {
  package var message: LocalisedText {
    LocalisedText(
      "「\(path)」\(operation.action.failure.japanese): \(reason.japanese)。",
      en: "\(operation.action.failure.english) '\(path)': \(reason.english)")
  }

  private var reason: LocalisedText {
    Self.reasons[code]
      ?? LocalisedText("システムの誤り \(code.rawValue)", en: "system error \(code.rawValue)")
  }

  /// The reasons that people meet, after the table of errors of POSIX.1-2017 (`errno.h`).
  private static let reasons: [Errno: LocalisedText] = [
    .noSuchFileOrDirectory: .init("そのファイルやフォルダーがありません", en: "no such file or folder"),
    .permissionDenied: .init("権限がありません", en: "permission denied"),
    .notPermitted: .init("許されていません", en: "not permitted"),
    .noSpace: .init("ディスクに空きがありません", en: "no space left on the disk"),
    .diskQuotaExceeded: .init("割り当てられた容量を使い切っています", en: "the quota is used up"),
    .readOnlyFileSystem: .init("読み取り専用の場所です", en: "the file system is read-only"),
    .tooManyOpenFiles: .init(
      "同時に開けるファイルの数を超えました", en: "too many open files"),
    .tooManyOpenFilesInSystem: .init(
      "この機械で同時に開けるファイルの数を超えました", en: "too many open files on this machine"),
    .ioError: .init("読み書きの装置の故障です", en: "input/output error of the device"),
    .fileNameTooLong: .init("名前が長すぎます", en: "the name is too long"),
    .tooManySymbolicLinkLevels: .init(
      "シンボリックリンクが輪になっているか、使えません", en: "a symbolic link that cannot be followed"),
    .notDirectory: .init("フォルダーではありません", en: "not a folder"),
    .isDirectory: .init("ファイルではなくフォルダーです", en: "a folder, not a file"),
    .fileExists: .init("もうあります", en: "it exists already"),
    .directoryNotEmpty: .init("フォルダーが空ではありません", en: "the folder is not empty"),
    .improperLink: .init("別のディスクにまたがっています", en: "it lies on another disk"),
    .resourceBusy: .init("ほかで使われています", en: "it is in use"),
    .fileTooLarge: .init("ファイルが大きすぎます", en: "the file is too large"),
    .noMemory: .init("メモリーが足りません", en: "not enough memory"),
    .timedOut: .init("時間切れです", en: "timed out"),
    .staleNFSFileHandle: .init(
      "共有フォルダーの中身が入れ替わりました", en: "the shared folder has changed underneath"),
    .noLocks: .init("この場所ではロックを使えません", en: "locks cannot be used here"),
    .notSupported: .init("この場所ではできません", en: "not supported here"),
    .invalidArgument: .init("この場所ではできません", en: "not possible here"),
    .textFileBusy: .init("実行中のファイルです", en: "the file is being run"),
    .tooManyLinks: .init("ファイルのリンクが多すぎます", en: "too many links to the file"),
    .resourceTemporarilyUnavailable: .init(
      "いまは使えません", en: "not available at the moment"),
    .connectionReset: .init("共有フォルダーとの接続が切れました", en: "the connection was lost"),
  ]
}

extension FileOperation.Action {
  /// What could not be done, before the reason: 「を読めません」.
  fileprivate var failure: LocalisedText {
    switch self {
    case .look, .access, .open: LocalisedText("を開けません", en: "cannot open")
    case .list: LocalisedText("の中を見られません", en: "cannot list")
    case .read: LocalisedText("を読めません", en: "cannot read")
    case .create: LocalisedText("をつくれません", en: "cannot make")
    case .write, .close: LocalisedText("に書けません", en: "cannot write")
    case .makeFolder: LocalisedText("というフォルダーをつくれません", en: "cannot make the folder")
    case .link: LocalisedText("を新しい版に引き継げません", en: "cannot link")
    case .remove: LocalisedText("を消せません", en: "cannot remove")
    case .move: LocalisedText("を移せません", en: "cannot move")
    case .exchange: LocalisedText("を入れ替えられません", en: "cannot exchange")
    case .synchronise: LocalisedText("をディスクに書き終えられません", en: "cannot write to the disk")
    case .lock: LocalisedText("をロックできません", en: "cannot lock")
    }
  }
}
