import Diagnostics
import Testing
import YAMLTree

@testable import CatalogueModel

/// What came of reading one value of a field.
struct FieldReading {
  let value: FieldValue?
  let diagnostics: [Diagnostic]
  /// The file that holds the value.
  let source: String

  /// Reads `key: <yaml>` with a field type.
  init(_ yaml: String, with type: any FieldType) throws {
    try self.init(source: "欄: " + yaml + "\n", with: type)
  }

  /// Reads the value of the key in a file.
  init(source: String, with type: any FieldType) throws {
    self.source = source
    let bytes = Array(source.utf8)
    let (root, findings) = YAMLParser.parse(bytes, range: 0..<bytes.count)
    try #require(findings.isEmpty, "\(findings)")
    let node = try #require(root?["欄"])
    var reader = FieldReader(path: "content/a/b.md", label: "欄")
    value = type.read(node, &reader)
    diagnostics = reader.diagnostics
  }

  /// The one fault, with the text that it marks.
  func fault() throws -> (diagnostic: Diagnostic, marked: String) {
    try #require(diagnostics.count == 1, "\(diagnostics.map(\.message.english))")
    let diagnostic = try #require(diagnostics.first)
    let bytes = Array(source.utf8)
    return (diagnostic, String(decoding: bytes[diagnostic.range.bytes], as: UTF8.self))
  }
}
