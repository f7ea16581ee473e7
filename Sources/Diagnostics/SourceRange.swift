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
///
/// Public, as `IndexedArray` is: it is generic.
public struct Located<Value> {
  /// What was written.
  public let value: Value
  @usableFromInline let place: CompactRange
  /// How it was written; nil where it is no scalar of YAML.
  public let style: ScalarStyle?

  /// Joins a value to its place.
  @inlinable public init(_ value: Value, at bytes: Range<Int>, as style: ScalarStyle? = nil) {
    self.value = value
    place = CompactRange(bytes)
    self.style = style
  }

  /// Where it was written, as offsets in the bytes of its file, quotes included.
  @inlinable public var bytes: Range<Int> { place.range }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
