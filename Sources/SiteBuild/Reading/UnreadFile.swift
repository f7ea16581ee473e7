package import Diagnostics

/// A file of a catalogue of which nothing is published, which its author should know.
package struct UnreadFile: Sendable, Equatable {
  /// Why it is not read.
  package enum Reason: Sendable, Equatable {
    /// It is not of a kind that is read there.
    case kind
    /// It is a link, which may lead out of the catalogue.
    case link
    /// Its name is not UTF-8.
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
    case .name:
      return Diagnostic(
        .fileName, at: range,
        LocalisedText(
          "ファイル名の文字コードが UTF-8 ではありません。半角の小文字、数字、ハイフンだけの名前に変えます。",
          en: "the name of the file is not UTF-8; give it a name of a-z, 0-9 and hyphens"))
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
}
