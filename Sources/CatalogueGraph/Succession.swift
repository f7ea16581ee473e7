import CatalogueModel

/// What of an earlier resolution is the same in the next one, and where it stands there.
///
/// A record comes to the same if its file is the same and its names and links are answered by the same
/// records, which look the same from outside.
struct Succession: Sendable {
  /// Whether every record stands where one stood that is seen as it: then nothing else has to be asked.
  let isSteady: Bool
  /// The holders of names in the next resolution; nil where they need not be known.
  let holders: NameHolders?
  private let former: Resolution
  /// For each record of the earlier resolution where it stands now; −1 where it is gone or seen otherwise.
  private let now: [Int32]
  /// For each record now where the very same stood before; −1 where none did.
  private let before: [Int32]
  /// For each number of a name whether it is answered as before.
  private let isAnswered: [Bool]

  /// Compares an earlier resolution with records that are in order.
  init(of former: Resolution, in prepared: IndexedArray<Record, PreparedRecord>) {
    self.former = former
    var places: [RecordID: RecordIndex] = [:]
    places.reserveCapacity(prepared.count)
    var now = [Int32](repeating: -1, count: former.prepared.count)
    var before = [Int32](repeating: -1, count: prepared.count)
    // Most records stand near their old place; the others are looked up.
    var shift = 0
    for (index, record) in former.prepared.indexed {
      var place: RecordIndex? = nil
      for candidate in [index.offset + shift, index.offset + shift + 1, index.offset + shift - 1]
      where place == nil && prepared.indices.contains(RecordIndex(candidate))
        && prepared[RecordIndex(candidate)] === record
      {
        place = RecordIndex(candidate)
      }
      if place == nil {
        if places.isEmpty {
          for (index, record) in prepared.indexed { places[record.record.id] = index }
        }
        place = places[record.record.id]
      }
      guard let place else { continue }
      shift = place.offset - index.offset
      if prepared[place] === record { before[place.offset] = Int32(index.offset) }
      if prepared[place].isSeen(as: record) { now[index.offset] = Int32(place.offset) }
    }
    self.now = now
    self.before = before
    isSteady =
      prepared.count == now.count && now.enumerated().allSatisfy { $0 == Int($1) }
    if isSteady {
      holders = former.holders
      isAnswered = []
    } else {
      let known = former.holders ?? NameHolders(former.prepared)
      let next = NameHolders(prepared, after: known)
      holders = next
      isAnswered = known.table === next.table ? known.agreement(with: next, now: now) : []
    }
  }

  /// What a record came to, with the positions of now; nil where it has to be resolved.
  func part(of index: RecordIndex, by resolver: Resolver) -> ResolvedRecord? {
    guard before[index.offset] >= 0 else { return nil }
    let part = former.parts[RecordIndex(Int(before[index.offset]))]
    if isSteady { return part }
    // A fault may name whatever record is near to what was written.
    guard part.diagnostics.isEmpty, let said = holders?.records[index].said,
      !isAnswered.isEmpty, said.allSatisfy({ isAnswered[Int($0)] })
    else { return nil }
    return resolver.moved(part, to: index) { RecordIndex(Int(now[$0.offset])) }
  }
}
