extension View {
  /// What keeps the view from having a shape, each with the path to it; nothing if it has the shape.
  ///
  /// An object has to have every name of its shape (with `none` where there is no value): a name left
  /// out would be looked up in the views around it.
  package func conforms(to shape: ViewShape) -> [String] {
    var problems: [String] = []
    compare(with: shape, at: "", &problems)
    return problems
  }

  private func compare(with shape: ViewShape, at path: String, _ problems: inout [String]) {
    switch (self, shape) {
    case (.none, _), (.flag, .flag), (.text, .text), (.html, .html), (.number, .number): return
    case (.list(let views), .list(let element)):
      for (index, view) in views.enumerated() {
        view.compare(with: element, at: "\(path)[\(index)]", &problems)
      }
    case (.object(let object), .object(let fields)):
      let prefix = path.isEmpty ? "" : path + "."
      for field in fields {
        let place = prefix + field.name
        if let view = object[ViewName(field.name)] {
          view.compare(with: field.shape, at: place, &problems)
        } else {
          problems.append("\(place): missing")
        }
      }
      for (index, entry) in object.entries.enumerated() {
        let place = prefix + entry.0.text
        if !fields.contains(where: { ViewName($0.name) == entry.0 }) {
          problems.append("\(place): not in the shape")
        }
        if object.entries[..<index].contains(where: { $0.0 == entry.0 }) {
          problems.append("\(place): given twice")
        }
      }
    default:
      let place = path.isEmpty ? "." : path
      problems.append("\(place): \(kind) instead of \(shape.kind.rawValue)")
    }
  }

  private var kind: String {
    switch self {
    case .none: "none"
    case .flag: ViewShape.Kind.flag.rawValue
    case .text: ViewShape.Kind.text.rawValue
    case .html: ViewShape.Kind.html.rawValue
    case .number: ViewShape.Kind.number.rawValue
    case .list: ViewShape.Kind.list.rawValue
    case .object: ViewShape.Kind.object.rawValue
    }
  }
}
