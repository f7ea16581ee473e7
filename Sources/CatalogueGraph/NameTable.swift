import Synchronization
import TextFolding

/// Numbers for the names that records have and say, so that resolutions are compared by numbers.
///
/// A name keeps its number as long as the table lasts. Numbers come in any order, and nothing that is
/// published depends on them.
final class NameTable: Sendable {
  private let numbers = Mutex<[FoldedName: Int32]>([:])

  /// How many names have a number.
  var count: Int { numbers.withLock { $0.count } }

  /// The numbers of some names; those that have none yet get one.
  func numbers(of names: [FoldedName]) -> [Int32] {
    numbers.withLock { numbers in
      names.map { name in
        if let number = numbers[name] { return number }
        let number = Int32(numbers.count)
        numbers[name] = number
        return number
      }
    }
  }
}

/// A record with the numbers of the names that it has, and of those by which what it comes to is found.
///
/// A class, since it is kept from one resolution to the next.
final class NumberedRecord: Sendable {
  let record: PreparedRecord
  /// Its names, its id and its former ids.
  let own: [Int32]
  /// The names that its fields and links say.
  let said: [Int32]

  /// Numbers the names of a record.
  init(_ record: PreparedRecord, in table: NameTable) {
    self.record = record
    own = table.numbers(of: record.names + [record.idName] + record.formerNames)
    said = table.numbers(
      of: record.references.compactMap { $0 } + record.links.flatMap(\.saidNames))
  }
}

extension PreparedLink {
  /// Every name by which it is found where the link leads.
  fileprivate var saidNames: [FoldedName] {
    switch destination {
    case .name(let name, let heading): [name] + (heading?.name.map { [$0] } ?? [])
    case .path(let path): [path.record?.name, path.source].compactMap { $0 }
    case .anchor, .external: []
    }
  }
}
