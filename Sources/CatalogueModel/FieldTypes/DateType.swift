package import ByteWriting
package import Diagnostics
private import JapaneseText
package import YAMLTree

/// A day, a month or a year, in 西暦 or 和暦.
package struct DateType: FieldType {
  package static let name = "date"
  package static let summary = LocalisedText(
    "日付。2020-04-01、令和2年4月1日、R2.4.1、2020年4月、平成28年のように書きます。",
    en: "a day, a month or a year, for example 2020-04-01, R2.4.1 or 令和2年4月")
  package let traits: FieldTraits = [.facet, .descends]
  package let roles: Set<FieldRole> = [.updated, .moment, .since, .until]

  /// Makes the type.
  package init() {}

  package func read(_ node: YAMLNode, _ reader: inout FieldReader) -> FieldValue? {
    reader.parse(node, .invalidDate, with: PartialDate.parse).map { .date($0) }
  }

  private func iso(_ value: FieldValue) -> String {
    if case .date(let date) = value { date.iso8601 } else { "" }
  }

  package func show(_ value: FieldValue) -> ShownValue {
    if case .date(let date) = value { ShownValue(date.both) } else { ShownValue("") }
  }

  package func cell(_ value: FieldValue) -> TableCell { .text(iso(value)) }
  package func sortKey(_ value: FieldValue) -> [UInt8] { Array(iso(value).utf8) }
  package func moment(_ value: FieldValue) -> String? { iso(value) }
  package func slug(_ value: FieldValue) -> String { iso(value) }
}

extension DateType {
  /// ISO 8601, as precise as written.
  package func export(_ value: FieldValue, to out: inout ByteWriter) {
    out.append(json: iso(value))
  }
}
