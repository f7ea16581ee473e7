/// An array that is read at the positions of one kind of thing.
///
/// It holds the things themselves (`IndexedArray<Record, Record>`) or something for each of them
/// (`IndexedArray<Record, [EdgeIndex]>`). Public, as `Position` is: of a generic type with package access,
/// other modules call functions that know nothing of `Element` (Swift 6.3).
public struct IndexedArray<Thing, Element> {
  @usableFromInline var elements: [Element]

  /// Takes the elements in their order.
  @inlinable public init(_ elements: [Element] = []) {
    self.elements = elements
  }

  /// Takes the elements in their order.
  @inlinable public init(_ elements: some Sequence<Element>) {
    self.elements = Array(elements)
  }

  /// The same element at each of `count` positions.
  @inlinable public init(repeating element: Element, count: Int) {
    elements = Array(repeating: element, count: count)
  }

  /// Adds an element, and gives its position.
  @inlinable @discardableResult
  public mutating func append(_ element: Element) -> Position<Thing> {
    elements.append(element)
    return Position(elements.count - 1)
  }

  /// The elements with their positions.
  @inlinable public var indexed: Zip2Sequence<Range<Position<Thing>>, Self> { zip(indices, self) }

  /// The same positions with something made of each element.
  @inlinable public func mapped<New>(
    _ transform: (Element) throws -> New
  ) rethrows -> IndexedArray<Thing, New> {
    IndexedArray<Thing, New>(try elements.map(transform))
  }
}

extension IndexedArray: RandomAccessCollection, MutableCollection {
  /// The first position.
  @inlinable public var startIndex: Position<Thing> { Position(0) }
  /// The position behind the last element.
  @inlinable public var endIndex: Position<Thing> { Position(elements.count) }
  /// How many elements there are.
  @inlinable public var count: Int { elements.count }

  // What follows is as the standard library has it for any such collection, but costs what an array does.

  /// The next position.
  @inlinable public func index(after position: Position<Thing>) -> Position<Thing> {
    Position(position.offset + 1)
  }

  /// The position before.
  @inlinable public func index(before position: Position<Thing>) -> Position<Thing> {
    Position(position.offset - 1)
  }

  /// The position so many elements further on.
  @inlinable public func index(
    _ position: Position<Thing>, offsetBy distance: Int
  ) -> Position<Thing> {
    Position(position.offset + distance)
  }

  /// How many elements lie between two positions.
  @inlinable public func distance(
    from start: Position<Thing>, to end: Position<Thing>
  ) -> Int {
    end.offset - start.offset
  }

  /// Walks the elements as those of the array.
  @inlinable public func makeIterator() -> IndexingIterator<[Element]> {
    elements.makeIterator()
  }

  /// Lends the elements to `body` as they stand in memory.
  @inlinable public func withContiguousStorageIfAvailable<Result>(
    _ body: (UnsafeBufferPointer<Element>) throws -> Result
  ) rethrows -> Result? {
    try elements.withContiguousStorageIfAvailable(body)
  }

  /// The element at a position.
  @inlinable public subscript(position: Position<Thing>) -> Element {
    get { elements[position.offset] }
    set { elements[position.offset] = newValue }
    _modify { yield &elements[position.offset] }
  }
}

extension IndexedArray: ExpressibleByArrayLiteral {
  /// Takes the elements in their order.
  @inlinable public init(arrayLiteral elements: Element...) {
    self.elements = elements
  }
}

extension IndexedArray: Sendable where Element: Sendable {}
extension IndexedArray: Equatable where Element: Equatable {}
extension IndexedArray: Hashable where Element: Hashable {}
