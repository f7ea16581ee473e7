/// Turns away what no page of this preview sends, before any path is looked at.
package enum RequestGate {
  /// The answer to a request that is turned away; nil when it may pass.
  ///
  /// A page of another site can point a name of its own at 127.0.0.1 (DNS rebinding) and so become of
  /// one origin with the preview; its requests carry that name in `Host` and get 421 (RFC 9110
  /// §15.5.20).
  package static func refusal(of request: SiteRequest, port: Int) -> Answer? {
    guard isLoopback(request.host, port: port) else {
      return .text(421, "This preview answers to http://localhost:\(port)/ only.")
    }
    guard request.method == "GET" || request.method == "HEAD" else {
      var answer = Answer.text(405, "Only GET and HEAD are answered.")
      answer.set("Allow", "GET, HEAD")
      return answer
    }
    return nil
  }

  /// Whether a `Host` header names this machine and `port`; 80 may be left out.
  package static func isLoopback(_ host: String?, port: Int) -> Bool {
    guard let host = host?.lowercased() else { return false }
    return ["localhost", "127.0.0.1", "[::1]"].contains {
      host == "\($0):\(port)" || (port == 80 && host == $0)
    }
  }
}
