import Foundation
import TestSupport
import Testing

@testable import CatalogueSearch

@Suite("The page of the search format (MOKUROKU_RECORD_SNAPSHOTS=1 writes its examples anew)")
struct SearchFormatPageTests {
  private static let path = "Documentation/search-format.md"

  /// The lines of the page, with the examples as they should be, and the names of its examples.
  private static func page(
    _ texts: [String: String]
  ) throws -> (kept: String, wanted: String, names: [String]) {
    let kept = try Checkout.text(path)
    var (wanted, names): ([Substring], [String]) = ([], [])
    var isExample = false
    for line in kept.split(separator: "\n", omittingEmptySubsequences: false) {
      if !isExample { wanted.append(line) }
      if line.hasPrefix("```text ") {
        let name = String(line.dropFirst("```text ".count))
        names.append(name)
        isExample = true
        wanted += (texts[name] ?? "no example of this name").split(
          separator: "\n", omittingEmptySubsequences: false)
      } else if isExample, line == "```" {
        isExample = false
        wanted.append(line)
      }
    }
    return (kept, wanted.joined(separator: "\n"), names)
  }

  @Test("its examples are what the program writes")
  func showsExamples() async throws {
    let texts = try await FormatExample.texts()
    let (_, wanted, names) = try Self.page(texts)
    #expect(names.sorted() == texts.keys.sorted())
    #expect(try Snapshot.text(Self.path, recording: wanted) == wanted)
  }

  @Test("it tells the version, and what the directory tells in its order")
  func tellsDirectory() throws {
    let page = try Checkout.text(Self.path)
    #expect(page.contains("This is version \(SearchFormat.version)"))
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| `") }
      .compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) }
    let names = SearchFormat.directory.map(\.name)
    #expect(rows.filter(names.contains) == names)
  }

  @Test("a reader that is written by it reads every list of the examples and of the golden index")
  func readsAll() async throws {
    let sites = [
      (FormatExample.documents, FormatExample.facets), (GoldenSite.documents, GoldenSite.facets),
    ]
    for (documents, facets) in sites {
      let files = await SearchIndex.build(documents, facets: facets)
      let index = try SearchIndexReader(files)
      let reader = try DocumentedReader(
        Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes) }),
        entries: SearchFormat.directory.map(\.name))
      var found: [String: DocumentedReader.List] = [:]
      for number in reader.starts {
        for (gram, list) in reader.lists(number).lists {
          #expect(reader.file(of: Array(gram.utf16)) == number, "\(gram)")
          found[gram] = list
        }
      }
      #expect(found.count == index.grams.count)
      for gram in index.grams {
        let list = try #require(index.list(gram))
        let other = try #require(found[DocumentedReader.text(gram)])
        #expect(other.pages == list.pages && other.impacts == list.impacts)
      }
      for start in reader.starts {
        #expect(reader.paths["s\(start)"] == reader.path("s", start))
      }
      for (kind, count) in [("p", "pages"), ("n", "names")] {
        for number in 0..<reader.number(count) {
          #expect(reader.paths["\(kind)\(number)"] == reader.path(kind, number))
        }
      }
    }
  }
}
