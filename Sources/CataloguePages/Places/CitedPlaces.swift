import CatalogueModel
import CatalogueViews
import JapaneseText

/// The places of one record that others cite as their source, in its own order, each with those who cite it.
struct CitedPlaces: Sendable {
  /// A record that cites a place.
  struct Citing: Sendable {
    /// The place in `places`.
    let place: Int
    let record: RecordIndex
  }

  /// A line of the outline: a chapter, a section or a single place, with all that stands in it.
  struct Line: Sendable {
    let label: String
    /// The places in `places`.
    let places: Range<Int>
    /// The first of `citing`.
    let first: Int
    let records: Set<RecordIndex>
  }

  /// In the order of the document.
  let places: [DocumentPlace]
  /// By place, those of a place in the order of the pages.
  let citing: [Citing]
  /// The chapters and sections in the order of the document, down to a depth at which they are not many.
  let lines: [Line]
  /// How many lines there are besides those shown.
  let leftOut: Int
  /// Places that must be there, since the numbers before and behind them are, and that no record cites.
  let uncited: [String]

  /// How many lines an outline has.
  static let lineLimit = 40
  /// With fewer records their list shows the places well enough.
  private static let enoughRecords = 5

  /// The outlines of the records that have one.
  static func all(of catalogue: Catalogue) -> [RecordIndex: CitedPlaces] {
    guard catalogue.schema.relations.contains(where: \.isCitation) else { return [:] }
    var outlines: [RecordIndex: CitedPlaces] = [:]
    for index in catalogue.records.indices where !catalogue.incoming[index].isEmpty {
      outlines[index] = CitedPlaces(of: index, in: catalogue)
    }
    return outlines
  }

  /// The outline of a record; nil where few cite it, or all of them the same place.
  init?(of record: RecordIndex, in catalogue: Catalogue) {
    let edges = catalogue.citations(of: record).filter { $0.from != record }
    if edges.count < Self.enoughRecords || Set(edges.map(\.from)).count < Self.enoughRecords {
      return nil
    }
    let grouped = Dictionary(grouping: edges) { EdgeDetail.text(of: $0, in: catalogue.schema) }
    var read: [(place: DocumentPlace, records: [RecordIndex])] = []
    for (text, edges) in grouped.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) })
    where !text.isEmpty {
      read.append((DocumentPlace(text), edges.map(\.from)))
    }
    // Alike places stand in the order of their texts, since the sort is stable.
    read.sort { $0.place < $1.place }
    var places: [DocumentPlace] = []
    var citing: [Citing] = []
    var pending: [RecordIndex] = []
    func close() {
      citing += Set(pending).sorted().map { Citing(place: places.count - 1, record: $0) }
      pending = []
    }
    for (place, records) in read {
      if places.last != place {
        if !places.isEmpty { close() }
        places.append(place)
      }
      pending += records
    }
    if places.count < 2 { return nil }
    close()
    self.places = places
    self.citing = citing
    let outline = Outline(places: places, citing: citing)
    var lines = outline.lines(depth: 1)
    for depth in 2...6 {
      let deeper = outline.lines(depth: depth)
      if deeper.count > Self.lineLimit { break }
      lines = deeper
    }
    self.lines = Array(lines.prefix(Self.lineLimit))
    leftOut = lines.count - self.lines.count
    uncited = outline.gaps()
  }

  /// The records that cite any of the places.
  var records: Set<RecordIndex> { Set(citing.map(\.record)) }

  /// The line in which a place stands: the last that begins with it or before it.
  func line(of place: Int) -> Int? { lines.lastIndex { $0.places.contains(place) } }
}
