import Testing

@testable import Preview

struct RequestPathTests {
  @Test(arguments: [
    ("/", [], true),
    ("/index.html", ["index.html"], false),
    ("/programmes/tia/", ["programmes", "tia"], true),
    ("/programmes/tia", ["programmes", "tia"], false),
    ("/%E5%86%A0%E3%83%A9%E3%83%9C/", ["冠ラボ"], true),
    ("/冠ラボ/", ["冠ラボ"], true),
    ("/a%20b", ["a b"], false),
    ("/a%3Fb", ["a?b"], false),
    ("/a..b/c.", ["a..b", "c."], false),
    // Decoded once only: this is an odd name, not a way up.
    ("/%252e%252e/x", ["%2e%2e", "x"], false),
    ("/a%252Fb", ["a%2Fb"], false),
  ])
  func readsWhatASiteCanHave(_ path: String, _ segments: [String], _ isFolder: Bool) throws {
    let read = try #require(RequestPath(percentEncoded: path))
    #expect(read.segments == segments)
    #expect(read.isFolder == isFolder)
  }

  @Test(arguments: [
    "", "a", "*", "http://localhost/a", "..",
    "/..", "/../etc/passwd", "/a/../b", "/./a", "/a/.", "/a/./b",
    "/%2e%2e/etc/passwd", "/%2E%2E%2Fetc", "/.%2e/a", "/%2e", "/a/%2e%2e/",
    "/..%2f..%2fetc/passwd", "/a%2Fb", "/a%2fb",
    "/..\\..\\a", "/..%5c..%5ca", "/a\\b", "/%5C",
    "/a%00.html", "/%00", "/a\u{0}", "/a%0a", "/a%0D%0AX:y", "/a\u{7F}", "/%7f",
    // Overlong `.` and `/`, a surrogate, a stray byte, a cut-off character.
    "/%c0%ae%c0%ae/", "/%c0%af", "/%e0%80%ae", "/%ed%a0%80", "/%ff", "/%e3%81",
    "/%", "/%4", "/%zz", "/%u002e", "/a%",
    "//", "//host/", "/a//b", "/a//", "/%2f/host",
    "/.git/config", "/.gitkeep", "/a/.htaccess", "/.well-known/x", "/.mokuroku/other", "/%2egit",
    "/" + String(repeating: "a/", count: 2100),
  ])
  func refusesEverythingElse(_ path: String) {
    #expect(RequestPath(percentEncoded: path) == nil)
  }

  @Test func neverLeadsOutWhateverBytesCome() {
    var random = SmallRandom(seed: 7)
    var unsafe: [String] = []
    let pieces = [
      "/", "..", ".", "%2e", "%2f", "%5c", "\\", "%25", "%00", "a", "%e3%81%82", "%c0", "%af", "//",
    ]
    for _ in 0..<20_000 {
      let count = Int(random.next() % 9)
      let path =
        "/"
        + (0..<count).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }
        .joined()
      guard let read = RequestPath(percentEncoded: path) else { continue }
      let isSafe = read.segments.allSatisfy { segment in
        !segment.isEmpty && !segment.hasPrefix(".")
          && !segment.utf8.contains { $0 == 0 || $0 == UInt8(ascii: "/") || $0 == 0x5C }
      }
      if !isSafe { unsafe.append(path) }
    }
    #expect(unsafe == [])
  }
}

struct RequestGateTests {
  @Test(arguments: [
    ("localhost:8000", true), ("127.0.0.1:8000", true), ("[::1]:8000", true),
    ("LocalHost:8000", true), ("localhost", false), ("localhost:80", false),
    ("localhost:8001", false), ("evil.example:8000", false),
    ("localhost.evil.example:8000", false),
    ("127.0.0.1.nip.io:8000", false), ("127.0.0.2:8000", false), ("::1:8000", false),
    ("localhost:8000:8000", false), ("user@localhost:8000", false), ("", false), (nil, false),
  ])
  func letsOnlyLoopbackNamesPass(_ host: String?, _ passes: Bool) {
    let answer = RequestGate.refusal(of: SiteRequest(path: "/", host: host), port: 8000)
    #expect(answer?.status == (passes ? nil : 421))
  }

  @Test func needsNoPortWhereItIsEighty() {
    #expect(RequestGate.isLoopback("localhost", port: 80))
    #expect(RequestGate.isLoopback("[::1]:80", port: 80))
  }

  @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT"])
  func refusesOtherMethods(_ method: String) {
    let request = SiteRequest(method: method, path: "/", host: "localhost:1")
    let answer = RequestGate.refusal(of: request, port: 1)
    #expect(answer?.status == 405)
    #expect(answer?["Allow"] == "GET, HEAD")
  }
}

struct SiteRequestTests {
  @Test(arguments: [
    ("generation=a-1", "a-1"), ("x=1&generation=a-1&y=2", "a-1"), ("generation=", ""),
    ("generation", nil), ("", nil), ("regeneration=1", nil), ("generation=a=b", "a=b"),
  ])
  func readsTheQuery(_ query: String, _ value: String?) {
    #expect(SiteRequest(path: "/", query: query).queryValue("generation") == value)
  }
}
