package import ByteWriting
package import Diagnostics
private import JapaneseText
package import YAMLTree

/// A measured value: `{name: 共同研究, year: 2017年度, value: "25,451", unit: 件}`.
package struct MeasureType: FieldType {
  package static let name = "measure"
  package static let summary = LocalisedText(
    "測った値。{name: 名, year: 年度か年月, value: 値, unit: 単位} の組で、値1つに1行を書きます。",
    en: "a measured value {name, year, value, unit}, one for each year")
  package let traits: FieldTraits = []
  package let roles: Set<FieldRole> = [.measures]
  package var groupKeys: [String] { Self.keys.flatMap { $0 } }

  private static let keys = [
    ["name", "名"], ["year", "年"], ["value", "値"], ["unit", "単位"], ["note", "注"], ["at", "箇所"],
  ]

  private let time = MomentType()

  package var sharedWords: [SharedWords] {
    [
      SharedWords(label: Self.keys[3][1], usual: nil),
      SharedWords(label: Self.keys[0][1], usual: nil),
    ]
  }

  package func word(_ part: Int, of value: Located<FieldValue>) -> Located<String>? {
    guard case .measure(let measure) = value.value else { return nil }
    return part == 0 ? measure.unit : measure.name
  }

  package func read(_ node: YAMLNode, _ reader: inout FieldReader) -> FieldValue? {
    if node.scalar == "" {
      reader.reportEmpty(at: node.bytes)
      return nil
    }
    guard let entries = node.mapping else {
      reader.report(
        .invalidMeasure, at: node.bytes,
        LocalisedText(
          "「\(reader.label)」は {name: 採択, year: 2020年度, value: 120, unit: 件} のような組で書きます。",
          en:
            "'\(reader.label)' is a mapping such as {name: 採択, year: 2020年度, value: 120, unit: 件}"
        ))
      return nil
    }
    return measure(GroupKeys.parts(of: entries, named: Self.keys, &reader), node, &reader)
  }

  private func measure(
    _ parts: [String: YAMLNode], _ node: YAMLNode, _ reader: inout FieldReader
  ) -> FieldValue? {
    let missing = Self.keys.prefix(4).filter { parts[$0[0]] == nil }
    if !missing.isEmpty {
      // A key that is mistyped has been told, and its value is not missing.
      if reader.diagnostics.contains(where: { $0.code == .unknownKey }) { return nil }
      let names = missing.map { "「\($0[1])」(\($0[0]))" }.joined(separator: "と")
      reader.report(
        .invalidMeasure, at: node.bytes,
        LocalisedText(
          "「\(reader.label)」のこの組に\(names)がありません。",
          en: "this entry of '\(reader.label)' needs "
            + missing.map { "'\($0[0])'" }.joined(separator: " and ")))
      return nil
    }
    guard let nameNode = parts["name"], let yearNode = parts["year"],
      let valueNode = parts["value"], let unitNode = parts["unit"],
      let name = reader.text(nameNode), let unit = reader.text(unitNode),
      let time = readTime(yearNode, &reader),
      let value = reader.parse(valueNode, .invalidNumber, with: MeasuredNumber.parse)
    else { return nil }
    let note = parts["note"].flatMap { reader.text($0) }
    let place = parts["at"].flatMap { reader.text($0) }
    // What could not be read has been told already.
    if (parts["note"] != nil && note == nil) || (parts["at"] != nil && place == nil) { return nil }
    return .measure(
      Measure(
        name: Located(name, at: nameNode.bytes, as: nameNode.style),
        time: Located(time, at: yearNode.bytes, as: yearNode.style), value: value,
        printed: valueNode.scalar ?? "",
        unit: Located(unit, at: unitNode.bytes, as: unitNode.style),
        note: note, place: place))
  }

  /// A fiscal year or a date; four digits may be either.
  private func readTime(_ node: YAMLNode, _ reader: inout FieldReader) -> FieldValue? {
    if let text = node.scalar, case .failure(let failure) = FiscalYear.parse(text),
      case .fiscalYearWithoutUnit(_, let year) = failure, !text.hasSuffix("年")
    {
      reader.report(
        .invalidFiscalYear, on: node,
        LocalisedText(
          "「\(reader.label)」の「\(text)」は、年度か年かが決まりません。「年度」か「年」まで書きます。",
          en: "'\(text)' of '\(reader.label)' may be a fiscal or a calendar year; write 年度 or 年"),
        meant: [year, String(year.dropLast())])
      return nil
    }
    return time.read(node, &reader)
  }

  package func show(_ value: FieldValue) -> ShownValue {
    guard case .measure(let measure) = value else { return ShownValue("") }
    return ShownValue(
      [measure.name.value, time.show(measure.time.value).text, measure.amount]
        .joined(separator: " "), detail: measure.note)
  }

  /// The printed form too, since readers look for what they have read.
  package func searchText(_ value: FieldValue) -> String? {
    guard case .measure(let measure) = value else { return nil }
    let shown = show(value)
    let printed = measure.printed == measure.value.text ? nil : measure.printed
    let remarks = [printed, shown.detail, measure.place].compactMap { $0 }.map { "（\($0)）" }
    return shown.text + remarks.joined()
  }

  package func export(_ value: FieldValue, to out: inout ByteWriter) {
    guard case .measure(let measure) = value else { return }
    out.append("{\"name\":")
    out.append(json: measure.name.value)
    if case .fiscalYear(let year) = measure.time.value {
      out.append(",\"fiscalYear\":")
      out.append(decimal: year.startYear)
    } else {
      out.append(",\"date\":")
      time.export(measure.time.value, to: &out)
    }
    out.append(",\"value\":")
    out.append(unescaped: measure.value.plain)
    out.append(",\"unit\":")
    out.append(json: measure.unit.value)
    out.append(",\"printed\":")
    out.append(json: measure.printed)
    out.append(",\"note\":")
    out.append(jsonOrNull: measure.note)
    out.append(",\"at\":")
    out.append(jsonOrNull: measure.place)
    out.append("}")
  }

  package func sortKey(_ value: FieldValue) -> [UInt8] {
    guard case .measure(let measure) = value else { return [] }
    return Array(measure.name.value.utf8) + [0] + time.sortKey(measure.time.value)
  }
}

extension Measure {
  /// The value with its unit: 25,451件.
  package var amount: String { value.text + unit.value }
}
