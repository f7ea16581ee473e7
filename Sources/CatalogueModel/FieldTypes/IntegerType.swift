package import ByteWriting
package import Diagnostics
private import TextFolding
package import YAMLTree

/// A whole number in ASCII digits.
package struct IntegerType: FieldType {
  package static let name = "integer"
  package static let summary = LocalisedText("整数。半角の数字で書きます。", en: "a whole number")
  package let traits: FieldTraits = [.facet, .number]

  package func read(_ node: YAMLNode, _ reader: inout FieldReader) -> FieldValue? {
    guard let text = reader.text(node) else { return nil }
    if let number = Int(text), String(number) == text { return .integer(number) }
    reader.report(
      .invalidInteger, on: node,
      LocalisedText(
        "「\(reader.label)」の「\(text)」は整数ではありません。半角の数字だけで書きます。",
        en: "'\(text)' of '\(reader.label)' is not a whole number in plain digits"),
      meant: Self.meant(text).map { [String($0)] } ?? [],
      isSure: Int(Folding.fold(text)) != nil)
    return nil
  }

  /// The one number in a text: of full width, with commas, in one kanji, or with a unit behind it.
  private static func meant(_ text: String) -> Int? {
    let folded = Folding.fold(text)
    if let digit = "〇一二三四五六七八九十".firstIndex(of: folded.first ?? " "), folded.count == 1 {
      return "〇一二三四五六七八九十".distance(from: "〇".startIndex, to: digit)
    }
    let number = folded.prefix { $0.isASCII && ($0.isNumber || "-,".contains($0)) }
    let unit = folded.dropFirst(number.count)
    guard unit.unicodeScalars.allSatisfy({ $0.properties.isAlphabetic }) else { return nil }
    let groups = number.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }) else { return nil }
    return Int(groups.joined())
  }

  private func number(_ value: FieldValue) -> Int {
    if case .integer(let number) = value { number } else { 0 }
  }

  package func show(_ value: FieldValue) -> ShownValue { ShownValue(String(number(value))) }
  package func cell(_ value: FieldValue) -> TableCell { .number(number(value)) }
  package func searchText(_ value: FieldValue) -> String? { nil }

  package func export(_ value: FieldValue, to out: inout ByteWriter) {
    out.append(decimal: number(value))
  }

  package func sortKey(_ value: FieldValue) -> [UInt8] { SortKey.bytes(of: number(value)) }
}

/// Numbers as bytes that sort as the numbers do.
package enum SortKey {
  /// Eight bytes, big-endian, with the sign bit turned.
  package static func bytes(of number: Int) -> [UInt8] {
    let bits = UInt64(bitPattern: Int64(number)) ^ (1 << 63)
    return (0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * UInt64($0))) }
  }
}
