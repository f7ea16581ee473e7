package import ByteWriting
package import Diagnostics
private import JapaneseText
package import YAMLTree

/// A date or, where the source tells no more, a fiscal year: 2009年6月, 2012年度.
package struct MomentType: FieldType {
  package static let name = "date_or_fiscal_year"
  package static let summary = LocalisedText(
    "日付か年度。2009年6月、2012年度のように書きます。", en: "a date or a fiscal year")
  package let traits: FieldTraits = [.facet, .descends, .fiscalYears]
  package let roles: Set<FieldRole> = [.moment, .since, .until]

  /// Makes the type.
  package init() {}

  private let date = DateType()
  private let fiscalYear = FiscalYearType()

  package func read(_ node: YAMLNode, _ reader: inout FieldReader) -> FieldValue? {
    let namesFiscalYear = node.scalar?.contains("年度") ?? false
    return namesFiscalYear ? fiscalYear.read(node, &reader) : date.read(node, &reader)
  }

  private func type(of value: FieldValue) -> any FieldType {
    if case .fiscalYear = value { fiscalYear } else { date }
  }

  package func show(_ value: FieldValue) -> ShownValue { type(of: value).show(value) }

  /// ISO 8601 for a date; 2012年度 for a fiscal year.
  package func cell(_ value: FieldValue) -> TableCell {
    guard case .fiscalYear(let year) = value else { return date.cell(value) }
    return .text(year.western)
  }

  package func slug(_ value: FieldValue) -> String { type(of: value).slug(value) }

  /// The first day of the date or of the fiscal year.
  package func sortKey(_ value: FieldValue) -> [UInt8] {
    switch value {
    case .fiscalYear(let year): Array(year.start.iso8601.utf8)
    default: date.sortKey(value)
    }
  }

  /// The first day of a fiscal year, since other values may be months and days.
  package func moment(_ value: FieldValue) -> String? {
    if case .fiscalYear(let year) = value { year.start.iso8601 } else { date.moment(value) }
  }

  /// ISO 8601 for a date; `{"fiscalYear":2012}` for a fiscal year.
  package func export(_ value: FieldValue, to out: inout ByteWriter) {
    guard case .fiscalYear = value else { return date.export(value, to: &out) }
    out.append("{\"fiscalYear\":")
    fiscalYear.export(value, to: &out)
    out.append("}")
  }
}
