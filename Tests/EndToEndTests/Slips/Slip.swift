import Diagnostics
import Testing

/// One mistake of an author, with what he has to be told.
///
/// The file is written with `⟦` and `⟧` around what is wrong; the report begins at the first of them. The
/// signs themselves are not part of the file.
struct Slip: Sendable, CustomTestStringConvertible {
  /// Where the mistake is made.
  enum Place: Sendable {
    /// In the lines of the front matter behind title and reading.
    case fields
    /// In the text of a record that is sound otherwise.
    case text
    /// In the whole file of a record.
    case file
  }

  let place: Place
  let written: String
  let code: DiagnosticCode
  /// What was written as it should be, which the first fix writes; nil where only the author can know.
  let mended: String?

  /// A mistake in the front matter behind `title: 甲` and `yomi: こう`.
  static func fields(_ written: String, _ code: DiagnosticCode, _ mended: String? = nil) -> Slip {
    Slip(place: .fields, written: written, code: code, mended: mended)
  }

  /// A mistake in the text of a record.
  static func text(_ written: String, _ code: DiagnosticCode, _ mended: String? = nil) -> Slip {
    Slip(place: .text, written: written, code: code, mended: mended)
  }

  /// A mistake in a whole file.
  static func file(_ written: String, _ code: DiagnosticCode, _ mended: String? = nil) -> Slip {
    Slip(place: .file, written: written, code: code, mended: mended)
  }

  var testDescription: String { "\(code.rawValue): \(written)" }

  /// The file with `part` in the place of the mistake.
  private func file(_ part: String) -> String {
    switch place {
    case .fields: "---\ntitle: 甲\nyomi: こう\n\(part)\n---\n本文。\n"
    case .text: "---\ntitle: 甲\nyomi: こう\n---\n\(part)\n"
    case .file: part
    }
  }

  /// The file as its author wrote it.
  var text: String { file(written.replacing("⟦", with: "").replacing("⟧", with: "")) }

  /// The file as it should be.
  var mendedText: String? { mended.map(file) }

  /// The offsets of what the report has to mark.
  var range: Range<Int> {
    let marked = Array(file(written).utf8)
    let open = Array("⟦".utf8)
    let start = Slip.place(of: open, in: marked) ?? 0
    let end = Slip.place(of: Array("⟧".utf8), in: marked) ?? start
    return start..<max(start, end - open.count)
  }

  private static func place(of word: [UInt8], in bytes: [UInt8]) -> Int? {
    bytes.indices.first { bytes[$0...].starts(with: word) }
  }
}
