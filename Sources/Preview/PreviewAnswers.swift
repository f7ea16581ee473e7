package import Diagnostics

/// What the preview answers to each request, apart from the stream of events.
package struct PreviewAnswers: Sendable {
  private let site: StaticSite
  private let language: MessageLanguage

  package init(site: StaticSite, language: MessageLanguage) {
    self.site = site
    self.language = language
  }

  /// The answer to `request` in the state `view`; nil when it is the stream of events that is asked for.
  package func answer(_ request: SiteRequest, in view: PreviewState.View) -> Answer? {
    if let refusal = RequestGate.refusal(of: request, port: view.port) { return refusal }
    let answer: Answer
    switch request.path {
    case PreviewPath.events:
      if request.method == "GET" { return nil }
      answer = .events
    case PreviewPath.script: answer = PreviewClient.script(language)
    case PreviewPath.style: answer = PreviewClient.style
    default:
      let addition = PageAddition(generation: view.generation)
      answer =
        site.answer(request, adding: addition) ?? PreviewPage.noSite(view, language: language)
    }
    return request.method == "HEAD" ? answer.withoutBody() : answer
  }
}
