/// A piece of a template: text up to the end of a line, or a tag.
struct TemplateToken {
  /// What a piece is.
  enum Kind {
    case text
    case variable
    case rawVariable
    case section
    case inverted
    case end
    case partial
    case parent
    case block
    case comment
    case delimiters

    /// Whether the kind opens something that an end tag closes.
    var opens: Bool {
      switch self {
      case .section, .inverted, .parent, .block: true
      default: false
      }
    }

    /// Whether a tag of the kind may stand alone on its line, which is then not written.
    var mayStandAlone: Bool {
      switch self {
      case .text, .variable, .rawVariable: false
      default: true
      }
    }
  }

  let kind: Kind

  /// The bytes of the whole piece.
  let range: Range<Int>

  /// The bytes of the name in a tag.
  let name: Range<Int>

  /// Whether the piece is the first of a line that is written.
  var startsLine = false

  /// Whether the tag stands alone on its line.
  var isStandalone = false

  /// The blanks before the tag if nothing else stands before it on its line.
  var indent: Range<Int>?

  /// Whether the piece is left out: text of a standalone line, or text in a parent outside its blocks.
  var isLeftOut = false
}
