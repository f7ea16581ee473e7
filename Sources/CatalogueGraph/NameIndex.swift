package import CatalogueModel
import Diagnostics
import JapaneseText
import TextFolding

/// Every name by which a record may be meant: its id, its title and its aliases, folded.
///
/// Folding makes ＴＩＡ and TIA, ⼒ and 力, ⺠ and 民 the same, and spaces do not count.
package struct NameIndex: Sendable {
  /// What a name leads to.
  package enum Answer: Sendable, Equatable {
    case found(Int)
    /// Several records of the wanted collections have the name.
    case ambiguous([Int])
    /// Only records of other collections have the name.
    case wrongCollection([Int])
    case unknown
  }

  private let records: [Record]
  private let schema: Schema
  private var names: [FoldedName: [Int]] = [:]
  private var keys: [FoldedName: Int] = [:]

  /// Indexes the names of `records`, which answers name by their places.
  package init(records: [Record], schema: Schema) {
    self.records = records
    self.schema = schema
    names.reserveCapacity(records.count * 3)
    for (index, record) in records.enumerated() {
      add(record.id, index)
      add(record.title.value, index)
      for alias in record.aliases { add(alias.value, index) }
      keys[FoldedName(schema.collections[record.collection].key + "/" + record.id)] = index
    }
  }

  private mutating func add(_ name: String, _ index: Int) {
    let folded = FoldedName(name)
    if names[folded]?.last == index { return }
    names[folded, default: []].append(index)
  }

  /// What `name` means among records of `collections`; `collection/id` is always unambiguous.
  package func resolve(_ name: String, in collections: [Int]) -> Answer {
    let folded = FoldedName(name)
    guard let found = names[folded] ?? keys[folded].map({ [$0] }) else { return .unknown }
    let wanted = found.filter { collections.contains(records[$0].collection) }
    switch wanted.count {
    case 0: return .wrongCollection(found)
    case 1: return .found(wanted[0])
    default: return .ambiguous(wanted)
    }
  }

  /// What may be written for `name`: the titles of the nearest records, or their keys where the title
  /// is not theirs alone.
  package func suggestions(for name: String, in collections: [Int]) -> [String] {
    nearest(to: name, in: collections).map { index in
      let title = records[index].title.value
      if resolve(title, in: collections) == .found(index) { return title }
      return schema.collections[records[index].collection].key + "/" + records[index].id
    }
  }

  /// Up to three records that `name` may have meant, nearest first.
  ///
  /// Titles, aliases, ids and readings are compared, so that a reading typed as kana, or an
  /// abbreviation that is nearly right, leads to the record.
  func nearest(to name: String, in collections: [Int]) -> [Int] {
    let folded = Folding.fold(name)
    var best: [(score: Int, index: Int)] = []
    for (index, record) in records.enumerated() where collections.contains(record.collection) {
      var names = [record.title.value, record.id] + record.aliases.map(\.value)
      if let reading = record.reading { names.append(reading.text) }
      let scores = names.compactMap { Nearest.score(folded, Folding.fold($0)) }
      if let score = scores.min() { best.append((score, index)) }
    }
    best.sort { ($0.score, $0.index) < ($1.score, $1.index) }
    return best.prefix(3).map(\.index)
  }
}
