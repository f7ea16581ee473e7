import CatalogueModel
import CatalogueViews
import Diagnostics
import JapaneseText
import Mustache

/// What the records of a catalogue tell of each year: what was set up, decided and awarded, who joined and left,
/// what began and ended.
///
/// It is read off roles: `moment` where a record has one, `period`, and of connexions `since`, `until` and `round`.
/// A fiscal year counts as the year in which it begins.
struct Timeline: Sendable {
  /// Something that a record or a connexion tells of a year.
  struct Event: Sendable {
    /// When it was, in a form whose order is that of time.
    let moment: String
    let time: String
    /// What it was: 設置, 参画, the name of a prize.
    let word: String
    let record: RecordIndex
    /// What the record was tied to.
    let other: RecordIndex?
  }

  /// What was in a year.
  struct Year: Sendable {
    let year: Int
    /// The newest first.
    let events: [Event]

    /// Whether its events stand on a page of its own, and only the newest in the list of all years.
    var isLong: Bool { events.count > Timeline.shownLimit }

    /// What the list of all years shows of it.
    var shown: ArraySlice<Event> { isLong ? events.prefix(Timeline.newestOfLong) : events[...] }
  }

  /// The years in which something was, the newest first.
  let years: [Year]
  /// The years of each part of the list of all.
  let parts: [Range<Int>]

  /// How many events of a year stand in the list of all years at most.
  static let shownLimit = 20
  /// How many of a year that has more.
  static let newestOfLong = 8

  /// Gathers the events of a catalogue.
  init(_ catalogue: Catalogue) {
    var events: [Int: [Event]] = [:]
    let tellers = catalogue.schema.relations.mapped { EdgeTeller($0) }
    for (collection, members) in zip(catalogue.schema.collections, catalogue.members)
    where !collection.isHidden {
      let teller = RecordTeller(collection)
      if teller.tellsNothing, !tellers.contains(where: { $0?.collection == collection.index }) {
        continue
      }
      for index in members {
        teller.tell(of: index, catalogue) { events[$0, default: []].append($1) }
        for place in catalogue.outgoing[index] {
          let edge = catalogue.edges[place]
          tellers[edge.relation]?.tell(edge) { events[$0, default: []].append($1) }
        }
      }
    }
    years = events.keys.sorted(by: >).map { year in
      // Of one time those of the first records come first, in the order in which these tell them.
      let told = (events[year] ?? []).enumerated().sorted { left, right in
        left.element.moment != right.element.moment
          ? left.element.moment > right.element.moment : left.offset < right.offset
      }
      return Year(year: year, events: told.map(\.element))
    }
    parts = Self.parts(of: years)
  }

  /// Years go onto a page until it is as long as other lists are.
  private static func parts(of years: [Year]) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var (start, count) = (0, 0)
    for (place, year) in years.enumerated() {
      count += year.shown.count
      if count >= ListPart.entries {
        parts.append(start..<place + 1)
        (start, count) = (place + 1, 0)
      }
    }
    if start < years.count || parts.isEmpty { parts.append(start..<years.count) }
    return parts
  }

  /// Where the year at a place in `years` is told in full.
  func address(ofYear place: Int) -> String {
    if years[place].isLong { return PagePath.encoded(Self.path(of: years[place].year)) }
    return addressInList(ofYear: place)
  }

  /// Where the year at a place in `years` stands in the list of all.
  func addressInList(ofYear place: Int) -> String {
    let part = parts.firstIndex { $0.contains(place) } ?? 0
    let path = ListPart.path(TimelinePage.pagePath, part + 1)
    return "\(PagePath.encoded(path))#\(PagePath.encoded(Self.anchor(of: years[place].year)))"
  }

  /// The path of the first page of a year that is long.
  static func path(of year: Int) -> String { "\(TimelinePage.pagePath)years/\(year)/" }

  /// The `id` of a year in the list.
  static func anchor(of year: Int) -> String { "\(year)年" }

  /// Whether anything is told of any year.
  static func isTold(in catalogue: Catalogue) -> Bool {
    let tellers = catalogue.schema.relations.mapped { EdgeTeller($0) }
    var isTold = false
    for (collection, members) in zip(catalogue.schema.collections, catalogue.members)
    where !collection.isHidden {
      let teller = RecordTeller(collection)
      for index in members where !isTold {
        teller.tell(of: index, catalogue) { _, _ in isTold = true }
      }
    }
    return isTold
      || catalogue.edges.contains { edge in
        tellers[edge.relation]?.tell(edge) { _, _ in isTold = true }
        return isTold
      }
  }
}

extension Timeline.Event {
  /// What an event offers.
  static let shape = ViewShape.object([
    .init("time", "時期。「2016年4月」「2012年度」", .text),
    .init("word", "何があったか。欄の見出し、「期間の始まり」「期間の終わり」、賞の名前", .text),
    .init("title", "項目", .text), .init("path", "項目のページ", .text),
    .init("other", "つながりの相手。なければ空", .text),
    .init("other_path", "相手のページ。なければ空", .text),
    .init("collection", "項目の集まりの名前", .text),
  ])

  /// The view.
  func view(in catalogue: Catalogue) -> View {
    .object([
      "time": .text(time), "word": .text(word),
      "title": .text(catalogue.records[record].title.value),
      "path": .text(catalogue.path(of: record)),
      "other": .text(other.map { catalogue.records[$0].title.value } ?? ""),
      "other_path": .text(other.map { catalogue.path(of: $0) } ?? ""),
      "collection": .text(catalogue.collection(of: record).label),
    ])
  }
}
