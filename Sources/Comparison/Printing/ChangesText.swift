import ByteWriting
import Diagnostics

/// Changes as lines for a terminal or a log.
struct ChangesText {
  private let changes: EditionChanges
  private let words: ChangesWords
  private var out = ByteWriter()

  /// How much of each list is shown.
  static let listLimit = 200

  /// Writes the changes.
  init(_ changes: EditionChanges, _ words: ChangesWords) {
    self.changes = changes
    self.words = words
    if changes.isEmpty {
      append(words.nothing)
      return
    }
    append(words.summary(of: changes))
    if !changes.hasContent { append(words.looksOnly) }
    appendList(words.gone, changes.goneAddresses) { [$0] }
    appendList(words.removed, changes.removed) { [Self.name($0)] }
    appendList(words.added, changes.added) { [Self.name($0)] }
    appendList(words.changed, changes.changed) { change in
      [Self.name(change.name)]
        + words.lines(of: change).map { line in
          "  " + (line.label.map { $0 + ": " } ?? "") + line.parts.map(Self.text).joined()
        }
    }
    appendList(words.new, changes.newAddresses) { [$0] }
  }

  var bytes: [UInt8] { out.bytes }

  private static func name(_ name: RecordName) -> String {
    "\(name.key) \(Quotation.short(name.title))"
  }

  private static func text(_ part: ChangesWords.Part) -> String {
    switch part {
    case .words(let text), .value(let text): text
    }
  }

  private mutating func append(_ line: String) {
    out.append(unescaped: Terminal.printable(line) + "\n")
  }

  /// Appends a list with its head, as far as it is shown; an element may have several lines.
  private mutating func appendList<Element>(
    _ heading: String, _ elements: [Element], _ lines: (Element) -> [String]
  ) {
    if elements.isEmpty { return }
    append("")
    append(words.heading(heading, elements.count) + ":")
    for element in elements.prefix(Self.listLimit) {
      for line in lines(element) { append("  " + line) }
    }
    let rest = elements.count - Self.listLimit
    if rest > 0 { append("  " + words.more(rest)) }
  }
}
