package import Diagnostics
private import JapaneseText
package import YAMLTree

/// よみ: kana by which names are sorted and found.
package struct ReadingType: FieldType {
  package static let name = "reading"
  package static let summary = LocalisedText(
    "よみ。ひらがなで書きます。五十音順と検索に使います。", en: "the reading in kana, for sorting and search")
  package let roles: Set<FieldRole> = [.reading]

  package func read(_ node: YAMLNode, _ reader: inout FieldReader) -> FieldValue? {
    reader.parse(node, .invalidReading, with: Reading.parse).map { .reading($0) }
  }

  package func show(_ value: FieldValue) -> ShownValue {
    if case .reading(let reading) = value { ShownValue(reading.text) } else { ShownValue("") }
  }

  package func sortKey(_ value: FieldValue) -> [UInt8] {
    if case .reading(let reading) = value { reading.collationKey } else { [] }
  }
}
