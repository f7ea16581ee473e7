import CatalogueModel
import CatalogueViews
import Diagnostics
import JapaneseText
import Mustache

/// The outline of a document on its own page: how many records cite each of its chapters and sections.
struct CitedOutline {
  private let places: CitedPlaces
  private let record: RecordIndex

  /// The outline of a record; nil where it has none.
  init?(of record: RecordIndex, in site: SiteContext) {
    guard let places = site.citedPlaces[record] else { return nil }
    self.places = places
    self.record = record
  }

  /// What an outline offers.
  static let shape = ViewShape.object([
    .init("path", "すべてを文書の順に並べたページ", .text),
    .init("record_count", "項目の数", .text),
    .init("place_count", "箇所の数", .text),
    .init("left_out", "数が多くて示さない箇所の数。なければ空", .text),
    .init("uncited", "番号の途中で、出典とする項目がない箇所。なければ空", .text),
    .init("heads", "集まりの名前", .list(of: .text)),
    .init(
      "lines", "章や節。文書の順",
      .list(
        of: .object([
          .init("label", "箇所", .text), .init("path", "その箇所の項目", .text),
          .init("count", "項目の数", .text),
          .init(
            "cells", "集まりごとの項目の数",
            .list(
              of: .object([.init("head", "集まりの名前", .text), .init("count", "数。なければ空", .text)]))),
        ]))),
  ])

  /// The view.
  func view(in site: SiteContext) -> View {
    let catalogue = site.catalogue
    let base = CitedPlacesPage.path(of: record, catalogue)
    let collections = Set(places.citing.map { catalogue.records[$0.record].collection }).sorted()
    let labels = collections.map { catalogue.schema.collections[$0].label }
    return .object([
      "path": .text(PagePath.encoded(base)),
      "record_count": .count(places.records.count),
      "place_count": .count(places.places.count),
      "left_out": places.leftOut == 0 ? .text("") : .count(places.leftOut),
      "uncited": .text(places.uncited.joined(separator: "、")),
      "heads": .list(labels.map { .text($0) }),
      "lines": .list(
        places.lines.enumerated().map { place, line in
          let counts = Dictionary(grouping: line.records) { catalogue.records[$0].collection }
          return .object([
            "label": .text(line.label),
            "path": .text(CitedPlacesPage.address(of: place, in: places, at: base)),
            "count": .count(line.records.count),
            "cells": .list(
              zip(collections, labels).map { collection, label in
                .object([
                  "head": .text(label),
                  "count": counts[collection].map { .count($0.count) } ?? .text(""),
                ])
              }),
          ])
        }),
    ])
  }
}
