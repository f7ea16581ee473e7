package import Diagnostics
package import YAMLTree

/// An address on the web: `https://…` or `http://…`.
package struct URLType: FieldType {
  package static let name = "url"
  package static let summary = LocalisedText(
    "https:// で始まるアドレス。", en: "an address that starts with https://")

  package func read(_ node: YAMLNode, _ reader: inout FieldReader) -> FieldValue? {
    guard let text = reader.text(node) else { return nil }
    guard MeantAddress.isAddress(text) else {
      reader.report(
        .invalidURL, on: node,
        LocalisedText(
          "「\(reader.label)」は https:// か http:// で始まる半角のアドレスで書きます。",
          en: "'\(reader.label)' is an ASCII address that starts with https:// or http://"),
        meant: MeantAddress.of(text).map { [$0] } ?? [])
      return nil
    }
    return .text(text)
  }

  package func address(_ value: FieldValue) -> String? {
    if case .text(let text) = value { text } else { nil }
  }

  package func searchText(_ value: FieldValue) -> String? { nil }
}
