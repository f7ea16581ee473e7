import Mustache

extension ViewObject {
  /// The object with more entries behind its own; where a name is given twice, the first counts.
  func adding(_ other: ViewObject) -> ViewObject {
    ViewObject(entries + other.entries)
  }
}
