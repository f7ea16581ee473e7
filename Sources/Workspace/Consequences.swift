import Diagnostics

/// Faults that only follow from a slip in the YAML of a record, and are not told beside it.
///
/// What a broken line holds is found wrong for what is not its author's fault. Where something is wrong with it
/// all the same, that is told as soon as the line is mended.
struct Consequences {
  /// The slips of each file, as offsets in their order.
  private var slips: [String: [Int]] = [:]
  /// The comments behind values, which leave what stands before them as it is.
  private var comments: [String: [Int]] = [:]
  /// Where the lines of those files begin.
  private var lines: [String: [Int]] = [:]

  /// Gives the diagnostics without those that follow from another; `source` gives the bytes of a file.
  static func removed(
    from diagnostics: [Diagnostic], source: (String) -> [UInt8]?
  ) -> [Diagnostic] {
    let consequences = Consequences(diagnostics, source: source)
    if consequences.slips.isEmpty { return diagnostics }
    return diagnostics.filter { !consequences.contains($0) }
  }

  private init(_ diagnostics: [Diagnostic], source: (String) -> [UInt8]?) {
    for slip in diagnostics where Self.isSlip(slip) {
      let place = slip.range.bytes.lowerBound
      slips[slip.range.path, default: []] += slip.code == .yamlCommentInValue ? [] : [place]
      comments[slip.range.path, default: []] += slip.code == .yamlCommentInValue ? [place] : []
    }
    for path in slips.keys {
      slips[path]?.sort()
      comments[path]?.sort()
      let bytes = source(path) ?? []
      lines[path] = [0] + bytes.indices.filter { bytes[$0] == 10 || bytes[$0] == 13 }.map { $0 + 1 }
    }
  }

  private static func isSlip(_ diagnostic: Diagnostic) -> Bool {
    diagnostic.code.rawValue.hasPrefix("yaml/") && diagnostic.code != .duplicateKey
      && (diagnostic.severity == .error || diagnostic.concernsDraft)
  }

  /// Whether a fault of a value begins or ends on a line with a slip, or has one within.
  private func contains(_ fault: Diagnostic) -> Bool {
    let code = fault.code.rawValue
    guard code.hasPrefix("field/") || code.hasPrefix("reference/"), !fault.range.bytes.isEmpty,
      let slips = slips[fault.range.path], let lines = lines[fault.range.path]
    else { return false }
    let within = comments[fault.range.path] ?? []
    let comment = Self.count(of: within, upTo: fault.range.bytes.lowerBound - 1)
    if comment < within.count, within[comment] < fault.range.bytes.upperBound { return true }
    let start = lines[max(0, Self.count(of: lines, upTo: fault.range.bytes.lowerBound) - 1)]
    let next = Self.count(of: lines, upTo: fault.range.bytes.upperBound - 1)
    let end = next < lines.count ? lines[next] : Int.max
    let first = Self.count(of: slips, upTo: start - 1)
    return first < slips.count && slips[first] < end
  }

  /// How many of sorted offsets are not greater than one.
  private static func count(of offsets: [Int], upTo offset: Int) -> Int {
    var (low, high) = (0, offsets.count)
    while low < high {
      let middle = (low + high) / 2
      if offsets[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
