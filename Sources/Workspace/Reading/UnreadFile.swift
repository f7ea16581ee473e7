package import Diagnostics
import TextRules

/// A file of a catalogue of which nothing is published, which its author should know.
package struct UnreadFile: Sendable, Equatable {
  /// Why it is not read.
  package enum Reason: Sendable, Equatable {
    /// It is not of a kind that is read there.
    case kind
    /// It is no file: a folder, a pipe, a device.
    case noFile
    /// It is a link, which may lead out of the catalogue.
    case link
    /// Its name is no text; the path is in a form that can be shown.
    case name
  }

  package let path: String
  package let reason: Reason

  package init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }

  /// What its author is told.
  package var diagnostic: Diagnostic {
    let range = SourceRange(path: path, bytes: 0..<0)
    switch reason {
    case .link:
      return Diagnostic(
        .fileLink, at: range,
        LocalisedText(
          "シンボリックリンクは読みません。リンクの先のファイルを、ここに写して置きます。",
          en: "symbolic links are not read; put a copy of the file here"))
    case .noFile:
      return Diagnostic(
        .fileName, at: range,
        LocalisedText(
          "ふつうのファイルではないので読めません。ファイルに置き換えるか、消します。",
          en: "this is no ordinary file and cannot be read; replace or remove it"))
    case .name: return Diagnostic(.fileName, at: range, misnamed)
    case .kind:
      let message =
        path.hasPrefix("content/assets/")
        ? LocalisedText(
          "この種類のファイルは公開できません。画像、PDF、表などを置きます。",
          en: "files of this kind are not published")
        : LocalisedText(
          "このファイルは読まれません。項目は .md で終わるふつうのファイルにします。",
          en: "the file is not read; records are ordinary files that end in .md")
      return Diagnostic(.fileName, at: range, message, severity: .warning)
    }
  }

  private var misnamed: LocalisedText {
    let name = String(path.split(separator: "/").last ?? "")
    return name.contains("\\x")
      ? LocalisedText(
        "名前「\(name)」の文字コードがUTF-8ではありません。古いZIPから取り出したものなら、UTF-8の名前で取り出し直すか、名前を付け直します。",
        en: "the name '\(name)' is not UTF-8; rename it")
      : LocalisedText(
        "名前「\(name)」に、制御文字など名前に使えない文字があります。名前を付け直します。",
        en: "the name '\(name)' has a character that is not allowed; rename it")
  }

  /// The faults of the names of a catalogue's files.
  static func diagnostics(_ sources: SourceTree) -> [Diagnostic] {
    let named = (sources.assets + sources.templates).map(\.path)
    return sources.unread.map(\.diagnostic) + named.compactMap(unportable)
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
}
