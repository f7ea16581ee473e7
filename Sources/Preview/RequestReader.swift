/// Cuts the bytes of a connection into heads of requests, however they come: one by one, several at once.
///
/// Each byte is looked at once and at most ``PreviewLimits/head`` of them are kept for one head. A line
/// must end in CR LF and hold no other control character than a tab, so that this reader and any other
/// see the same lines (RFC 9112 §2.2, §11.2); a fault is found at the byte that makes it.
package struct RequestReader: Sendable {
  /// What the bytes so far amount to.
  package enum Outcome: Sendable, Equatable {
    /// More bytes are needed.
    case incomplete
    /// The next request.
    case request(RequestHead)
  }

  private let limits: PreviewLimits
  private var bytes: [UInt8] = []
  /// Where the head begins in `bytes`.
  private var start = 0
  /// Where the present line begins.
  private var lineStart = 0
  /// The first byte that was not looked at yet.
  private var next = 0
  private var lines: [Range<Int>] = []

  package init(limits: PreviewLimits) {
    self.limits = limits
  }

  /// Whether a part of a head is there.
  package var hasBegun: Bool { start < bytes.count }

  /// Takes note of bytes that came.
  package mutating func append(_ new: some Sequence<UInt8>) {
    if start > 0 {
      bytes.removeFirst(start)
      next -= start
      lineStart -= start
      lines = lines.map { $0.lowerBound - start..<$0.upperBound - start }
      start = 0
    }
    bytes += new
  }

  /// Reads on up to the end of the next head.
  ///
  /// After a fault nothing more can be read.
  package mutating func read() throws(RequestFault) -> Outcome {
    while next < bytes.count {
      let byte = bytes[next]
      if byte == UInt8(ascii: "\n") {
        if try endLine() { return .request(try takeHead()) }
      } else {
        try check(byte)
      }
      next += 1
      // The carriage return is no part of the line; a head needs at least one byte more.
      if lines.isEmpty && next - lineStart > limits.requestLine + 1 { throw .lineTooLong }
      if next - start >= limits.head { throw .headTooLong }
    }
    return .incomplete
  }

  private func check(_ byte: UInt8) throws(RequestFault) {
    if next > lineStart && bytes[next - 1] == UInt8(ascii: "\r") { throw .malformed }
    let isControl = byte < 0x20 || byte == 0x7F
    if isControl && byte != UInt8(ascii: "\r") && byte != UInt8(ascii: "\t") { throw .malformed }
  }

  /// Ends the present line at the line feed that `next` stands on.
  ///
  /// - Returns: whether it is the empty line after a head.
  private mutating func endLine() throws(RequestFault) -> Bool {
    guard next > lineStart, bytes[next - 1] == UInt8(ascii: "\r") else { throw .malformed }
    let line = lineStart..<next - 1
    if line.isEmpty {
      if !lines.isEmpty { return true }
      // One empty line before a request is passed over (RFC 9112 §2.2).
      if lineStart > start { throw .malformed }
    } else {
      lines.append(line)
    }
    lineStart = next + 1
    return false
  }

  private mutating func takeHead() throws(RequestFault) -> RequestHead {
    let head = try RequestHead(lines: lines.map { bytes[$0] })
    next += 1
    start = next
    lineStart = next
    lines.removeAll(keepingCapacity: true)
    return head
  }
}
