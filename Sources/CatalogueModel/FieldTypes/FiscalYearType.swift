package import ByteWriting
package import Diagnostics
private import JapaneseText
package import YAMLTree

/// A fiscal year, which begins in April: 2020年度, 令和2年度.
package struct FiscalYearType: FieldType {
  package static let name = "fiscal_year"
  package static let summary = LocalisedText(
    "年度。2020年度、令和2年度、R2年度のように書きます。",
    en: "a fiscal year from April to March, for example 2020年度")
  package let traits: FieldTraits = [.facet, .descends, .fiscalYears, .number]
  package let roles: Set<FieldRole> = [.moment, .round, .since, .until]

  package func read(_ node: YAMLNode, _ reader: inout FieldReader) -> FieldValue? {
    reader.parse(node, .invalidFiscalYear, with: FiscalYear.parse).map { .fiscalYear($0) }
  }

  package func several(meantBy text: String) -> [String]? { FiscalYear.several(in: text) }

  private func startYear(_ value: FieldValue) -> Int {
    if case .fiscalYear(let year) = value { year.startYear } else { 0 }
  }

  package func show(_ value: FieldValue) -> ShownValue {
    if case .fiscalYear(let year) = value { ShownValue(year.both) } else { ShownValue("") }
  }

  package func cell(_ value: FieldValue) -> TableCell { .number(startYear(value)) }
  package func sortKey(_ value: FieldValue) -> [UInt8] { SortKey.bytes(of: startYear(value)) }
  package func moment(_ value: FieldValue) -> String? { String(startYear(value)) }
  package func slug(_ value: FieldValue) -> String { String(startYear(value)) }

  package func export(_ value: FieldValue, to out: inout ByteWriter) {
    out.append(decimal: startYear(value))
  }
}
