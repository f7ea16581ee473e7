import Diagnostics
import Glibc
import JapaneseText

/// What the command says besides its result.
enum Console {
  /// Writes bytes to the standard output.
  static func write(_ bytes: [UInt8]) { put(bytes, STDOUT_FILENO) }

  /// Writes a line to the standard output.
  static func say(_ line: String) { put(Array((line + "\n").utf8), STDOUT_FILENO) }

  /// Writes a line to the standard error.
  static func complain(_ line: String) { put(Array((line + "\n").utf8), STDERR_FILENO) }

  /// Writes a report to the standard error as text.
  static func show(_ report: DiagnosticReport, in language: MessageLanguage) {
    show(text(of: report, in: language))
  }

  /// Writes the text of a report to the standard error.
  static func show(_ text: [UInt8]) { put(text, STDERR_FILENO) }

  /// A report as a terminal shows it.
  static func text(of report: DiagnosticReport, in language: MessageLanguage) -> [UInt8] {
    report.text(language: language) { DisplayWidth.columns(of: $0) }
  }

  /// A result that cannot be written, to a full disk for example, is no result: the command ends with 2.
  ///
  /// Where nobody reads any more (EPIPE) there is nobody to tell.
  private static func fail(_ number: Int32, _ descriptor: Int32) {
    guard descriptor == STDOUT_FILENO, number != EPIPE else { return }
    let reason = SystemReason.text(of: number)
    complain("mokuroku: 出力を書けません (cannot write the output): \(reason.japanese) (\(reason.english))")
    exit(2)
  }

  /// As many bytes as a pipe takes whole or not at all (`PIPE_BUF`, pipe(7)).
  private static let most = 4_096

  /// Writes whole lines at a time, so that a command that is ended leaves no half sentence.
  private static func put(_ bytes: [UInt8], _ descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let portion = rest.prefix(most)
      let end = portion.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? portion.endIndex
      let written = rest[..<end].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if written < 0 && errno == EINTR { continue }
      if written <= 0 {
        fail(errno, descriptor)
        return
      }
      rest = rest.dropFirst(written)
    }
  }
}
