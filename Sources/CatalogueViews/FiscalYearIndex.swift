package import CatalogueModel
import Diagnostics
package import JapaneseText
import TextRules

/// Which records speak of which fiscal year, with which amounts, and who is responsible for these.
package struct FiscalYearIndex: Sendable {
  /// A line of a budget with the record it belongs to.
  package struct Line: Sendable {
    package let record: RecordIndex
    package let entry: BudgetEntry
    /// Those who are responsible for the record, each once, in its order.
    package let owners: [RecordIndex]
  }

  /// The lines of one year for which one record is responsible.
  package struct Share: Sendable {
    /// Nil for the lines of records that name nobody.
    package let owner: RecordIndex?
    /// The places of the lines in the year, in its order.
    package let places: [Int]
  }

  /// What is known of one fiscal year.
  package struct Year: Sendable {
    package let year: FiscalYear
    /// The budget lines of the year, the largest amount first.
    package fileprivate(set) var lines: [Line] = []
    /// The records that name the year without an amount for it, in the order of the pages.
    package fileprivate(set) var others: [RecordIndex] = []
    /// The lines by those who are responsible, in the order of the pages, those of nobody last.
    package fileprivate(set) var shares: [Share] = []

    /// The lines for which a record is responsible; with nil those for which nobody is.
    package func lines(of owner: RecordIndex?) -> [Line] {
      shares.first { $0.owner == owner }?.places.map { lines[$0] } ?? []
    }
  }

  /// The years, the newest first.
  package let years: [Year]
  /// The stages of all their lines.
  package let stages: BudgetStages
  /// The names in paths of those who are responsible for lines.
  private let folders: [RecordIndex: String]

  /// Gathers the years of the catalogue.
  package init(_ catalogue: Catalogue) {
    var years: [FiscalYear: Year] = [:]
    var usual: [String] = []
    var written: [String?] = []
    for (collection, members) in zip(catalogue.schema.collections, catalogue.members)
    where !collection.isHidden {
      let places = collection.fields.indices.filter {
        collection.fields[$0].type.traits.contains(.fiscalYears)
      }
      if places.isEmpty { continue }
      let amount = collection.field(.amount)
      if let amount { usual += collection.fields[amount].type.sharedWords.first?.usual ?? [] }
      for index in members {
        Self.add(index, places, amount, of: catalogue, to: &years, &written)
      }
    }
    stages = BudgetStages(usual: usual, written: written)
    self.years = years.values.sorted { $0.year > $1.year }.map { year in
      var year = year
      year.lines.sort(by: FiscalYearIndex.isBefore)
      year.shares = Self.shares(of: year.lines)
      return year
    }
    folders = Self.folders(of: self.years, catalogue)
  }

  /// Adds the lines of a record, and the record itself to the years that it names without a line.
  private static func add(
    _ index: RecordIndex, _ places: [FieldIndex], _ amount: FieldIndex?, of catalogue: Catalogue,
    to years: inout [FiscalYear: Year], _ written: inout [String?]
  ) {
    let record = catalogue.records[index]
    var named: [FiscalYear] = []
    var budgeted: [FiscalYear] = []
    let owners = amount == nil ? [] : owners(of: index, in: catalogue)
    for place in places {
      for value in record.values(ofField: place) {
        switch value.value {
        case .budget(let entry) where place == amount:
          budgeted.append(entry.year)
          written.append(entry.stage)
          years[entry.year, default: Year(year: entry.year)].lines.append(
            Line(record: index, entry: entry, owners: owners))
        case .budget(let entry): named.append(entry.year)
        case .fiscalYear(let year): named.append(year)
        default: break
        }
      }
    }
    for year in named where !budgeted.contains(year) {
      // A record writes few years, and stands in each once.
      if years[year]?.others.last != index {
        years[year, default: Year(year: year)].others.append(index)
      }
    }
  }

  /// Those who are responsible for a record, each once.
  private static func owners(of index: RecordIndex, in catalogue: Catalogue) -> [RecordIndex] {
    let collection = catalogue.collection(of: index)
    guard let place = collection.field(.responsible),
      let relation = collection.fields[place].relation
    else { return [] }
    var owners: [RecordIndex] = []
    for owner in catalogue.targets(of: relation, from: index) where !owners.contains(owner) {
      owners.append(owner)
    }
    return owners
  }

  private static func shares(of lines: [Line]) -> [Share] {
    var places: [RecordIndex: [Int]] = [:]
    var nobody: [Int] = []
    for (place, line) in lines.enumerated() {
      if line.owners.isEmpty { nobody.append(place) }
      for owner in line.owners { places[owner, default: []].append(place) }
    }
    let owned = places.sorted { $0.key < $1.key }.map { Share(owner: $0.key, places: $0.value) }
    return nobody.isEmpty ? owned : owned + [Share(owner: nil, places: nobody)]
  }

  private static func isBefore(_ left: Line, _ right: Line) -> Bool {
    let amounts = (left.entry.amount?.yen.amount ?? -1, right.entry.amount?.yen.amount ?? -1)
    return amounts.0 != amounts.1 ? amounts.0 > amounts.1 : left.record < right.record
  }

  // What stands in the folder of a year beside the pages of those who are responsible.
  private static let stagesFolder = "stages"
  private static let othersFolder = "others"
  private static let nobodyFolder = "none"
  private static let ownersFolder = "owners"

  /// The names in paths of all who are responsible for lines: their ids, as far as these are free.
  private static func folders(
    of years: [Year], _ catalogue: Catalogue
  ) -> [RecordIndex: String] {
    var names = PortableNames()
    for name in [stagesFolder, othersFolder, nobodyFolder, ownersFolder] {
      _ = names.name(for: name) { name + $0 }
    }
    var folders: [RecordIndex: String] = [:]
    for owner in Set(years.flatMap { $0.shares.compactMap(\.owner) }).sorted() {
      let id = catalogue.records[owner].id
      folders[owner] = names.name(for: id.text) { id.name + $0 }
    }
    return folders
  }

  /// Whether a record is responsible for lines.
  package func hasLines(of owner: RecordIndex) -> Bool { folders[owner] != nil }

  /// The path of a year's page.
  package static func path(of year: FiscalYear) -> String { "fiscal-years/\(year.startYear)/" }

  /// The path of the lines of a year for which a record is responsible; with nil of those for which nobody is.
  package func path(of year: FiscalYear, owner: RecordIndex?) -> String {
    "\(Self.path(of: year))\(owner.map { folders[$0] ?? "" } ?? Self.nobodyFolder)/"
  }

  /// The path of all lines of a stage in a year.
  package static func path(of year: FiscalYear, stage: BudgetStages.Stage) -> String {
    "\(path(of: year))\(stagesFolder)/\(stage.folder)/"
  }

  /// The path of the records that name a year without an amount.
  package static func pathOfOthers(in year: FiscalYear) -> String {
    "\(path(of: year))\(othersFolder)/"
  }

  /// The path of all who are responsible for lines of a year.
  package static func pathOfOwners(in year: FiscalYear) -> String {
    "\(path(of: year))\(ownersFolder)/"
  }
}
