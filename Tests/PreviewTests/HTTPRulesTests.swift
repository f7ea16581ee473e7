import Testing

@testable import Preview

struct ContentTypeTests {
  @Test(arguments: [
    ("index.html", "text/html; charset=utf-8"),
    ("site.3f2a.css", "text/css; charset=utf-8"),
    ("search.js", "text/javascript; charset=utf-8"),
    ("catalogue.json", "application/json; charset=utf-8"),
    ("programmes.csv", "text/csv; charset=utf-8"),
    ("sitemap.xml", "application/xml; charset=utf-8"),
    ("feed.atom", "application/atom+xml; charset=utf-8"),
    ("chart.svg", "image/svg+xml; charset=utf-8"),
    ("robots.txt", "text/plain; charset=utf-8"),
    ("A.PNG", "image/png"),
    ("a.jpg", "image/jpeg"),
    ("a.jpeg", "image/jpeg"),
    ("a.webp", "image/webp"),
    ("a.woff2", "font/woff2"),
    ("favicon.ico", "image/x-icon"),
    ("資料.pdf", "application/pdf"),
    ("a.html.unknown", "application/octet-stream"),
    ("html", "application/octet-stream"),
    ("a.", "application/octet-stream"),
  ])
  func followsTheEndOfTheName(_ name: String, _ type: String) {
    #expect(ContentType.of(name) == type)
  }
}

struct HTTPDateTests {
  @Test(arguments: [
    (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"),
    (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
    (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"),
    (4_102_444_799, "Thu, 31 Dec 2099 23:59:59 GMT"),
  ])
  func isTheFormOfTheStandard(_ seconds: Int, _ text: String) {
    #expect(HTTPDate.text(seconds) == text)
  }
}

struct ByteRangeTests {
  @Test(arguments: [
    (nil, ByteRange.whole),
    ("bytes=0-0", .part(0..<1)),
    ("bytes=0-9", .part(0..<10)),
    ("bytes=3-", .part(3..<10)),
    ("bytes=-3", .part(7..<10)),
    ("bytes=-99", .part(0..<10)),
    ("bytes=5-99", .part(5..<10)),
    ("Bytes=1-2", .part(1..<3)),
    ("bytes= 1-2", .part(1..<3)),
    ("bytes=9-9", .part(9..<10)),
    ("bytes=10-", .unsatisfiable),
    ("bytes=10-20", .unsatisfiable),
    ("bytes=-0", .unsatisfiable),
    ("bytes=99999999999999999999-", .unsatisfiable),
    ("bytes=0-99999999999999999999", .part(0..<10)),
    ("bytes=5-3", .whole),
    ("bytes=-", .whole),
    ("bytes=", .whole),
    ("bytes", .whole),
    ("items=0-1", .whole),
    ("bytes=a-b", .whole),
    ("bytes=0x1-2", .whole),
    ("bytes=+1-2", .whole),
    ("bytes=1-2,4-5", .whole),
    ("bytes=--1", .whole),
  ])
  func isReadForTenBytes(_ header: String?, _ range: ByteRange) {
    #expect(ByteRange(header, length: 10) == range)
  }

  @Test(arguments: ["bytes=0-", "bytes=0-0", "bytes=-1"])
  func hasNoPartOfAnEmptyFile(_ header: String) {
    #expect(ByteRange(header, length: 0) == .unsatisfiable)
  }
}

struct ConditionsTests {
  private let conditions = Conditions(tag: "\"v1\"")

  @Test(arguments: [
    ("\"v1\"", true), ("W/\"v1\"", true), ("\"v0\", \"v1\"", true), ("\"v0\" ,W/\"v1\" ", true),
    ("*", true), ("\"v0\"", false), ("v1", false), ("", false), ("\"v1", false),
  ])
  func comparesTagsWeakly(_ header: String, _ isUnchanged: Bool) {
    #expect(
      conditions.areUnchanged(for: SiteRequest(path: "/", ifNoneMatch: header)) == isUnchanged)
  }

  @Test func saysNothingWithoutAHeader() {
    #expect(!conditions.areUnchanged(for: SiteRequest(path: "/")))
  }

  @Test(arguments: [
    (nil, true), ("\"v1\"", true), ("\"v0\"", false), ("W/\"v1\"", false),
    ("Sun, 06 Nov 1994 08:49:37 GMT", false), ("nonsense", false),
  ])
  func cutsRangesFromThisVersionOnly(_ header: String?, _ allowed: Bool) {
    #expect(conditions.allowRange(for: SiteRequest(path: "/", ifRange: header)) == allowed)
  }
}

struct PageAdditionTests {
  private func text(_ body: AnswerBody) -> String { String(decoding: body.bytes, as: UTF8.self) }

  private let addition = PageAddition(generation: "run-1")
  private let element =
    "<script src=\"/.mokuroku/preview.js\" data-generation=\"run-1\" defer></script>\n"

  @Test(arguments: [
    ("<html><head><title>a</title></head><body>b</body></html>", "<html><head><title>a</title>"),
    ("<HTML><HEAD></HEAD><BODY>", "<HTML><HEAD>"),
    ("<p>冠ラボ</p>", "<p>冠ラボ</p>"),
    ("", ""),
    ("</hea", "</hea"),
    ("</head", "</head"),
    ("</header></head>", "</header>"),
    ("<head><!-- </head> --></head>", "<head><!-- </head> -->"),
    ("<head><!--></head>", "<head><!-->"),
    ("<head><!---></head>", "<head><!--->"),
    ("<!-- a --!> </head> --></head>", "<!-- a --!> "),
    ("<head><title></head></title></head>", "<head><title></head></title>"),
    ("<SCRIPT>'</head>'</Script></head>", "<SCRIPT>'</head>'</Script>"),
    ("<style>/* </head> */</style></head>", "<style>/* </head> */</style>"),
    ("<!-- </head>", "<!-- </head>"),
  ])
  func standsAtTheEndOfTheHead(_ page: String, _ before: String) {
    let result = addition.added(to: Array(page.utf8))
    let rest = page.dropFirst(before.count)
    #expect(text(result) == before + element + rest)
    #expect(result.count == page.utf8.count + addition.count)
  }

  @Test func escapesWhatItIsGiven() {
    let result = PageAddition(generation: "\"><b>").added(to: [])
    #expect(!text(result).contains("<b>"))
  }
}

struct ServerSentEventTests {
  @Test func endsEachMessageWithAnEmptyLineAndNoOther() {
    let events: [ServerSentEvent] = [
      .opening, .heartbeat, .reload, .healed, .errors("一行目\r\n\n二行目\r三行目\u{2028}"),
      .warnings("一行目\n\n二行目", count: 2),
    ]
    for event in events {
      let text = String(decoding: event.bytes, as: UTF8.self)
      #expect(text.hasSuffix("\n\n"))
      #expect(!text.dropLast(2).contains("\n\n"))
      #expect(!text.utf8.contains(13))
    }
  }

  @Test func carriesDiagnosticsAsJSON() {
    #expect(
      String(decoding: ServerSentEvent.errors("a\n\"b\"").bytes, as: UTF8.self)
        == "event: errors\ndata: {\"text\":\"a\\n\\\"b\\\"\"}\n\n")
  }
}

struct TemporaryNameTests {
  @Test(arguments: [
    ".a.md.swp", "a.md~", "4913", ".#a.md", "#a.md#", ".goutputstream-X1", "a.md___jb_tmp___",
    "a.tmp", "a.swx", ".git", "",
  ])
  func belongsToAnEditor(_ name: String) {
    #expect(TemporaryName.matches(Array(name.utf8)))
  }

  @Test(arguments: ["a.md", "4913.md", "冠ラボ.md", "a#", "#a", "a~b", "swp", "tmp", "catalogue.yml"])
  func isOfConcern(_ name: String) {
    #expect(!TemporaryName.matches(Array(name.utf8)))
  }
}
