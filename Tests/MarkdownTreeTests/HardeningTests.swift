import ByteWriting
import Testing

@testable import MarkdownTree

@Suite("Hostile input")
struct HardeningTests {
  #if DEBUG
  private static let size = 200_000
  #else
  private static let size = 1_000_000
  #endif

  /// The work of the parser is linear, which shows in that a long input ends at all.
  ///
  /// What is quadratic takes minutes or hours. Built for release the input is a megabyte.
  @Test(arguments: Pathological.names)
  func ends(name: String) {
    let source = Pathological.input(name, size: Self.size)
    let document = MarkdownParser.parse(source)
    var writer = ByteWriter()
    MarkdownRenderer.render(document, into: &writer, headingShift: 1) {
      ResolvedReference(href: document.references[$0].destination)
    }
    #expect(document.blocks.allSatisfy { $0.range.upperBound <= source.count })
    #expect(writer.count < 100 * source.count)
    _ = document.sections
  }
}

@Suite("Nesting")
struct NestingTests {
  @Test(
    "Ten thousand levels are left out beyond a hundred, and found",
    arguments: [
      ">", "> ", "> - ", "- > ", "1. > ",
    ])
  func containers(mark: String) {
    let source = Array((String(repeating: mark, count: 10_000) + "文").utf8)
    let document = MarkdownParser.parse(source)
    #expect(document.findings.contains { $0.kind == .excessiveNesting })
    #expect(document.blocks.count < 500)
    let text = String(decoding: document.plainText(of: document.inlines.indices), as: UTF8.self)
    #expect(text.hasSuffix("文"))
  }

  @Test func listsOverLines() {
    let lines = (0..<300).map { String(repeating: "  ", count: $0) + "- a" }
    let document = MarkdownParser.parse(Array(lines.joined(separator: "\n").utf8))
    #expect(document.findings.map(\.kind) == [.excessiveNesting])
    #expect(MarkupReading(html(lines.joined(separator: "\n"))).problems == [])
    #expect(document.inlines.count == 300)
  }

  @Test func emphasis() {
    let markdown =
      String(repeating: "*a **a ", count: 500) + String(repeating: "b** b* ", count: 500)
    let document = MarkdownParser.parse(Array(markdown.utf8))
    #expect(document.findings.map(\.kind) == [.excessiveNesting])
    #expect(html(markdown).split(separator: "<em>", omittingEmptySubsequences: false).count <= 101)
    #expect(MarkupReading(html(markdown)).problems == [])
  }

  @Test("A table has at most a thousand columns", arguments: [(1_000, true), (1_001, false)])
  func columns(count: Int, isTable: Bool) {
    let rows = ["a", "-", "b"].map { String(repeating: "|" + $0, count: count) + "|\n" }
    let document = MarkdownParser.parse(Array(rows.joined().utf8))
    #expect(document.tables.count == (isTable ? 1 : 0))
    #expect(document.findings.map(\.kind) == (isTable ? [] : [.oversizedTable]))
    let text = String(decoding: document.plainText(of: document.inlines.indices), as: UTF8.self)
    #expect(text.count { $0 == "b" } == count)
  }

  @Test("A row of many cells shows those that the header has", arguments: [3, 1_500, 20_000])
  func cells(count: Int) {
    let row = (0..<count).map { "|c\($0)" }.joined()
    #expect(
      html("|a|b|\n|-|-|\n" + row + "|\n|\\||d|\n").contains("<td>c0</td>\n<td>c1</td>\n</tr>"))
    let lines = "まえ " + String(repeating: "x|", count: count) + " あと"
    #expect(html(lines).contains(String(repeating: "x|", count: count)))
  }

  @Test func brackets() {
    #expect(html(String(repeating: "[", count: 10_000)).count == 10_008)
    let images =
      String(repeating: "![", count: 10_000) + "a" + String(repeating: "](b)", count: 10_000)
    #expect(MarkdownParser.parse(Array(images.utf8)).references.count == 1)
  }

  @Test("Ends of lines", arguments: ["\n", "\r\n", "\r"])
  func lineEnds(end: String) {
    let lines = [
      "# 題", "", "一", "二", "", "> 三", "> 四", "", "```", "五", "```", "", "[r]", "", "[r]: /x",
    ]
    #expect(html(lines.joined(separator: end)) == html(lines.joined(separator: "\n")))
  }

  @Test(
    "A null byte is shown as U+FFFD", arguments: ["a\0b", "`a\0b`", "[a\0b](c)", "|a\0b|\n|-|"])
  func nullBytes(markdown: String) {
    #expect(html(markdown).contains("a\u{FFFD}b"))
  }

  @Test(
    "A carriage return alone ends a line of any block",
    arguments: [
      "||\n|- \n", "|a|b|\n|-|-|\n|c|d|\n", "# 題\n\n```\n甲\n乙\n```\n", "> - 甲\n>   乙\n",
      "<div>\n甲\n</div>\n",
    ])
  func carriageReturns(_ text: String) {
    let lines = html(text)
    let count = text.utf8.count { $0 == 10 }
    for kept in 0..<count {
      // All line ends but the first ones.
      var passed = 0
      let bytes = text.utf8.map { byte -> UInt8 in
        guard byte == 10 else { return byte }
        passed += 1
        return passed > kept ? 13 : 10
      }
      #expect(html(String(decoding: bytes, as: UTF8.self)) == lines)
    }
  }

  @Test("Nothing gives nothing", arguments: ["", "\n", " \n\t\n", "\r\n"])
  func nothing(markdown: String) {
    #expect(html(markdown) == "")
  }

  @Test("uses of long link definitions have a budget, and are told once beyond it")
  func limitsDefinitions() {
    let text =
      "[a]: /" + String(repeating: "x", count: 20_000) + "\n\n"
      + String(repeating: "[a] ", count: 2_000)
    let document = MarkdownParser.parse(Array(text.utf8))
    #expect(document.findings.map(\.kind) == [.excessiveDefinitions])
    #expect(document.references.count == 4)
  }
}
