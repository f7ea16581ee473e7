import MarkdownTree

/// Marks of Markdown in a text that a page shows as it is typed: `**強調**`, `[[名前]]`, `[名](https://a.jp/)`,
/// `{漢字|かんじ}`.
struct FieldMarks {
  /// The mark that is told.
  let mark: String
  /// The text without its marks; nil where it is more than one line of text.
  let plain: String?

  /// Reads the marks of a text; nil where it has none.
  init?(_ text: String) {
    guard let (document, first) = Self.reading(text) else { return nil }
    mark = first
    guard document.blocks.count == 1, case .paragraph = document.blocks[0].kind else {
      plain = nil
      return
    }
    // A reading is not lost: it goes between brackets.
    let isRead = document.inlines.contains { $0.kind == .ruby }
    let whole = isRead ? MarkdownParser.parse(Array(Self.readable(text).utf8)) : document
    guard let block = whole.blocks.first else {
      plain = nil
      return
    }
    let line = String(decoding: whole.line(of: block.inlines), as: UTF8.self)
    plain = line.isEmpty || Self.reading(line) != nil ? nil : line
  }

  /// A text with `漢字（かんじ）` for `{漢字|かんじ}`.
  private static func readable(_ text: String) -> String {
    var (result, rest) = ("", text[...])
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let parts = rest[rest.index(after: open)..<close].split(separator: "|")
      guard parts.count > 1 else {
        result += rest[...close]
        rest = rest[rest.index(after: close)...]
        continue
      }
      result += rest[..<open] + parts[0] + "（" + parts.dropFirst().joined() + "）"
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  /// A text as a document, with its first mark; nil where it has none.
  private static func reading(_ text: String) -> (document: MarkdownDocument, mark: String)? {
    guard mayHaveMarks(text) else { return nil }
    let document = MarkdownParser.parse(Array(text.utf8))
    for inline in document.inlines {
      if let mark = mark(inline, in: document) { return (document, mark) }
    }
    return nil
  }

  private static func mayHaveMarks(_ text: String) -> Bool {
    var before: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "*") where before == byte, UInt8(ascii: "~") where before == byte,
        UInt8(ascii: "[") where before == byte, UInt8(ascii: "(") where before == UInt8(ascii: "]"),
        UInt8(ascii: "{"), UInt8(ascii: "<"):
        return true
      default: before = byte
      }
    }
    return false
  }

  /// The mark that an inline is written with; nil where it is text.
  private static func mark(_ inline: Inline, in document: MarkdownDocument) -> String? {
    switch inline.kind {
    case .strong: return "**"
    case .strikethrough: return "~~"
    case .ruby: return "{|}"
    case .subscripted: return "<sub>"
    case .superscripted: return "<sup>"
    case .hardBreak: return "<br>"
    case .link:
      let reference = document.references[inline.index]
      switch reference.kind {
      case .record: return "[[ ]]"
      case .external: return reference.isLabelled ? "[ ]( )" : nil
      case .path: return reference.destination.first == UInt8(ascii: "/") ? "[ ]( )" : nil
      default: return nil
      }
    default: return nil
    }
  }
}
