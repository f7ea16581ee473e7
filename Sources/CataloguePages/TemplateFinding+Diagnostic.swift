package import Diagnostics
package import Mustache

extension TemplateFinding {
  /// The finding in words.
  package var diagnostic: Diagnostic {
    let place = SourceRange(path: path, bytes: range)
    switch kind {
    case .missingPartial(let name, let suggestions):
      return Diagnostic(
        .templateMissing, at: place,
        LocalisedText(
          "「\(name)」というテンプレートはありません。", en: "there is no template '\(name)'"),
        fixes: fixes(suggestions))
    case .unknownName(let name, let part, let suggestions):
      return Diagnostic(
        .templateUnknownName, at: place,
        LocalisedText(
          "「\(name)」の「\(part)」という値は、このページにはありません。",
          en: "the page does not offer '\(part)' of '\(name)'"),
        fixes: fixes(suggestions))
    case .unknownBlock(let name, let parent, let suggestions):
      return Diagnostic(
        .templateUnknownName, at: place,
        LocalisedText(
          "「\(parent)」に「\(name)」というブロックはありません。",
          en: "the template '\(parent)' has no block '\(name)'"),
        fixes: fixes(suggestions))
    case .notWritable(let name, let kind):
      return Diagnostic(
        .templateUnknownName, at: place,
        LocalisedText(
          "「\(name)」は文字ではないので書き出せません(\(kind.rawValue))。",
          en: "'\(name)' is a \(kind.rawValue) and cannot be written as text"))
    default:
      let sentence = syntaxSentence
      return Diagnostic(.templateSyntax, at: place, sentence)
    }
  }

  /// The fixes that write each of `words` for what is wrong of the name.
  private func fixes(_ words: [String]) -> [Fix] {
    words.map { word in
      Fix(
        word,
        edits: names.map { TextEdit(SourceRange(path: path, bytes: $0), with: word) })
    }
  }

  private var syntaxSentence: LocalisedText {
    switch kind {
    case .unclosedTag: LocalisedText("タグが閉じていません。", en: "the tag is not closed")
    case .invalidName(let name):
      LocalisedText("「\(name)」は名前として使えません。", en: "'\(name)' cannot be a name")
    case .invalidDelimiters:
      LocalisedText("区切り記号の指定が正しくありません。", en: "the delimiters are not two")
    case .unclosedSection(let name):
      LocalisedText(
        "「\(name)」の区間が閉じていません。", en: "the section '\(name)' is not closed")
    case .mismatchedEnd(let name, let expected):
      LocalisedText(
        "「\(name)」ではなく「\(expected)」を先に閉じます。",
        en: "'\(expected)' must be closed before '\(name)'")
    case .unexpectedEnd(let name):
      LocalisedText(
        "「\(name)」の区間は開いていません。", en: "there is no open section '\(name)'")
    case .duplicateTemplate(let name):
      LocalisedText(
        "「\(name)」というテンプレートが2つあります。", en: "there are two templates '\(name)'")
    case .endlessRecursion(let name):
      LocalisedText(
        "「\(name)」が自分自身を限りなく読み込みます。", en: "'\(name)' includes itself without end")
    case .rawText(let name):
      LocalisedText(
        "「\(name)」は文字なので、3つの括弧でも置き換えて書き出します。2つの括弧にします。",
        en: "'\(name)' is text and is escaped in any case; use two braces")
    case .tooDeep:
      LocalisedText(
        "区間やテンプレートの入れ子が深すぎます。64段までにします。",
        en: "sections or templates are nested more than 64 deep")
    default: LocalisedText("テンプレートが大きすぎます。", en: "the templates are too large")
    }
  }
}
