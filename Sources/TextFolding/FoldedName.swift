private import Glibc

/// A name of a record as names are compared: folded, without any white space.
///
/// ＴＩＡ and TIA, ⼒ and 力, 「東北 大学」 and 「東北大学」 are the same name.
package struct FoldedName: Hashable, Comparable, Sendable {
  /// The folded name as UTF-8.
  package let bytes: [UInt8]

  /// Folds a name as it is written.
  package init(_ name: String) {
    bytes = Folding.fold(utf8: name.utf8).filter { $0 != UInt8(ascii: " ") }
  }

  package static func < (left: FoldedName, right: FoldedName) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }

  // As the compiler would write them, but in one call for all bytes: every reference looks a name up.

  package static func == (left: FoldedName, right: FoldedName) -> Bool {
    left.bytes.count == right.bytes.count
      && memcmp(left.bytes, right.bytes, left.bytes.count) == 0
  }

  package func hash(into hasher: inout Hasher) {
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
  }
}
