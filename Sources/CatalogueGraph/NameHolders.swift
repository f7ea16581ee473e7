import CatalogueModel

/// Which records have the names of a table, in the order of one resolution.
struct NameHolders: Sendable {
  let table: NameTable
  let records: IndexedArray<Record, NumberedRecord>
  /// For each number the first record that has the name, as name or as id; −1 where none has.
  private var first: [Int32]
  /// For each number of a name that several have, all of them.
  private var shared: [Int32: [Int32]] = [:]

  /// A table has so many names for each record at most, before those of former resolutions are left behind.
  private static let mostNames = 100

  /// Finds who has which name; of `former` are taken the numbers of the records that it has too.
  init(_ prepared: IndexedArray<Record, PreparedRecord>, after former: NameHolders? = nil) {
    let former = former.flatMap { former in
      former.table.count <= Self.mostNames * (prepared.count + 1_000) ? former : nil
    }
    let table = former?.table ?? NameTable()
    var known: [ObjectIdentifier: NumberedRecord] = [:]
    known.reserveCapacity(prepared.count)
    for record in former?.records ?? [] { known[ObjectIdentifier(record.record)] = record }
    records = prepared.mapped {
      known[ObjectIdentifier($0)] ?? NumberedRecord($0, in: table)
    }
    self.table = table
    first = Array(repeating: -1, count: table.count)
    for (index, record) in records.indexed {
      for number in record.own { add(Int32(index.offset), to: number) }
    }
  }

  private mutating func add(_ record: Int32, to number: Int32) {
    let holder = first[Int(number)]
    if holder < 0 {
      first[Int(number)] = record
    } else if holder != record, shared[number]?.last != record {
      shared[number, default: [holder]].append(record)
    }
  }

  /// For each number whether the same records have the name that have it in `other`, in the same order.
  ///
  /// `other` are the holders in a later resolution with the same table; `now` says for each record where it
  /// stands there, −1 where it is not there or not as it was.
  func agreement(with other: NameHolders, now: [Int32]) -> [Bool] {
    var agreement = other.first.indices.map { number -> Bool in
      let holder = other.first[number]
      // A name that is new in the table had no record.
      guard number < first.count, first[number] >= 0 else { return holder < 0 }
      return holder >= 0 && holder == now[Int(first[number])]
    }
    for (number, records) in shared
    where other.shared[number] != records.map({ now[Int($0)] }) {
      agreement[Int(number)] = false
    }
    for number in other.shared.keys where shared[number] == nil { agreement[Int(number)] = false }
    return agreement
  }
}
