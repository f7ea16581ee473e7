package import CatalogueModel
private import Diagnostics
package import JapaneseText

/// What the budget of a record comes to in one fiscal year.
package struct YearAmount: Sendable, Equatable {
  package let year: FiscalYear
  /// The sum of the amounts without a note; nil where there is none, or where it is too large to be counted.
  package let sum: Yen?
  /// Whether the year has lines which are not in the sum: with a note, or without an amount.
  package let hasMore: Bool
  /// The stages of the amounts in the sum, `当初＋補正`; those that are not told have their words.
  package let stages: String
  /// The lines that are not in the sum, in words: `第3次補正 133億1,000万円（内数）`.
  package let leftOut: String

  /// The amounts of a record, the newest year first.
  package static func amounts(of index: RecordIndex, in catalogue: Catalogue) -> [YearAmount] {
    guard let field = catalogue.collection(of: index).field(.amount) else { return [] }
    var years: [FiscalYear: [BudgetEntry]] = [:]
    for value in catalogue.records[index].values(ofField: field) {
      if case .budget(let entry) = value.value { years[entry.year, default: []].append(entry) }
    }
    return years.sorted { $0.key > $1.key }.map { year, entries in
      let summed = entries.filter(\.isSummable)
      let amounts = summed.compactMap { $0.amount?.yen }
      return YearAmount(
        year: year, sum: amounts.isEmpty ? nil : Yen.sum(amounts),
        hasMore: amounts.count < entries.count,
        stages: summed.map { $0.stage ?? BudgetStages.untold }.joined(separator: "＋"),
        leftOut: entries.filter { !$0.isSummable }.map(words).joined(separator: "；"))
    }
  }

  /// A line that is not in the sum.
  private static func words(_ entry: BudgetEntry) -> String {
    let amount = entry.amount?.yen.display(.kanji)
    let told = [entry.stage, amount].compactMap(\.self).joined(separator: " ")
    guard let note = entry.note else { return told }
    if amount != nil { return "\(told)（\(note)）" }
    return told.isEmpty ? note : "\(told) \(note)"
  }

  /// The amount as a list shows it: `2020年度 17億円`.
  package var text: String {
    let amount = sum?.display(.kanji) ?? "注のある金額だけ"
    return "\(year.western) \(amount)\(sum != nil && hasMore ? "（ほかに注のある金額）" : "")"
  }
}
