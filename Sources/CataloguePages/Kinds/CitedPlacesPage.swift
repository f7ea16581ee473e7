import CatalogueModel
package import CatalogueViews
package import Diagnostics
import JapaneseText
package import Mustache

/// All who cite a record as their source, in the order of its chapters and sections.
package struct CitedPlacesPage: PageKind {
  package static let template = "cited-places"
  package static let summary = LocalisedText(
    "文書を出典とする項目を、その文書の順に並べたもの",
    en: "the records that cite a document, in the order of its places")
  package static let shape: [ViewShape.Field] = [
    .init("title", "文書の名称", .text),
    .init("path", "文書のページ", .text),
    .init("record_count", "項目の数", .text),
    .init("place_count", "箇所の数", .text),
    ListPager.field,
    .init("sections", "章や節", .list(of: sectionShape)),
  ]

  private static let sectionShape = ViewShape.object([
    .init("label", "見出し。文書の箇所の前の方", .text),
    .init("anchor", "見出しのid", .text),
    .init("record_count", "章や節の全体の、項目の数", .text),
    .init("is_continued", "前のページからの続きか", .flag),
    .init(
      "places", "箇所",
      .list(
        of: .object([
          .init("label", "箇所。章や節の見出しと同じなら空", .text),
          .init("items", "項目", .list(of: RelationGroup.itemShape)),
        ]))),
  ])

  package let path: String
  package let title: String
  package let summary: String
  package let trail: [Crumb]
  package let origin: Output.Origin
  /// It comes and goes with the number of records.
  package let isLasting = false
  private let record: RecordIndex
  private let places: CitedPlaces
  private let part: ListPart
  private let base: String

  /// How many records stand on a page.
  private static let length = 250
  /// The end of the heading.
  private static let label = "出典とする項目（文書の順）"

  private init(
    _ record: RecordIndex, _ places: CitedPlaces, _ part: ListPart, _ catalogue: Catalogue
  ) {
    let name = catalogue.records[record].title.value
    self.record = record
    self.places = places
    self.part = part
    base = Self.path(of: record, catalogue)
    path = ListPart.path(base, part.number)
    title = "\(name)を\(Self.label)" + CollectionPage.ending(of: part)
    summary = "\(name)を出典とする項目を、章や節の順に並べたものです。"
    trail = RecordPage.trail(to: record, in: catalogue)
    origin = .file(catalogue.records[record].path)
  }

  package static func pages(of site: SiteContext) -> [Self] {
    let catalogue = site.catalogue
    return catalogue.records.indices.flatMap { record -> [Self] in
      guard let places = site.citedPlaces[record] else { return [] }
      return ListPart.parts(of: places.citing.count, length: length).map {
        Self(record, places, $0, catalogue)
      }
    }
  }

  /// The path of the first page about a record.
  static func path(of record: RecordIndex, _ catalogue: Catalogue) -> String {
    catalogue.path(of: record) + "cited/"
  }

  /// The address of a line of the outline.
  static func address(of line: Int, in places: CitedPlaces, at base: String) -> String {
    let number = ListPart.number(of: places.lines[line].first, length: length)
    // A chapter whose places are all in its sections has no heading besides that of the first.
    let heading = places.line(of: places.lines[line].places.lowerBound) ?? line
    return PagePath.encoded(ListPart.path(base, number)) + "#" + anchor(of: heading)
  }

  private static func anchor(of line: Int) -> String { "section-\(line + 1)" }

  package var isOneOfSeveral: Bool { part.count > 1 }

  package func view(in site: SiteContext) -> ViewObject {
    [
      "title": .text(site.catalogue.records[record].title.value),
      "path": .text(site.catalogue.path(of: record)),
      "record_count": .count(places.records.count),
      "place_count": .count(places.places.count),
      "pager": ListPager(part: part, base: base).view,
      "sections": .list(sections(in: site.catalogue)),
    ]
  }

  /// The lines of the outline of which this page has something, each with its own places.
  private func sections(in catalogue: Catalogue) -> [View] {
    let citing = places.citing[part.range]
    guard let first = citing.first?.place, let last = citing.last?.place else { return [] }
    let shown = (first...last).map { place in
      (place: place, line: places.line(of: place), items: citing.filter { $0.place == place })
    }
    var sections: [View] = []
    var index = 0
    // What no line has stands at the end, behind those that the outline names.
    while index < shown.count {
      let line = shown[index].line
      let end = shown[index...].firstIndex { $0.line != line } ?? shown.count
      let label = line.map { places.lines[$0].label } ?? "ほかの箇所"
      sections.append(
        .object([
          "label": .text(label),
          "anchor": .text(line.map(Self.anchor) ?? "section-others"),
          "record_count": line.map { .count(places.lines[$0].records.count) } ?? .text(""),
          "is_continued": .flag(
            line.map { places.lines[$0].first < part.range.lowerBound } ?? (index > 0)),
          "places": .list(
            shown[index..<end].map { place, _, items in
              let text = places.places[place].text
              return .object([
                "label": .text(text == label ? "" : text),
                "items": .list(
                  items.map {
                    RelationGroup.view(of: $0.record, detail: "", catalogue)
                  }),
              ])
            }),
        ]))
      index = end
    }
    return sections
  }
}
