import Testing

@testable import CatalogueSearch

/// A made-up site whose words are as unequal as those of a language, and edits of it.
private struct EditedSite {
  private(set) var documents: [SearchDocument] = []
  private var words: [String] = []
  private var state: UInt64

  init(_ count: Int, seed: UInt64) {
    state = seed
    let kanji = (0..<700).map {
      Unicode.Scalar(UInt32(0x4E00 + $0 * 23)).map(Character.init) ?? "一"
    }
    for _ in 0..<3_000 {
      words.append(String((0..<(2 + next(3) / 2)).map { _ in kanji[min(next(700), next(700))] }))
    }
    for number in 0..<count {
      documents.append(
        SearchDocument(
          url: "\(1000 + number)/", title: text(2, "の"), summary: text(6, "を"),
          sections: [.init(anchor: "", heading: text(1, ""), text: text(60, "の"))]))
    }
  }

  private mutating func next(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }

  /// A word; the first ones are drawn far oftener than the last (Zipf's law, about).
  private mutating func word() -> String {
    let rank = next(1 << (1 + next(12)))
    return words[min(rank, words.count - 1)]
  }

  private mutating func text(_ count: Int, _ link: String) -> String {
    (0..<count).map { _ in word() }.joined(separator: link) + "。"
  }

  /// The documents with one word of a body changed.
  mutating func changingWord() -> [SearchDocument] {
    var changed = documents
    let page = next(changed.count)
    var parts = changed[page].sections[0].text.split(separator: "の").map(String.init)
    parts[1 + next(parts.count - 2)] = word()
    changed[page].sections[0].text = parts.joined(separator: "の")
    return changed
  }

  /// A title of so many characters, none of them often together.
  mutating func title(of length: Int) -> String {
    let characters = words.compactMap(\.first)
    return String((0..<length).map { _ in characters[next(characters.count)] })
  }

  /// The documents with the title of one changed.
  func titled(_ title: String) -> [SearchDocument] {
    var changed = documents
    changed[100].title = title
    return changed
  }

  /// The documents with one character of a title changed, or one more or less in it.
  mutating func changingTitle() -> [SearchDocument] {
    var changed = documents
    let page = next(changed.count)
    var title = Array(changed[page].title)
    let place = next(title.count - 1)
    let character = word().first ?? "一"
    title.replaceSubrange(place..<place + next(2), with: next(3) == 0 ? [] : [character])
    changed[page].title = String(title)
    return changed
  }
}

@Suite("Editions of the search")
struct EditTests {
  /// How many files of the index of `changed` the index of `documents` has not, and those of pages among them.
  private static func changes(
    _ files: [SearchFile], _ changed: [SearchDocument]
  ) async -> (all: Int, pages: Int) {
    let bytes = Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes) })
    let new = await SearchIndex.build(changed).filter { bytes[$0.path] != $0.bytes }
    return (new.count, new.count { $0.path.hasPrefix("p") })
  }

  @Test("one word in a body changes few files, and of the pages its own alone")
  func changesFewFilesByWord() async {
    var site = EditedSite(200, seed: 8)
    let files = await SearchIndex.build(site.documents)
    var counts: [Int] = []
    for _ in 0..<15 {
      let (all, pages) = await Self.changes(files, site.changingWord())
      counts.append(all)
      #expect(pages <= 1)
    }
    counts.sort()
    // With the page and the manifest of the edition these are 15 at most.
    #expect(counts[7] <= 10 && counts[14] <= 13, "\(counts)")
  }

  @Test("one character in a title changes few files, and of the pages its own alone")
  func changesFewFilesByTitle() async {
    var site = EditedSite(200, seed: 9)
    let files = await SearchIndex.build(site.documents)
    var counts: [Int] = []
    for _ in 0..<15 {
      let (all, pages) = await Self.changes(files, site.changingTitle())
      counts.append(all)
      #expect(pages <= 1)
    }
    counts.sort()
    #expect(counts[7] <= 10 && counts[14] <= 15, "\(counts)")
  }

  @Test(
    "a character more in a title changes no more files, whatever the length of the title",
    arguments: [1, 2, 5, 9, 10, 12, 14, 17, 20, 24, 30])
  func changesFewFilesByLength(_ length: Int) async {
    var site = EditedSite(200, seed: 10)
    let title = site.title(of: length)
    let (before, after) = (site.titled(title), site.titled(title + "。一"))
    let files = await SearchIndex.build(before)
    let (all, pages) = await Self.changes(files, after)
    // The directory, the page, its table, two files of names, those of the first character and of the new one.
    #expect(all <= 10, "\(all)")
    #expect(pages <= 1)
  }

  @Test(
    "numbers that follow the size of a site stay for small changes of it",
    arguments: [(0, 0), (31, 31), (32, 32), (33, 32), (1_000, 992), (1_023, 992), (1_024, 1_024)])
  func steps(_ value: Int, _ step: Int) {
    #expect(Step.down(value) == step)
  }

  @Test("a short name that has a word comes before a long one")
  func ranksShortNames() async throws {
    let names = ["機構連携の拠点", "機構", "先端の研究を進める機構の集まり", "機構A"]
    let documents = names.enumerated().map {
      SearchDocument(url: "\($0.offset)/", title: $0.element)
    }
    let index = try SearchIndexReader(await SearchIndex.build(documents))
    let list = try #require(index.list(Array("機構".utf16)))
    #expect(list.pages == [0, 1, 2, 3])
    let order = list.pages.sorted { list.impacts[$0] > list.impacts[$1] }
    #expect(order.first == 1 || order.first == 3)
    #expect(list.impacts[1] > list.impacts[0] && list.impacts[0] > list.impacts[2])
    // But where a name begins, its length counts for nothing.
    #expect(list.impacts[2] == 3)
    #expect(index.list(Array("連携".utf16))?.impacts == [3])
  }

  @Test("a surplus file and one under another name are told; so is a table that is missing")
  func findsStrayFiles() async throws {
    let site = EditedSite(100, seed: 3)
    let files = await SearchIndex.build(site.documents)
    #expect(SearchProof(of: files, site.documents).isPassed)
    let old = await SearchIndex.build([site.documents[1]])
    let stray = try #require(old.first { $0.path.hasPrefix("p0.") })
    #expect(SearchProof(of: files + [stray], site.documents).faults == [.surplus(stray.path)])
    for key in ["tp0", "s0", "p7", "n0", "k"] {
      let place = try #require(files.firstIndex { $0.path.hasPrefix(key + ".") })
      var renamed = files
      renamed[place].path = key + ".00000.js"
      #expect(SearchProof(of: renamed, site.documents).faults == [.file(key)])
      var without = files
      without.remove(at: place)
      #expect(SearchProof(of: without, site.documents).faults.contains(.file(key)))
      // A file of another content under the name that the directory tells is no better.
      var swapped = files
      swapped[place].bytes = stray.bytes
      #expect(SearchProof(of: swapped, site.documents).faults == [.file(key)])
    }
  }
}
