import FlyingSocks

/// A body that is in memory whole, in pieces of the size that the socket asks for.
struct FixedBytes: AsyncBufferedSequence {
  typealias Element = UInt8

  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  func makeAsyncIterator() -> Iterator { Iterator(rest: bytes[...]) }

  /// The bytes that are still to be sent.
  struct Iterator: AsyncBufferedIteratorProtocol {
    fileprivate var rest: ArraySlice<UInt8>

    mutating func next() async -> UInt8? { rest.popFirst() }

    mutating func nextBuffer(suggested count: Int) async -> ArraySlice<UInt8>? {
      if rest.isEmpty { return nil }
      defer { rest = rest.dropFirst(count) }
      return rest.prefix(count)
    }
  }
}

/// A body that never ends by itself: events as they come.
struct EventBytes: AsyncBufferedSequence {
  typealias Element = UInt8

  private let events: AsyncStream<ServerSentEvent>

  init(_ events: AsyncStream<ServerSentEvent>) {
    self.events = events
  }

  func makeAsyncIterator() -> Iterator { Iterator(events: events.makeAsyncIterator()) }

  /// The events that are still to come; one is sent at once and whole.
  struct Iterator: AsyncBufferedIteratorProtocol {
    fileprivate var events: AsyncStream<ServerSentEvent>.Iterator
    private var rest: ArraySlice<UInt8> = []

    fileprivate init(events: AsyncStream<ServerSentEvent>.Iterator) {
      self.events = events
    }

    mutating func next() async -> UInt8? {
      if rest.isEmpty { rest = await nextBuffer(suggested: 0)?[...] ?? [] }
      return rest.popFirst()
    }

    mutating func nextBuffer(suggested count: Int) async -> [UInt8]? {
      await events.next()?.bytes
    }
  }
}
