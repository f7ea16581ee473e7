import Diagnostics
import Foundation
import Synchronization
import SystemPackage
import Testing

@testable import Preview

/// The whole preview over real sockets and real files, with a builder of three lines.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct PreviewServerTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("content/text.md", "edition one")
  }

  @discardableResult
  private func withPreview(
    port: Int = 0, endsOnSignals: Bool = false,
    _ body: (Int, inout AsyncStream<PreviewNotice>.Iterator) async throws -> Void
  ) async throws -> PreviewServer.Ending {
    try await TestPreview.run(in: folder, port: port, endsOnSignals: endsOnSignals, body)
  }

  private func generation(of page: String) throws -> String {
    let rest = try #require(page.components(separatedBy: "data-generation=\"").dropFirst().first)
    return String(rest.prefix { $0 != "\"" })
  }

  @Test func servesBothFamiliesOnOnePort() async throws {
    try await withPreview { port, notices in
      let built = await notices.next()
      #expect(built == .built(.published))
      for family in RawClient.Family.allCases {
        let page = try await RawClient.get("/", family, port: port)
        #expect(page.hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(page.hasSuffix("</head>edition one"))
        #expect(page.contains("<script src=\"/.mokuroku/preview.js\""))
        #expect(page.contains("Date: "))
        let missing = try await RawClient.get("/nothing", family, port: port)
        #expect(missing.hasPrefix("HTTP/1.1 404 Not Found\r\n") && missing.hasSuffix("gone"))
      }
    }
  }

  @Test func speaksHTTP() async throws {
    try await withPreview { port, notices in
      _ = await notices.next()
      let page = try await RawClient.get("/", port: port)
      let tag = try #require(
        page.components(separatedBy: "\r\n").first { $0.hasPrefix("ETag: ") }?.dropFirst(6))
      for (path, method, headers, start) in [
        ("/", "GET", "If-None-Match: \(tag)\r\n", "HTTP/1.1 304 Not Modified\r\n"),
        ("/", "GET", "Range: bytes=0-5\r\n", "HTTP/1.1 206 Partial Content\r\n"),
        ("/", "GET", "Range: bytes=9999-\r\n", "HTTP/1.1 416 "),
        ("/part?x=1", "GET", "", "HTTP/1.1 308 Permanent Redirect\r\n"),
        ("/", "HEAD", "", "HTTP/1.1 200 OK\r\n"),
        ("/", "POST", "Content-Length: 0\r\n", "HTTP/1.1 405 Method Not Allowed\r\n"),
        ("/", "BREW", "", "HTTP/1.1 405 Method Not Allowed\r\n"),
        ("/", "get", "", "HTTP/1.1 405 Method Not Allowed\r\n"),
        ("/../content/text.md", "GET", "", "HTTP/1.1 404 "),
        ("/%2e%2e/content/text.md", "GET", "", "HTTP/1.1 404 "),
        ("/.mokuroku/preview.js", "GET", "", "HTTP/1.1 200 OK\r\n"),
        ("/.mokuroku/preview.css", "GET", "", "HTTP/1.1 200 OK\r\n"),
        ("/.mokuroku/", "GET", "", "HTTP/1.1 404 "),
      ] {
        let answer = try await RawClient.get(path, port: port, method: method, headers: headers)
        #expect(answer.hasPrefix(start), "\(method) \(path)")
        #expect(!answer.contains("edition one") || start.contains("206"))
        if method == "HEAD" || start.contains("304") { #expect(answer.hasSuffix("\r\n\r\n")) }
      }
    }
  }

  @Test func answersSeveralRequestsOnOneConnection() async throws {
    try await withPreview { port, notices in
      _ = await notices.next()
      let client = try RawClient(.four, port: port)
      for _ in 0..<3 {
        try client.send("HEAD / HTTP/1.1\r\nHost: localhost:\(port)\r\n\r\n")
        let answer = try await client.read { $0.hasSuffix("\r\n\r\n") }
        #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
      }
    }
  }

  @Test func turnsOtherHostsAway() async throws {
    try await withPreview { port, notices in
      _ = await notices.next()
      for host in ["evil.example:\(port)", "localhost", "127.0.0.1:1"] {
        for path in ["/", "/.mokuroku/events"] {
          let answer = try await RawClient.get(path, port: port, host: host)
          #expect(answer.hasPrefix("HTTP/1.1 421 "))
        }
      }
    }
  }

  @Test func reloadsOpenPagesAfterAChange() async throws {
    try await withPreview { port, notices in
      _ = await notices.next()
      let page = try await RawClient.get("/", port: port)
      let first = try generation(of: page)
      let listeners = try RawClient.Family.allCases.map {
        try RawClient.events(generation: first, $0, port: port)
      }
      for listener in listeners {
        let start = try await listener.read { $0.contains("retry:") }
        #expect(start.contains("Content-Type: text/event-stream\r\n"))
      }
      try folder.write("content/new/deep/other.md", "")
      try folder.save("content/text.md", "edition two")
      for listener in listeners {
        let event = try await listener.read { $0.contains("event: reload\ndata: {}\n\n") }
        #expect(event.contains("event: reload"))
      }
      while true {
        // The three writes may be one change or two, as the machine is busy or not.
        let page = try await RawClient.get("/", port: port)
        if page.hasSuffix("edition two") {
          #expect(try generation(of: page) != first)
          break
        }
        _ = await notices.next()
      }
    }
  }

  /// The page was loaded, an edition came, and only then did the page begin to listen.
  @Test func reloadsAPageThatMissedAnEdition() async throws {
    try await withPreview { port, notices in
      _ = await notices.next()
      let page = try await RawClient.get("/", port: port)
      try folder.save("content/text.md", "edition two")
      let built = await notices.next()
      #expect(built == .built(.published))
      let listener = try RawClient.events(generation: generation(of: page), port: port)
      #expect(try await listener.read { $0.contains("event: reload") }.contains("event: reload"))
    }
  }

  @Test func keepsTheLastGoodSiteShowsErrorsAndHeals() async throws {
    try await withPreview { port, notices in
      _ = await notices.next()
      let page = try await RawClient.get("/", port: port)
      let listener = try RawClient.events(generation: generation(of: page), port: port)
      _ = try await listener.read { $0.contains("retry:") }
      try folder.save("content/text.md", "an error")
      let errors = try await listener.read { $0.contains("an error") }
      #expect(errors.contains("event: errors\ndata: {\"text\":\"content/text.md:1:1: an error\"}"))
      #expect(try await RawClient.get("/", port: port).hasSuffix("edition one"))
      try folder.save("content/text.md", "edition two")
      let healed = try await listener.read { $0.contains("event: reload") }
      #expect(healed.contains("event: healed"))
      #expect(try await RawClient.get("/", port: port).hasSuffix("edition two"))
    }
  }

  @Test func showsTheErrorsWhenThereIsNoSiteYetAndHeals() async throws {
    try folder.save("content/text.md", "an error")
    try await withPreview { port, notices in
      _ = await notices.next()
      let page = try await RawClient.get("/any/page", port: port)
      #expect(page.hasPrefix("HTTP/1.1 503 "))
      #expect(page.contains("content/text.md:1:1: an error"))
      let listener = try RawClient.events(generation: generation(of: page), port: port)
      _ = try await listener.read { $0.contains("event: errors") }
      try folder.save("content/text.md", "edition one")
      #expect(try await listener.read { $0.contains("event: reload") }.contains("event: reload"))
      #expect(try await RawClient.get("/", port: port).hasSuffix("edition one"))
    }
  }

  @Test func saysWhichPortIsTaken() async throws {
    try await withPreview { port, _ in
      await #expect(throws: PreviewFailure.portTaken(port)) {
        try await withPreview(port: port) { _, _ in Issue.record("it listens twice") }
      }
      #expect(PreviewFailure.portTaken(port).text.english.contains("\(port)"))
    }
  }

  @Test func refusesAPortThatIsNone() async {
    await #expect(throws: PreviewFailure.noSuchPort(70_000)) {
      try await withPreview(port: 70_000) { _, _ in }
    }
  }

  @Test func freesThePortWhenItEnds() async throws {
    let used = Atomic<Int>(0)
    try await withPreview { port, _ in used.store(port, ordering: .relaxed) }
    let port = used.load(ordering: .relaxed)
    #expect(throws: RawClient.Failure.self) { try RawClient(.four, port: port) }
    try await withPreview(port: port) { again, _ in #expect(again == port) }
  }

  /// Ctrl-C is answered with a word; what ends a program from outside waits for none.
  @Test(arguments: [(SIGINT, PreviewServer.Ending.interrupted), (SIGTERM, .terminated)])
  func endsOnASignal(_ signal: Int32, _ ending: PreviewServer.Ending) async throws {
    let ended = try await withPreview(endsOnSignals: true) { port, notices in
      // A page that listens must not hold the end up.
      let listener = try RawClient.events(generation: "x", port: port)
      _ = try await listener.read { $0.contains("event: reload") }
      kill(getpid(), signal)
      // A build that is under way may still end after it.
      var heard: [PreviewNotice] = []
      while let notice = await notices.next() { heard.append(notice) }
      #expect(heard.contains(.interrupted) == (ending == .interrupted))
      #expect(throws: RawClient.Failure.self) { try RawClient(.four, port: port) }
    }
    #expect(ended == ending)
  }
}
