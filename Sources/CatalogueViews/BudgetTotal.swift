package import CatalogueModel
private import Diagnostics
package import JapaneseText

/// What lines of budgets come to.
package struct BudgetTotal: Sendable, Equatable {
  /// The sum of the lines that stand for their record alone; nil where there is none, or where it is too large
  /// to be counted.
  package let sum: Yen?
  /// How many lines there are.
  package let lines: Int
  /// How many of the lines are not in the sum: with a note, or without an amount.
  package let leftOut: Int

  /// Adds lines up, each once.
  package init(_ entries: some Sequence<BudgetEntry>) {
    var amounts: [Yen] = []
    var lines = 0
    for entry in entries {
      lines += 1
      if entry.isSummable, let amount = entry.amount { amounts.append(amount.yen) }
    }
    sum = amounts.isEmpty ? nil : Yen.sum(amounts)
    self.lines = lines
    leftOut = lines - amounts.count
  }
}
