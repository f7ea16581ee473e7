/// Why bytes are no JSON text that is read, and where.
package struct JSONFault: Error, Equatable {
  /// What is wrong.
  package enum Reason: Sendable, Equatable {
    /// Another character is due, or the text ends too early or too late.
    case syntax
    /// A string has bytes that are no UTF-8, or half a surrogate pair.
    case encoding
    /// Values are nested deeper than is read.
    case depth
    /// There are more bytes or more values than are read.
    case size
  }

  package let reason: Reason
  /// The offset in the bytes.
  package let offset: Int
}
