package import ByteWriting
package import Diagnostics
private import JapaneseText
package import YAMLTree

/// An exact amount of yen as printed: 17億円, 133億10百万円.
package struct MoneyType: FieldType {
  package static let name = "money"
  package static let summary = LocalisedText(
    "金額。17億円、133億10百万円のように、印刷されたとおりに書きます。",
    en: "an amount as printed, for example 133億10百万円; kept as exact yen")
  package let traits: FieldTraits = [.number]

  package func read(_ node: YAMLNode, _ reader: inout FieldReader) -> FieldValue? {
    guard let yen = reader.parse(node, .invalidMoney, with: Yen.parse) else { return nil }
    return .money(Money(yen: yen, printed: node.scalar ?? ""))
  }

  private func amount(_ value: FieldValue) -> Int {
    if case .money(let money) = value { money.yen.amount } else { 0 }
  }

  package func show(_ value: FieldValue) -> ShownValue {
    if case .money(let money) = value {
      ShownValue(money.yen.display(.kanji))
    } else {
      ShownValue("")
    }
  }

  package func cell(_ value: FieldValue) -> TableCell { .number(amount(value)) }
  package func sortKey(_ value: FieldValue) -> [UInt8] { SortKey.bytes(of: amount(value)) }

  package func export(_ value: FieldValue, to out: inout ByteWriter) {
    guard case .money(let money) = value else { return }
    out.append("{\"yen\":")
    out.append(decimal: money.yen.amount)
    out.append(",\"printed\":")
    out.append(json: money.printed)
    out.append("}")
  }
}
