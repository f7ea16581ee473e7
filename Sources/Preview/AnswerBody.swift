/// What follows the headers of an answer; it is sent piece by piece.
package struct AnswerBody: Sendable, Equatable {
  private var pieces: [ArraySlice<UInt8>]
  /// The number of bytes that are left.
  package private(set) var count: Int

  /// A body of some runs of bytes.
  init(_ pieces: [ArraySlice<UInt8>]) {
    self.pieces = pieces.filter { !$0.isEmpty }
    count = pieces.reduce(0) { $0 + $1.count }
  }

  /// A body of `bytes`, which may be none.
  package init(_ bytes: [UInt8] = []) {
    self.init([bytes[...]])
  }

  /// The part of the body in `range`.
  package subscript(range: Range<Int>) -> AnswerBody {
    var parts: [ArraySlice<UInt8>] = []
    var start = 0
    for piece in pieces {
      let part = range.clamped(to: start..<start + piece.count)
      let offset = piece.startIndex - start
      if !part.isEmpty { parts.append(piece[part.lowerBound + offset..<part.upperBound + offset]) }
      start += piece.count
    }
    return AnswerBody(parts)
  }

  /// Takes the next bytes, `limit` of them or, at the end, what is left.
  package mutating func take(atMost limit: Int) -> [UInt8] {
    let wanted = min(limit, count)
    let taken = self[0..<wanted]
    self = self[wanted..<count]
    return taken.pieces.count == 1 ? Array(taken.pieces[0]) : taken.pieces.flatMap { $0 }
  }
}

extension AnswerBody {
  package static func == (one: AnswerBody, other: AnswerBody) -> Bool {
    one.count == other.count && one.pieces.joined().elementsEqual(other.pieces.joined())
  }
}
