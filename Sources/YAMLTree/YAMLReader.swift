private import Diagnostics

/// What an author wrote in YAML, read as far as it can be.
package struct YAMLReading: Sendable {
  /// The tree; its ranges are offsets in the author's file.
  package let root: YAMLNode?
  package let findings: [YAMLFinding]
  /// Whether everything that was written is in the tree.
  package let isWhole: Bool
  /// Where front matter ends before its range does.
  package let closing: FrontMatterClosing?
}

/// Where front matter ends that has no proper `---` at its end.
package enum FrontMatterClosing: Sendable, Equatable {
  /// A line that is meant as `---`.
  case wrong(Range<Int>)
  /// `---` is missing at this place.
  case missing(Int)
}

/// Reads YAML as its author meant it: slips are told where they stand, and what follows is read on.
package enum YAMLReader {
  /// Reads the one document of `source[range]`.
  ///
  /// `findsEnd` says that the text may end before its range, as front matter does whose last `---` is missing.
  /// The text is read as if what is `hidden`, in its order, did not stand in it.
  package static func read(
    _ source: [UInt8], range: Range<Int>, words: YAMLWords = .none, findsEnd: Bool = false,
    hidden: [Range<Int>] = []
  ) -> YAMLReading {
    let comments = FieldComments(source, range, words)
    let reading = uncommented(
      comments.bytes, range: range, words: words, findsEnd: findsEnd, hidden: hidden)
    return comments.isEmpty ? reading : comments.completed(reading)
  }

  private static func uncommented(
    _ source: [UInt8], range: Range<Int>, words: YAMLWords, findsEnd: Bool, hidden: [Range<Int>]
  ) -> YAMLReading {
    let own = hidden.filter {
      range.lowerBound <= $0.lowerBound && $0.upperBound <= range.upperBound
    }
    if own.isEmpty { return visible(source, range: range, words: words, findsEnd: findsEnd) }
    let text = RepairedText(source, range, own.map { YAMLEdit($0, with: "") })
    // Whether more follows in the file is seen by what stands behind the range.
    let more: [UInt8] = range.upperBound < source.count ? [10] : []
    return text.original(
      visible(text.bytes + more, range: text.bytes.indices, words: words, findsEnd: findsEnd))
  }

  private static func visible(
    _ source: [UInt8], range: Range<Int>, words: YAMLWords, findsEnd: Bool
  ) -> YAMLReading {
    let scan = SlipScanner.scan(source, range, words, findsEnd: findsEnd)
    let slips = scan.slips
    var range = range
    var closing: FrontMatterClosing?
    switch scan.closing {
    case .wrong(let mark):
      range = range.lowerBound..<lineStart(mark.lowerBound, source, range)
      closing = .wrong(mark)
    case .missing(let place):
      range = range.lowerBound..<place
      closing = .missing(place)
    case nil: break
    }
    let edits = slips.flatMap(\.reading) + scan.dropped
    if edits.isEmpty {
      let read = pieces(source, range)
      return YAMLReading(
        root: read.root,
        findings: findings(slips) + mended(own(read.findings, slips, source), source, range),
        isWhole: read.isWhole, closing: closing)
    }
    let text = RepairedText(source, range, edits)
    let read = pieces(text.bytes, text.bytes.indices)
    let others = read.findings.map { finding in
      var kind = finding.kind
      if case .duplicateKey(let key, let first) = kind {
        kind = .duplicateKey(key, first: text.original(first))
      }
      return YAMLFinding(kind: kind, bytes: text.original(finding.bytes), repairs: [])
    }
    return YAMLReading(
      root: read.root.map { text.original($0) },
      findings: findings(slips) + mended(own(others, slips, source), source, range),
      isWhole: read.isWhole && !slips.contains { $0.losesText }, closing: closing)
  }

  private static func findings(_ slips: [YAMLSlip]) -> [YAMLFinding] {
    slips.map {
      YAMLFinding(
        kind: .slip($0.kind), bytes: $0.bytes, repairs: $0.repairs, isOne: !$0.hasOthers)
    }
  }

  /// The findings of libyaml without those that only follow from a slip: it stops behind one in the same field.
  private static func own(
    _ findings: [YAMLFinding], _ slips: [YAMLSlip], _ source: [UInt8]
  ) -> [YAMLFinding] {
    if slips.isEmpty || findings.isEmpty { return findings }
    return findings.filter { finding in
      guard case .syntax = finding.kind else { return true }
      // The field begins at the first column, and the slip may be on the line before it.
      var at = min(finding.bytes.lowerBound, source.count - 1)
      func toLineStart() {
        while at > 0, source[at - 1] != 10, source[at - 1] != 13 { at -= 1 }
      }
      toLineStart()
      while at > 0, source[at] <= 32 || Array("-#]}".utf8).contains(source[at]) {
        at -= 1
        toLineStart()
      }
      at = max(0, at - 1)
      toLineStart()
      var (low, high) = (0, slips.count)
      while low < high {
        let middle = (low + high) / 2
        if slips[middle].bytes.lowerBound < at { low = middle + 1 } else { high = middle }
      }
      return low == slips.count || slips[low].bytes.lowerBound > finding.bytes.lowerBound
    }
  }

  private static func lineStart(_ at: Int, _ source: [UInt8], _ range: Range<Int>) -> Int {
    var at = at
    while at > range.lowerBound, source[at - 1] != 10, source[at - 1] != 13 { at -= 1 }
    return at
  }

  // MARK: - Reading on

  /// Reads the text; where libyaml stops, each field of the outermost level by itself.
  private static func pieces(
    _ source: [UInt8], _ range: Range<Int>
  ) -> (root: YAMLNode?, findings: [YAMLFinding], isWhole: Bool) {
    let whole = YAMLParser.parse(source, range: range)
    guard whole.findings.contains(where: \.stops) else {
      return (whole.root, whole.findings, true)
    }
    let blocks = blocks(source, range)
    guard blocks.count > 1 else { return (whole.root, whole.findings, false) }
    var entries: [YAMLNode.Entry] = []
    var findings: [YAMLFinding] = []
    var seen: [String: Range<Int>] = [:]
    for block in blocks {
      let read = YAMLParser.parse(source, range: block)
      findings += read.findings
      guard let root = read.root else { continue }
      guard let own = root.mapping else {
        // What is no field in the middle of fields.
        if !read.findings.contains(where: \.stops) {
          return (whole.root, whole.findings, false)
        }
        continue
      }
      for entry in own {
        if let name = entry.key.scalar {
          if let first = seen[name] {
            findings.append(
              YAMLFinding(kind: .duplicateKey(name, first: first), bytes: entry.key.bytes))
          }
          seen[name] = seen[name] ?? entry.key.bytes
        }
        entries.append(entry)
      }
    }
    if findings.isEmpty { return (whole.root, whole.findings, false) }
    let first = entries.first?.key.bytes.lowerBound ?? range.lowerBound
    let last = entries.last?.value.bytes.upperBound ?? first
    return (YAMLNode(.mapping(entries), at: first..<max(first, last)), findings, false)
  }

  /// The stretches of lines that begin with one at the first column.
  private static func blocks(_ source: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    var blocks: [Range<Int>] = []
    var start = range.lowerBound
    var at = range.lowerBound
    while at < range.upperBound {
      let first = source[at]
      if at > start, first > 0x20, !Array("-#]}".utf8).contains(first) {
        blocks.append(start..<at)
        start = at
      }
      while at < range.upperBound, source[at] != 10, source[at] != 13 { at += 1 }
      if at + 1 < range.upperBound, source[at] == 13, source[at + 1] == 10 { at += 1 }
      at = min(at + 1, range.upperBound)
    }
    if start < range.upperBound { blocks.append(start..<range.upperBound) }
    return blocks
  }

  // MARK: - Ways out

  /// The findings with what mends a field that stands twice: one of the two goes.
  private static func mended(
    _ findings: [YAMLFinding], _ source: [UInt8], _ range: Range<Int>
  ) -> [YAMLFinding] {
    findings.enumerated().map { number, finding in
      guard case .duplicateKey(_, let first) = finding.kind, number < YAMLSlip.mostMended else {
        return finding
      }
      let (second, own) = (
        lines(of: finding.bytes, source, range), lines(of: first, source, range)
      )
      guard let second, let own else { return finding }
      return YAMLFinding(
        kind: finding.kind, bytes: finding.bytes,
        repairs: [
          .init(title(source[own]), edits: [YAMLEdit(second, with: "")]),
          .init(title(source[second]), edits: [YAMLEdit(own, with: "")]),
        ])
    }
  }

  /// The field that stays.
  private static func title(_ lines: ArraySlice<UInt8>) -> String {
    let texts = lines.prefix(Quotation.limit * 4).split { $0 == 10 || $0 == 13 }
      .map { String(decoding: $0.drop { $0 == 32 }, as: UTF8.self) }
    return Quotation.short(texts.joined(separator: " "))
  }

  /// The lines of a field whose key stands at `key`, with those below it; nil where it is no field of lines.
  private static func lines(
    of key: Range<Int>, _ source: [UInt8], _ range: Range<Int>
  ) -> Range<Int>? {
    let start = lineStart(key.lowerBound, source, range)
    guard source[start..<key.lowerBound].allSatisfy({ $0 == 32 }) else { return nil }
    let indent = key.lowerBound - start
    var at = key.upperBound
    while true {
      while at < range.upperBound, source[at] != 10, source[at] != 13 { at += 1 }
      if at + 1 < range.upperBound, source[at] == 13, source[at + 1] == 10 { at += 1 }
      at = min(at + 1, range.upperBound)
      var next = at
      while next < range.upperBound, source[next] == 32 { next += 1 }
      guard next < range.upperBound, source[next] > 32 else { break }
      let isEntry = source[next] == UInt8(ascii: "-") && next - at == indent
      guard next - at > indent || isEntry else { break }
    }
    return start..<at
  }
}
