import TextRules

/// Cuts a template into text and tags.
struct TemplateTokenizer {
  private static let longestDelimiter = 16

  private let bytes: [UInt8]
  private var index = 0
  private var opening: [UInt8] = Array("{{".utf8)
  private var closing: [UInt8] = Array("}}".utf8)
  private var tokens: [TemplateToken] = []
  private var findings: [(Range<Int>, TemplateFinding.Kind)] = []

  /// The pieces of a template in their order, and what is wrong with its tags.
  static func tokens(
    of bytes: [UInt8]
  ) -> ([TemplateToken], [(Range<Int>, TemplateFinding.Kind)]) {
    var tokenizer = TemplateTokenizer(bytes: bytes)
    // A byte order mark is no text: it would stand in the middle of a page.
    if bytes.starts(with: TextCheck.byteOrderMark) {
      tokenizer.index = TextCheck.byteOrderMark.count
    }
    while tokenizer.index < bytes.count { tokenizer.next() }
    return (tokenizer.tokens, tokenizer.findings)
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Reads a line of text up to a tag or its end, then the tag if there is one.
  private mutating func next() {
    let start = index
    while index < bytes.count {
      if bytes[index] == opening[0] && isAt(index, opening) {
        appendText(start..<index)
        readTag()
        return
      }
      index += 1
      if bytes[index - 1] == UInt8(ascii: "\n") { break }
    }
    appendText(start..<index)
  }

  private mutating func appendText(_ range: Range<Int>) {
    if range.isEmpty { return }
    tokens.append(
      TemplateToken(kind: .text, range: range, name: range.upperBound..<range.upperBound))
  }

  private mutating func readTag() {
    let start = index
    var content = skipBlanks(from: index + opening.count)
    let sigil = content < bytes.count ? bytes[content] : 0
    let kind = TemplateTokenizer.kind(ofSigil: sigil)
    if let kind, kind != .variable { content += 1 }
    // `{{{a}}}` and `{{=a b=}}` close with their own sign before the delimiter.
    let tail: [UInt8] =
      switch sigil {
      case UInt8(ascii: "{"): [UInt8(ascii: "}")]
      case UInt8(ascii: "="): [UInt8(ascii: "=")]
      default: []
      }
    guard let end = firstIndex(of: tail + closing, from: content) else {
      findings.append((start..<min(start + opening.count, bytes.count), .unclosedTag))
      appendText(start..<bytes.count)
      index = bytes.count
      return
    }
    index = end + tail.count + closing.count
    let name = trimmed(content..<end)
    let token = TemplateToken(kind: kind ?? .variable, range: start..<index, name: name)
    if token.kind == .delimiters {
      setDelimiters(name, of: token)
    } else if token.kind != .comment && !isName(name) {
      findings.append(
        (token.range, .invalidName(String(decoding: bytes[name], as: UTF8.self))))
      return
    }
    tokens.append(token)
  }

  private static func kind(ofSigil sigil: UInt8) -> TemplateToken.Kind? {
    switch sigil {
    case UInt8(ascii: "#"): .section
    case UInt8(ascii: "^"): .inverted
    case UInt8(ascii: "/"): .end
    case UInt8(ascii: ">"): .partial
    case UInt8(ascii: "<"): .parent
    case UInt8(ascii: "$"): .block
    case UInt8(ascii: "!"): .comment
    case UInt8(ascii: "="): .delimiters
    case UInt8(ascii: "{"), UInt8(ascii: "&"): .rawVariable
    default: nil
    }
  }

  private mutating func setDelimiters(_ content: Range<Int>, of token: TemplateToken) {
    let pair = bytes[content].split(whereSeparator: TemplateTokenizer.isBlank)
    // Long ones would be looked for at every place that begins like them.
    guard pair.count == 2, pair.allSatisfy({ $0.count <= TemplateTokenizer.longestDelimiter }),
      !bytes[content].contains(UInt8(ascii: "="))
    else {
      findings.append((token.range, .invalidDelimiters))
      return
    }
    opening = Array(pair[0])
    closing = Array(pair[1])
  }

  private func isName(_ range: Range<Int>) -> Bool {
    !range.isEmpty && !bytes[range].contains(where: TemplateTokenizer.isBlank)
  }

  private func isAt(_ place: Int, _ word: [UInt8]) -> Bool {
    place + word.count <= bytes.count && bytes[place..<place + word.count].elementsEqual(word)
  }

  private func firstIndex(of word: [UInt8], from start: Int) -> Int? {
    var place = start
    while place + word.count <= bytes.count {
      if bytes[place] == word[0] && isAt(place, word) { return place }
      place += 1
    }
    return nil
  }

  private func skipBlanks(from start: Int) -> Int {
    var place = start
    while place < bytes.count && TemplateTokenizer.isBlank(bytes[place]) { place += 1 }
    return place
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high && TemplateTokenizer.isBlank(bytes[low]) { low += 1 }
    while low < high && TemplateTokenizer.isBlank(bytes[high - 1]) { high -= 1 }
    return low..<high
  }

  /// Whether a byte is a space, tab or line break.
  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 32 || (byte >= 9 && byte <= 13)
  }
}
