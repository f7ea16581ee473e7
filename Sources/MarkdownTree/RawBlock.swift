/// A block as the block parser gives it: lines, columns, and text without container marks.
struct RawBlock {
  /// What the block is.
  enum Kind: Equatable {
    case blockQuote
    case list(start: Int?, isTight: Bool)
    case item(isChecked: Bool?)
    case paragraph
    case heading(level: Int)
    case code(info: [UInt8], isFenced: Bool)
    case rawHTML
    case thematicBreak
    case table([Table.Alignment])
    case tableRow(isHeader: Bool)
    case tableCell
    case footnoteDefinition
  }

  var kind: Kind
  /// The first line, counted from 0; negative where the parser gives none.
  var startLine = 0
  /// The byte in that line at which the block begins.
  var startColumn = 0
  /// The last line, or the one after it: the parser counts differently from block to block.
  var endLine = 0
  /// The index after the last descendant.
  var end = 0
  /// The lines of a leaf without container marks and indentation, with covers as in the masked copy.
  var content: [UInt8] = []

  init(kind: Kind) {
    self.kind = kind
  }
}
