import ByteWriting
import Testing

@testable import MarkdownTree

/// A small generator whose numbers a seed decides (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

@Suite("Laws of the tree")
struct TreeLawTests {
  private static let pieces = [
    "漢字", "かな。", "「引用」", "abc", " ", " ", "\n", "\n", "\n\n", "\r\n", "*", "**", "_", "__", "~~",
    "`",
    "``", "[", "]", "(", ")", "[[", "]]", "[[甲|乙]]", "{漢字|かんじ}", "{", "}", "|", "![", "](b)",
    "](<c d> 'e')",
    "[^n]", "\n[^n]: ", "\n[r]: /r 'x'\n", "[r]", "# ", "\n## ", "\n- ", "\n1. ", "\n> ", "\n    ",
    "\n```\n", "<",
    ">", "<b>", "<!--", "-->", "&amp;", "&#0;", "\\", "\0", "https://a.jp/", "www.a.jp", "a@b.jp",
    "!", ":",
    "\n|a|b|\n|-|-|\n|", "\n---\n", "\n===\n", "\n表: 題\n", "{#x}", "\t", "- [x] ", "葛\u{E0100}",
    "😀", "\u{FEFF}",
  ]

  static func sources(_ count: Int, seed: UInt64) -> [[UInt8]] {
    var generator = SeededGenerator(state: seed)
    return (0..<count).map { _ in
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 1...60, using: &generator) {
        bytes.append(contentsOf: (pieces.randomElement(using: &generator) ?? "").utf8)
      }
      return bytes
    }
  }

  @Test("Ranges lie in the source, nodes nest, and the HTML is well formed", arguments: 1...8)
  func nesting(seed: UInt64) {
    for source in Self.sources(250, seed: seed) {
      let document = MarkdownParser.parse(source)
      let shown = String(decoding: source, as: UTF8.self).debugDescription
      for (index, block) in document.blocks.enumerated() {
        #expect(block.range.upperBound <= source.count, "\(shown)")
        #expect(block.end > index && block.end <= document.blocks.count, "\(shown)")
        var child = index + 1
        while child < block.end {
          #expect(document.blocks[child].end <= block.end, "\(shown)")
          child = document.blocks[child].end
        }
      }
      for (index, inline) in document.inlines.enumerated() {
        #expect(inline.end > index && inline.range.upperBound <= document.text.count, "\(shown)")
      }
      for (index, reference) in document.references.enumerated() {
        #expect(document.inlines[reference.inline].index == index, "\(shown)")
        #expect(
          reference.range.contains(reference.destinationRange.lowerBound)
            || reference.kind == .path, "\(shown)")
        #expect(reference.range.upperBound <= source.count, "\(shown)")
        _ = document.sentence(of: index)
      }
      #expect(document.findings.allSatisfy { $0.range.upperBound <= source.count }, "\(shown)")
      let html = html(String(decoding: source, as: UTF8.self), headingShift: 1)
      #expect(MarkupReading(html).problems == [], "\(shown): \(html)")
    }
  }

  @Test("The words of a place of the source are the words of the tree", arguments: 11...14)
  func places(seed: UInt64) {
    for source in Self.sources(250, seed: seed) {
      let document = MarkdownParser.parse(source)
      for reference in document.references where reference.kind == .record {
        let whole = String(decoding: source[reference.range], as: UTF8.self)
        #expect(whole.hasPrefix("[[") && whole.hasSuffix("]]"), "\(whole)")
        #expect(Array(source[reference.destinationRange]) == reference.destination)
      }
      for ruby in document.rubies {
        let whole = String(decoding: source[ruby.range], as: UTF8.self)
        #expect(whole.hasPrefix("{") && whole.hasSuffix("}"), "\(whole)")
      }
    }
  }

  @Test("A part of a source gives the same tree as that part alone, moved", arguments: 21...22)
  func parts(seed: UInt64) {
    let front = Array("---\ntitle: 題\n---\n".utf8)
    for source in Self.sources(200, seed: seed) {
      let alone = MarkdownParser.parse(source)
      let part = MarkdownParser.parse(
        front + source, range: front.count..<front.count + source.count)
      #expect(alone.inlines == part.inlines)
      #expect(alone.headings == part.headings)
      #expect(
        alone.references.map { $0.range.lowerBound + front.count }
          == part.references.map(\.range.lowerBound))
      #expect(
        alone.findings.map { $0.range.lowerBound + front.count }
          == part.findings.map(\.range.lowerBound))
    }
  }

  @Test("Bytes that are no UTF-8 crash nothing", arguments: 31...33)
  func bytes(seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    for var source in Self.sources(200, seed: seed) {
      for _ in 0..<5 {
        let index = Int.random(in: 0..<source.count, using: &generator)
        source[index] = UInt8.random(in: 0...255, using: &generator)
      }
      let document = MarkdownParser.parse(source)
      var writer = ByteWriter()
      MarkdownRenderer.render(document, into: &writer, headingShift: 1) { _ in .unresolved }
      #expect(document.blocks.allSatisfy { $0.range.upperBound <= source.count })
    }
  }

  @Test("Parsing on many threads gives what parsing on one gives")
  func threads() async {
    let sources = Self.sources(400, seed: 99)
    let alone = sources.map { html(String(decoding: $0, as: UTF8.self)) }
    await withTaskGroup(of: [String].self) { group in
      for _ in 0..<8 {
        group.addTask { sources.map { html(String(decoding: $0, as: UTF8.self)) } }
      }
      for await together in group { #expect(together == alone) }
    }
  }
}
