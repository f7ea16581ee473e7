import CatalogueModel
import Diagnostics
import JapaneseText
import YAMLTree

extension SchemaReader {
  /// What is said of the site as a whole.
  mutating func site(_ node: YAMLNode?, _ root: YAMLNode) -> SiteDefinition {
    guard let node else {
      invalid(root.bytes, "site がありません。", en: "'site' is missing")
      return SiteDefinition(title: "", description: "", baseURL: "/", language: "ja")
    }
    check(node, allowed: Self.siteKeys)
    let base = text(node, "base_url") ?? ""
    if let address = node["base_url"], let problem = SiteDefinition.problem(ofBaseURL: base) {
      invalid(address.bytes, problem.japanese, en: problem.english)
    }
    return SiteDefinition(
      title: text(node, "title") ?? "", description: optionalText(node, "description") ?? "",
      baseURL: base.hasSuffix("/") ? base : base + "/",
      language: optionalText(node, "language") ?? "ja", keep: keep(node), imprint: imprint(node),
      updates: updates(node))
  }

  /// What tells of the last changes.
  private mutating func updates(_ node: YAMLNode) -> ChangeSource? {
    guard let value = node["updates"] else { return nil }
    if let source = value.scalar.flatMap({ ChangeSource(rawValue: $0) }) { return source }
    let words = ChangeSource.allCases.map(\.rawValue)
    report(
      .definitionInvalid, on: value,
      LocalisedText(
        "updates は \(words.joined(separator: "、")) のどれかです。",
        en: "'updates' is one of \(words.joined(separator: ", "))"),
      meant: Nearest.words(to: value.scalar ?? "", among: words))
    return nil
  }

  /// The names at the top of the output that are carried over.
  private mutating func keep(_ node: YAMLNode) -> [Located<String>] {
    var names: [Located<String>] = []
    for item in list(node, "keep") {
      let name = item.scalar ?? ""
      let isName = !name.isEmpty && name != "." && name != ".." && !name.contains("/")
      if isName && !names.contains(where: { $0.value == name }) {
        names.append(Located(name, at: item.bytes, as: item.style))
      } else {
        invalid(
          item.bytes,
          "keep には、書き出し先のいちばん上にあるファイルかフォルダーの名前を、/ なしで1回ずつ書きます。",
          en:
            "'keep' takes names of files and folders at the top of the output, without '/', once each"
        )
      }
    }
    return names
  }

  /// Who answers for the site.
  private mutating func imprint(_ node: YAMLNode) -> Imprint {
    Imprint(
      publisher: optionalText(node, "publisher"), contact: contact(node), asOf: date(node, "as_of"),
      edition: optionalText(node, "edition"), coverage: optionalText(node, "coverage"),
      terms: terms(node))
  }

  private mutating func contact(_ node: YAMLNode) -> Imprint.Contact? {
    guard let text = optionalText(node, "contact"), let value = node["contact"] else { return nil }
    if let contact = Imprint.Contact(text) { return contact }
    invalid(
      value.bytes,
      "contact には、mailto:joho@example.jp か https://example.jp/contact/ のように、誤りを知らせる先を1つ書きます。",
      en:
        "'contact' is one address such as mailto:info@example.jp or https://example.jp/contact/")
    return nil
  }

  /// A date of a setting, in the words that date fields take; nil where it is not set.
  private mutating func date(_ node: YAMLNode, _ key: String) -> PartialDate? {
    guard let value = node[key] else { return nil }
    var reader = FieldReader(path: path, label: key)
    if case .date(let date)? = DateType().read(value, &reader) { return date }
    for fault in reader.diagnostics {
      report(.definitionInvalid, at: fault.range.bytes, fault.message, fixes: fault.fixes)
    }
    return nil
  }

  /// The terms of use: a text, or a text with the address of the whole.
  private mutating func terms(_ node: YAMLNode) -> Imprint.Terms? {
    guard let value = node["terms"] else { return nil }
    if value.mapping == nil { return optionalText(node, "terms").map { Imprint.Terms($0) } }
    check(value, allowed: Self.termsKeys)
    let address = optionalText(value, "url")
    if let address, let node = value["url"], !Imprint.isWebAddress(address) {
      invalid(
        node.bytes, "terms の url には、https:// で始まるアドレスを書きます。",
        en: "'url' of 'terms' begins with https://")
    }
    return text(value, "text").map { Imprint.Terms($0, address: address) }
  }
}
