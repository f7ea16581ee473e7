/// What a template is rendered with: a tree of the values that its tags name.
///
/// A section is rendered for every element of a list, once for any other value that is there, and not
/// at all for `none`, `flag(false)`, and empty text, HTML or lists. A number is always there: 0 is a
/// value, and a blank is not 0. Only text, HTML and numbers can be written.
package enum View: Sendable, Equatable {
  /// Nothing: the name is there without a value.
  case none
  /// A condition.
  case flag(Bool)
  /// Text, which is escaped where it is written.
  case text(String)
  /// UTF-8 bytes of HTML that is right as it is, and never escaped.
  case html([UInt8])
  /// An integer, written in decimal digits.
  case number(Int)
  /// Views, for each of which a section is rendered.
  case list([View])
  /// Views under names.
  case object(ViewObject)

  /// Whether a section with this value is rendered.
  var isThere: Bool {
    switch self {
    case .none: false
    case .flag(let flag): flag
    case .text(let text): !text.isEmpty
    case .html(let bytes): !bytes.isEmpty
    case .list(let views): !views.isEmpty
    case .number, .object: true
    }
  }
}
