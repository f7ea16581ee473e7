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
}
