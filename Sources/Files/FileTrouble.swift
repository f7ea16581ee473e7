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
    case adopt
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
      "「\(path)」\(operation.action.failure.japanese): \(SystemReason.text(of: code.rawValue).japanese)。",
      en:
        "\(operation.action.failure.english) '\(path)': \(SystemReason.text(of: code.rawValue).english)"
    )
  }
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
    case .adopt: LocalisedText("の権限を変えられません", en: "cannot change the rights of")
    case .synchronise: LocalisedText("をディスクに書き終えられません", en: "cannot write to the disk")
    case .lock: LocalisedText("をロックできません", en: "cannot lock")
    }
  }
}
