package import Diagnostics

/// A piece of YAML with the place where it was written.
///
/// A scalar keeps the text as its author wrote it: `no`, `0123` and `1:30` stay text, and what they
/// mean is for the field type to say. A value that is a plain `~` or `null` is empty text, as one that is
/// left out; between quotes they are words.
package struct YAMLNode: Sendable, Equatable {
  /// What the node holds.
  package indirect enum Content: Sendable, Equatable {
    case scalar(String)
    case sequence([YAMLNode])
    case mapping([Entry])
  }

  /// A key of a mapping with its value.
  package struct Entry: Sendable, Equatable {
    package let key: YAMLNode
    package let value: YAMLNode
  }

  package let content: Content
  /// Offsets in the bytes of the file, quotes and brackets included.
  package let bytes: Range<Int>
  /// How a scalar is written; nil for what is none.
  package let style: ScalarStyle?

  /// Makes a node that was written at `bytes`.
  package init(_ content: Content, at bytes: Range<Int>, as style: ScalarStyle? = nil) {
    self.content = content
    self.bytes = bytes
    self.style = style
  }

  /// The text of a scalar.
  package var scalar: String? {
    if case .scalar(let text) = content { text } else { nil }
  }

  /// The nodes of a sequence.
  package var sequence: [YAMLNode]? {
    if case .sequence(let nodes) = content { nodes } else { nil }
  }

  /// The entries of a mapping in the order they were written.
  package var mapping: [Entry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  /// The value of `key` in a mapping.
  package subscript(key: String) -> YAMLNode? {
    mapping?.first { $0.key.scalar == key }?.value
  }
}
