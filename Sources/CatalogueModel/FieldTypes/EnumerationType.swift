package import Diagnostics
private import TextFolding
package import YAMLTree

/// One of the words that `catalogue.yml` lists.
package struct EnumerationType: FieldType {
  /// A word that may be chosen, with its name in URLs.
  package struct Choice: Sendable, Equatable {
    package let text: String
    package let slug: String

    package init(text: String, slug: String? = nil) {
      self.text = text
      self.slug = slug ?? Slug.make(text)
    }
  }

  package static let name = "enumeration"
  package static let summary = LocalisedText(
    "決まった言葉から1つ選びます。", en: "one of a list of words")

  package let traits: FieldTraits = [.facet, .choice]
  package let roles: Set<FieldRole> = [.kind, .place, .prize]

  /// How many choices a fault lists.
  private static let listed = 50

  /// The words in the order in which pages show them.
  package let choices: [Choice]
  /// The places of the words, as they are written and folded.
  private let places: [String: Int]
  private let foldedPlaces: [FoldedName: Int]

  /// Makes the type of a field that takes one of `choices`.
  package init(choices: [Choice]) {
    self.choices = choices
    let numbered = choices.enumerated()
    places = Dictionary(numbered.map { ($1.text, $0) }, uniquingKeysWith: { first, _ in first })
    foldedPlaces = Dictionary(
      numbered.map { (FoldedName($1.text), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The words to choose from.
  package var hint: LocalisedText {
    let words = choices.map(\.text).joined(separator: " / ")
    return LocalisedText(words + " から選ぶ", en: "one of " + words)
  }

  package func read(_ node: YAMLNode, _ reader: inout FieldReader) -> FieldValue? {
    guard let text = reader.text(node) else { return nil }
    if places[text] != nil { return .text(text) }
    if let place = foldedPlaces[FoldedName(text)] { return .text(choices[place].text) }
    let words = choices.prefix(Self.listed).map(\.text) + (choices.count > Self.listed ? ["…"] : [])
    reader.report(
      .unknownChoice, on: node,
      LocalisedText(
        "「\(reader.label)」に「\(text)」という選択肢はありません。選べるのは"
          + words.joined(separator: "、") + "です。",
        en: "'\(text)' is not a choice of '\(reader.label)'; the choices are "
          + words.joined(separator: ", ")),
      meant: several(meantBy: text) != nil
        ? []
        : choices.first { $0.slug == text }.map { [$0.text] }
          ?? Nearest.words(to: text, among: choices.map(\.text)))
    return nil
  }

  /// The words of a text that is several of them: `茨城県・千葉県`.
  package func several(meantBy text: String) -> [String]? {
    if text.utf8.count > Candidates.longest { return nil }
    for signs in ["、，､,;；・/／ 　", "、，､,;；・/／ 　と"] {
      let parts = text.unicodeScalars.split { signs.unicodeScalars.contains($0) }.map { String($0) }
      if parts.count > 1, parts.allSatisfy({ places[$0] != nil }) { return parts }
    }
    return nil
  }

  package func sortKey(_ value: FieldValue) -> [UInt8] {
    let text = show(value).text
    let index = places[text] ?? choices.count
    return [UInt8(index >> 8 & 0xFF), UInt8(index & 0xFF)]
  }

  package func slug(_ value: FieldValue) -> String {
    let text = show(value).text
    return places[text].map { choices[$0].slug } ?? Slug.make(text)
  }
}
