package import Diagnostics
package import YAMLTree

/// An address on the web: `https://…` or `http://…`.
package struct URLType: FieldType {
  package static let name = "url"
  package static let summary = LocalisedText(
    "https:// で始まるアドレス。", en: "an address that starts with https://")

  package func read(_ node: YAMLNode, _ reader: inout FieldReader) -> FieldValue? {
    guard let text = reader.text(node) else { return nil }
    let isPlain = text.utf8.allSatisfy {
      $0 > 32 && $0 < 127 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "<")
        && $0 != UInt8(ascii: ">")
    }
    let hasHost = ["https://", "http://"].contains { scheme in
      guard text.hasPrefix(scheme) else { return false }
      return text.dropFirst(scheme.count).first.map { !"/?#".contains($0) } ?? false
    }
    guard isPlain, hasHost else {
      reader.report(
        .invalidURL, at: node.bytes,
        LocalisedText(
          "「\(reader.label)」は https:// か http:// で始まる半角のアドレスで書きます。",
          en: "'\(reader.label)' is an ASCII address that starts with https:// or http://"))
      return nil
    }
    return .text(text)
  }

  package func address(_ value: FieldValue) -> String? {
    if case .text(let text) = value { text } else { nil }
  }

  package func searchText(_ value: FieldValue) -> String? { nil }
}
