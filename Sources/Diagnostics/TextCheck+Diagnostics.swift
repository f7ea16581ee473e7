package import TextRules

extension TextCheck {
  /// What is wrong with the text of the file at `path`: one report for each kind of fault.
  ///
  /// `decoded` are refused characters that the file writes with their numbers (`"\u202e"`, `&#x202e;`);
  /// they are counted with the others.
  package func diagnostics(path: String, decoded: ForbiddenCharacters = .init()) -> [Diagnostic] {
    if let invalid { return [Diagnostic(ForeignText(kind: .unknown, place: invalid), path: path)] }
    var all = forbidden
    all.add(decoded)
    return all.groups.map { Diagnostic($0, path: path) }
  }
}

extension Diagnostic {
  /// The report for the refused characters of one kind in the file at `path`.
  package init(_ group: ForbiddenCharacters.Group, path: String) {
    let name = group.character.name
    let (japanese, english) =
      switch group.character.kind {
      case .control: ("制御文字 \(name) は使えません。", "the control character \(name) is not allowed")
      case .noncharacter:
        ("\(name) は文字ではない番号なので使えません。", "\(name) is no character and is not allowed")
      case .direction:
        (
          "文字の向きを変える記号 \(name) は、見た目と中身を違えるので使えません。",
          "\(name), which turns the direction of text, is not allowed"
        )
      }
    let count =
      group.count == 1
      ? ("", "")
      : ("同じ種類のものがこのファイルに\(group.count)か所あります。", "; the file has \(group.count) of the kind")
    self.init(
      .forbiddenCharacter, at: SourceRange(path: path, bytes: group.bytes),
      LocalisedText(japanese + "消してください。" + count.0, en: english + "; remove it" + count.1))
  }
}
