import Diagnostics

/// Tells an author that a file of the content is not part of the site.
enum UnreadFile {
  /// The warning for the file at `path`.
  static func diagnostic(_ path: String) -> Diagnostic {
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
