/// What is done to the beginning of each line of a partial, or of what fills a block.
///
/// Source: the Mustache specification; a standalone partial or parent indents every line, and the
/// content of a block loses its own indentation and takes on that of the place which it fills.
struct LineTransform {
  /// What is written before each line.
  var prefix: [UInt8] = []

  /// How many blanks at the beginning of each line are left out.
  var strip = 0

  /// Whether the indentation of the call comes before the prefix.
  var followsCall = false

  /// Whether the next line is already begun, so that it has its indentation.
  var lineIsBegun = false

  /// The indentation `blanks` after the transformation.
  func indentation(_ blanks: some Collection<UInt8>) -> [UInt8] {
    prefix + blanks.dropFirst(strip)
  }
}
