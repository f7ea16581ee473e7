@testable import Preview

extension Answer {
  /// The whole body, as a client gets it.
  var bytes: [UInt8] { body.bytes }
}

extension AnswerBody {
  /// All of it.
  var bytes: [UInt8] {
    var rest = self
    return rest.take(atMost: count)
  }
}

/// An answer as it came over the line.
struct RawAnswer: Equatable {
  let status: Int
  let head: String
  let body: String

  /// Takes what a connection answered apart, by `Content-Length`; fails where it is anything else.
  ///
  /// Answers without that header run to the end.
  static func all(in text: String) -> [RawAnswer]? {
    var rest = Array(text.utf8)[...]
    var answers: [RawAnswer] = []
    while !rest.isEmpty {
      guard
        let end = (rest.startIndex..<rest.endIndex).first(where: {
          rest[$0...].starts(with: "\r\n\r\n".utf8)
        })
      else { return nil }
      let lines = String(decoding: rest[..<end], as: UTF8.self).split(separator: "\r\n")
      guard let first = lines.first, first.hasPrefix("HTTP/1.1 "),
        let status = Int(first.dropFirst(9).prefix(3))
      else { return nil }
      rest = rest[(end + 4)...]
      let length = lines.first { $0.lowercased().hasPrefix("content-length: ") }
        .flatMap { Int($0.dropFirst(16)) }
      guard (length ?? 0) <= rest.count else { return nil }
      let body = rest.prefix(length ?? rest.count)
      rest = rest[body.endIndex...]
      answers.append(
        RawAnswer(
          status: status, head: String(decoding: lines.joined(separator: "\n").utf8, as: UTF8.self),
          body: String(decoding: body, as: UTF8.self)))
    }
    return answers
  }
}
