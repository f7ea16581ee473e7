/// A stretch of bytes in one of the files of a catalogue.
package struct SourceRange: Hashable, Sendable {
  /// The file, relative to the root of the catalogue, with `/` between folders.
  package let path: String
  /// Offsets in the bytes of the file.
  package let bytes: Range<Int>

  /// Makes the range of `bytes` in the file at `path`.
  package init(path: String, bytes: Range<Int>) {
    self.path = path
    self.bytes = bytes
  }
}

/// A value with where and how its author wrote it.
package struct Located<Value> {
  /// What was written.
  package let value: Value
  /// Where it was written, as offsets in the bytes of its file, quotes included.
  package let bytes: Range<Int>
  /// How it was written; nil where it is no scalar of YAML.
  package let style: ScalarStyle?

  /// Joins a value to its place.
  package init(_ value: Value, at bytes: Range<Int>, as style: ScalarStyle? = nil) {
    self.value = value
    self.bytes = bytes
    self.style = style
  }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
