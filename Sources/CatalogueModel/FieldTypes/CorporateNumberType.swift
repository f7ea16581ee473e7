package import Diagnostics
private import JapaneseText
package import YAMLTree

/// 法人番号: 13 digits, the first of which checks the others.
package struct CorporateNumberType: FieldType {
  package static let name = "corporate_number"
  package static let summary = LocalisedText(
    "法人番号。13桁の数字。検査数字を確かめます。", en: "a corporate number of 13 digits")

  package func read(_ node: YAMLNode, _ reader: inout FieldReader) -> FieldValue? {
    reader.parse(node, .invalidCorporateNumber, with: CorporateNumber.parse)
      .map { .text($0.text) }
  }
}
