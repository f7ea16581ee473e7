/// Views under names: few, so that they are looked up one after the other.
///
/// Shapes: written as a dictionary literal. Where a name is given twice, the first counts. Two objects
/// are equal if they have equal views under the same names, in any order.
package struct ViewObject: Sendable, ExpressibleByDictionaryLiteral {
  /// The names with their views, in the order in which they were given.
  ///
  /// Without labels: to label the pairs of a literal, each of them would be made anew.
  package let entries: [(ViewName, View)]

  package init(dictionaryLiteral elements: (ViewName, View)...) {
    entries = elements
  }

  /// Makes an object of names that are known only at run time.
  package init(_ entries: [(ViewName, View)]) {
    self.entries = entries
  }

  /// The view under a name, or nothing if the object does not have the name.
  package subscript(name: ViewName) -> View? {
    view(name.key)
  }

  /// The view under the name with a key.
  @inline(__always)
  func view(_ key: ViewName.Key) -> View? {
    entries.withUnsafeBufferPointer { $0.view(key) }
  }
}

extension ViewObject: Equatable {
  package static func == (left: ViewObject, right: ViewObject) -> Bool {
    left.entries.allSatisfy { right[$0.0] == left[$0.0] }
      && right.entries.allSatisfy { left[$0.0] != nil }
  }
}

extension UnsafeBufferPointer where Element == (ViewName, View) {
  /// The view under the name with a key; no other view is touched, nor its reference count.
  @inline(__always)
  func view(_ key: ViewName.Key) -> View? {
    for place in indices where self[place].0.key == key { return self[place].1 }
    return nil
  }
}
