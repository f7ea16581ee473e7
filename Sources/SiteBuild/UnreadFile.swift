import Diagnostics
import TextRules

/// Tells an author of files that are no part of the site, or are one under another name.
enum UnreadFile {
  /// The faults of the names of a catalogue's files.
  static func diagnostics(_ sources: SourceTree) -> [Diagnostic] {
    let named = (sources.assets + sources.templates).map(\.path)
    return sources.unread.map(diagnostic) + sources.misnamed.map(misnamed)
      + named.compactMap(unportable)
  }

  /// The error for a file or folder whose name is no text; `path` is in a form that can be shown.
  private static func misnamed(_ path: String) -> Diagnostic {
    let name = String(path.split(separator: "/").last ?? "")
    let message =
      name.contains("\\x")
      ? LocalisedText(
        "名前「\(name)」の文字コードがUTF-8ではありません。古いZIPから取り出したものなら、UTF-8の名前で取り出し直すか、名前を付け直します。",
        en: "the name '\(name)' is not UTF-8; rename it")
      : LocalisedText(
        "名前「\(name)」に、制御文字など名前に使えない文字があります。名前を付け直します。",
        en: "the name '\(name)' has a character that is not allowed; rename it")
    return Diagnostic(.fileName, at: SourceRange(path: path, bytes: 0..<0), message)
  }

  /// The warning for a file with a name that Windows does not take; nil where it does.
  private static func unportable(_ path: String) -> Diagnostic? {
    guard
      let name = path.split(separator: "/").first(where: {
        PortableName.fault(of: String($0)) != nil
      })
    else { return nil }
    let (japanese, english) =
      path.hasSuffix(".mustache")
      ? ("", "") : ("公開するときは別の名前にします。", "; it is published under another")
    return Diagnostic(
      .fileName, at: SourceRange(path: path, bytes: 0..<0),
      LocalisedText(
        "「\(name)」という名前はWindowsで使えません。" + japanese,
        en: "Windows does not take the name '\(name)'" + english),
      severity: .warning)
  }

  /// The warning for the file at `path`.
  private static func diagnostic(_ path: String) -> Diagnostic {
    let message =
      path.hasPrefix("content/assets/")
      ? LocalisedText(
        "この種類のファイルは公開できません。画像、PDF、表などを置きます。",
        en: "files of this kind are not published")
      : LocalisedText(
        "このファイルは読まれません。項目は .md で終わるふつうのファイルにします。",
        en: "the file is not read; records are ordinary files that end in .md")
    return Diagnostic(
      .fileName, at: SourceRange(path: path, bytes: 0..<0), message, severity: .warning)
  }
}
