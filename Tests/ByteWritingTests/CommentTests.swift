import ByteWriting
import Testing

@Suite("Comments and logs")
struct CommentTests {
  @Test(
    "text stands for itself in Markdown",
    arguments: [
      ("計画 A/B, C; D?", "計画 A/B, C; D?"), ("*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`"),
      ("[x](y)", "\\[x\\]\\(y\\)"), ("a|b\\", "a\\|b\\\\"),
      ("@you #1", "\\@<!-- -->you \\#<!-- -->1"),
      ("<b>&amp;", "\\<b\\>\\&<!-- -->amp;"), ("a\nb\r\nc", "a b  c"), ("1. x", "1\\. x"),
      ("https://x", "https\\://x"),
    ])
  func escapesMarkdown(_ text: String, _ escaped: String) {
    #expect(written { $0.append(markdown: text) } == escaped)
  }

  @Test(
    "a workflow command ends where it ends",
    arguments: [
      ("100%, a: b", "100%25, a: b", "100%25%2C a%3A b"),
      ("一\r\n二::error::", "一%0D%0A二::error::", "一%0D%0A二%3A%3Aerror%3A%3A"),
      ("%0A", "%250A", "%250A"),
    ])
  func escapesCommands(_ text: String, _ message: String, _ property: String) {
    #expect(written { $0.append(workflowMessage: text) } == message)
    #expect(written { $0.append(workflowProperty: text) } == property)
  }
}
