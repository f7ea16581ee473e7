import TextFolding
import TextRules

/// The destination of an ordinary Markdown link, taken apart.
///
/// It may be a page of the site (`/programmes/tia/#経緯`) or a file of the content, from the root of
/// the content or relative to the file it stands in (`../ministries/meti.md`). A class, as `PreparedLink` is.
final class LinkPath: Sendable {
  /// The path of a file of the content: `content/ministries/meti.md`.
  let sourcePath: String
  /// The path of a page from the base of the site; nil when the link leaves the content.
  let sitePath: String?
  /// The record whose page may be at that path, as names are compared; nil where no record's can be.
  let record: (name: FoldedName, collection: String)?
  /// The path of a file below `content/`: `assets/plan.png`.
  let assetPath: String
  /// What stands behind `?`, as written: `q=TIA`.
  let query: String?
  /// The heading, percent decoding done.
  let anchor: String?
  /// A character that no text may have among the percent-encoded ones; such a path leads nowhere.
  let forbidden: ForbiddenCharacter?
  /// Whether it names a Markdown file rather than a page.
  let leadsToSource: Bool

  /// Takes `destination` apart as it stands in the file at `path`.
  init(_ destination: String, from path: String) {
    var rest = Substring(destination)
    if let hash = rest.firstIndex(of: "#") {
      anchor = LinkPath.decoded(String(rest[rest.index(after: hash)...]))
      rest = rest[..<hash]
    } else {
      anchor = nil
    }
    if let mark = rest.firstIndex(of: "?") {
      query = String(rest[rest.index(after: mark)...])
      rest = rest[..<mark]
    } else {
      query = nil
    }
    let plain = LinkPath.decoded(String(rest))
    forbidden = TextCheck(Array(plain.utf8)).forbidden.groups.first?.character
    leadsToSource = plain.hasSuffix(".md")
    var parts: [Substring] = []
    if !plain.hasPrefix("/") { parts = path.split(separator: "/").dropFirst().dropLast() }
    var leaves = false
    for part in plain.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(part)
      } else if parts.popLast() == nil {
        leaves = true
      }
    }
    if parts.last == "index.html" { parts.removeLast() }
    let joined = parts.joined(separator: "/")
    sourcePath = leaves ? "" : "content/" + joined
    assetPath = leaves ? "" : joined
    let isFile = parts.last?.contains(".") ?? false
    sitePath = leaves ? nil : joined.isEmpty || isFile ? joined : joined + "/"
    record =
      leaves || parts.count != 2 ? nil : (name: FoldedName(joined), collection: String(parts[0]))
  }

  /// The last part of the path without its ending, for suggestions.
  var lastName: String {
    let last = sourcePath.split(separator: "/").last.map(String.init) ?? ""
    return last.hasSuffix(".md") ? String(last.dropLast(3)) : last
  }

  /// Percent decoding (RFC 3986 §2.1); what is not a valid escape stays as it is, and so does the whole
  /// text where the bytes are not UTF-8: it leads to no name that is.
  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var bytes: [UInt8] = []
    var source = Array(text.utf8)[...]
    while let byte = source.popFirst() {
      if byte == UInt8(ascii: "%"), source.count >= 2,
        let high = hexadecimal(source[source.startIndex]),
        let low = hexadecimal(source[source.startIndex + 1])
      {
        bytes.append(high << 4 | low)
        source = source.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return TextCheck(bytes).invalid == nil ? String(decoding: bytes, as: UTF8.self) : text
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 48...57: byte - 48
    case 65...70: byte - 55
    case 97...102: byte - 87
    default: nil
    }
  }
}

extension LinkPath {
  /// The id of the record whose file it names; nil where it names none.
  var source: FoldedName? {
    let (start, end) = ("content/", ".md")
    guard sourcePath.hasPrefix(start), sourcePath.hasSuffix(end) else { return nil }
    return FoldedName(String(sourcePath.dropFirst(start.count).dropLast(end.count)))
  }
}
