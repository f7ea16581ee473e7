/// The label of a footnote in `[^label]`.
enum FootnoteLabel {
  /// The label without its spaces, as it may have been meant: `^ 2` as `2`, `^b c` as `b-c`; nil where it has
  /// none or is no label.
  static func joined(_ content: ArraySlice<UInt8>) -> [UInt8]? {
    guard content.first == UInt8(ascii: "^"),
      content.contains(where: { $0 == 32 || $0 == 9 }), !content.contains(10)
    else { return nil }
    let words = content.dropFirst().split { $0 == 32 || $0 == 9 }
    return words.isEmpty ? nil : Array(words.joined(separator: [UInt8(ascii: "-")]))
  }
}
