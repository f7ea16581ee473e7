import Diagnostics

/// What was written between `[[` and `]]` and is no name, but has names of records in it.
struct NameParts {
  /// What stands between the brackets instead, best first.
  let written: [String]
  /// What is wrong.
  let message: LocalisedText

  /// Takes a text apart; nil where its parts are no names.
  ///
  /// A link that `isAlone` has no text of its own and may get one.
  init?(_ text: String, isAlone: Bool, isName: (String) -> Bool) {
    let bare = text.trimming { "\"'“”「」『』 　".contains($0) }
    if bare != text, isName(bare) {
      written = [bare]
      message = LocalisedText(
        "リンクの名前は、「\"」や「」で囲みません。[[\(bare)]] と書きます。", en: "a name in [[ ]] has no quotation marks")
      return
    }
    if isAlone, let several = Self.several(text, isName) {
      written = [several]
      message = LocalisedText(
        "1つのリンクに名前がいくつもあります。名前ごとに [[名前]] と書きます。", en: "write [[name]] for each of the names")
      return
    }
    let path = text.replacing(":", with: "/")
    if path != text, isName(path) {
      written = [path]
      message = LocalisedText("idの「:」を「/」にします。", en: "an id is written with '/'")
      return
    }
    guard let sign = text.firstIndex(where: { "/／:：".contains($0) }) else { return nil }
    let name = String(text[..<sign])
    let label = String(text[text.index(after: sign)...])
    guard isName(name), !label.isEmpty else { return nil }
    written = (isAlone ? [name + "|" + label] : []) + [name]
    message = LocalisedText(
      "名前と表示する語は「|」で分けます。", en: "write '|' between the name and the text that is shown")
  }

  /// The names between signs that part them, each as a link of its own.
  private static func several(_ text: String, _ isName: (String) -> Bool) -> String? {
    var result = ""
    var name = ""
    var count = 0
    for character in text {
      guard "、，,・".contains(character) else {
        name.append(character)
        continue
      }
      guard isName(name) else { return nil }
      result += name + "]]" + String(character) + "[["
      name = ""
      count += 1
    }
    guard count > 0, isName(name) else { return nil }
    return result + name
  }
}

extension String {
  /// The text without the characters at both ends that meet a condition.
  fileprivate func trimming(_ isDropped: (Character) -> Bool) -> String {
    var text = self[...]
    while let first = text.first, isDropped(first) { text.removeFirst() }
    while let last = text.last, isDropped(last) { text.removeLast() }
    return String(text)
  }
}
