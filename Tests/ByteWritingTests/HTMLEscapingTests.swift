import Foundation
import Testing

@testable import ByteWriting

@Suite("Escaping for HTML")
struct HTMLEscapingTests {
  @Test(
    "the five characters that end text or an attribute are written as references",
    arguments: [
      ("", ""), ("日本語", "日本語"), ("a&b", "a&amp;b"), ("<", "&lt;"), (">", "&gt;"),
      ("\"", "&quot;"), ("'", "&#39;"), ("&amp;", "&amp;amp;"), ("<<>>", "&lt;&lt;&gt;&gt;"),
      ("前<中>後", "前&lt;中&gt;後"), ("𠮷\"", "𠮷&quot;"), ("a\nb\tc", "a\nb\tc"),
    ])
  func escapes(_ text: String, _ expected: String) {
    #expect(written { $0.append(html: text) } == expected)
    #expect(written { $0.append(html: Array(text.utf8)) } == expected)
    #expect(written { $0.append(html: Array(text.utf8)[...]) } == expected)
    #expect(written { $0.append(html: text.utf8.lazy.map { $0 }) } == expected)
  }

  @Test("hostile text neither opens a tag nor leaves a quoted attribute", arguments: hostileTexts)
  func isHarmless(_ text: String) {
    let out = written { $0.append(html: text) }
    #expect(!out.utf8.contains { "<>\"'".utf8.contains($0) })
    #expect(unescaped(out) == text)
  }

  /// The text that a browser reads from what was written.
  private func unescaped(_ html: String) -> String {
    let names = ["&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'"]
    var text = html
    for (name, character) in names { text = text.replacingOccurrences(of: name, with: character) }
    return text.replacingOccurrences(of: "&amp;", with: "&")
  }
}
