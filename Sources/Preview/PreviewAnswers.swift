package import Diagnostics

/// What the preview answers to each request, apart from the stream of events.
package struct PreviewAnswers: Sendable {
  private let language: MessageLanguage

  package init(language: MessageLanguage) {
    self.language = language
  }

  /// Whether it is the stream of events that is asked for.
  package func isForEvents(_ request: SiteRequest, in view: PreviewState.View) -> Bool {
    request.path == PreviewPath.events && request.method == "GET"
      && RequestGate.refusal(of: request, port: view.port) == nil
  }

  /// The answer to `request` in the state `view`.
  package func answer(_ request: SiteRequest, in view: PreviewState.View) async -> Answer {
    if let refusal = RequestGate.refusal(of: request, port: view.port) { return refusal }
    let answer: Answer
    switch request.path {
    case PreviewPath.events: answer = .events
    case PreviewPath.script: answer = PreviewClient.script(language)
    case PreviewPath.style: answer = PreviewClient.style
    default:
      if let edition = view.edition {
        let addition = PageAddition(generation: view.generation)
        answer = await EditionAnswers(edition).answer(request, adding: addition)
      } else {
        answer = PreviewPage.noSite(view, language: language)
      }
    }
    return request.method == "HEAD" ? answer.withoutBody() : answer
  }
}
