import ByteWriting
import Diagnostics

/// Changes as Markdown for the discussion of a change, where GitHub takes 65,536 characters.
struct ChangesMarkdown {
  private let changes: EditionChanges
  private let words: ChangesWords
  private let base: String?
  private var out = ByteWriter()

  /// How many bytes all lists have room for.
  static let byteLimit = 60_000
  /// How much of each list is shown.
  static let listLimit = 100
  /// A longer list is folded in.
  static let openLimit = 10

  /// Writes the changes; `baseURL` is where new pages can be read, if anywhere.
  init(_ changes: EditionChanges, _ words: ChangesWords, baseURL: String?) {
    self.changes = changes
    self.words = words
    base = baseURL.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
    out.append("## ")
    out.append(unescaped: words.title)
    out.append("\n\n")
    out.append(
      unescaped: changes.isEmpty ? words.nothing : words.summary(of: changes))
    out.append("\n")
    if changes.isEmpty { return }
    if !changes.hasContent {
      out.append("\n")
      out.append(unescaped: words.looksOnly)
      out.append("\n")
    }
    appendList(words.gone, changes.goneAddresses) { Self.append(text: $0, to: &$1) }
    appendList(words.removed, changes.removed) { Self.append($0, at: nil, to: &$1) }
    let base = base
    appendList(words.added, changes.added) { Self.append($0, at: base, to: &$1) }
    appendList(words.changed, changes.changed) { change, item in
      Self.append(change.name, at: base, to: &item)
      for line in words.lines(of: change) { Self.append(line, to: &item) }
    }
    appendList(words.new, changes.newAddresses) { address, item in
      Self.append(linkTo: address, at: base, to: &item) { Self.append(text: address, to: &$0) }
    }
  }

  var bytes: [UInt8] { out.bytes }

  private static func append(text: String, to item: inout ByteWriter) {
    item.append(markdown: Quotation.short(Terminal.printable(text)))
  }

  private static func append(_ name: RecordName, at base: String?, to item: inout ByteWriter) {
    append(linkTo: name.url, at: base, to: &item) { append(text: name.title, to: &$0) }
    item.append(" (")
    append(text: name.key, to: &item)
    item.append(")")
  }

  private static func append(
    linkTo address: String, at base: String?, to item: inout ByteWriter,
    label: (inout ByteWriter) -> Void
  ) {
    if base != nil { item.append("[") }
    label(&item)
    guard let base else { return }
    item.append("](")
    item.append(unescaped: base)
    item.append(percentEncodedPath: address.hasPrefix("/") ? address : "/" + address)
    item.append(")")
  }

  private static func append(_ line: ChangesWords.Line, to item: inout ByteWriter) {
    item.append("\n  - ")
    if let label = line.label {
      item.append("**")
      item.append(markdown: label)
      item.append("**: ")
    }
    for part in line.parts {
      switch part {
      case .words(let text): item.append(unescaped: text)
      case .value(let text): item.append(markdown: text)
      }
    }
  }

  /// Appends a list with its head, folded in where it is long, as far as there is room.
  private mutating func appendList<Element>(
    _ heading: String, _ elements: [Element], _ write: (Element, inout ByteWriter) -> Void
  ) {
    if elements.isEmpty { return }
    let isFolded = elements.count > Self.openLimit
    let words = words.heading(heading, elements.count)
    out.append(isFolded ? "\n<details><summary>" : "\n### ")
    out.append(unescaped: words)
    out.append(isFolded ? "</summary>\n\n" : "\n\n")
    var shown = 0
    var item = ByteWriter()
    for element in elements.prefix(Self.listLimit) {
      item.removeAll()
      write(element, &item)
      if out.count + item.count > Self.byteLimit { break }
      out.append("- ")
      out.append(contentsOf: item.bytes)
      out.append("\n")
      shown += 1
    }
    if shown < elements.count {
      out.append("- ")
      out.append(unescaped: self.words.more(elements.count - shown))
      out.append("\n")
    }
    if isFolded { out.append("\n</details>\n") }
  }
}
