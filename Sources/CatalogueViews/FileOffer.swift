/// A file for machines as the page of the data offers it.
package struct FileOffer: Sendable, Equatable {
  /// From the base of the site: `data/budgets.csv`.
  package let path: String
  /// What readers find in it.
  package let label: String

  /// Joins a path to what is found there.
  package init(path: String, label: String) {
    self.path = path
    self.label = label
  }

  /// The last part of the path.
  package var name: String { String(path.split(separator: "/").last ?? "") }

  /// Whether the file is a table.
  package var isTable: Bool { path.hasSuffix(".csv") }

  /// Its media type, of those that catalogues are given out as.
  package var mediaType: String? {
    let types = [
      ".csv": "text/csv", ".json": "application/json", ".xml": "application/xml",
      ".atom": "application/atom+xml",
    ]
    return types.first { path.hasSuffix($0.key) }?.value
  }
}

extension Output {
  /// The offer of a file that has a label.
  package var offer: FileOffer? { label.map { FileOffer(path: path, label: $0) } }
}
