import FlyingFox
import FlyingSocks

/// Puts requests of FlyingFox to the preview, and its answers back.
struct PreviewHandler: HTTPHandler {
  private let answers: PreviewAnswers
  private let state: PreviewState

  init(answers: PreviewAnswers, state: PreviewState) {
    self.answers = answers
    self.state = state
  }

  func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    let request = SiteRequest(request)
    guard let answer = await answer(request) else { return await events(for: request) }
    return HTTPResponse(answer)
  }

  private func answer(_ request: SiteRequest) async -> Answer? {
    for _ in 0..<20 {
      let view = await state.view
      let answer = answers.answer(request, in: view)
      // Where the file system cannot exchange two folders, a build leaves an instant without any.
      guard view.condition == .good, answer?.status == 503 else { return answer }
      do { try await Task.sleep(for: .milliseconds(10)) } catch { return answer }
    }
    return await answers.answer(request, in: state.view)
  }

  private func events(for request: SiteRequest) async -> HTTPResponse {
    let events = await state.events(since: request.queryValue("generation"))
    var response = HTTPResponse(statusCode: .ok, body: HTTPBodySequence(from: EventBytes(events)))
    response.headers[.contentType] = "text/event-stream"
    response.headers[.cacheControl] = "no-store"
    response.headers[HTTPHeader("X-Content-Type-Options")] = "nosniff"
    response.headers[.date] = HTTPDate.text(HTTPDate.now())
    return response
  }
}

extension SiteRequest {
  /// Takes over what matters; the path is the one of the request line, before anyone decoded it.
  fileprivate init(_ request: HTTPRequest) {
    self.init(
      method: request.method.rawValue,
      path: request.target.path(),
      query: request.target.query(),
      host: request.headers[.host],
      ifNoneMatch: request.headers[.ifNoneMatch],
      ifModifiedSince: request.headers[.ifModifiedSince],
      range: request.headers[.range],
      ifRange: request.headers[HTTPHeader("If-Range")])
  }
}

extension HTTPResponse {
  fileprivate init(_ answer: Answer) {
    self.init(
      statusCode: HTTPStatusCode(answer.status, phrase: HTTPResponse.phrase(answer.status)),
      body: HTTPBodySequence(
        from: FixedBytes(answer.body), count: answer.body.count, suggestedBufferSize: 65_536))
    for header in answer.headers { headers[HTTPHeader(header.name)] = header.value }
    headers[.date] = HTTPDate.text(HTTPDate.now())
  }

  /// The words after a status code, which no program reads (RFC 9112 §4).
  private static func phrase(_ status: Int) -> String {
    let known: [HTTPStatusCode] = [
      .ok, .partialContent, .notModified, .permanentRedirect, .notFound, .methodNotAllowed,
      .rangeNotSatisfiable, .misdirectedRequest, .internalServerError, .serviceUnavailable,
    ]
    return known.first { $0.code == status }?.phrase ?? "Status"
  }
}
