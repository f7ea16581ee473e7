package import CatalogueViews
package import Diagnostics
import TextRules

/// The addresses that were published and are to stay, as `addresses.lock` lists them: one a line, sorted.
///
/// Two people who add records change different lines, so that their lists join without a conflict.
package struct AddressLock: Sendable {
  /// An address with its place in the file.
  package struct Line: Sendable, Equatable {
    /// From the base of the site, without the leading `/`: `programmes/q-leap/`.
    package let address: String
    package let bytes: Range<Int>
    /// The notes of people that stand above it, each a line.
    fileprivate var notes: [String] = []
  }

  /// A line that is no address.
  struct Fault: Sendable, Equatable {
    let text: String
    let bytes: Range<Int>
    /// The whole line with its end.
    let line: Range<Int>
  }

  package private(set) var lines: [Line] = []
  /// Lines that are no addresses, as many as are told.
  private(set) var faults: [Fault] = []
  /// The marks of a merge that nobody ended, with what both sides had before it: as many as one fix takes away.
  private(set) var marks: [Fault] = []
  /// What is wrong with the bytes.
  private var texts: [Diagnostic] = []
  private let path: String
  /// The notes below the last address.
  private var rest: [String] = []
  /// Whether the lines belong to what both sides of a merge had before it.
  private var isBase = false

  /// How many lines are told that are no addresses, and how many marks of a merge.
  private static let (faultLimit, markLimit) = (100, 1000)

  /// Reads the file; empty lines and those that begin with `#` say nothing.
  package init(_ file: SourceTree.File) {
    path = file.path
    let check = TextCheck(file.bytes)
    texts = check.diagnostics(path: file.path)
    if check.invalid != nil { return }
    let bytes = file.bytes
    var start = bytes.starts(with: TextCheck.byteOrderMark) ? TextCheck.byteOrderMark.count : 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex { $0 == 10 || $0 == 13 } ?? bytes.count
      read(start..<end, of: bytes)
      start = end + 1
    }
  }

  private mutating func read(_ range: Range<Int>, of bytes: [UInt8]) {
    let isBlank: (UInt8) -> Bool = { $0 == 32 || $0 == 9 }
    let lower = range.first { !isBlank(bytes[$0]) } ?? range.upperBound
    let upper = range.last { !isBlank(bytes[$0]) }.map { $0 + 1 } ?? lower
    let text = bytes[lower..<max(lower, upper)]
    guard let first = text.first else { return }
    // The line goes with its end.
    let isPair =
      range.upperBound + 1 < bytes.count
      && bytes[range.upperBound] == 13 && bytes[range.upperBound + 1] == 10
    let end = min(bytes.count, range.upperBound + (isPair ? 2 : 1))
    func fault() -> Fault {
      Fault(
        text: String(decoding: text, as: UTF8.self), bytes: text.indices,
        line: range.lowerBound..<end)
    }
    let mark = Self.mark(text)
    if let mark { isBase = mark == UInt8(ascii: "|") }
    if mark != nil || isBase {
      if marks.count < Self.markLimit { marks.append(fault()) }
    } else if first == UInt8(ascii: "#") {
      let note = String(decoding: text, as: UTF8.self)
      if !Self.headingLines.contains(note) { rest.append(note) }
    } else if first == UInt8(ascii: "/"), !text.dropFirst().starts(with: [first]),
      !text.contains(where: isBlank)
    {
      let address = String(decoding: text.dropFirst(), as: UTF8.self)
      lines.append(Line(address: address, bytes: text.indices, notes: rest))
      rest = []
    } else if faults.count < Self.faultLimit {
      faults.append(fault())
    }
  }

  /// The sign of a line that a merge puts between two sides.
  private static func mark(_ text: ArraySlice<UInt8>) -> UInt8? {
    guard let first = text.first, "<=>|".utf8.contains(first),
      text.prefix(7).count == 7, text.prefix(7).allSatisfy({ $0 == first }),
      text.count == 7 || text[text.startIndex + 7] == 32
    else { return nil }
    return first
  }

  /// The addresses of an edition that last, without the leading `/`.
  package static func addresses(of map: SiteMap) -> [String] {
    map.outputs.filter(\.isLasting).map(\.address)
  }

  /// The file with some addresses, whatever their order.
  ///
  /// The notes of people stay above their addresses; those of an address that goes stand above the one that comes then.
  package func bytes(of addresses: some Sequence<String>) -> [UInt8] {
    var notes: [String: [String]] = [:]
    for line in lines { notes[line.address, default: []] += line.notes }
    var seen = Set<String>()
    var kept = Set<String>()
    for address in addresses { kept.insert(address) }
    let all = (Array(kept) + notes.keys.filter { notes[$0]?.isEmpty == false })
      .filter { seen.insert($0).inserted }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var text = Self.heading
    for address in all {
      for note in notes[address] ?? [] { text += note + "\n" }
      if kept.contains(address) { text += "/" + address + "\n" }
    }
    for note in rest { text += note + "\n" }
    return Array(text.utf8)
  }

  /// A file that has no line yet.
  package init() { path = SourceTree.addressesName }

  private static let heading = """
    # 公開したアドレス。1行に1つ、なくしてはいけないものです。手で直さず、mokuroku lock で書きます。
    # ここにあるアドレスがなくなるときは、check と build が知らせます。新しいアドレスは mokuroku lock が足します。

    """
  private static let headingLines = heading.split(separator: "\n").map(String.init)
}

extension AddressLock {
  /// What is wrong with lines; `meant` gives the addresses that a text may have been meant as, without the leading `/`.
  package func diagnostics(meaning meant: (String) -> [String] = { _ in [] }) -> [Diagnostic] {
    var diagnostics = texts
    if let mark = marks.first { diagnostics.append(conflict(mark)) }
    for fault in faults {
      let range = SourceRange(path: path, bytes: fault.bytes)
      let fixes = meant(fault.text).map {
        Fix("/" + $0, edits: [TextEdit(range, with: "/" + $0)])
      }
      diagnostics.append(
        Diagnostic(
          .addressLine, at: range,
          LocalisedText(
            "この行はアドレスとして読めません。アドレスは / で始まり、空白を含みません。",
            en: "the line is no address, which begins with '/' and has no spaces"),
          fixes: fixes + [Fix("この行を消す", edits: [removal(of: fault)])]))
    }
    return diagnostics
  }

  private func conflict(_ mark: Fault) -> Diagnostic {
    Diagnostic(
      .addressLine, at: SourceRange(path: path, bytes: mark.bytes),
      LocalisedText(
        "マージの印が残っています。両方のアドレスを残し、<<<<<<<、=======、>>>>>>> の行だけを消します。mokuroku fix が消します。",
        en:
          "marks of a merge are left; the addresses of both sides stay, and the lines with <<<<<<<, "
          + "======= and >>>>>>> go, which 'mokuroku fix' does"),
      fixes: [Fix("両方のアドレスを残す", edits: marks.map(removal), isSure: true)])
  }

  private func removal(of fault: Fault) -> TextEdit {
    TextEdit(SourceRange(path: path, bytes: fault.line), with: "")
  }
}
