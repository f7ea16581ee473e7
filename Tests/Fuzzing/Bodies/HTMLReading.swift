/// Reads a piece of HTML that the product wrote, strictly: what is not of the few forms that it writes is a
/// fault, so that nothing slips through as text that a browser takes for an element.
enum HTMLReading {
  private static let void: Set<String> = ["br", "hr", "img", "input", "wbr"]
  /// The elements that texts of records may become.
  private static let known: Set<String> = void.union([
    "a", "blockquote", "caption", "code", "del", "div", "em", "figcaption", "figure", "h1", "h2",
    "h3", "h4", "h5", "h6", "label", "li", "ol", "p", "pre", "rp", "rt", "ruby", "section", "span",
    "strong",
    "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul",
  ])
  /// The schemes that links may have.
  private static let schemes = ["http", "https", "mailto", "tel"]

  /// What is wrong with the HTML; nil when nothing is.
  static func fault(in html: [UInt8]) -> String? {
    var open: [String] = []
    var position = 0
    while let start = html[position...].firstIndex(of: UInt8(ascii: "<")) {
      if html[position..<start].contains(UInt8(ascii: ">")) { return "a bare > before \(start)" }
      guard let end = tagEnd(in: html, from: start) else { return "an open tag at \(start)" }
      let tag = String(decoding: html[start + 1..<end], as: UTF8.self)
      position = end + 1
      let isClosing = tag.hasPrefix("/")
      let name = String(tag.dropFirst(isClosing ? 1 : 0).prefix { $0.isLetter || $0.isNumber })
      guard known.contains(name) else { return "an element of another kind: <\(tag.prefix(80))>" }
      if isClosing {
        if open.popLast() != name { return "an end that does not fit: <\(tag)>" }
      } else {
        if let fault = faultOfAttributes(tag.dropFirst(name.count)) { return fault }
        if !void.contains(name) { open.append(name) }
      }
    }
    if html[position...].contains(UInt8(ascii: ">")) { return "a bare > at the end" }
    return open.isEmpty ? nil : "elements without an end: \(open)"
  }

  /// The place of the `>` that ends a tag; one between quotes does not.
  private static func tagEnd(in html: [UInt8], from start: Int) -> Int? {
    var isQuoted = false
    for index in start..<html.count {
      switch html[index] {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ">") where !isQuoted: return index
      default: continue
      }
    }
    return nil
  }

  /// What is wrong with ` name="value" name`, read by scalars: a mark may follow a quote.
  private static func faultOfAttributes(_ text: Substring) -> String? {
    var rest = text.unicodeScalars[...]
    while !rest.isEmpty {
      guard rest.removeFirst() == " " else { return "no blank before an attribute: \(text)" }
      let name = String(rest.prefix { $0 != "=" && $0 != " " && $0 != "\"" })
      rest = rest.dropFirst(name.unicodeScalars.count)
      if name.isEmpty || name.hasPrefix("on") || name == "style" { return "an attribute: \(text)" }
      guard rest.first == "=" else { continue }
      rest = rest.dropFirst()
      guard rest.first == "\"" else { return "a value without quotes: \(text)" }
      let value = rest.dropFirst().prefix { $0 != "\"" }
      rest = rest.dropFirst(value.count + 2)
      if value.contains("<") || value.contains(">") { return "a value not escaped: \(text)" }
      if name == "href" || name == "src", !isAllowed(Substring(value)) {
        return "an address: \(Substring(value))"
      }
    }
    return nil
  }

  /// Whether an address is relative or of a scheme that is allowed, read as browsers do: blanks and controls
  /// in front and line ends anywhere count for nothing.
  private static func isAllowed(_ address: Substring) -> Bool {
    let scalars = address.unicodeScalars.drop { $0.value <= 32 }.filter {
      ![9, 10, 13].contains($0.value)
    }
    guard let colon = scalars.firstIndex(of: ":") else { return true }
    let scheme = String(String.UnicodeScalarView(scalars[..<colon])).lowercased()
    let isScheme =
      scheme.utf8.first.map { (97...122).contains($0) } == true
      && scheme.utf8.allSatisfy {
        (97...122).contains($0) || (48...57).contains($0) || [43, 45, 46].contains($0)
      }
    return !isScheme || schemes.contains(scheme)
  }
}
