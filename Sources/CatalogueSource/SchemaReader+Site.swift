import CatalogueModel
import Diagnostics
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
      language: optionalText(node, "language") ?? "ja", keep: keep(node))
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
}
