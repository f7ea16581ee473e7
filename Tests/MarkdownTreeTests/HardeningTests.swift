import ByteWriting
import Testing

@testable import MarkdownTree

@Suite("Hostile input")
struct HardeningTests {
  /// The work of the parser is linear, which shows in that the megabyte ends at all: what is quadratic
  /// takes hours.
  @Test(arguments: Pathological.names)
  func megabyteEnds(name: String) {
    let source = Pathological.input(name, size: 1_000_000)
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
