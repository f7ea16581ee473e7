/// A text with some edits in it, whose offsets are known in the text as it was.
struct RepairedText {
  /// A stretch of the repaired text.
  private struct Piece {
    let start: Int
    let original: Range<Int>
    /// Whether it is copied, so that offsets in it are exact.
    let isCopy: Bool
  }

  /// The repaired text.
  private(set) var bytes: [UInt8] = []
  private var pieces: [Piece] = []
  private let range: Range<Int>

  /// Applies `edits` to `source[range]`; one that overlaps an earlier one is left out.
  init(_ source: [UInt8], _ range: Range<Int>, _ edits: [YAMLEdit]) {
    self.range = range
    bytes.reserveCapacity(range.count + edits.count * 4)
    var position = range.lowerBound
    let sorted = edits.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    for (_, edit) in sorted
    where edit.range.lowerBound >= position && edit.range.upperBound <= range.upperBound {
      copy(source, position..<edit.range.lowerBound)
      if !edit.text.isEmpty {
        pieces.append(Piece(start: bytes.count, original: edit.range, isCopy: false))
        bytes += edit.text.utf8
      }
      position = edit.range.upperBound
    }
    copy(source, position..<range.upperBound)
  }

  private mutating func copy(_ source: [UInt8], _ range: Range<Int>) {
    if range.isEmpty { return }
    pieces.append(Piece(start: bytes.count, original: range, isCopy: true))
    bytes += source[range]
  }

  /// The place in the text as it was of a stretch of the repaired text.
  func original(_ place: Range<Int>) -> Range<Int> {
    let lower = lower(place.lowerBound)
    if place.isEmpty { return lower..<lower }
    let piece = piece(at: place.upperBound - 1)
    guard let piece else { return lower..<max(lower, range.upperBound) }
    let upper =
      piece.isCopy
      ? piece.original.lowerBound + place.upperBound - piece.start : piece.original.upperBound
    return lower..<max(lower, upper)
  }

  /// The node with its places in the text as it was.
  func original(_ node: YAMLNode) -> YAMLNode {
    let content: YAMLNode.Content =
      switch node.content {
      case .scalar: node.content
      case .sequence(let nodes): .sequence(nodes.map { original($0) })
      case .mapping(let entries):
        .mapping(
          entries.map { .init(key: original($0.key), value: original($0.value)) })
      }
    return YAMLNode(content, at: original(node.bytes), as: node.style)
  }

  /// What was read of the repaired text, with its places in the text as it was.
  func original(_ read: YAMLReading) -> YAMLReading {
    let closing: FrontMatterClosing? =
      switch read.closing {
      case .wrong(let mark): .wrong(original(mark))
      case .missing(let place): .missing(lower(place))
      case nil: nil
      }
    return YAMLReading(
      root: read.root.map { original($0) }, findings: read.findings.map { original($0) },
      isWhole: read.isWhole, closing: closing)
  }

  private func original(_ finding: YAMLFinding) -> YAMLFinding {
    var kind = finding.kind
    if case .duplicateKey(let key, let first) = kind {
      kind = .duplicateKey(key, first: original(first))
    }
    let repairs = finding.repairs.map { repair in
      YAMLSlip.Repair(
        repair.title,
        edits: repair.edits.map { YAMLEdit(original($0.range), with: $0.text) })
    }
    return YAMLFinding(
      kind: kind, bytes: original(finding.bytes), repairs: repairs, isOne: finding.isOne)
  }

  private func lower(_ offset: Int) -> Int {
    guard let piece = piece(at: offset) else { return range.upperBound }
    return piece.original.lowerBound + (piece.isCopy ? offset - piece.start : 0)
  }

  private func piece(at offset: Int) -> Piece? {
    if pieces.isEmpty || offset >= bytes.count { return nil }
    var low = 0
    var high = pieces.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if pieces[middle].start <= offset { low = middle } else { high = middle - 1 }
    }
    return pieces[low]
  }
}
