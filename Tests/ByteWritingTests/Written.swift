@testable import ByteWriting

/// What a writer holds after some work, as text.
func written(_ work: (inout ByteWriter) -> Void) -> String {
  var out = ByteWriter()
  work(&out)
  return String(decoding: out.bytes, as: UTF8.self)
}

/// Texts that have broken pages, feeds, tables and scripts elsewhere.
let hostileTexts = [
  "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)",
  "</title><script>alert(1)</script>", "<svg/onload=alert(1)>", "javascript:alert(1)",
  "&lt;script&gt;", "&#60;script&#62;", "<!--", "-->", "]]>", "<![CDATA[", "</script><script>",
  "\u{2028}alert(1)\u{2029}", "\u{0}<b>", "<\u{0}script>", "＜script＞", "`${alert(1)}`",
  "{{constructor}}", "\\\"; alert(1); //", "\r\n<a>", "a\u{301}<", "𠮷野家\"", "👨‍👩‍👧<'",
  "\u{FEFF}<", "\u{FFFD}&", "国立研究開発法人「産総研」<i>",
]
