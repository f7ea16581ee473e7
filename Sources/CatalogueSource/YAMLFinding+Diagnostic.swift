package import Diagnostics
import TextRules
package import YAMLTree

extension YAMLFinding {
  /// The finding in words, for the file at `path`.
  package func diagnostic(path: String) -> Diagnostic {
    let range = SourceRange(path: path, bytes: bytes)
    switch kind {
    case .syntax(let problem):
      return Diagnostic(
        .yamlSyntax, at: range,
        LocalisedText(
          "ここでYAMLの書き方が崩れています。括弧、引用符、字下げ、「: 」の前後を確かめてください。",
          en: "the YAML cannot be read here"),
        notes: [.init(LocalisedText("読み取り器の言葉: \(problem)", en: "parser: \(problem)"))])
    case .unsupported(let name):
      return Diagnostic(
        .yamlUnsupported, at: range,
        LocalisedText(
          "YAMLの「\(name)」という印は使えません。値が & * ! で始まるときは引用符で囲みます。",
          en:
            "the YAML anchor, alias or tag '\(name)' is not supported; quote a value that starts with & * !"
        ))
    case .duplicateKey(let key, let first):
      return Diagnostic(
        .duplicateKey, at: range,
        LocalisedText("「\(key)」が2回書かれています。", en: "'\(key)' stands twice"),
        notes: [
          .init(
            LocalisedText("はじめはここです。", en: "first here"),
            at: SourceRange(path: path, bytes: first))
        ])
    case .forbiddenCharacter(let character, let count):
      return Diagnostic(
        ForbiddenCharacters.Group(character, at: bytes, count: count), path: path)
    case .tooDeep:
      return Diagnostic(
        .yamlUnsupported, at: range,
        LocalisedText("YAMLの入れ子が深すぎます。", en: "the YAML is nested too deeply"))
    }
  }
}
