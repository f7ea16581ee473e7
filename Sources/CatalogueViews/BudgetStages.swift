private import CatalogueModel
private import Diagnostics
import TextRules

/// The stages of the budgets of a catalogue in their one order, which every page keeps.
///
/// First those that the definition lists as `usual`, then others as they appear first, at the end what has none.
package struct BudgetStages: Sendable {
  /// A stage that is written somewhere.
  package struct Stage: Sendable, Equatable {
    /// Its place in the order.
    package let place: Int
    package let label: String
    /// Its name in the addresses of sections.
    package let anchor: String
    /// Its name in the paths of pages.
    package let folder: String
  }

  /// What stands for a stage that is not told.
  package static let untold = "段階の記載なし"

  /// The sections that the page of a year has beside those of the stages.
  private static let sections = ["合計", "金額の記載なし", "内容"]

  /// The stages in their order.
  package let all: [Stage]
  private let places: [String: Int]

  /// How many bytes of a stage stand in a path.
  private static let folderLength = 60

  /// Puts the stages that are `written` in order.
  package init(usual: [String], written: [String?]) {
    var seen = Set<String>()
    let names = written.compactMap(\.self)
    let known = Set(names)
    var ordered = (usual.filter(known.contains) + names).filter { seen.insert($0).inserted }
    if written.contains(nil), !known.contains(Self.untold) { ordered.append(Self.untold) }
    var anchors = PortableNames()
    for name in Self.sections { _ = anchors.name(for: name) { name + $0 } }
    var folders = PortableNames()
    all = ordered.enumerated().map { place, label in
      Stage(
        place: place, label: label,
        anchor: anchors.name(for: label) { Self.anchor(of: label) + $0 },
        folder: folders.name(for: label) {
          PortableName.name(for: label, limit: Self.folderLength) + $0
        })
    }
    places = Dictionary(
      all.map { ($0.label, $0.place) }, uniquingKeysWith: { first, _ in first })
  }

  /// The label without spaces, which no `id` can have; in front of Latin letters stands a word, since pages have such ids.
  private static func anchor(of label: String) -> String {
    let words = label.split(whereSeparator: \.isWhitespace).joined(separator: "-")
    return words.utf8.allSatisfy { $0 < 0x80 } ? "stage-\(words)" : words
  }

  /// Things by their stage, in the order of the stages; the things of one stage keep theirs.
  package func groups<Thing>(
    of things: some Sequence<Thing>, by stage: (Thing) -> String?
  ) -> [(stage: Stage, things: [Thing])] {
    var groups: [Int: [Thing]] = [:]
    for thing in things {
      if let place = places[stage(thing) ?? Self.untold] {
        groups[place, default: []].append(thing)
      }
    }
    return groups.sorted { $0.key < $1.key }.map { (all[$0.key], $0.value) }
  }
}
