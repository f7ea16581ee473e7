/// What follows the headers of an answer: bytes and parts of files, read only as they are sent.
package struct AnswerBody: Sendable, Equatable {
  /// A run of bytes; a file holds what it held when it was opened, since editions are never written to.
  enum Piece: Sendable, Equatable {
    case bytes(ArraySlice<UInt8>)
    case file(SiteFile, Range<Int>)

    var count: Int {
      switch self {
      case .bytes(let bytes): bytes.count
      case .file(_, let range): range.count
      }
    }

    /// The bytes in `range`, counted from the beginning of the piece.
    subscript(range: Range<Int>) -> Piece {
      switch self {
      case .bytes(let bytes):
        let start = bytes.startIndex
        return .bytes(bytes[start + range.lowerBound..<start + range.upperBound])
      case .file(let file, let whole):
        let start = whole.lowerBound
        return .file(file, start + range.lowerBound..<start + range.upperBound)
      }
    }
  }

  private var pieces: [Piece]
  /// The number of bytes that are left.
  package private(set) var count: Int

  init(_ pieces: [Piece]) {
    self.pieces = pieces.filter { $0.count > 0 }
    count = self.pieces.reduce(0) { $0 + $1.count }
  }

  /// A body of `bytes`, which may be none.
  package init(_ bytes: [UInt8] = []) {
    self.init([.bytes(bytes[...])])
  }

  /// The part of the body in `range`.
  package subscript(range: Range<Int>) -> AnswerBody {
    var parts: [Piece] = []
    var start = 0
    for piece in pieces {
      let part = range.clamped(to: start..<start + piece.count)
      if !part.isEmpty { parts.append(piece[part.lowerBound - start..<part.upperBound - start]) }
      start += piece.count
    }
    return AnswerBody(parts)
  }

  /// Takes the next bytes, `limit` of them or, at the end, what is left.
  ///
  /// - Returns: nil when the machine cannot read a file.
  package mutating func take(atMost limit: Int) -> [UInt8]? {
    let wanted = min(limit, count)
    let taken = self[0..<wanted]
    self = self[wanted..<count]
    var bytes: [UInt8] = []
    for piece in taken.pieces {
      switch piece {
      case .bytes(let slice): bytes += slice
      case .file(let file, let range):
        guard let read = file.read(range) else { return nil }
        if bytes.isEmpty { bytes = read } else { bytes += read }
      }
    }
    return bytes
  }
}
