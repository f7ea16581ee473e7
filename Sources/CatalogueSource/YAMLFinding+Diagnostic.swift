package import Diagnostics
import TextRules
package import YAMLTree

extension YAMLFinding {
  /// The finding in words, for the file at `path`.
  package func diagnostic(path: String) -> Diagnostic {
    if case .forbiddenCharacter(let character, let count) = kind {
      return Diagnostic(
        ForbiddenCharacters.Group(character, at: bytes, count: count), path: path)
    }
    let (code, message) = description
    return Diagnostic(
      code, at: SourceRange(path: path, bytes: bytes), message,
      fixes: repairs.enumerated().map { place, repair in
        repair.fix(path: path, isSure: place == 0 && isSure)
      }, notes: notes(path: path))
  }

  /// Whether the first way out is the only thing that can have been meant.
  private var isSure: Bool {
    guard case .slip(let slip) = kind, isOne else { return false }
    return switch slip {
    case .wrongSign: repairs.count == 1
    // A sign of YAML may also be one too many; what begins a text in no language is quoted.
    case .needsQuotes(let sign): repairs.count == 1 && ["@", "`", "%", "|", ">"].contains(sign)
    case .missingComma: repairs.count == 1
    case .missingSpace, .tab, .unsupported, .backslash, .comma: true
    case .missingColon, .dashedField, .extraComma, .recordLink, .otherComment, .itemBesideKey: true
    case .gluedLine, .repeatedKey: true
    case .partedList, .straySign, .splitGroup, .escape, .valueBesideKey, .remark: false
    case .indentation, .missingDash, .unclosed, .wrongBracket, .afterValue, .comment, .htmlComment,
      .brokenValue,
      .strayItem,
      .mark:
      false
    }
  }

  private var description: (DiagnosticCode, LocalisedText) {
    switch kind {
    case .slip(let slip): slip.description
    case .syntax(let problem):
      (
        .yamlSyntax,
        LocalisedText(
          "ここで欄の書き方が崩れています。括弧、引用符、字下げ、「: 」の前後を確かめてください。",
          en: "the fields cannot be read here: \(problem)")
      )
    case .unsupported("---"):
      (
        .yamlUnsupported,
        LocalisedText("ここに2つ目の囲みの行があります。欄の中には書けません。", en: "a second document begins here")
      )
    case .unsupported(let name):
      (
        .yamlUnsupported,
        LocalisedText(
          "「\(name)」という印は使えません。値が & * ! で始まるときは引用符で囲みます。",
          en:
            "the YAML anchor, alias or tag '\(name)' is not supported; quote a value that starts with & * !"
        )
      )
    case .duplicateKey(let key, _):
      (.duplicateKey, LocalisedText("「\(key)」が2回書かれています。", en: "'\(key)' stands twice"))
    case .tooDeep, .forbiddenCharacter:
      (.yamlUnsupported, LocalisedText("欄の入れ子が深すぎます。", en: "the fields are nested too deeply"))
    }
  }

  private func notes(path: String) -> [Diagnostic.Note] {
    guard case .duplicateKey(_, let first) = kind else { return [] }
    return [
      .init(
        LocalisedText("はじめはここです。", en: "first here"),
        at: SourceRange(path: path, bytes: first))
    ]
  }
}

extension YAMLSlip.Repair {
  /// The repair as a fix of the file at `path`.
  func fix(path: String, isSure: Bool) -> Fix {
    Fix(
      title, edits: edits.map { TextEdit(SourceRange(path: path, bytes: $0.range), with: $0.text) },
      isSure: isSure)
  }
}
