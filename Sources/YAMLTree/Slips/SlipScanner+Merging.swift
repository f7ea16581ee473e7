/// Slips of one line that come of one mistake.
extension SlipScanner {
  /// The slips in their order; of those of a line whose kinds differ only the first, whose way out mends all.
  ///
  /// One sign too many or too few makes YAML stumble several times. Slips of the same kind are the habit of an
  /// author, who is told each.
  func merged() -> [YAMLSlip] {
    var result: [YAMLSlip] = []
    for slip in slips.sorted(by: { $0.bytes.lowerBound < $1.bytes.lowerBound }) {
      guard let last = result.last, last.isMergeable, slip.isMergeable,
        !source[last.bytes.lowerBound..<slip.bytes.lowerBound].contains(where: isLineEnd),
        last.family != slip.family, last.reading.count < YAMLSlip.mostMended
      else {
        result.append(slip)
        continue
      }
      result[result.count - 1] = joined(last, slip)
    }
    return result
  }

  private func joined(_ first: YAMLSlip, _ second: YAMLSlip) -> YAMLSlip {
    var repairs = first.repairs
    if let own = first.repairs.first?.edits, let other = second.repairs.first?.edits {
      let edits = (own + other).sorted { $0.range.lowerBound < $1.range.lowerBound }
      let overlaps = zip(edits, edits.dropFirst()).contains {
        $0.range.upperBound > $1.range.lowerBound || $0.range == $1.range
      }
      if !overlaps { repairs = [YAMLSlip.Repair(title(of: edits), edits: edits)] }
    }
    return YAMLSlip(
      kind: first.kind, bytes: first.bytes, repairs: repairs,
      reading: first.reading + second.reading,
      losesText: first.losesText || second.losesText, hasOthers: true)
  }
}

extension YAMLSlip {
  /// Whether the slip may come of the same mistake as another of its line: a comment is one of its own.
  var isMergeable: Bool {
    switch kind {
    case .comment, .htmlComment, .mark, .repeatedKey, .partedList, .otherComment: false
    default: true
    }
  }

  /// Slips of one family are each a mistake.
  var family: Int {
    switch kind {
    case .wrongSign: 0
    case .missingSpace, .missingComma: 1
    case .tab, .indentation: 2
    case .unclosed, .wrongBracket: 3
    case .afterValue: 4
    case .needsQuotes, .unsupported: 5
    case .backslash, .escape: 6
    case .comma, .extraComma: 7
    case .itemBesideKey: 9
    default: 8
    }
  }
}
