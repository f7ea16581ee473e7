import Testing

@testable import MarkdownTree

@Suite("Figures")
struct FigureTests {
  private static let picture = "<img src=\"a.png\" alt=\"絵\" loading=\"lazy\">"

  private func figure(_ caption: String, isFirst: Bool = false) -> String {
    let caption = "<figcaption>\(caption)</figcaption>\n"
    return
      "<figure>\n\(isFirst ? caption : "")\(Self.picture)\n\(isFirst ? "" : caption)</figure>\n"
  }

  @Test(
    "A caption under or above a picture",
    arguments: [
      ("図：**題**です", "<strong>題</strong>です"), ("図: 題", "題"), ("図:題", "題"), ("図：　題", "題"),
      ("写真：題", "題"), ("図表：題", "題"),
      ("Figure: 題", "題"), ("図1：題", "図1：題"), ("図１　題", "図１　題"), ("図 1: 題", "図 1: 題"),
      ("図1 題", "図1 題"), ("図1. 題", "図1. 題"),
      ("図２－１：題", "図２－１：題"), ("図3.2　題", "図3.2　題"), ("Fig. 1: 題", "Fig. 1: 題"), ("写真2　題。", "写真2　題。"),
      ("図：[[甲]]", "<a href=\"甲\">甲</a>"),
    ])
  func captions(line: String, shown: String) {
    let image = "![絵](a.png)"
    #expect(html("\(image)\n\(line)") == figure(shown))
    #expect(html("\(image)\n\n\(line)") == figure(shown))
    #expect(html("\(image)<br>\(line)") == figure(shown))
    #expect(html("\(line)\n\(image)") == figure(shown, isFirst: true))
    #expect(html("\(line)\n\n\(image)\n\n文") == figure(shown, isFirst: true) + "<p>文</p>\n")
    #expect(html("- \(image)\n\n  \(line)").contains(figure(shown)))
    #expect(html("\(image)\n<!-- x -->\n\(line)") == figure(shown))
  }

  @Test(
    "No caption",
    arguments: [
      "![絵](a.png)\n\n図1 は体制を示す。", "![絵](a.png)\n\n図：", "![絵](a.png)\n\n図の題",
      "![絵](a.png)\n\n図：題\n次の行", "![絵](a.png)と\n\n図：題",
      "図：題", "図：題\n\n文\n\n![絵](a.png)", "![絵](a.png)\n\n- 図：題", "![絵](a.png)\n\n表：題",
      "![絵](a.png)\n図：題\n次", "文\n![絵](a.png)\n図：題",
      "![絵](a.png)\n\n図1題",
    ])
  func none(markdown: String) {
    #expect(!html(markdown).contains("<figure>"))
    #expect(html(markdown).contains("図") == markdown.contains("図"), "\(html(markdown))")
  }

  @Test("Each picture has the caption that is nearest")
  func pairs() {
    let image = "![絵](a.png)"
    #expect(html("\(image)\n\n図：一\n\n\(image)\n\n図：二") == figure("一") + figure("二"))
    #expect(
      html("図：一\n\n\(image)\n\n図：二\n\n\(image)") == figure("一", isFirst: true)
        + figure("二", isFirst: true))
    #expect(html("\(image)\n\n図：一\n\n図：二") == figure("一") + "<p>図：二</p>\n")
    let linked = html("[![絵](a.png)](b)\n図：題")
    #expect(linked.hasPrefix("<figure>\n<a href=\"b\">\(Self.picture)</a>\n<figcaption>題"))
  }

  @Test("The caption is found and cited")
  func texts() {
    for markdown in ["![絵](a.png)\n図：題の[[甲]]。次", "![絵](a.png)\n\n図：題の[[甲]]。次"] {
      let document = MarkdownParser.parse(Array(markdown.utf8))
      #expect(document.sections.map(\.plainText) == [Array("絵\n題の甲。次".utf8)])
      #expect(document.sentence(of: 1) == "題の甲。")
    }
    let one = MarkdownParser.parse(Array("![絵](a.png)\n図：題".utf8))
    #expect(one.content() != MarkdownParser.parse(Array("![絵](a.png)\n図：台".utf8)).content())
  }

  @Test(
    "Captions of tables with numbers",
    arguments: [
      ("表1：題", "表1：題"), ("表１　題", "表１　題"), ("表: 題", "題"), ("図表2：題", "図表2：題"), ("表2-1 題", "表2-1 題"),
      ("Table 1: 題", "Table 1: 題"),
    ])
  func tables(line: String, shown: String) {
    let text = html("\(line)\n\n|a|\n|-|\n")
    #expect(text.contains("<caption>\(shown)</caption>"))
    #expect(text.contains("aria-label=\"\(shown)\""))
    #expect(!html("表1 は推移を示す。\n\n|a|\n|-|\n").contains("<caption>"))
  }
}
