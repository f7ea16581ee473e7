import CatalogueViews
import Diagnostics
import Mustache

/// The way between the parts of a list: the part before, the part after, and doors to some of the others.
struct ListPager {
  let part: ListPart
  /// The path of the first part.
  let base: String

  /// How many parts on each side of the own one have a door.
  private static let reach = 2

  /// What the pager offers; nothing where the list has one part.
  static let shape = ViewShape.object([
    .init("position", "「2 / 11ページ」", .text),
    .init("range", "「51〜100」", .text),
    .init("before", "前のページのパス。なければ空", .text),
    .init("after", "次のページのパス。なければ空", .text),
    .init(
      "pages", "ほかのページ",
      .list(
        of: .object([
          .init("number", "ページの番号", .text), .init("path", "パス", .text),
          .init("is_current", "いまのページか", .flag),
          .init("follows_gap", "前の番号との間が空いているか", .flag),
        ]))),
  ])

  /// The pager as pages offer it; what it leads through is the field behind it.
  static let field = ViewShape.Field(name, "前後のページ。1ページだけなら空", shape)
  static let name = "pager"

  /// The path of a part as a link has it.
  private func path(_ number: Int) -> String { PagePath.encoded(ListPart.path(base, number)) }

  /// The view; nothing where the list has one part.
  var view: View {
    if part.count == 1 { return .none }
    let near = part.number - Self.reach...part.number + Self.reach
    let numbers = (1...part.count).filter { $0 == 1 || $0 == part.count || near.contains($0) }
    return .object([
      "position": .text("\(part.number) / \(part.count)ページ"),
      "range": .text("\(part.range.lowerBound + 1)〜\(part.range.upperBound)"),
      "before": .text(part.number > 1 ? path(part.number - 1) : ""),
      "after": .text(part.number < part.count ? path(part.number + 1) : ""),
      "pages": .list(
        numbers.enumerated().map { place, number in
          .object([
            "number": .text("\(number)"),
            "path": .text(path(number)),
            "is_current": .flag(number == part.number),
            "follows_gap": .flag(place > 0 && numbers[place - 1] + 1 < number),
          ])
        }),
    ])
  }
}
