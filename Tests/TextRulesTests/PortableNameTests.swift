import Testing

@testable import TextRules

@Suite("Names for every file system")
struct PortableNameTests {
  @Test(
    "a name that Windows, macOS and Linux take is its own",
    arguments: [
      "a", "q-leap", "研究開発", "AI", "a.b", "a b", "補助・助成", "ＡＩ", "index.html", "-a", "_", "~a",
      "control", "console", "com", "com10", "lpt", "auxiliary", "xcon", "nul0", "a.con", "100%",
      "a#b",
      "c,d;e=f", "(a)[b]{c}", "'", "⁴", "com⁴", "がぎぐ", "がぎぐ", "conin", "conout", "é",
    ])
  func accepts(_ name: String) {
    #expect(PortableName.fault(of: name) == nil)
    #expect(Array(PortableName.name(for: name, limit: 80).utf8) == Array(name.utf8))
  }

  private static let longest = String(repeating: "a", count: 255)

  @Test(
    "anything else is told why, and gets a name of its own",
    arguments: [
      ("", .empty), (".", .empty), ("..", .empty), ("a<b", .character("<")),
      ("a>b", .character(">")),
      ("a:b", .character(":")), ("a\"b", .character("\"")), ("a/b", .character("/")),
      ("a\\b", .character("\\")), ("a|b", .character("|")), ("a?", .character("?")),
      ("*", .character("*")), ("a\u{0}", .character("\u{0}")), ("a\tb", .character("\t")),
      ("a\nb", .character("\n")), ("\u{7F}", .character("\u{7F}")),
      ("a\u{202E}b", .character("\u{202E}")), ("a.", .ending), ("a ", .ending), ("a. .", .ending),
      ("con", .device), ("CON", .device), ("Con.txt", .device), ("prn", .device), ("aux.", .ending),
      ("aux.a.b", .device), ("nul", .device), ("com1", .device), ("COM0", .device),
      ("lpt9.md", .device), ("com¹", .device), ("LPT³.x", .device), ("conin$", .device),
      ("CONOUT$", .device), ("con .txt", .device), (longest + "a", .length),
      (String(repeating: "量", count: 86), .length),
    ] as [(String, PortableName.Fault)])
  func refuses(_ text: String, _ fault: PortableName.Fault) {
    #expect(PortableName.fault(of: text) == fault)
    let name = PortableName.name(for: text, limit: 80)
    #expect(PortableName.fault(of: name) == nil, "\(name)")
    #expect(name.hasSuffix("-" + PortableName.digest(of: text)))
    #expect(name.utf8.count <= 89 && !name.hasPrefix("."))
  }

  @Test("the longest names are taken")
  func acceptsLength() {
    #expect(PortableName.fault(of: Self.longest) == nil)
    #expect(PortableName.fault(of: String(repeating: "量", count: 85)) == nil)
  }

  @Test(
    "names that differ by case, normalisation or what is not seen count as one",
    arguments: [
      ("AI", "ai"), ("Ａ", "ａ"), ("が", "か\u{3099}"), ("é", "E\u{301}"), ("ß", "SS"), ("ς", "Σ"),
      ("神", "\u{FA19}"), ("Å", "\u{212B}"), ("a\u{200D}b", "ab"), ("a\u{FEFF}", "A"), ("ſ", "s"),
      ("Д", "д"), ("ǆ", "ǅ"),
    ])
  func folds(_ one: String, _ other: String) {
    #expect(PortableName.folded(one) == PortableName.folded(other))
    #expect(PortableName.folded(PortableName.folded(one)) == PortableName.folded(one))
  }

  @Test(
    "other names stay apart",
    arguments: [
      ("AI", "ＡＩ"), ("か", "が"), ("ア", "ｱ"), ("ア", "あ"), ("a", "á"), ("1", "１"), ("-", "—"),
    ])
  func keepsApart(_ one: String, _ other: String) {
    #expect(PortableName.folded(one) != PortableName.folded(other))
  }

  @Test("in one folder the first of two names that count as one keeps its own")
  func givesOut() {
    var names = PortableNames()
    let texts = ["AI", "Ai", "ai", "aI-" + PortableName.digest(of: "ai"), "か\u{3099}", "が", "b"]
    let given = texts.map { text in names.name(for: text) { text + $0 } }
    #expect(given[0] == "AI")
    #expect(given[1] == "Ai-" + PortableName.digest(of: "Ai"))
    #expect(given[2] == "ai-" + PortableName.digest(of: "ai"))
    #expect(given[6] == "b")
    #expect(Set(given.map { PortableName.folded($0) }).count == texts.count)
  }

  @Test("a name is given however often it was taken")
  func givesAlways() {
    var names = PortableNames()
    let given = (0..<4).map { _ in names.name(for: "a") { "a" + $0 } }
    let digest = PortableName.digest(of: "a")
    #expect(given == ["a", "a-\(digest)", "a-\(digest)-2", "a-\(digest)-3"])
  }
}
