package import ByteWriting
package import Diagnostics
package import JapaneseText
package import YAMLTree

/// One line of a budget: `{year: 2020年度, stage: 第3次補正, amount: 133億10百万円, note: 内数}`.
package struct BudgetType: FieldType {
  package static let name = "budget"
  package static let summary = LocalisedText(
    "予算。{year: 年度, stage: 段階, amount: 金額, note: 注} の組で書きます。",
    en: "a budget line {year, stage, amount, note}; an amount with a note is left out of sums")
  package let traits: FieldTraits = .fiscalYears
  package let roles: Set<FieldRole> = [.amount]
  package var groupKeys: [String] { Self.keys.flatMap { $0 } }

  /// The stages that the definition lists as usual; nil where it does not ask for them.
  private let usualStages: [String]?

  /// Makes the type of a field whose stages are usually among these.
  package init(usualStages: [String]? = nil) {
    self.usualStages = usualStages
  }

  package var sharedWords: [SharedWords] {
    [SharedWords(label: Self.keys[1][1], usual: usualStages)]
  }

  package func word(_ part: Int, of value: Located<FieldValue>) -> Located<String>? {
    if case .budget(let entry) = value.value { entry.writtenStage } else { nil }
  }

  package func knowing(usual words: [String]) -> (any FieldType)? { BudgetType(usualStages: words) }

  package func fiscalYears(_ value: Located<FieldValue>) -> [Located<FiscalYear>] {
    if case .budget(let entry) = value.value { [entry.writtenYear] } else { [] }
  }

  private static let keys = [
    ["year", "年度"], ["stage", "段階"], ["amount", "金額"], ["note", "注"],
  ]

  package func read(_ node: YAMLNode, _ reader: inout FieldReader) -> FieldValue? {
    if node.scalar == "" {
      reader.reportEmpty(at: node.bytes)
      return nil
    }
    guard let entries = node.mapping else {
      reader.report(
        .invalidBudget, at: node.bytes,
        Self.form(of: reader.label))
      return nil
    }
    if reportYearAsKey(entries, node, &reader) { return nil }
    return entry(GroupKeys.parts(of: entries, named: Self.keys, &reader), node, &reader)
  }

  /// How a value of a field is written.
  private static func form(of label: String) -> LocalisedText {
    LocalisedText(
      "「\(label)」は {year: 2020年度, amount: 17億円} のような組で書きます。",
      en: "'\(label)' is a mapping such as {year: 2020年度, amount: 17億円}")
  }

  /// Reports `2020年度: 17億円`, where the year is the key of its amount.
  private func reportYearAsKey(
    _ entries: [YAMLNode.Entry], _ node: YAMLNode, _ reader: inout FieldReader
  ) -> Bool {
    let groups = entries.prefix(50).compactMap { entry -> String? in
      guard let year = entry.key.scalar, let amount = entry.value.scalar,
        case .success = FiscalYear.parse(year), case .success = Yen.parse(amount)
      else { return nil }
      return YAMLScalar.group([("year", year), ("amount", amount)])
    }
    guard !groups.isEmpty, groups.count == entries.count else { return false }
    reader.report(
      .invalidBudget, at: node.bytes,
      Self.form(of: reader.label),
      written: groups.joined(separator: ", "))
    return true
  }

  private func entry(
    _ parts: [String: YAMLNode], _ node: YAMLNode, _ reader: inout FieldReader
  ) -> FieldValue? {
    let stage = parts["stage"].flatMap { node in
      reader.text(node).map { Located($0, at: node.bytes, as: node.style) }
    }
    let note = parts["note"].flatMap { reader.text($0) }
    var amount: Money?
    if let node = parts["amount"] {
      guard let yen = reader.parse(node, .invalidMoney, with: Yen.parse) else { return nil }
      amount = Money(yen: yen, printed: node.scalar ?? "")
    }
    // A remark that could not be read has been told already.
    if parts["note"] != nil && note == nil { return nil }
    guard let yearNode = parts["year"], amount != nil || note != nil else {
      // A key that is mistyped has been told, and its value is not missing.
      if reader.diagnostics.contains(where: { $0.code == .unknownKey }) { return nil }
      reader.report(
        .invalidBudget, at: node.bytes,
        LocalisedText(
          "「\(reader.label)」には年度と、金額か注が要ります。",
          en: "'\(reader.label)' needs a year, and an amount or a note"))
      return nil
    }
    guard let year = reader.parse(yearNode, .invalidFiscalYear, with: FiscalYear.parse) else {
      return nil
    }
    return .budget(
      BudgetEntry(
        year: Located(year, at: yearNode.bytes, as: yearNode.style), stage: stage, amount: amount,
        note: note))
  }

  package func show(_ value: FieldValue) -> ShownValue {
    guard case .budget(let entry) = value else { return ShownValue("") }
    return ShownValue(parts(of: entry).joined(separator: " "), detail: entry.note)
  }

  private func parts(of entry: BudgetEntry) -> [String] {
    [entry.year.both, entry.stage, entry.amount?.yen.display(.kanji)].compactMap { $0 }
  }

  /// The printed form too, since readers look for what they have read.
  ///
  /// Year, stage and amount stand in cells of their own, so that no word reaches from one to the next.
  package func searchText(_ value: FieldValue) -> String? {
    guard case .budget(let entry) = value else { return nil }
    let remarks = [entry.amount?.printed, entry.note].compactMap { $0 }.map { "（\($0)）" }
    return parts(of: entry).joined(separator: " \n") + remarks.joined()
  }

  package func export(_ value: FieldValue, to out: inout ByteWriter) {
    guard case .budget(let entry) = value else { return }
    out.append("{\"fiscalYear\":")
    out.append(decimal: entry.year.startYear)
    out.append(",\"stage\":")
    out.append(jsonOrNull: entry.stage)
    out.append(",\"yen\":")
    if let amount = entry.amount {
      out.append(decimal: amount.yen.amount)
    } else {
      out.append("null")
    }
    out.append(",\"printed\":")
    out.append(jsonOrNull: entry.amount?.printed)
    out.append(",\"note\":")
    out.append(jsonOrNull: entry.note)
    out.append("}")
  }

  package func sortKey(_ value: FieldValue) -> [UInt8] {
    guard case .budget(let entry) = value else { return [] }
    return SortKey.bytes(of: entry.year.startYear)
  }
}
