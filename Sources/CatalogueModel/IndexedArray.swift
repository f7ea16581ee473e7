/// An array that is read at the positions of one kind of thing.
///
/// It holds the things themselves (`IndexedArray<Record, Record>`) or something for each of them
/// (`IndexedArray<Record, [EdgeIndex]>`).
package struct IndexedArray<Thing, Element> {
  @usableFromInline var elements: [Element]

  /// Takes the elements in their order.
  @inlinable package init(_ elements: [Element] = []) {
    self.elements = elements
  }

  /// Takes the elements in their order.
  @inlinable package init(_ elements: some Sequence<Element>) {
    self.elements = Array(elements)
  }

  /// The same element at each of `count` positions.
  @inlinable package init(repeating element: Element, count: Int) {
    elements = Array(repeating: element, count: count)
  }

  /// Adds an element, and gives its position.
  @inlinable @discardableResult
  package mutating func append(_ element: Element) -> Position<Thing> {
    elements.append(element)
    return Position(elements.count - 1)
  }

  /// The elements with their positions.
  @inlinable package var indexed: Zip2Sequence<Range<Position<Thing>>, Self> { zip(indices, self) }

  /// The same positions with something made of each element.
  @inlinable package func mapped<New>(
    _ transform: (Element) throws -> New
  ) rethrows -> IndexedArray<Thing, New> {
    IndexedArray<Thing, New>(try elements.map(transform))
  }
}

extension IndexedArray: RandomAccessCollection, MutableCollection {
  @inlinable package var startIndex: Position<Thing> { Position(0) }
  @inlinable package var endIndex: Position<Thing> { Position(elements.count) }
  @inlinable package var count: Int { elements.count }

  /// The element at a position.
  @inlinable package subscript(position: Position<Thing>) -> Element {
    get { elements[position.offset] }
    set { elements[position.offset] = newValue }
    _modify { yield &elements[position.offset] }
  }
}

extension IndexedArray: ExpressibleByArrayLiteral {
  /// Takes the elements in their order.
  @inlinable package init(arrayLiteral elements: Element...) {
    self.elements = elements
  }
}

extension IndexedArray: Sendable where Element: Sendable {}
extension IndexedArray: Equatable where Element: Equatable {}
extension IndexedArray: Hashable where Element: Hashable {}
