/// Reads a page as a browser's tokenizer would, and tells what could run or is not well formed.
struct PageReading {
  private let bytes: [UInt8]
  private var index = 0
  private var open: [String] = []
  private(set) var problems: [String] = []

  private static let void: Set<String> = [
    "area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr",
  ]
  private static let forbidden: Set<String> = [
    "iframe", "object", "embed", "base", "style", "textarea", "x",
  ]
  private static let addresses: Set<String> = ["href", "src", "action", "formaction", "data"]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Reads to the end.
  mutating func read() {
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<") { tag() } else { index += 1 }
    }
    if !open.isEmpty { problems.append("not closed: \(open)") }
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private mutating func tag() {
    let rest = bytes[index...]
    if rest.starts(with: "<!--".utf8) || rest.starts(with: "<!".utf8) {
      let end = rest.firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1
      if !text(index..<end + 1).lowercased().hasPrefix("<!doctype") {
        problems.append("declaration: \(text(index..<end + 1))")
      }
      index = end + 1
      return
    }
    let isEnd = rest.dropFirst().first == UInt8(ascii: "/")
    index += isEnd ? 2 : 1
    let start = index
    while index < bytes.count, isName(bytes[index]) { index += 1 }
    let name = text(start..<index).lowercased()
    if name.isEmpty {
      problems.append("a bare < at \(start)")
      return
    }
    if Self.forbidden.contains(name) { problems.append("<\(name)>") }
    let attributes = attributes()
    if isEnd {
      if open.last == name { open.removeLast() } else { problems.append("</\(name)> in \(open)") }
      return
    }
    check(name, attributes)
    if Self.void.contains(name) || bytes[..<index].suffix(2).starts(with: "/>".utf8) { return }
    open.append(name)
    if name == "script" { script(attributes) }
  }

  private func isName(_ byte: UInt8) -> Bool {
    byte | 32 >= 97 && byte | 32 <= 122 || byte >= 48 && byte <= 57 || byte == 45
  }

  /// Reads to the `>` of a tag.
  private mutating func attributes() -> [(name: String, value: String)] {
    var attributes: [(String, String)] = []
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      guard bytes[index] > 32, bytes[index] != UInt8(ascii: "/") else {
        index += 1
        continue
      }
      let start = index
      while index < bytes.count, bytes[index] > 32, !"=>".utf8.contains(bytes[index]) { index += 1 }
      let name = text(start..<index)
      var value = ""
      if index < bytes.count, bytes[index] == UInt8(ascii: "=") {
        let quote = index + 1 < bytes.count ? bytes[index + 1] : 0
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
          problems.append("an attribute without quotes: \(name)")
          return attributes
        }
        let end = bytes[(index + 2)...].firstIndex(of: quote) ?? bytes.count
        value = text(index + 2..<end)
        index = end + 1
      }
      attributes.append((name, value))
    }
    index += 1
    return attributes
  }

  private mutating func check(_ tag: String, _ attributes: [(name: String, value: String)]) {
    var seen: Set<String> = []
    for (name, value) in attributes {
      if name.lowercased().hasPrefix("on") || name == "style" || name == "srcdoc" {
        problems.append("\(tag) \(name)=\(value)")
      }
      if !seen.insert(name).inserted { problems.append("\(tag) \(name) twice") }
      if !name.utf8.allSatisfy({ isName($0) || $0 == UInt8(ascii: "_") }) {
        problems.append("\(tag) \(name)")
      }
      if value.contains("<") { problems.append("\(tag) \(name)=\(value)") }
      guard Self.addresses.contains(name) else { continue }
      let scheme = value.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
      if scheme.contains(":"),
        !["http:", "https:", "mailto:", "tel:"].contains(where: value.hasPrefix)
      {
        problems.append("\(tag) \(name)=\(value)")
      }
    }
    if tag == "meta", attributes.contains(where: { $0.value.lowercased() == "refresh" }) {
      problems.append("refresh")
    }
  }

  /// A script comes from a file of the site, or is data.
  private mutating func script(_ attributes: [(name: String, value: String)]) {
    let start = index
    while index < bytes.count, !bytes[index...].starts(with: "</script".utf8) { index += 1 }
    let isData = attributes.contains { $0.name == "type" && $0.value.hasSuffix("json") }
    let content = text(start..<index)
    if isData {
      if content.contains("<") { problems.append("< in data") }
    } else if !attributes.contains(where: { $0.name == "src" })
      || !content.allSatisfy(\.isWhitespace)
    {
      problems.append("a script: \(content)")
    }
  }
}

/// Reads a table (RFC 4180).
enum TableReading {
  /// What keeps a table from being one, or would run in a spreadsheet.
  static func problem(in bytes: [UInt8]) -> String? {
    var rows: [[String]] = [[]]
    var cell: [UInt8] = []
    var isQuoted = false
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    func end() {
      rows[rows.count - 1].append(String(decoding: cell, as: UTF8.self))
      cell = []
    }
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case 34 where isQuoted && index < bytes.count && bytes[index] == 34:
        cell.append(34)
        index += 1
      case 34: isQuoted.toggle()
      case 44 where !isQuoted: end()
      case 13 where !isQuoted: break
      case 10 where !isQuoted:
        end()
        rows.append([])
      default: cell.append(byte)
      }
    }
    if isQuoted { return "a quote is open" }
    if rows.last?.isEmpty == true { rows.removeLast() }
    if Set(rows.map(\.count)).count != 1 { return "rows of \(Set(rows.map(\.count))) cells" }
    return rows.joined().first { cell in
      guard let first = cell.first, Double(cell) == nil else { return false }
      return "=+-@\t\r＝＋－＠".contains(first)
    }
  }
}
