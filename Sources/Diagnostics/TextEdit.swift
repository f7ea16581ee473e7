/// A stretch of a file and the text that is to stand in its place.
package struct TextEdit: Hashable, Sendable {
  package let range: SourceRange
  /// What is written instead, quoted and escaped as the file needs it.
  package let replacement: String

  /// Replaces what stands at `range`.
  package init(_ range: SourceRange, with replacement: String) {
    self.range = range
    self.replacement = replacement
  }
}

extension TextEdit {
  /// The bytes of the file at `path` after those of the edits that are in it.
  ///
  /// The edits may have any order. Nil where two of them overlap, or where one lies outside the file.
  package static func applying(
    _ edits: [TextEdit], to bytes: [UInt8], at path: String
  ) -> [UInt8]? {
    let own = edits.filter { $0.range.path == path }
      .sorted { $0.range.bytes.lowerBound < $1.range.bytes.lowerBound }
    var result: [UInt8] = []
    var position = 0
    for edit in own {
      let range = edit.range.bytes
      guard range.lowerBound >= position, range.upperBound <= bytes.count else { return nil }
      result += bytes[position..<range.lowerBound]
      result += edit.replacement.utf8
      position = range.upperBound
    }
    return result + bytes[position...]
  }
}
