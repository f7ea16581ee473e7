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
    /// The page with the lines of a cell; those of the row's page where it is nil.
    var cell: ((BudgetStages.Stage) -> String)?
  }

  let rows: [Row]
  /// The stages that have a column.
  let stages: [BudgetStages.Stage]
  /// Whether the lines have more stages.
  let isCut: Bool
  private let order: BudgetStages

  /// With more stages a table shows the first of them only, and all in the sum.
  static let stageLimit = 10

  /// Makes the table of rows.
  init(_ rows: [Row], _ order: BudgetStages) {
    self.rows = rows
    self.order = order
    let lines = rows.filter { !$0.isTotal }.flatMap(\.lines)
    let stages = order.groups(of: lines) { $0.entry.stage }.map(\.stage)
    self.stages = Array(stages.prefix(Self.stageLimit))
    isCut = stages.count > Self.stageLimit
  }

  /// What the table offers.
  static let fields: [ViewShape.Field] = [
    .init("heads", "列の見出し。段階が2つ以上なら、はじめに合計", .list(of: .text)),
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
                .init("path", "行を示すところ", .text),
                .init("line_count", "行の数。なければ空", .text),
                .init("left_out", "合計に入らない行の数。なければ空", .text),
              ]))),
        ]))),
  ]

  /// The view of the table.
  var view: View {
    let hasSum = stages.count > 1 || isCut
    return .object([
      "heads": .list((hasSum ? [.text("合計")] : []) + stages.map { .text($0.label) }),
      "rows": .list(rows.map { view(of: $0, hasSum: hasSum) }),
    ])
  }

  private func view(of row: Row, hasSum: Bool) -> View {
    let groups = order.groups(of: row.lines) { $0.entry.stage }
    let cells = stages.map { stage -> View in
      let lines = groups.first { $0.stage == stage }?.things ?? []
      return cell(stage.label, lines, path: row.cell?(stage) ?? Self.address(row.path, stage))
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

  private func cell(_ head: String, _ lines: [FiscalYearIndex.Line], path: String) -> View {
    let total = BudgetTotal(lines.lazy.map(\.entry))
    return .object([
      "head": .text(head), "amount": .text(total.sum?.display(.kanji) ?? ""),
      "path": .text(path),
      "line_count": total.lines == 0 ? .none : .count(total.lines),
      "left_out": total.leftOut == 0 ? .none : .count(total.leftOut),
    ])
  }
}
