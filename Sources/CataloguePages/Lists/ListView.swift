import CatalogueModel
import CatalogueViews
import Diagnostics
import Mustache

/// A part of a list of records with its facets and its pager, as the pages of collections and of values have it.
struct ListView {
  let collection: Collection
  let part: ListPart
  /// The path of the first part.
  let base: String
  /// How many records the whole list has.
  let total: Int

  init(_ collection: Collection, part: ListPart, base: String, total: Int) {
    self.collection = collection
    self.part = part
    self.base = base
    self.total = total
  }

  /// What a list offers.
  static let fields: [ViewShape.Field] = [
    .init("counter", "数え方", .text),
    .init("count", "件数", .text),
    .init("list_path", "絞り込みのデータのパス", .text),
    .init("order_label", "もとの並べ方(五十音順、建制順)", .text),
    .init("moment_label", "新しい順に並べる欄の見出し。なければ空", .text),
    .init("amount_label", "大きい順に並べる予算の欄の見出し。なければ空", .text),
    .init("facets", "絞り込み", .list(of: .object(FacetLinks.fields))),
    .init("spans", "このページの項目の期間の表と図。期間の記載が少なければ空", SpanTable.shape),
    ListPager.field,
    .init(
      "entries", "項目",
      .list(
        of: .object(
          RecordEntry.fields + [.init("anchor", "行が始まる項目のid。ほかでは空", .text)]))),
  ]

  private func label(of role: FieldRole) -> String {
    collection.field(role).map { collection.fields[$0].label } ?? ""
  }

  /// What the bars are of: 施策の期間, of a page of several このページの施策の期間.
  private var spansLabel: String {
    "\(part.count > 1 ? "このページの" : "")\(collection.label)の期間"
  }

  /// What the order of the pages is called.
  private var orderLabel: String {
    guard let order = collection.order else { return "五十音順" }
    let label = collection.fields[order].label
    return label.hasSuffix("順") ? label : label + "順"
  }

  /// The view of a part with these records; `anchor` gives that of the entry at a place in the whole list.
  func view(
    of records: [RecordIndex], in site: SiteContext,
    chosen: (key: String, slug: String)? = nil, anchor: (Int) -> String? = { _ in nil }
  ) -> ViewObject {
    let entries = zip(part.range, records).map { place, index -> View in
      .object(site.entries[index].adding(["anchor": .text(anchor(place) ?? "")]))
    }
    return [
      "counter": .text(collection.counter),
      "count": .count(total),
      "list_path": .text(ListPath.file(of: collection)),
      "order_label": .text(orderLabel),
      "moment_label": .text(label(of: .moment)),
      "amount_label": .text(label(of: .amount)),
      "facets": .list(site.facetLinks(of: collection, chosen: chosen)),
      "pager": ListPager(part: part, base: base).view,
      "spans": SpanTable(
        of: records, in: collection.index, label: spansLabel, identifier: "spans", site.catalogue)?
        .view(in: site.catalogue) ?? .none,
      "entries": .list(entries),
    ]
  }
}
