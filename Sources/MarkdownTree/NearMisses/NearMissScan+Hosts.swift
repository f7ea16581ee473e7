/// Addresses that a space cuts or a comma spoils.
extension NearMissScan {
  /// Reports `https://a.jp /policy/` and `https://www,a.jp/`; whether it is one.
  mutating func lookAtHost(_ reference: Reference) -> Bool {
    lookAtComma(reference.destinationRange) || lookAtDots(reference.destinationRange)
      || !reference.isLabelled && lookAtGap(reference.range)
  }

  /// Whether a link shows nothing but blanks.
  func isEmpty(_ reference: Reference) -> Bool {
    (reference.inline + 1..<inlines[reference.inline].end).allSatisfy { index in
      guard case .text = inlines[index].kind, inlines[index].range.upperBound <= tree.text.count
      else {
        return false
      }
      return tree.text[inlines[index].range].allSatisfy { $0 == 32 }
    }
  }

  private mutating func lookAtComma(_ address: Range<Int>) -> Bool {
    let bytes = source.source
    let written = bytes[address]
    guard let slashes = written.firstIndex(of: UInt8(ascii: "/")), slashes + 2 < address.upperBound,
      bytes[slashes + 1] == UInt8(ascii: "/")
    else { return false }
    let host = bytes[(slashes + 2)..<address.upperBound].prefix { ![47, 63, 35].contains($0) }
    guard let comma = host.firstIndex(of: UInt8(ascii: ",")), comma + 1 < host.endIndex else {
      return false
    }
    let commas = host.indices.filter { bytes[$0] == UInt8(ascii: ",") }
    let mended = String(decoding: host.map { $0 == UInt8(ascii: ",") ? 46 : $0 }, as: UTF8.self)
    findings.append(
      Finding(
        kind: .nearMiss(.addressComma), range: comma..<comma + 1,
        repairs: [
          .init(Self.title(mended), edits: commas.map { .init($0..<$0 + 1, with: ".") })
        ]))
    return true
  }

  /// Reports `https://a..jp/`; three dots stand for what was left out.
  private mutating func lookAtDots(_ address: Range<Int>) -> Bool {
    let bytes = source.source
    guard let slashes = bytes[address].firstIndex(of: UInt8(ascii: "/")),
      slashes + 2 < address.upperBound, bytes[slashes + 1] == UInt8(ascii: "/")
    else { return false }
    let host = bytes[(slashes + 2)..<address.upperBound].prefix { ![47, 63, 35].contains($0) }
    guard
      let dot = host.indices.dropLast().first(where: { bytes[$0] == 0x2E && bytes[$0 + 1] == 0x2E }
      ),
      dot > host.startIndex, dot + 2 < host.endIndex, bytes[dot + 2] != 0x2E
    else { return false }
    let mended = String(decoding: host[..<dot] + host[(dot + 1)...], as: UTF8.self)
    findings.append(
      Finding(
        kind: .nearMiss(.addressDots), range: dot..<dot + 2,
        repairs: [.init(Self.title(mended), edits: [.init(dot..<dot + 1, with: "")])]))
    return true
  }

  /// Reports `[[名前||語]]`, whose second bar is shown.
  mutating func lookAtBars(_ reference: Reference) {
    let bytes = source.source
    var bar = reference.destinationRange.upperBound
    while bar < reference.range.upperBound, bytes[bar] == 32 { bar += 1 }
    guard bar + 1 < reference.range.upperBound, bytes[bar] == 0x7C, bytes[bar + 1] == 0x7C else {
      return
    }
    let whole =
      bytes[reference.range.lowerBound..<bar] + bytes[(bar + 1)..<reference.range.upperBound]
    findings.append(
      Finding(
        kind: .nearMiss(.recordLinkBars), range: bar..<bar + 2,
        repairs: [
          .init(
            Self.title(String(decoding: whole, as: UTF8.self)),
            edits: [.init(bar..<bar + 1, with: "")])
        ]))
  }

  private mutating func lookAtGap(_ address: Range<Int>) -> Bool {
    let bytes = source.source
    let gap = address.upperBound
    guard gap + 2 < bytes.count, bytes[gap] == 32, bytes[gap + 1] == UInt8(ascii: "/"),
      Signs.isASCIILetter(UInt32(bytes[gap + 2])), bytes[address.lowerBound] != UInt8(ascii: "<")
    else { return false }
    let end = bytes[(gap + 1)...].firstIndex { $0 <= 32 || $0 >= 0x7F } ?? bytes.count
    let whole = String(decoding: bytes[address] + bytes[(gap + 1)..<end], as: UTF8.self)
    findings.append(
      Finding(
        kind: .nearMiss(.addressSpace), range: gap..<gap + 1,
        repairs: [.init(Self.title(whole), edits: [.init(gap..<gap + 1, with: "")])]))
    return true
  }
}
