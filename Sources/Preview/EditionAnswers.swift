private import ByteWriting
private import Digests

/// The answers to requests for files of an edition.
package struct EditionAnswers: Sendable {
  private let edition: any PreviewEdition

  /// Answers from one edition.
  package init(_ edition: any PreviewEdition) {
    self.edition = edition
  }

  /// The answer to a GET or HEAD request; whoever sends the one to HEAD cuts its body off.
  package func answer(_ request: SiteRequest, adding addition: PageAddition? = nil) async -> Answer
  {
    do {
      return try await find(request, addition)
    } catch {
      return Self.unmade
    }
  }

  private func find(_ request: SiteRequest, _ addition: PageAddition?) async throws -> Answer {
    guard let path = RequestPath(percentEncoded: request.path) else {
      return try await missing(addition)
    }
    let name = path.segments.joined(separator: "/")
    let index = name.isEmpty ? "index.html" : name + "/index.html"
    if path.isFolder {
      if let bytes = try await edition.bytes(at: index) {
        return send(bytes, "index.html", request, addition)
      }
    } else {
      if let bytes = try await edition.bytes(at: name) {
        return send(bytes, name, request, addition)
      }
      if edition.hasFile(at: index) { return redirect(to: path, request) }
    }
    return try await missing(addition)
  }

  private func redirect(to path: RequestPath, _ request: SiteRequest) -> Answer {
    var location = ByteWriter()
    for segment in path.segments {
      location.append("/")
      location.append(percentEncodedPath: segment)
    }
    location.append("/")
    // A query with a line break in it would add headers of its own.
    if !request.query.isEmpty && request.query.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) {
      location.append("?")
      location.append(unescaped: request.query)
    }
    var answer = Answer(status: 308)
    answer.set("Location", String(decoding: location.bytes, as: UTF8.self))
    return answer
  }

  /// The site's own page for what it does not have.
  private func missing(_ addition: PageAddition?) async throws -> Answer {
    guard let page = try await edition.bytes(at: "404.html") else {
      return .text(404, "404 Not Found")
    }
    return Answer(
      status: 404, type: ContentType.html, body: addition?.added(to: page) ?? AnswerBody(page))
  }

  private func send(
    _ bytes: [UInt8], _ name: String, _ request: SiteRequest, _ addition: PageAddition?
  ) -> Answer {
    let type = ContentType.of(name)
    let addition = type == ContentType.html ? addition : nil
    let body = addition?.added(to: bytes) ?? AnswerBody(bytes)
    // A page changes with the generation it is told, also when its file does not; a browser that kept
    // the page of an older generation would reload it for ever. So the tag has the generation in it.
    let digest = String(SHA256.hexadecimal(bytes).prefix(32))
    let conditions = Conditions(
      tag: "\"" + (addition.map { digest + "-" + $0.generation } ?? digest) + "\"")
    if conditions.areUnchanged(for: request) {
      return described(Answer(status: 304), type, body.count, conditions)
    }
    let isRanged = request.method == "GET" && conditions.allowRange(for: request)
    switch ByteRange(isRanged ? request.range : nil, length: body.count) {
    case .unsatisfiable:
      var answer = Answer(status: 416)
      answer.set("Content-Range", "bytes */\(body.count)")
      return answer
    case .part(let range):
      let part = Answer(status: 206, body: body[range])
      var answer = described(part, type, range.count, conditions)
      answer.set("Content-Range", "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(body.count)")
      return answer
    case .whole:
      return described(Answer(status: 200, body: body), type, body.count, conditions)
    }
  }

  private func described(
    _ answer: Answer, _ type: String, _ length: Int, _ conditions: Conditions
  ) -> Answer {
    var answer = answer
    answer.set("Content-Type", type)
    answer.set("Content-Length", String(length))
    answer.set("Accept-Ranges", "bytes")
    answer.set("ETag", conditions.tag)
    return answer
  }

  /// The answer where a page could not be made, which only a fault of the program explains.
  static let unmade = Answer.text(500, "The page cannot be made.")
}
