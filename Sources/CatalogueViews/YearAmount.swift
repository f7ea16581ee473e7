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

  /// The amounts of a record, the newest year first.
  package static func amounts(of index: RecordIndex, in catalogue: Catalogue) -> [YearAmount] {
    guard let field = catalogue.collection(of: index).field(.amount) else { return [] }
    var years: [FiscalYear: [BudgetEntry]] = [:]
    for value in catalogue.records[index].values(ofField: field) {
      if case .budget(let entry) = value.value { years[entry.year, default: []].append(entry) }
    }
    return years.sorted { $0.key > $1.key }.map { year, entries in
      let amounts = entries.filter(\.isSummable).compactMap { $0.amount?.yen }
      return YearAmount(
        year: year, sum: amounts.isEmpty ? nil : Yen.sum(amounts),
        hasMore: amounts.count < entries.count)
    }
  }

  /// The amount as a list shows it: `2020年度 17億円`.
  package var text: String {
    let amount = sum?.display(.kanji) ?? "注のある金額だけ"
    return "\(year.western) \(amount)\(sum != nil && hasMore ? "（ほかに注のある金額）" : "")"
  }
}
