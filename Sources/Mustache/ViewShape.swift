/// What views of one kind of page look like: the names that a template may use there, and their kinds.
///
/// Any value may also be `View.none`.
package indirect enum ViewShape: Sendable, Hashable {
  case text
  case html
  case flag
  case number
  case list(of: ViewShape)
  case object([Field])

  /// A name that an object offers.
  package struct Field: Sendable, Hashable {
    /// The name, as a template writes it.
    package let name: String

    /// What it gives, in one sentence for those who write templates.
    package let summary: String

    /// What its value looks like.
    package let shape: ViewShape

    /// Makes a field.
    package init(_ name: String, _ summary: String, _ shape: ViewShape) {
      self.name = name
      self.summary = summary
      self.shape = shape
    }
  }

  /// The kinds of values, without what is in them.
  package enum Kind: String, Sendable, Hashable {
    case text
    case html
    case flag
    case number
    case list
    case object
  }

  /// The kind of the value.
  package var kind: Kind {
    switch self {
    case .text: .text
    case .html: .html
    case .flag: .flag
    case .number: .number
    case .list: .list
    case .object: .object
    }
  }

  /// The fields of an object; none for other values.
  package var fields: [Field] {
    guard case .object(let fields) = self else { return [] }
    return fields
  }

  /// The shape under a name of an object.
  func shape(named name: String) -> ViewShape? {
    fields.first { $0.name == name }?.shape
  }

  /// What a section over the value is rendered with.
  var element: ViewShape {
    if case .list(let element) = self { return element }
    return self
  }
}
