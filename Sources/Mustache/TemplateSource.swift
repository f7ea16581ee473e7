/// A template as it was read.
package struct TemplateSource: Sendable, Hashable {
  /// The name by which templates name it.
  package let name: String

  /// Where it was read from, for findings.
  package let path: String

  /// Its text in UTF-8.
  package let bytes: [UInt8]

  /// Makes a source.
  package init(name: String, path: String, bytes: [UInt8]) {
    self.name = name
    self.path = path
    self.bytes = bytes
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}
