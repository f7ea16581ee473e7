import CatalogueModel
import Diagnostics
import JapaneseText

/// Every record by its reading, row by row, as an index of names has them.
struct ReadingIndex: Sendable {
  /// A record with the letter that it stands under.
  struct Name: Sendable {
    let initial: String
    let record: RecordIndex
  }

  /// The names of one row, by initial and reading.
  struct Row: Sendable {
    let row: GojuonRow
    let names: [Name]

    /// The initials in their order, each with the place of its first name and how many it has.
    var initials: [(initial: String, first: Int, count: Int)] {
      var initials: [(initial: String, first: Int, count: Int)] = []
      for (place, name) in names.enumerated() {
        if initials.last?.initial == name.initial {
          initials[initials.count - 1].count += 1
        } else {
          initials.append((name.initial, place, 1))
        }
      }
      return initials
    }
  }

  /// The rows that have names.
  let rows: [Row]

  /// Sorts the names of a catalogue.
  init(_ catalogue: Catalogue) {
    var rows: [GojuonRow: [RecordIndex]] = [:]
    for index in catalogue.records.indices where !catalogue.collection(of: index).isHidden {
      // Without a reading a record stands with the names in Latin letters, at the end.
      let row = catalogue.records[index].reading?.gojuonRow ?? .alphanumeric
      rows[row, default: []].append(index)
    }
    self.rows = rows.sorted { $0.key < $1.key }.map { row, records in
      Row(row: row, names: Self.names(of: records, catalogue))
    }
  }

  /// The names of a row.
  ///
  /// Initials keep the order of the readings, but for readings that begin with a sign.
  private static func names(of records: [RecordIndex], _ catalogue: Catalogue) -> [Name] {
    let keyed = records.map { index in
      let reading = catalogue.records[index].reading
      return (
        name: Name(initial: initial(of: reading?.text ?? ""), record: index),
        key: reading?.collationKey ?? []
      )
    }
    return keyed.sorted { left, right in
      if left.name.initial != right.name.initial {
        return left.name.initial.utf8.lexicographicallyPrecedes(right.name.initial.utf8)
      }
      if left.key != right.key { return left.key.lexicographicallyPrecedes(right.key) }
      return left.name.record < right.name.record
    }.map(\.name)
  }

  /// The first letter of a reading: a kana without voicing at full size, a capital, or `0` for digits.
  private static func initial(of reading: String) -> String {
    for scalar in reading.unicodeScalars {
      if let kana = Kana(scalar) { return String(kanaByPlace[kana.place]) }
      if scalar.properties.isAlphabetic { return scalar.properties.uppercaseMapping }
      if scalar.properties.numericType != nil { return "0" }
    }
    return ""
  }

  private static let kanaByPlace = Array(
    "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわゐゑをん")
}
