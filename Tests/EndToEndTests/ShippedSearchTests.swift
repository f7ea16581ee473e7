import CatalogueModel
import CataloguePages
import CatalogueSearch
import CatalogueViews
import Foundation
import TestSupport
import Testing
import Workspace

@Suite("search/index.json of the shipped catalogue")
struct ShippedSearchTests {
  private typealias Object = [String: Any]

  private static let made = Task {
    let map = try #require(try await ShippedCatalogue.checked().map)
    let folder = try #require(map.folder(of: "search/index.json"))
    var files: [String: [UInt8]] = [:]
    for output in await folder.make(workers: 2, take: { $0 })
    where output.path.hasSuffix(".json") {
      files[output.path] = try output.bytes()
    }
    return files
  }

  private func file(_ name: String) async throws -> [UInt8] {
    try #require(try await Self.made.value["search/" + name])
  }

  private func pages() async throws -> [Object] {
    let bytes = try await file("index.json")
    let document = try JSONSerialization.jsonObject(with: Data(bytes)) as? Object
    return try #require(document?["pages"] as? [Object])
  }

  /// The text of a page without readings and white space.
  private static func shown(_ bytes: [UInt8]) -> String {
    var text = String(decoding: bytes, as: UTF8.self)
    for pattern in [#"<(rt|rp)>[^<]*</(rt|rp)>"#, #"<[^>]*>"#, #"\s+"#] {
      text = text.replacingOccurrences(of: pattern, with: "", options: .regularExpression)
    }
    for (entity, sign) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
    ] {
      text = text.replacingOccurrences(of: entity, with: sign)
    }
    return text
  }

  private static func compact(_ text: String) -> String {
    text.replacingOccurrences(of: #"\s+"#, with: "", options: .regularExpression)
  }

  @Test("it keeps to its schema and is within its size")
  func keepsSchema() async throws {
    let bytes = try await file("index.json")
    let schema = try JSONSchema(try await file("index.schema.json"))
    #expect(schema.faults(of: try JSONSerialization.jsonObject(with: Data(bytes))) == [])
    // What is said more than once is little: names of members, fields with their labels.
    let texts = try await pages().reduce(0) { size, page in
      let sections = page["sections"] as? [[String: String]] ?? []
      return size + (page["summary"] as? String ?? "").utf8.count
        + sections.reduce(0) { $0 + $1.values.reduce(0) { $0 + $1.utf8.count } }
    }
    #expect(bytes.count < texts * 3)
  }

  @Test("it has every document of the search, by the order of addresses, guides last, as it is")
  func hasDocuments() async throws {
    let site = try #require(try await ShippedCatalogue.checked().site)
    let documents = await SearchDocuments(site.catalogue, facets: site.facets).all(workers: 2)
      .sorted {
        $0.isAside != $1.isAside
          ? $1.isAside : $0.url.utf8.lexicographicallyPrecedes($1.url.utf8)
      }
    let pages = try await pages()
    #expect(pages.compactMap { $0["url"] as? String } == documents.map(\.url))
    for (page, document) in zip(pages, documents) {
      #expect(page["title"] as? String == document.title)
      #expect(page["aliases"] as? [String] == document.aliases)
      #expect(page["readings"] as? [String] == document.readings)
      #expect(page["summary"] as? String == document.summary)
      #expect(
        page["sections"] as? [[String: String]]
          == document.sections.map {
            ["anchor": $0.anchor, "heading": $0.heading, "text": $0.text]
          })
      let facets = try #require(page["facets"] as? [String: [[String: String]]])
      for column in document.facets {
        let ids = (facets[column.key] ?? []).compactMap { $0["id"] }
        // A guide is of no kind that results are narrowed by.
        #expect(
          ids == column.values || ids.isEmpty && column.values == ["pages"], "\(document.url)")
      }
    }
  }

  @Test("every text in it stands on its page as it is written there")
  func showsTexts() async throws {
    let map = try #require(try await ShippedCatalogue.checked().map)
    var missing: [String] = []
    for page in try await pages() {
      let address = try #require(page["url"] as? String)
      let path = PagePath.file(of: try #require(address.removingPercentEncoding))
      let bytes = try #require(try map[path]?.bytes(), "\(path)")
      let html = String(decoding: bytes, as: UTF8.self)
      let text = Self.shown(bytes)
      var parts = [page["title"] as? String ?? "", page["summary"] as? String ?? ""]
      parts += page["aliases"] as? [String] ?? []
      // The page of a guide does not show how its title is read.
      if !(page["facets"] as? Object ?? [:]).isEmpty {
        parts += page["readings"] as? [String] ?? []
      }
      for section in page["sections"] as? [[String: String]] ?? [] {
        parts.append(section["heading"] ?? "")
        let anchor = section["anchor"] ?? ""
        if !anchor.isEmpty, !html.contains("id=\"\(anchor)\"") {
          missing.append("\(path)#\(anchor)")
        }
        for line in (section["text"] ?? "").split(separator: "\n") {
          // Fields stand on the page in other forms: a label, and values that are links or in a table.
          let isShown = anchor.isEmpty && !text.contains(Self.compact(String(line)))
          parts += isShown ? line.split { " 、（）".contains($0) }.map(String.init) : [String(line)]
        }
      }
      for part in parts.map(Self.compact) where !part.isEmpty && !text.contains(part) {
        missing.append("\(path): \(part)")
      }
    }
    #expect(missing.prefix(20) == [])
  }
}
