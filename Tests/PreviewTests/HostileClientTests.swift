import Foundation
import SystemPackage
import Testing

@testable import Preview

/// Clients that send what no browser does, over real sockets; after each the next one is served, and
/// nothing of the former is left.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct HostileClientTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("content/text.md", "home")
    try folder.write("content/secret.md", "secret")
  }

  /// Runs a preview, and afterwards makes sure that it still answers and that everything is let go.
  ///
  /// No time limit closes anything here.
  private func withPreview(_ body: (Int) async throws -> Void) async throws {
    var limits = PreviewLimits()
    (limits.idleTime, limits.headTime) = (.seconds(86_400), .seconds(86_400))
    let folder = folder
    try await TestPreview.run(in: folder, limits: limits) { port, notices in
      _ = await notices.next()
      try await body(port)
      try await isAsBefore(port)
    }
  }

  private func isAsBefore(_ port: Int) async throws {
    while OpenDescriptors.connections(ofServerOn: port) > 0 { try await pause() }
    while OpenDescriptors.files(below: folder.path) > 0 { try await pause() }
    let page = try await RawClient.get("/", port: port)
    #expect(page.hasPrefix("HTTP/1.1 200 OK\r\n") && page.hasSuffix("home"))
    while OpenDescriptors.connections(ofServerOn: port) > 0 { try await pause() }
  }

  /// What is waited for comes on another thread; the time limit of the suite ends a wait in vain.
  private func pause() async throws { try await Task.sleep(for: .milliseconds(2)) }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// Bytes that are sent, and the status of each answer; then the connection is closed.
  ///
  /// `HOST` stands for the host and port that the preview answers to.
  static let requests: [(String, String, [Int])] = [
    ("a request line of 5 MB", "GET /" + String(repeating: "a", count: 5_000_000), [414]),
    (
      "a request line of 5 MB, complete",
      "GET /" + String(repeating: "a", count: 5_000_000) + " HTTP/1.1\r\nHost: HOST\r\n\r\n", [414]
    ),
    (
      "a query of 9 KB",
      "GET /?" + String(repeating: "a", count: 9000) + " HTTP/1.1\r\nHost: HOST\r\n\r\n", [414]
    ),
    (
      "128 KB of headers",
      "GET / HTTP/1.1\r\nHost: HOST\r\n" + String(repeating: "X-Header: value\r\n", count: 7700)
        + "\r\n", [431]
    ),
    (
      "512 KB of headers",
      "GET / HTTP/1.1\r\nHost: HOST\r\n" + String(repeating: "X-Header: value\r\n", count: 30_800)
        + "\r\n", [431]
    ),
    (
      "a header without end",
      "GET / HTTP/1.1\r\nHost: HOST\r\nX: " + String(repeating: "x", count: 2_000_000), [431]
    ),
    (
      "10,000 headers",
      "GET / HTTP/1.1\r\nHost: HOST\r\n"
        + (0..<10_000).map { "X\($0): y\r\n" }.joined() + "\r\n", [431]
    ),
    (
      "30 KB of headers, which is allowed",
      "GET / HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n"
        + String(repeating: "X-Header: value\r\n", count: 1800) + "\r\n", [200]
    ),
    ("NUL in the target", "GET /\u{0} HTTP/1.1\r\nHost: HOST\r\n\r\n", [400]),
    ("NUL in a header", "GET / HTTP/1.1\r\nHost: HOST\r\nX: a\u{0}b\r\n\r\n", [400]),
    ("a control character", "GET / HTTP/1.1\r\nHost: HOST\r\nX: \u{1B}[2J\r\n\r\n", [400]),
    ("a folded header", "GET / HTTP/1.1\r\nHost: HOST\r\nX: a\r\n b\r\n\r\n", [400]),
    ("a bare line feed", "GET / HTTP/1.1\nHost: HOST\n\n", [400]),
    ("a bare carriage return", "GET / HTTP/1.1\r\nHost: HOST\rX: y\r\n\r\n", [400]),
    ("two hosts", "GET / HTTP/1.1\r\nHost: HOST\r\nHost: evil.example\r\n\r\n", [400]),
    ("no host", "GET / HTTP/1.1\r\n\r\n", [400]),
    ("an empty host", "GET / HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n", [421]),
    ("no host in HTTP/1.0", "GET / HTTP/1.0\r\n\r\n", [421]),
    ("HTTP/1.0", "GET / HTTP/1.0\r\nHost: HOST\r\n\r\n", [200]),
    ("HTTP/0.9", "GET /\r\n", []),
    ("HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", [505]),
    ("TLS", "\u{16}\u{3}\u{1}\u{2}\u{0}", [400]),
    ("nothing", "", []),
    ("half a head", "GET / HTTP/1.1\r\nHost: HOST\r\n", []),
    (
      "a body", "POST / HTTP/1.1\r\nHost: HOST\r\nContent-Length: 5\r\n\r\nhello", [413]
    ),
    (
      "a body of 2 MB",
      "PUT / HTTP/1.1\r\nHost: HOST\r\nContent-Length: 2000000\r\n\r\n"
        + String(repeating: "b", count: 2_000_000), [413]
    ),
    (
      "a request in a body",
      "GET / HTTP/1.1\r\nHost: HOST\r\nContent-Length: 42\r\n\r\n"
        + "GET /part/ HTTP/1.1\r\nHost: HOST\r\n\r\n", [413]
    ),
    (
      "a body in chunks",
      "POST / HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: chunked\r\n\r\n"
        + "ffffffffffffffff\r\nGET / HTTP/1.1\r\nHost: HOST\r\n\r\n", [413]
    ),
    (
      "two lengths",
      "POST / HTTP/1.1\r\nHost: HOST\r\nContent-Length: 0\r\nContent-Length: 42\r\n\r\n"
        + "GET /part/ HTTP/1.1\r\nHost: HOST\r\n\r\n", [400]
    ),
    (
      "a length and chunks",
      "POST / HTTP/1.1\r\nHost: HOST\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n"
        + "0\r\n\r\nGET / HTTP/1.1\r\nHost: HOST\r\n\r\n", [400]
    ),
    (
      "an encoding that hides",
      "POST / HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n", [400]
    ),
    ("a length that is none", "GET / HTTP/1.1\r\nHost: HOST\r\nContent-Length: +0\r\n\r\n", [400]),
    (
      "the absolute form, here",
      "GET http://HOST/part/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n", [200]
    ),
    (
      "the absolute form, elsewhere",
      "GET http://evil.example/ HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n", [421]
    ),
    (
      "the absolute form with a user",
      "GET http://HOST@evil.example/ HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n", [421]
    ),
    (
      "another scheme",
      "GET https://HOST/ HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n", [404]
    ),
    (
      "a way out, in each spelling",
      [
        "/../content/secret.md", "/%2e%2e/content/secret.md",
        "/part/%2e%2e/%2E%2E/content/secret.md",
        "/..%2fcontent/secret.md", "/..%5ccontent%5csecret.md", "/%c0%ae%c0%ae/content/secret.md",
        "/%e0%80%ae%e0%80%ae/content/secret.md", "/%252e%252e/content/secret.md",
        "//content/secret.md",
        "/index.html%00.css", "/%00", "/%0d%0aX: y", "*", "content/secret.md",
      ].map { "GET \($0.replacing(" ", with: "%20")) HTTP/1.1\r\nHost: HOST\r\n\r\n" }.joined()
        + "GET / HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n",
      Array(repeating: 404, count: 14) + [200]
    ),
    (
      "methods",
      ["POST", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "GeT", "~"].map {
        "\($0) / HTTP/1.1\r\nHost: HOST\r\n\r\n"
      }.joined() + "GET / HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n",
      Array(repeating: 405, count: 7) + [200]
    ),
    (
      "requests without waiting, then a fault, then another request",
      "GET / HTTP/1.1\r\nHost: HOST\r\n\r\nGET /nothing HTTP/1.1\r\nHost: HOST\r\n\r\n"
        + "GET / HTTP/9.9\r\n\r\nGET / HTTP/1.1\r\nHost: HOST\r\n\r\n", [200, 404, 505]
    ),
    (
      "a request after the last one",
      "GET / HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n"
        + "GET /part/ HTTP/1.1\r\nHost: HOST\r\n\r\n", [200]
    ),
  ]

  @Test func answersEachAsItShould() async throws {
    try await withPreview { port in
      for (name, request, statuses) in Self.requests {
        let client = try RawClient(.four, port: port)
        let bytes = Array(request.replacing("HOST", with: "127.0.0.1:\(port)").utf8)
        async let sending = client.send(bytes)
        // Such as wait for more are ended by the client.
        if statuses == [] {
          _ = await sending
          client.endSending()
        }
        let answer = await client.readAll()
        _ = await sending
        let answers = try #require(RawAnswer.all(in: answer), "\(name): \(answer.prefix(200))")
        #expect(answers.map(\.status) == statuses, "\(name)")
        #expect(!answers.contains { $0.body.contains("secret") }, "\(name)")
        if statuses != [] {
          #expect(answers.last?.head.contains("Connection: close") == true, "\(name)")
        }
        try await isAsBefore(port)
      }
    }
  }

  /// Bytes that are no UTF-8 cannot be written as a text above.
  @Test func refusesTargetsThatAreNotUTF8() async throws {
    try await withPreview { port in
      for bytes: [UInt8] in [[0xC0, 0xAE, 0xC0, 0xAE], [0xC0, 0xAF], [0xFF], [0xED, 0xA0, 0x80]] {
        let client = try RawClient(.four, port: port)
        let request =
          Array("GET /".utf8) + bytes + Array(" HTTP/1.1\r\nHost: localhost:\(port)\r\n\r\n".utf8)
        _ = await client.send(request)
        #expect(await client.readAll().hasPrefix("HTTP/1.1 400 Bad Request\r\n"))
      }
    }
  }

  @Test func answersInOrderWhatComesWithoutWaiting() async throws {
    for number in 0..<40 { try folder.write("pages/\(number)/index.html", "page \(number).") }
    try await withPreview { port in
      for number in 0..<40 { folder.rename("pages/\(number)", "public/\(number)") }
      let client = try RawClient(.six, port: port)
      let numbers = (0..<4000).map { $0 % 40 }
      let requests = numbers.map {
        "GET /\($0)/ HTTP/1.1\r\nHost: localhost:\(port)\r\nX: \(String(repeating: "x", count: 99))\r\n\r\n"
      }
      async let sending = client.send(Array(requests.joined().utf8))
      async let reading = client.readAll()
      let isSent = await sending
      #expect(isSent)
      // It waits for all the answers though it will ask for nothing more.
      client.endSending()
      let answers = try #require(RawAnswer.all(in: await reading))
      #expect(answers.map { String($0.body.prefix { $0 != "." }) } == numbers.map { "page \($0)" })
    }
  }

  /// At once, or while the answer is on its way.
  @Test(arguments: [0, 1000])
  func answersAClientThatEndsItsSide(_ read: Int) async throws {
    try await withPreview { port in
      try folder.write("public/large.bin", String(repeating: "0123456789", count: 400_000))
      let client = try RawClient(.four, port: port)
      client.keepLittle()
      let headers = "Host: localhost:\(port)\r\nRange: bytes=0-3999999\r\n"
      try client.send("GET /large.bin HTTP/1.1\r\n\(headers)\r\n")
      #expect(await client.read(count: read) == read)
      client.endSending()
      let rest = await client.readAll()
      #expect(read + rest.utf8.count > 4_000_000)
    }
  }
}
