import CatalogueModel
import CatalogueViews
import Foundation
import TestSupport
import Testing

@testable import CatalogueExport

/// The text of one exported file.
func exported(_ path: String, of catalogue: Catalogue) throws -> String {
  let files = Exports.all.flatMap { $0.outputs(of: catalogue) }
  let file = try #require(files.first { $0.path == path }, "\(files.map(\.path))")
  return String(decoding: try file.bytes(), as: UTF8.self)
}

/// The cells of a CSV text by RFC 4180, read by other code than that which wrote them.
func cells(of text: String) -> [[String]] {
  var rows: [[String]] = [[]]
  var cell = ""
  var isQuoted = false
  var characters = Array(text.unicodeScalars)[...]
  if characters.first == "\u{FEFF}" { characters = characters.dropFirst() }
  while let scalar = characters.popFirst() {
    switch scalar {
    case "\"" where isQuoted && characters.first == "\"":
      characters = characters.dropFirst()
      cell += "\""
    case "\"": isQuoted.toggle()
    case "," where !isQuoted:
      rows[rows.count - 1].append(cell)
      cell = ""
    case "\r" where !isQuoted: continue
    case "\n" where !isQuoted:
      rows[rows.count - 1].append(cell)
      cell = ""
      rows.append([])
    default: cell.unicodeScalars.append(scalar)
    }
  }
  return rows.filter { !$0.isEmpty }
}
