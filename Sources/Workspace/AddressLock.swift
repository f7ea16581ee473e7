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
  }

  package private(set) var lines: [Line] = []
  /// Lines that are no addresses.
  package private(set) var diagnostics: [Diagnostic] = []

  /// How many lines are told that are no addresses.
  private static let faultLimit = 100

  /// Reads the file; empty lines and those that begin with `#` say nothing.
  package init(_ file: SourceTree.File) {
    let check = TextCheck(file.bytes)
    diagnostics = check.diagnostics(path: file.path)
    if check.invalid != nil { return }
    let bytes = file.bytes
    var start = bytes.starts(with: TextCheck.byteOrderMark) ? TextCheck.byteOrderMark.count : 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex { $0 == 10 || $0 == 13 } ?? bytes.count
      read(start..<end, of: bytes, at: file.path)
      start = end + 1
    }
  }

  private mutating func read(_ range: Range<Int>, of bytes: [UInt8], at path: String) {
    let isBlank: (UInt8) -> Bool = { $0 == 32 || $0 == 9 }
    let lower = range.first { !isBlank(bytes[$0]) } ?? range.upperBound
    let upper = range.last { !isBlank(bytes[$0]) }.map { $0 + 1 } ?? lower
    let text = bytes[lower..<max(lower, upper)]
    guard let first = text.first, first != UInt8(ascii: "#") else { return }
    if first == UInt8(ascii: "/"), !text.dropFirst().starts(with: [first]),
      !text.contains(where: isBlank)
    {
      let address = String(decoding: text.dropFirst(), as: UTF8.self)
      lines.append(Line(address: address, bytes: text.indices))
      return
    }
    if diagnostics.count >= Self.faultLimit { return }
    // The line goes with its end.
    let isPair =
      range.upperBound + 1 < bytes.count
      && bytes[range.upperBound] == 13 && bytes[range.upperBound + 1] == 10
    let end = min(bytes.count, range.upperBound + (isPair ? 2 : 1))
    let isMark = ["<<<<<<<", "=======", ">>>>>>>"].contains(
      String(decoding: text.prefix(7), as: UTF8.self))
    diagnostics.append(
      Diagnostic(
        .addressLine, at: SourceRange(path: path, bytes: text.indices),
        LocalisedText(
          "この行はアドレスとして読めません。アドレスは / で始まります。マージの印なら消し、両方のアドレスを残します。",
          en:
            "the line is no address, which begins with '/'; a mark of a merge is removed, and the "
            + "addresses of both sides stay"),
        fixes: [
          Fix(
            "この行を消す",
            edits: [TextEdit(SourceRange(path: path, bytes: range.lowerBound..<end), with: "")],
            isSure: isMark)
        ]))
  }

  /// The addresses of an edition that last, without the leading `/`.
  package static func addresses(of map: SiteMap) -> [String] {
    map.outputs.filter(\.isLasting).map(\.address)
  }

  /// The file with some addresses, whatever their order.
  package static func bytes(of addresses: some Sequence<String>) -> [UInt8] {
    var seen: Set<String> = []
    let lines = addresses.filter { seen.insert($0).inserted }.sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    return Array((heading + lines.map { "/" + $0 + "\n" }.joined()).utf8)
  }

  private static let heading = """
    # 公開したアドレス。1行に1つ、なくしてはいけないものです。手で直さず、mokuroku lock で書きます。
    # ここにあるアドレスがなくなるときは、check と build が知らせます。新しいアドレスは mokuroku lock が足します。

    """
}
