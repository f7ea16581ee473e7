import ByteWriting
import Testing

@testable import MarkdownTree

/// A reading of HTML as strict as our own output is regular: anything else is an error.
struct MarkupReading {
  var problems: [String] = []
  private var open: [String] = []

  private static let attributes: [String: Set<String>] = [
    "a": ["href", "title", "role", "id", "aria-label"], "img": ["src", "alt", "title", "loading"],
    "code": ["class"], "pre": ["class"], "div": ["class", "role", "tabindex", "aria-label"],
    "th": ["scope", "class"], "td": ["class"], "li": ["class", "id"], "ol": ["start"],
    "section": ["class", "role", "aria-label"], "p": ["class"], "span": ["class"], "sup": ["class"],
    "input": ["type", "disabled", "checked"], "h1": ["id"], "h2": ["id"], "h3": ["id"],
    "h4": ["id"], "h5": ["id"], "h6": ["id"],
  ]
  private static let plain: Set<String> = [
    "figure", "figcaption", "ul", "blockquote", "em", "strong", "del", "sub", "ruby", "rt", "rp",
    "table", "thead",
    "tbody",
    "tr", "caption", "label", "br", "hr", "wbr",
  ]
  private static let void: Set<String> = ["img", "input", "br", "hr", "wbr"]

  init(_ html: String) {
    var rest = Substring(html)
    while let start = rest.firstIndex(where: { $0 == "<" || $0 == ">" }) {
      guard rest[start] == "<", let end = rest[start...].firstIndex(of: ">") else {
        problems.append("a bare bracket at \(rest[start...].prefix(40))")
        return
      }
      read(tag: rest[rest.index(after: start)..<end])
      rest = rest[rest.index(after: end)...]
    }
    if !open.isEmpty { problems.append("left open: \(open)") }
  }

  private mutating func read(tag: Substring) {
    if tag.first == "/" {
      let last = open.popLast()
      if last != String(tag.dropFirst()) {
        problems.append("</\(tag)> closes \(last ?? "nothing")")
      }
      return
    }
    let name = String(tag.prefix { $0 != " " })
    if Self.attributes[name] == nil, !Self.plain.contains(name) { problems.append("<\(name)>") }
    if !Self.void.contains(name) { open.append(name) }
    var rest = tag.dropFirst(name.count)
    while let first = rest.first {
      guard first == " " else {
        problems.append("<\(tag)>")
        return
      }
      let attribute = rest.dropFirst().prefix { $0 != "=" && $0 != " " }
      if Self.attributes[name]?.contains(String(attribute)) != true {
        problems.append("\(attribute) in <\(tag)>")
      }
      rest = rest.dropFirst(1 + attribute.count)
      guard rest.hasPrefix("=\"") else { continue }
      let value = rest.dropFirst(2).prefix { $0 != "\"" }
      if attribute == "href" || attribute == "src" { check(address: value) }
      rest = rest.dropFirst(3 + value.count)
    }
  }

  private mutating func check(address: Substring) {
    let decoded = address.replacing("&amp;", with: "&").replacing("&#39;", with: "'")
    let letters = decoded.unicodeScalars.filter { $0.value > 32 && $0.value != 127 }
    let head = String(String.UnicodeScalarView(letters)).prefix { !"/?#".contains($0) }
    guard let colon = head.firstIndex(of: ":") else { return }
    if !["http", "https", "mailto", "tel"].contains(head[..<colon].lowercased()) {
      problems.append("address \(address)")
    }
  }
}

@Suite("Safety")
struct SafetyTests {
  /// What must not come through, whatever place it is written to.
  static let attacks = [
    "<script>alert(1)</script>", "\"><script>alert(1)</script>", "' onmouseover='alert(1)",
    "\" onmouseover=\"alert(1)", "\"onload=alert(1) x=\"", "<img src=x onerror=alert(1)>",
    "</code></pre><b>",
    "]]><svg/onload=alert(1)>", "--><script>", "javascript:alert(1)", "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)", "java&Tab;script:alert(1)", "&#106;avascript:alert(1)",
    "javascript&colon;alert(1)", "javascript&#58;alert(1)", "\u{1}javascript:alert(1)",
    "&#1;javascript:alert(1)", " javascript:alert(1)", "&#32;javascript:alert(1)",
    "java\u{0}script:alert(1)", "java\\script:alert(1)", "data:text/html,<script>alert(1)</script>",
    "vbscript:x", "file:///etc/passwd", "&lt;script&gt;", "&#x3c;script&#x3e;",
    "&quot; onload=&quot;x",
    "&quot;&gt;&lt;script&gt;", "<a href='javascript:x'>", "\\<script\\>", "{漢\"|\">}", "\u{2028}",
    "\\\" x",
    "javascript:javascript:x", "ｊavascript:x", "x:javascript:x", "//evil.example", "&Tab;//x",
    "`<b>`",
  ]

  /// Every place that a text can be written to.
  static let sinks: [@Sendable (String) -> String] = [
    { $0 }, { "# \($0)" }, { "# a {#\($0)}" }, { "\($0)\n===" }, { "- [ ] \($0)" }, { "> \($0)" },
    { "```\($0)\ncode\n```" }, { "```\n\($0)\n```" }, { "    \($0)" }, { "`\($0)`" },
    { "``\($0)``" },
    { "[a](\($0))" }, { "[a](<\($0)>)" }, { "[a](b \"\($0)\")" }, { "[a](b '\($0)')" },
    { "[\($0)](b)" },
    { "[a]\n\n[a]: \($0)" }, { "[a]\n\n[a]: <\($0)>" }, { "[a]\n\n[a]: b \"\($0)\"" },
    { "[\($0)]\n\n[\($0)]: b" },
    { "![\($0)](b)" }, { "![a](\($0))" }, { "![a](<\($0)>)" }, { "![a](b \"\($0)\")" },
    { "<\($0)>" },
    { "[[\($0)]]" }, { "[[a|\($0)]]" }, { "[[\($0)|a]]" }, { "{\($0)|漢}" }, { "{漢|\($0)}" },
    { "{漢|\($0)|か}" },
    { "a[^\($0)]\n\n[^\($0)]: b" }, { "a[^b]\n\n[^b]: \($0)" }, { "表: \($0)\n\n|a|\n|-|\n" },
    { "|\($0)|\n|-|\n|\($0)|\n" }, { "# \($0)\n\n|a|\n|-|\n" }, { "https://a.jp/\($0)" },
    { "www.a.jp/\($0)" },
    { "a\($0)@b.jp" }, { "**\($0)**" }, { "~~\($0)~~" }, { "<b \($0)>" }, { "<!-- \($0) -->" },
    { "<div>\n\($0)\n</div>" }, { "> [!NOTE] \($0)\n> a" }, { "> [!\($0)]\n> a" }, { "http:\($0)" },
  ]

  @Test("No attack comes through any place", arguments: attacks)
  func attack(_ attack: String) {
    for (index, sink) in Self.sinks.enumerated() {
      let markdown = sink(attack)
      let shown = html(markdown, headingShift: 1)
      #expect(
        MarkupReading(shown).problems == [],
        "place \(index): \(markdown.debugDescription): \(shown)")
    }
  }

  @Test("The renderer trusts no resolution", arguments: attacks)
  func resolution(_ attack: String) {
    let bytes = Array(attack.utf8)
    let shown = html("[[a]] [b](c) ![d](e)") { _ in
      ResolvedReference(href: bytes, title: bytes)
    }
    #expect(MarkupReading(shown).problems == [], "\(shown)")
  }

  @Test(
    "A forbidden scheme is found where it is written",
    arguments: [
      ("[a](javascript:x)", "javascript:x", "a"),
      ("![a](data:image/png;base64,x)", "data:image/png;base64,x", "a"),
      ("<javascript:x>", "javascript:x", "&lt;javascript:x&gt;"),
      ("[a][b]\n\n[b]: vbscript:x", "vbscript:x", "a"),
      ("[**a**](java&Tab;script:x)", "java&Tab;script:x", "<strong>a</strong>"),
      ("[a](ftp://b)", "ftp://b", "a"), ("[a](未知:x)", "未知:x", "a"),
    ])
  func forbidden(markdown: String, place: String, shown: String) {
    let source = Array(markdown.utf8)
    let findings = MarkdownParser.parse(source).findings.filter { $0.kind == .forbiddenScheme }
    #expect(findings.map { String(decoding: source[$0.range], as: UTF8.self) } == [place])
    #expect(html(markdown) == "<p>\(shown)</p>\n")
    #expect(MarkdownParser.parse(source).references.isEmpty)
  }

  @Test(
    "Allowed destinations",
    arguments: [
      ("http://a", Reference.Kind.external), ("HTTPS://a", .external), ("mailto:a@b", .external),
      ("tel:03-0000-0000", .external), ("//a.jp/b", .external), ("/a/b", .path), ("a.md", .path),
      ("./a:b", .path), ("a/b:c", .path), ("?a:b", .path), ("#a:b", .fragment), ("#", .fragment),
      ("", .path),
      ("/", .path), ("\\\\a.jp", .path), ("/\\a.jp", .path), ("/\t/a.jp", .external),
    ])
  func allowed(destination: String, kind: Reference.Kind) {
    #expect(Destination.kind(of: destination.utf8) == kind)
  }

  @Test("What a URL may not have is percent-encoded")
  func addresses() {
    #expect(
      html("[a](<b c\"d`e\\\\f{g}|^.png>)")
        == "<p><a href=\"b%20c%22d%60e%5Cf%7Bg%7D%7C%5E.png\">a</a></p>\n")
    #expect(html("[a](/記録/?q=甲&r#乙)") == "<p><a href=\"/記録/?q=甲&amp;r#乙\">a</a></p>\n")
  }
}
