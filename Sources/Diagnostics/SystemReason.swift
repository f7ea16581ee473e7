private import Glibc

/// Why the system refuses something, in the languages of the tool.
package enum SystemReason {
  /// The reason that an error number stands for; one that people do not meet is told by its number.
  package static func text(of number: Int32) -> LocalisedText {
    reasons[number] ?? LocalisedText("システムの誤り \(number)", en: "system error \(number)")
  }

  /// After the table of errors of POSIX.1-2017 (`errno.h`).
  private static let reasons: [Int32: LocalisedText] = [
    ENOENT: .init("そのファイルやフォルダーがありません", en: "no such file or folder"),
    EACCES: .init("権限がありません", en: "permission denied"),
    EPERM: .init("許されていません", en: "not permitted"),
    ENOSPC: .init(
      "ディスクに空きがないか、ファイルの数が上限です", en: "no space, or no room for more files, on the disk"),
    EDQUOT: .init("割り当てられた容量を使い切っています", en: "the quota is used up"),
    EROFS: .init("読み取り専用の場所です", en: "the file system is read-only"),
    EMFILE: .init(
      "同時に開けるファイルの数を超えました", en: "too many open files"),
    ENFILE: .init(
      "この機械で同時に開けるファイルの数を超えました", en: "too many open files on this machine"),
    EIO: .init("読み書きの装置の故障です", en: "input/output error of the device"),
    ENAMETOOLONG: .init("名前が長すぎます", en: "the name is too long"),
    ELOOP: .init(
      "シンボリックリンクが輪になっているか、使えません", en: "a symbolic link that cannot be followed"),
    ENOTDIR: .init("フォルダーではありません", en: "not a folder"),
    EISDIR: .init("ファイルではなくフォルダーです", en: "a folder, not a file"),
    EEXIST: .init("もうあります", en: "it exists already"),
    ENOTEMPTY: .init("フォルダーが空ではありません", en: "the folder is not empty"),
    EXDEV: .init("別のディスクにまたがっています", en: "it lies on another disk"),
    EBUSY: .init("ほかで使われています", en: "it is in use"),
    EFBIG: .init("ファイルが大きすぎます", en: "the file is too large"),
    ENOMEM: .init("メモリーが足りません", en: "not enough memory"),
    ETIMEDOUT: .init("時間切れです", en: "timed out"),
    ESTALE: .init(
      "共有フォルダーの中身が入れ替わりました", en: "the shared folder has changed underneath"),
    ENOLCK: .init("この場所ではロックを使えません", en: "locks cannot be used here"),
    ENOTSUP: .init("この場所ではできません", en: "not supported here"),
    EINVAL: .init("この場所ではできません", en: "not possible here"),
    ETXTBSY: .init("実行中のファイルです", en: "the file is being run"),
    EMLINK: .init("ファイルのリンクが多すぎます", en: "too many links to the file"),
    EAGAIN: .init(
      "いまは使えません", en: "not available at the moment"),
    ECONNRESET: .init("共有フォルダーとの接続が切れました", en: "the connection was lost"),
    ENOSYS: .init("この場所ではできません", en: "not possible here"),
    ENETDOWN: .init("ネットワークが切れています", en: "the network is down"),
    EADDRNOTAVAIL: .init("その番地を使えません", en: "the address is not available"),
    EADDRINUSE: .init("ほかで使われています", en: "it is in use"),
    ECONNABORTED: .init("接続が切れました", en: "the connection was lost"),
  ]
}
