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
    case found(RecordIndex)
    /// No record has the name now; it is a former id of this one.
    case former(RecordIndex)
    /// Several records of the wanted collections have the name; the first of them.
    case ambiguous([RecordIndex])
    /// Only records of other collections have the name.
    case wrongCollection([RecordIndex])
    case unknown
  }

  /// How many records of one name an answer names at most: thousands may have it, and be referred to.
  static let answerLimit = 100

  let records: IndexedArray<Record, Record>
  /// The records that have no names here, since their files could not be read.
  let unread: UnreadRecords
  /// For each title, alias and name of a file the first record that has it.
  private var names: [FoldedName: RecordIndex] = [:]
  /// For each of those that several records have, all of them.
  private var shared: [FoldedName: [RecordIndex]] = [:]
  private var ids: [FoldedName: RecordIndex] = [:]
  /// For each former id, with and without its collection, the records that had it.
  private var formers: [FoldedName: [RecordIndex]] = [:]
  /// The names with the readings, from which suggestions are taken.
  private let candidates: LazyCandidates

  /// Indexes the names of records in the order of the pages.
  init(_ prepared: IndexedArray<Record, PreparedRecord>, unread: UnreadRecords = .init()) {
    self.unread = unread
    let records = prepared.mapped(\.record)
    self.records = records
    candidates = LazyCandidates { NameIndex.candidates(of: records) }
    names.reserveCapacity(records.count * 3)
    ids.reserveCapacity(records.count)
    for (index, record) in prepared.indexed {
      for name in record.names {
        let first = Self.value(&names[name, default: index])
        if first == index || shared[name]?.last == index { continue }
        shared[name, default: [first]].append(index)
      }
      ids[record.idName] = index
      for name in record.formerNames { formers[name, default: []].append(index) }
    }
  }

  /// What stands in a place; of a dictionary, after one look instead of two.
  private static func value(_ place: inout RecordIndex) -> RecordIndex { place }

  /// Indexes the names of the records of a catalogue.
  package init(_ catalogue: Catalogue) {
    self.init(catalogue.records.mapped { PreparedRecord($0, in: catalogue.schema) })
  }

  private static func candidates(of records: IndexedArray<Record, Record>) -> Candidates {
    var candidates = Candidates()
    for (index, record) in records.indexed {
      for name in [record.id.name, record.title.value] + record.aliases.map(\.value) {
        candidates.add(name, for: index.offset)
      }
      for reading in record.readings { candidates.add(reading.text, for: index.offset) }
    }
    return candidates
  }

  /// What `name` means among records of `collections`; `collection/id` is always unambiguous.
  package func resolve(_ name: String, in collections: [CollectionIndex]) -> Answer {
    resolve(FoldedName(name), in: collections)
  }

  /// The same for a name that is folded already.
  func resolve(_ name: FoldedName, in collections: [CollectionIndex]) -> Answer {
    guard let first = names[name] ?? ids[name] else { return former(name, in: collections) }
    guard let found = shared[name] else {
      return collections.contains(records[first].collection)
        ? .found(first) : .wrongCollection([first])
    }
    let wanted = Array(
      found.lazy.filter { collections.contains(records[$0].collection) }.prefix(Self.answerLimit))
    switch wanted.count {
    case 0: return .wrongCollection(found)
    case 1: return .found(wanted[0])
    default:
      // A draft takes no name from what is published.
      let published = wanted.filter { !records[$0].isDraft }
      return published.count == 1 ? .found(published[0]) : .ambiguous(wanted)
    }
  }

  /// The first of several records that have a name as a title or an alias: that two have it is told of them, and not
  /// again of what refers to it.
  func first(of answer: Answer, called name: FoldedName) -> RecordIndex? {
    guard case .ambiguous(let found) = answer else { return nil }
    let own = found.filter { records[$0].foldedNames.contains(name) }
    return own.count > 1 ? own[0] : nil
  }

  /// What a name means that no record has now.
  private func former(_ name: FoldedName, in collections: [CollectionIndex]) -> Answer {
    guard let found = formers[name] else { return .unknown }
    let wanted = Array(
      found.lazy.filter { collections.contains(records[$0].collection) }.prefix(Self.answerLimit))
    if wanted.isEmpty { return .wrongCollection(Array(found.prefix(Self.answerLimit))) }
    if wanted.allSatisfy({ $0 == wanted[0] }) { return .former(wanted[0]) }
    return .ambiguous(wanted)
  }

  /// How the id of a record is written.
  func idText(of index: RecordIndex) -> IDText {
    let id = records[index].id
    let name = FoldedName(id.name)
    return IDText(id) { resolve(name, in: $0) == .found(index) }
  }

  /// What may be written for `name`: the titles of the nearest records, or their ids where the title is
  /// not theirs alone, is too long for anyone to write, or cannot be written where the name stands.
  func suggestions(
    for name: String, in collections: [CollectionIndex], _ known: inout Suggestions,
    where isWritable: (String) -> Bool
  ) -> [String] {
    // Nothing else is meant by the id of a record that was put into another collection.
    let moved = moved(name)
    if !moved.isEmpty {
      return moved.filter { collections.contains(records[$0].collection) }
        .map { records[$0].id.text }
    }
    return nearest(to: name, in: collections, &known).map { index in
      let title = records[index].title.value
      // Who mistypes an id means one.
      if isID(name), Candidates([records[index].id.name]).nearest(to: name) == [0],
        resolve(records[index].id.name, in: collections) == .found(index),
        isWritable(records[index].id.name)
      {
        return records[index].id.name
      }
      if title.utf8.count <= Candidates.longest * 3,
        resolve(title, in: collections) == .found(index), isWritable(title)
      {
        return title
      }
      return records[index].id.text
    }
  }

  /// Whether a name is written as an id is: small letters with a hyphen or digits.
  private func isID(_ name: String) -> Bool {
    RecordIdentifier.isValid(name)
      && name.utf8.contains { $0 == 0x2D || (0x30...0x39).contains($0) }
  }

  /// The records of other collections whose files have the name that an id has in it: `programmes/tia` may be
  /// `bases/tia` now.
  func moved(_ id: String) -> [RecordIndex] {
    guard let id = RecordID(id) else { return [] }
    let name = FoldedName(id.name)
    let holders = shared[name] ?? names[name].map { [$0] } ?? []
    return Array(
      holders.filter {
        records[$0].id.name == id.name && records[$0].id.collection != id.collection
      }.prefix(3))
  }

  /// Whether a name that no record has may be that of one whose file could not be read: it is its id, or
  /// there is one in `collections` and the name is no slip of a single letter in one that is known.
  func mayBeUnread(
    _ name: String, _ folded: FoldedName, in collections: [Collection], _ known: inout Suggestions
  ) -> Bool {
    if unread.isEmpty { return false }
    let keys = collections.map(\.key)
    if unread.has(folded, in: keys) { return true }
    guard unread.has(recordOf: keys) else { return false }
    let written = EditDistance(from: name.unicodeScalars.map(\.value))
    return !nearest(to: name, in: collections.map(\.index), &known).contains { index in
      let record = records[index]
      return ([record.id.name, record.title.value] + record.aliases.map(\.value)).contains {
        written.edits(to: $0.unicodeScalars.map(\.value)[...], limit: 1) != nil
      }
    }
  }

  /// Up to three records that `name` may have meant, nearest first.
  ///
  /// Titles, aliases, ids and readings are compared, so that a reading typed as kana, or an
  /// abbreviation that is nearly right, leads to the record.
  func nearest(
    to name: String, in collections: [CollectionIndex], _ known: inout Suggestions
  ) -> [RecordIndex] {
    known.answer(to: name, in: collections, among: candidates.value) { owner in
      collections.contains(records[RecordIndex(owner)].collection)
    }.map { RecordIndex($0) }
  }
}

extension NameIndex.Answer {
  /// The record that is meant, by a name of now or a former id.
  package var record: RecordIndex? {
    switch self {
    case .found(let index), .former(let index): index
    default: nil
    }
  }
}

extension Diagnostic {
  /// Tells that a record is called by an id which it had before; the fix writes the id of now.
  init(formerID name: String, of record: Record, at range: SourceRange, _ fix: Fix) {
    self.init(
      .formerReference, at: range,
      LocalisedText(
        "「\(name)」は「\(record.title.value)」の以前のidです。いまのidは「\(record.id.text)」です。",
        en: "'\(name)' is a former id of '\(record.title.value)', which is '\(record.id.text)' now"),
      fixes: [fix])
  }
}
