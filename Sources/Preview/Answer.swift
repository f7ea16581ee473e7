/// What the preview answers to a request, free of sockets.
package struct Answer: Sendable, Equatable {
  /// One header line.
  package struct Header: Sendable, Equatable {
    package let name: String
    package let value: String
  }

  /// The HTTP status code.
  package let status: Int
  package private(set) var headers: [Header]
  /// What is sent after the headers; empty for HEAD and 304, whatever `Content-Length` says.
  package private(set) var body: AnswerBody

  /// Joins a status, the headers that every answer of the preview has, and `body`.
  ///
  /// `no-cache` lets browsers keep a file but makes them ask each time; `same-origin` keeps pages of
  /// other sites, open in the same browser, from drawing on an unpublished one.
  package init(status: Int, type: String? = nil, body: AnswerBody = AnswerBody()) {
    self.status = status
    self.body = body
    headers = [
      Header(name: "Cache-Control", value: "no-cache"),
      Header(name: "X-Content-Type-Options", value: "nosniff"),
      Header(name: "Cross-Origin-Resource-Policy", value: "same-origin"),
      Header(name: "Content-Length", value: String(body.count)),
    ]
    if let type { set("Content-Type", type) }
  }

  /// The value of the header `name`, which is compared without case.
  package subscript(name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }

  /// Sets the header `name` to `value`, in place of an older value.
  package mutating func set(_ name: String, _ value: String) {
    headers.removeAll { $0.name.lowercased() == name.lowercased() }
    headers.append(Header(name: name, value: value))
  }

  /// The same headers with nothing after them, as HEAD wants it (RFC 9110 §9.3.2).
  package func withoutBody() -> Answer {
    var answer = self
    answer.body = AnswerBody()
    return answer
  }

  /// An answer in plain text.
  package static func text(_ status: Int, _ text: String) -> Answer {
    Answer(
      status: status, type: "text/plain; charset=utf-8", body: AnswerBody(Array((text + "\n").utf8))
    )
  }

  /// The beginning of a stream of events, whose length is not known.
  package static var events: Answer {
    var answer = Answer(status: 200, type: "text/event-stream")
    answer.headers.removeAll { $0.name == "Content-Length" }
    answer.set("Cache-Control", "no-store")
    return answer
  }
}
