/// The columns that text takes up on a terminal.
package enum DisplayWidth {
  /// The number of columns of a text: 2 for wide characters, 0 for combining ones and controls, else 1.
  ///
  /// Source: UAX #11; characters of ambiguous width count 1, as terminals have it unless told otherwise.
  /// A sequence joined by ZERO WIDTH JOINER counts as the sum of its parts.
  package static func columns(of text: String) -> Int {
    columns(of: text.unicodeScalars)
  }

  /// The number of columns of scalars; see `columns(of:)` of a text.
  package static func columns(of scalars: some Sequence<Unicode.Scalar>) -> Int {
    scalars.reduce(0) { $0 + columns(of: $1) }
  }

  /// The number of columns of one scalar: 0, 1 or 2.
  package static func columns(of scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x7F { return scalar.value < 0x20 ? 0 : 1 }
    if scalar.value < 0xA0 || EastAsianWidth.isZero(scalar) { return 0 }
    return EastAsianWidth.isWide(scalar) ? 2 : 1
  }
}
