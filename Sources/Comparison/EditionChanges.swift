import CatalogueViews
import Publishing

/// What is other in one edition than in the edition before it.
///
/// It knows nothing of how the changes are told.
package struct EditionChanges: Sendable {
  /// What an edition says of itself.
  package struct Side: Sendable, Equatable {
    package let source: String?
    package let recordCount: Int
  }

  /// How many of something came, changed and went.
  package struct Counts: Sendable, Equatable {
    package var added = 0
    package var changed = 0
    package var removed = 0
  }

  package let old: Side
  package let new: Side
  /// The records that only the new edition has, in its order.
  package let added: [RecordName]
  /// The records that only the old edition has, in its order.
  package let removed: [RecordName]
  /// The records of both that say something else, in the order of the new edition.
  package let changed: [RecordChange]
  /// The addresses of pages that lead nowhere now: `/programmes/tia/`.
  package let goneAddresses: [String]
  /// The addresses of pages that are new.
  package let newAddresses: [String]
  /// The files of the editions.
  package let files: Counts
  /// The connexions that records declare; one with another attribute went and came.
  package let relations: Counts

  /// Whether the editions have the same records and the same files.
  package var isEmpty: Bool { !hasContent && files == Counts() }

  /// Whether records or addresses changed, not only how pages look.
  package var hasContent: Bool {
    !(added.isEmpty && removed.isEmpty && changed.isEmpty && goneAddresses.isEmpty
      && newAddresses.isEmpty)
  }

  /// Compares two editions.
  package init(from old: ComparedEdition, to new: ComparedEdition) {
    self.old = Side(source: old.manifest.source, recordCount: old.records.count)
    self.new = Side(source: new.manifest.source, recordCount: new.records.count)
    let former = Dictionary(
      old.records.map { ($0.name.key, $0) }, uniquingKeysWith: { first, _ in first })
    let keys = Set(new.records.map(\.name.key))
    let newcomers = new.records.filter { former[$0.name.key] == nil }
    let leavers = old.records.filter { !keys.contains($0.name.key) }
    added = newcomers.map(\.name)
    removed = leavers.map(\.name)
    let formerTexts = old.textDigests
    let texts = new.textDigests
    changed = new.records.compactMap { record in
      former[record.name.key].flatMap { before in
        let key = record.name.key
        // Of an edition of an earlier version nothing is known of texts.
        let isTextChanged =
          if let was = formerTexts[key], let now = texts[key] { was != now } else { false }
        return RecordChange(from: before, to: record, isTextChanged: isTextChanged) { place in
          new.labels[record.name.collection, place] ?? old.labels[record.name.collection, place]
        }
      }
    }
    let oldPages = Self.addresses(of: old.manifest)
    let newPages = Self.addresses(of: new.manifest)
    goneAddresses = Self.difference(oldPages, newPages)
    newAddresses = Self.difference(newPages, oldPages)
    files = Self.files(from: old.manifest, to: new.manifest)
    var relations = Counts()
    relations.added = newcomers.reduce(0) { $0 + $1.relationCount }
    relations.removed = leavers.reduce(0) { $0 + $1.relationCount }
    for change in changed.flatMap(\.fields) {
      let count = change.relationCount
      relations.added += count.added
      relations.removed += count.removed
    }
    self.relations = relations
  }

  private static func addresses(of manifest: Manifest) -> [String] {
    manifest.entries.map(\.path).filter { $0.hasSuffix(".html") }
      .map { "/" + PagePath.address(ofFile: $0) }
  }

  private static func difference(_ one: [String], _ other: [String]) -> [String] {
    let other = Set(other)
    return one.filter { !other.contains($0) }
  }

  private static func files(from old: Manifest, to new: Manifest) -> Counts {
    let former = Dictionary(
      old.entries.map { ($0.path, $0.sha256) }, uniquingKeysWith: { first, _ in first })
    var counts = Counts()
    var common = 0
    for entry in new.entries {
      switch former[entry.path] {
      case nil: counts.added += 1
      case entry.sha256: common += 1
      default:
        common += 1
        counts.changed += 1
      }
    }
    counts.removed = max(0, former.count - common)
    return counts
  }
}
