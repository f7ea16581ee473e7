import Testing

@testable import Preview

struct RequestReaderTests {
  /// What a reader makes of bytes: the requests, then a fault or nothing.
  private func read(
    _ bytes: [UInt8], inSteps step: Int = .max, limits: PreviewLimits = PreviewLimits()
  ) -> (heads: [RequestHead], fault: RequestFault?) {
    var reader = RequestReader(limits: limits)
    var heads: [RequestHead] = []
    var rest = bytes[...]
    do {
      while !rest.isEmpty {
        reader.append(rest.prefix(step))
        rest = rest.dropFirst(step)
        while case .request(let head) = try reader.read() { heads.append(head) }
      }
    } catch {
      return (heads, error)
    }
    return (heads, nil)
  }

  private func read(_ text: String) -> (heads: [RequestHead], fault: RequestFault?) {
    read(Array(text.utf8))
  }

  private let get = "GET / HTTP/1.1\r\nHost: h\r\n\r\n"

  @Test func readsWhatMatters() throws {
    let (heads, fault) = read(
      "GET /a%20b?q=1?2 HTTP/1.1\r\nHOST:\t localhost:1 \r\nIf-None-Match: \"a\"\r\n"
        + "if-none-match: \"b\"\r\nIf-Modified-Since: then\r\nRange: bytes=0-1\r\nIf-Range: \"c\"\r\n"
        + "X-Other: \u{FF}\r\nCONNECTION: keep-alive , Close\r\n\r\n")
    #expect(fault == nil)
    let head = try #require(heads.first)
    #expect(heads.count == 1 && head.isLast)
    #expect(
      head.request
        == SiteRequest(
          method: "GET", path: "/a%20b", query: "q=1?2", host: "localhost:1",
          ifNoneMatch: "\"a\", \"b\"", range: "bytes=0-1", ifRange: "\"c\""
        ))
  }

  @Test(arguments: [
    ("GET / HTTP/1.1\r\nHost: h\r\n\r\n", "h", "/", false),
    ("\r\nGET / HTTP/1.1\r\nHost: h\r\n\r\n", "h", "/", false),
    ("GET / HTTP/1.9\r\nHost: h\r\n\r\n", "h", "/", false),
    ("GET / HTTP/1.1\r\nHost:\r\n\r\n", "", "/", false),
    ("GET / HTTP/1.1\r\nHost: h\r\nContent-Length: 000\r\n\r\n", "h", "/", false),
    ("GET / HTTP/1.0\r\n\r\n", nil, "/", true),
    ("GET / HTTP/1.0\r\nHost: h\r\nConnection: keep-alive\r\n\r\n", "h", "/", true),
    ("GET http://other:8/a?b HTTP/1.1\r\nHost: h\r\n\r\n", "other:8", "/a", false),
    ("GET HTTP://other HTTP/1.1\r\nHost: h\r\n\r\n", "other", "/", false),
    ("GET http:///a HTTP/1.1\r\nHost: h\r\n\r\n", "", "/a", false),
    ("GET https://h/ HTTP/1.1\r\nHost: h\r\n\r\n", "h", "https://h/", false),
    ("OPTIONS * HTTP/1.1\r\nHost: h\r\n\r\n", "h", "*", false),
    ("CONNECT h:1 HTTP/1.1\r\nHost: h\r\n\r\n", "h", "h:1", false),
    ("GET /冠 HTTP/1.1\r\nHost: h\r\n\r\n", "h", "/冠", false),
  ])
  func takes(_ text: String, _ host: String?, _ path: String, _ isLast: Bool) throws {
    let (heads, fault) = read(text)
    #expect(fault == nil)
    let head = try #require(heads.first)
    #expect(head.request.host == host)
    #expect(head.request.path == path)
    #expect(head.isLast == isLast)
  }

  static let faults: [(String, RequestFault)] = [
    // Lines: bare line feeds and carriage returns, control characters, empty lines.
    ("GET / HTTP/1.1\nHost: h\n\n", .malformed),
    ("GET / HTTP/1.1\r\nHost: h\n\r\n", .malformed),
    ("GET / HTTP/1.1\r\nHost: h\r\n\n", .malformed),
    ("GET / HTTP/1.1\r\nHost: h\rX: y\r\n\r\n", .malformed),
    ("GET / HTTP/1.1\r\r\nHost: h\r\n\r\n", .malformed),
    ("GET /\u{0} HTTP/1.1\r\nHost: h\r\n\r\n", .malformed),
    ("GET / HTTP/1.1\r\nHost: h\r\nX: \u{0}\r\n\r\n", .malformed),
    ("GET / HTTP/1.1\r\nHost: h\r\nX: \u{B}\r\n\r\n", .malformed),
    ("GET / HTTP/1.1\r\nHost: h\r\nX: \u{7F}\r\n\r\n", .malformed),
    ("\r\n\r\nGET / HTTP/1.1\r\nHost: h\r\n\r\n", .malformed),
    ("\nGET / HTTP/1.1\r\nHost: h\r\n\r\n", .malformed),
    ("\u{16}\u{3}\u{1}", .malformed),
    // The request line.
    ("GET /\r\n\r\n", .malformed),
    ("GET\r\n\r\n", .malformed),
    ("GET  / HTTP/1.1\r\nHost: h\r\n\r\n", .malformed),
    ("GET / HTTP/1.1 \r\nHost: h\r\n\r\n", .malformed),
    ("GET /a b HTTP/1.1\r\nHost: h\r\n\r\n", .malformed),
    ("GET\t/ HTTP/1.1\r\nHost: h\r\n\r\n", .malformed),
    ("GET /\t HTTP/1.1\r\nHost: h\r\n\r\n", .malformed),
    (" GET / HTTP/1.1\r\nHost: h\r\n\r\n", .malformed),
    ("G(T / HTTP/1.1\r\nHost: h\r\n\r\n", .malformed),
    ("ÄET / HTTP/1.1\r\nHost: h\r\n\r\n", .malformed),
    ("GET / http/1.1\r\nHost: h\r\n\r\n", .malformed),
    ("GET / HTTP/1.10\r\nHost: h\r\n\r\n", .malformed),
    ("GET / HTTP/11\r\nHost: h\r\n\r\n", .malformed),
    ("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", .otherVersion),
    ("GET / HTTP/0.9\r\nHost: h\r\n\r\n", .otherVersion),
    // Headers.
    ("GET / HTTP/1.1\r\nHost: h\r\nX: a\r\n b\r\n\r\n", .malformed),
    ("GET / HTTP/1.1\r\n Host: h\r\n\r\n", .malformed),
    ("GET / HTTP/1.1\r\nHost : h\r\n\r\n", .malformed),
    ("GET / HTTP/1.1\r\nHost: h\r\nX\r\n\r\n", .malformed),
    ("GET / HTTP/1.1\r\nHost: h\r\n: x\r\n\r\n", .malformed),
    ("GET / HTTP/1.1\r\nHost: h\r\nÄ: x\r\n\r\n", .malformed),
    // Where the request goes.
    ("GET / HTTP/1.1\r\n\r\n", .malformed),
    ("GET / HTTP/1.1\r\nHost: h\r\nHost: h\r\n\r\n", .malformed),
    ("GET / HTTP/1.1\r\nHost: h\r\nhost: other\r\n\r\n", .malformed),
    ("GET http://h/ HTTP/1.1\r\n\r\n", .malformed),
    // Where it ends: smuggling.
    ("GET / HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nhello", .hasBody),
    ("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 99999999999999999999999\r\n\r\n", .hasBody),
    ("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", .hasBody),
    ("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: gzip, Chunked\r\n\r\n", .hasBody),
    ("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked, gzip\r\n\r\n", .malformed),
    ("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: identity\r\n\r\n", .malformed),
    ("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding:\r\n\r\n", .malformed),
    ("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: xchunked\r\n\r\n", .malformed),
    ("POST / HTTP/1.0\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n", .malformed),
    (
      "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n",
      .malformed
    ),
    (
      "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\nTransfer-Encoding: chunked\r\n\r\n",
      .malformed
    ),
    ("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\nContent-Length: 5\r\n\r\n", .malformed),
    ("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 0, 5\r\n\r\n", .malformed),
    ("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: +5\r\n\r\n", .malformed),
    ("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: -5\r\n\r\n", .malformed),
    ("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 0x5\r\n\r\n", .malformed),
    ("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 5 5\r\n\r\n", .malformed),
    ("POST / HTTP/1.1\r\nHost: h\r\nContent-Length:\r\n\r\n", .malformed),
    ("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: ５\r\n\r\n", .malformed),
    ("POST / HTTP/1.1\r\nHost: h\r\nContent_Length: 5\r\nContent-Length: 5\r\n\r\n", .hasBody),
  ]

  /// The same however the bytes are cut, and whatever came before.
  @Test(arguments: faults)
  func refuses(_ text: String, _ fault: RequestFault) {
    for step in [1, 2, 7, .max] {
      let alone = read(Array(text.utf8), inSteps: step)
      #expect(alone.heads == [] && alone.fault == fault)
      let second = read(Array((get + text).utf8), inSteps: step)
      #expect(second.heads.count == 1 && second.fault == fault)
    }
  }

  @Test func refusesTargetsThatAreNotUTF8() {
    for bytes: [UInt8] in [
      [0xFF], [0xC0, 0xAF], [0xC0, 0xAE], [0xED, 0xA0, 0x80], [0xE3, 0x81],
    ] {
      let line = Array("GET /".utf8) + bytes + Array(" HTTP/1.1\r\nHost: h\r\n\r\n".utf8)
      #expect(read(line).fault == .malformed)
    }
  }

  @Test func readsRequestsInTheirOrderHoweverTheyAreCut() {
    let text = (0..<300).map { "GET /\($0) HTTP/1.1\r\nHost: h\r\n\r\n" }.joined()
    for step in [1, 3, 64, 8192, .max] {
      let (heads, fault) = read(Array(text.utf8), inSteps: step)
      #expect(fault == nil)
      #expect(heads.map(\.request.path) == (0..<300).map { "/\($0)" })
    }
  }

  /// At the limit, and one byte beyond it.
  @Test func countsExactly() {
    var limits = PreviewLimits()
    (limits.requestLine, limits.head) = (100, 200)
    func line(_ length: Int) -> String {
      "GET /" + String(repeating: "a", count: length - 14) + " HTTP/1.1\r\n"
    }
    func head(_ length: Int) -> String {
      let start = "GET / HTTP/1.1\r\nHost: h\r\nX: "
      return start + String(repeating: "x", count: length - start.utf8.count - 4) + "\r\n\r\n"
    }
    for (text, fault) in [
      (line(100) + "Host: h\r\n\r\n", nil), (line(101) + "Host: h\r\n\r\n", .lineTooLong),
      ("\r\n" + line(100) + "Host: h\r\n\r\n", nil), (line(101), .lineTooLong),
      (head(200), nil), (head(201), .headTooLong), (get + head(200) + get, nil),
      (get + head(201), .headTooLong),
    ] as [(String, RequestFault?)] {
      for step in [1, .max] {
        #expect(read(Array(text.utf8), inSteps: step, limits: limits).fault == fault, "\(text)")
      }
    }
  }

  /// A fault is told before the end of a line or a head that may never come.
  @Test func doesNotWaitForAnEnd() {
    #expect(read("GET /" + String(repeating: "a", count: 8200)).fault == .lineTooLong)
    let headers = String(repeating: "X: y\r\n", count: 6000)
    #expect(read("GET / HTTP/1.1\r\n" + headers).fault == .headTooLong)
    #expect(read("GET /\u{0}").fault == .malformed)
    #expect(read("GET / HTTP/1.1\n").fault == .malformed)
  }

  /// Whatever bytes come, in whatever pieces, the reader comes to the same end and keeps within its limit.
  @Test func comesToTheSameEndHoweverBytesAreCut() {
    var random = SmallRandom(seed: 23)
    let pieces = [
      "GET ", "/", " ", "HTTP/1.1", "\r\n", "\n", "\r", "Host: h\r\n", "\r\n\r\n", "a", ":", "\t",
      "\0",
      "Content-Length: 0\r\n", "GET / HTTP/1.1\r\nHost: h\r\n\r\n", "冠", "%00", "HTTP/2.0",
    ].map { Array($0.utf8) }
    var differing: [[UInt8]] = []
    for _ in 0..<3000 {
      let bytes = (0..<random.next() % 14).flatMap { _ in
        pieces[Int(random.next() % UInt64(pieces.count))]
      }
      let whole = read(bytes)
      let cut = read(bytes, inSteps: 1 + Int(random.next() % 5))
      if whole != cut { differing.append(bytes) }
    }
    #expect(differing == [])
  }
}
