import Digests

/// Names of faults that stay while lines are put in before them.
///
/// A fault is known by its code, its file, the text of its line and how many like it stand before it.
struct LineFingerprints {
  private let report: DiagnosticReport
  private let prefix: PathPrefix
  private var counts: [String: Int] = [:]
  /// How much of a line counts: whole lines could be long, and many faults could stand in one.
  private static let lineLimit = 1000

  /// Names the faults of a report.
  init(of report: DiagnosticReport, after prefix: PathPrefix) {
    self.report = report
    self.prefix = prefix
  }

  /// The name of the next fault, 64 hexadecimal digits; the faults are handed over in their order.
  mutating func next(_ diagnostic: Diagnostic) -> String {
    let path = diagnostic.range.path
    let index = report.lineIndex(of: path)
    let line = index.position(of: diagnostic.range.bytes.lowerBound).line
    let bytes = index.byteRange(ofLine: line)
    let text = index.text(in: bytes.prefix(Self.lineLimit))
    let fact = [diagnostic.code.rawValue, prefix.text + path, text].joined(separator: "\0")
    let count = counts[fact, default: 0]
    counts[fact] = count + 1
    return SHA256.hexadecimal(Array("\(fact)\0\(count)".utf8))
  }
}
