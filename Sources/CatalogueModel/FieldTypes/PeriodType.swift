package import ByteWriting
package import Diagnostics
private import JapaneseText
package import YAMLTree

/// Two ends of one precision, either of which may be open: 2013年度〜2021年度.
package struct PeriodType: FieldType {
  package static let name = "period"
  package static let summary = LocalisedText(
    "期間。2013年度〜2021年度、2013年度〜のように書きます。",
    en: "a period, for example 2013年度〜2021年度; either end may be open")
  package let roles: Set<FieldRole> = [.moment, .period]

  package func read(_ node: YAMLNode, _ reader: inout FieldReader) -> FieldValue? {
    reader.parse(node, .invalidPeriod, with: Period.parse).map { .period($0) }
  }

  package func show(_ value: FieldValue) -> ShownValue {
    guard case .period(let period) = value else { return ShownValue("") }
    return ShownValue("\(period.japanese)（\(period.western)）")
  }

  private func iso(_ value: FieldValue) -> String {
    if case .period(let period) = value { period.iso8601 } else { "" }
  }

  /// The first day, or the last of a period whose start is open.
  package func moment(_ value: FieldValue) -> String? {
    guard case .period(let period) = value else { return nil }
    return (period.start?.firstDay ?? period.end?.lastDay)?.iso8601
  }

  package func cell(_ value: FieldValue) -> TableCell { .text(iso(value)) }
  package func sortKey(_ value: FieldValue) -> [UInt8] { Array(iso(value).utf8) }

  package func export(_ value: FieldValue, to out: inout ByteWriter) {
    out.append(json: iso(value))
  }
}
