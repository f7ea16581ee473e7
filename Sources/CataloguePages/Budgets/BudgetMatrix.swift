import CatalogueModel
import CatalogueViews
import Diagnostics
import JapaneseText
import Mustache

/// What budgets come to by stage, in a table: a row for each who is responsible, or for each fiscal year.
struct BudgetMatrix {
  /// A row with its lines.
  struct Row {
    let label: String
    /// The page with the lines of the row.
    let path: String
    let lines: [FiscalYearIndex.Line]
    /// Whether the row is the sum of all lines.
    var isTotal = false
    /// The page with the lines of a cell, or with those of all stages without a column; those of the row's page
    /// where it is nil.
    var cell: ((BudgetStages.Stage?) -> String)?
  }

  let rows: [Row]
  /// The stages that have a column.
  let stages: [BudgetStages.Stage]
  /// The stages that have one column together.
  let rest: [BudgetStages.Stage]
  private let order: BudgetStages

  /// With more stages the table has a column for each of the first, and one for all others.
  static let stageLimit = 10

  /// Makes the table of rows.
  init(_ rows: [Row], _ order: BudgetStages) {
    self.rows = rows
    self.order = order
    let lines = rows.filter { !$0.isTotal }.flatMap(\.lines)
    let stages = order.groups(of: lines) { $0.entry.stage }.map(\.stage)
    self.stages = Array(stages.prefix(Self.stageLimit))
    rest = Array(stages.dropFirst(Self.stageLimit))
  }

  /// What the table offers.
  static let fields: [ViewShape.Field] = [
    .init("heads", "列の見出し。段階が2つ以上なら、はじめに合計。11を超える段階は、おわりの1列に", .list(of: .text)),
    .init(
      "rows", "行",
      .list(
        of: .object([
          .init("label", "行の見出し", .text), .init("path", "行のページ", .text),
          .init("is_total", "すべての行の合計か", .flag),
          .init(
            "cells", "列ごとの値",
            .list(
              of: .object([
                .init("head", "列の見出し", .text),
                .init("amount", "合計。合計に入る行がなければ空", .text),
                .init("amount_start", "合計の、兆または億まで。それだけか、万からなら全部", .text),
                .init("amount_rest", "合計の、その後。なければ空", .text),
                .init("path", "行を示すところ", .text),
                .init("line_count", "行の数。なければ空", .text),
                .init("left_out", "合計に入らない行の数。なければ空", .text),
              ]))),
        ]))),
  ]

  /// The view of the table.
  var view: View {
    let hasSum = stages.count > 1
    let heads = (hasSum ? ["合計"] : []) + stages.map(\.label) + (rest.isEmpty ? [] : [restLabel])
    return .object([
      "heads": .list(heads.map { .text($0) }),
      "rows": .list(rows.map { view(of: $0, hasSum: hasSum) }),
    ])
  }

  /// What the column of the stages without one of their own is called.
  private var restLabel: String { "ほかの\(rest.count)段階" }

  private func view(of row: Row, hasSum: Bool) -> View {
    let groups = order.groups(of: row.lines) { $0.entry.stage }
    var cells = stages.map { stage -> View in
      let lines = groups.first { $0.stage == stage }?.things ?? []
      return cell(stage.label, lines, path: row.cell?(stage) ?? Self.address(row.path, stage))
    }
    if !rest.isEmpty {
      let lines = groups.filter { rest.contains($0.stage) }.flatMap(\.things)
      cells.append(
        cell(restLabel, lines, path: row.cell?(nil) ?? PagePath.encoded(row.path)))
    }
    let sum = hasSum ? [cell("合計", row.lines, path: PagePath.encoded(row.path))] : []
    return .object([
      "label": .text(row.label), "path": .text(PagePath.encoded(row.path)),
      "is_total": .flag(row.isTotal), "cells": .list(sum + cells),
    ])
  }

  /// The address of the section of a stage on a page.
  static func address(_ path: String, _ stage: BudgetStages.Stage) -> String {
    "\(PagePath.encoded(path))#\(PagePath.encoded(stage.anchor))"
  }

  /// An amount in two parts, between which a line may end: `8,623億` and `3,000万円`.
  static func parts(of amount: String) -> (start: String, rest: String) {
    for unit in ["億", "兆"] as [Character] {
      guard let place = amount.lastIndex(of: unit) else { continue }
      let end = amount.index(after: place)
      if amount[end...] != "円" { return (String(amount[..<end]), String(amount[end...])) }
    }
    return (amount, "")
  }

  private func cell(_ head: String, _ lines: [FiscalYearIndex.Line], path: String) -> View {
    let total = BudgetTotal(lines.lazy.map(\.entry))
    let amount = total.sum?.display(.kanji) ?? ""
    let (start, rest) = Self.parts(of: amount)
    return .object([
      "head": .text(head), "amount": .text(amount),
      "amount_start": .text(start), "amount_rest": .text(rest),
      "path": .text(path),
      "line_count": total.lines == 0 ? .none : .count(total.lines),
      "left_out": total.leftOut == 0 ? .none : .count(total.leftOut),
    ])
  }
}
