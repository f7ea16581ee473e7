import Mustache

extension ViewObject {
  /// The object with more entries behind its own; where a name is given twice, the first counts.
  func adding(_ other: ViewObject) -> ViewObject {
    ViewObject(entries.map { ($0.name, $0.view) } + other.entries.map { ($0.name, $0.view) })
  }
}
