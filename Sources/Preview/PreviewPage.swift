private import ByteWriting
package import Diagnostics

/// The pages that the preview makes itself, while there is no edition to show.
package enum PreviewPage {
  /// The answer to every path while no edition stands.
  ///
  /// Status 503: the site will be there once the errors are gone. The page listens like any other, and
  /// reloads then.
  package static func noSite(
    _ view: PreviewState.View, language: MessageLanguage
  ) -> Answer {
    let report: String?
    switch view.condition {
    case .failed(let text): report = text
    case .building, .good: report = nil
    }
    let words = PreviewWords(language)
    var out = ByteWriter()
    out.append("<!DOCTYPE html>\n<html lang=\"")
    out.append(html: language.rawValue)
    out.append("\">\n<head>\n<meta charset=\"utf-8\">\n")
    out.append("<meta name=\"viewport\" content=\"width=device-width\">\n<title>")
    out.append(html: report == nil ? words.building : words.noSite)
    out.append("</title>\n<link rel=\"stylesheet\" href=\"")
    out.append(html: PreviewPath.style)
    out.append("\">\n</head>\n")
    out.append("<body class=\"page\">\n<main>\n<h1 id=\"heading\">")
    out.append(html: report == nil ? words.building : words.noSite)
    out.append("</h1>\n<p id=\"advice\" role=\"status\">")
    out.append(html: report == nil ? words.wait : words.heals)
    out.append("</p>\n<pre id=\"report\" tabindex=\"0\" role=\"region\"")
    out.append(" aria-labelledby=\"heading\">")
    out.append(html: report ?? "")
    out.append("</pre>\n</main>\n</body>\n</html>\n")
    let page = PageAddition(generation: view.generation).added(to: out.bytes)
    var answer = Answer(status: 503, type: ContentType.html, body: page)
    answer.set(
      "Content-Security-Policy",
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'")
    return answer
  }
}
