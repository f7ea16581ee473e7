package import Workspace

/// A record of a catalogue in memory.
package struct TestRecord: Sendable {
  /// `collection/id`.
  package let key: String
  /// The whole file.
  package let text: String

  /// A record with a title and whatever lines of front matter the test is about.
  ///
  /// The reading is in katakana made of the id where none is given, so that every record has one.
  package init(
    _ key: String, _ title: String, yomi: String = "あ", _ lines: String = "", body: String = ""
  ) {
    self.key = key
    let more = lines.isEmpty ? "" : lines + "\n"
    text = "---\ntitle: \(title)\nyomi: \(yomi)\n\(more)---\n\(body)"
  }

  /// A record with its whole file as given.
  package init(_ key: String, text: String) {
    self.key = key
    self.text = text
  }

  /// The path of the file from the root.
  package var path: String { "content/\(key).md" }

  /// The file.
  package var file: SourceTree.File {
    SourceTree.File(path: path, bytes: Array(text.utf8))
  }
}

/// Lists records one below the other.
@resultBuilder
package enum TestRecordBuilder {
  package static func buildExpression(_ record: TestRecord) -> [TestRecord] { [record] }
  package static func buildExpression(_ records: [TestRecord]) -> [TestRecord] { records }
  package static func buildBlock(_ parts: [TestRecord]...) -> [TestRecord] { parts.flatMap { $0 } }
  package static func buildOptional(_ part: [TestRecord]?) -> [TestRecord] { part ?? [] }
  package static func buildArray(_ parts: [[TestRecord]]) -> [TestRecord] { parts.flatMap { $0 } }
}
