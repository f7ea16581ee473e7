import Foundation
import Testing
import TextFolding

@testable import CatalogueSearch

private func document(
  _ url: String, _ title: String, text: String = "", aliases: [String] = [], reading: String = "",
  rubies: [SearchDocument.Ruby] = [], facets: [SearchDocument.FacetValues] = []
) -> SearchDocument {
  SearchDocument(
    url: url, collection: "施策", title: title, aliases: aliases,
    readings: reading.isEmpty ? [] : [reading], rubies: rubies,
    facets: facets,
    sections: [SearchDocument.Section(anchor: "s1", heading: "概要", text: text)])
}

/// The addresses of the pages that have `word`, each with the least impact of its grams of two.
private func find(
  _ word: String, in documents: [SearchDocument], options: SearchIndex.Options = .init()
) async throws -> [String: Int] {
  let index = try SearchIndexReader(await SearchIndex.build(documents, options: options))
  let units = GramText.units(of: word)
  var urls: [String: Int] = [:]
  for page in index.find(units).pages {
    let impacts = units.indices.dropLast().compactMap { start in
      index.list(Array(units[start...(start + 1)])).flatMap { list in
        list.pages.firstIndex(of: page).map { list.impacts[$0] }
      }
    }
    urls[try #require(index.value("p\(page)")?.list?[0].text)] = impacts.min() ?? 0
  }
  return urls
}

@Suite("Search index")
struct SearchIndexTests {
  private static let documents = [
    document("a/", "量子技術の拠点", text: "東京都に置く。Ｔ I Ａと連携する。", reading: "りょうしぎじゅつのきょてん"),
    document("b/", "京都の研究", text: "量子の研究。", aliases: ["ＫＹＯ"]),
    document("c/", "東京都の研究", text: "髙橋と⼒を合わせる。𠮷野の野。"),
    document("d/", "会議", text: "打ち合わせを行う。コンピュータ室。ろぼっと。"),
    document("e/", "機械", text: "コンピューター。ロボット。"),
    document("f/", "海", text: "深海掘削を行う。Ｒ＆Ｄ。※注。▲3%。"),
    document(
      "g/", "船", text: "深海掘削の船。", rubies: [.init(base: "深海掘削", reading: "しんかいくっさく")]),
    document(
      "h/", "新エネルギー・産業技術総合開発機構",
      text: "第15期に1,100億円。J-NEXUSとSociety 5.0。「かけはし」（仮称）、Caféの記録。2020.4.1。"),
  ]

  @Test(
    "a word is found in every page that has it, in any spelling",
    arguments: [
      ("量子", ["a/", "b/"]), ("研究", ["b/", "c/"]), ("TIA", ["a/"]), ("kyo", ["b/"]), ("高橋", ["c/"]),
      ("力", ["c/"]), ("吉野", ["c/"]), ("野", ["c/"]), ("りょうし", ["a/"]), ("打合わせ", ["d/"]),
      ("打合せ", ["d/"]), ("コンピューター", ["d/", "e/"]), ("コンピュータ", ["d/", "e/"]), ("ロボット", ["d/", "e/"]),
      ("ろぼっと", ["d/", "e/"]), ("しんかいくっさく", ["f/", "g/"]), ("量子暗号", []),
      ("新エネルギー産業技術", ["h/"]), ("かけはし仮称", ["h/"]), ("仮称cafe", ["h/"]),
      ("円J-NEXUS", []), ("jnexus", ["h/"]), ("第15期", ["h/"]), ("第5期", []), ("第1", []),
      ("100億円", []),
      ("1100億円", ["h/"]), ("１，１００億円", ["h/"]), ("5.0", ["h/"]), ("society5.0", ["h/"]), ("0", []),
      ("2020.4.1", ["h/"]), ("r&d", ["f/"]), ("※", ["f/"]), ("▲3%", ["f/"]), ("d", ["f/"]),
    ])
  func finds(_ word: String, _ urls: [String]) async throws {
    #expect(try await find(word, in: Self.documents).keys.sorted() == urls)
  }

  @Test("a word inside another word counts less than the word itself")
  func demotesStraddling() async throws {
    let found = try await find("京都", in: Self.documents)
    #expect(found["b/"] ?? 0 >= 3)
    #expect(found["c/"] == 0)
    #expect(found["a/"] == 0)
  }

  @Test("the same documents give the same bytes, whatever the number of workers")
  func isDeterministic() async {
    var options = SearchIndex.Options(workers: 1)
    let one = await SearchIndex.build(Self.documents, options: options)
    options.workers = 3
    let three = await SearchIndex.build(Self.documents, options: options)
    #expect(one.map(\.path) == three.map(\.path))
    #expect(one.map(\.bytes) == three.map(\.bytes))
  }

  @Test("all files but the directory are named by their own content")
  func namesFiles() async throws {
    let files = await SearchIndex.build(Self.documents)
    #expect(files.filter { !$0.isNamedByContent }.map(\.path) == ["index.js"])
    #expect(Set(files.map(\.path)).count == files.count)
    for file in files.dropFirst() {
      #expect(file.path.wholeMatch(of: /[a-z]+[0-9]*\.[0-9a-v]{5}\.js/) != nil, "\(file.path)")
    }
    var changed = Self.documents
    changed[0].summary = "別の要約"
    let bytes = Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes) })
    for file in await SearchIndex.build(changed) where file.isNamedByContent {
      #expect(bytes[file.path] == nil || bytes[file.path] == file.bytes, "\(file.path)")
    }
  }

  @Test("an empty site has an index too")
  func isEmpty() async throws {
    let index = try SearchIndexReader(await SearchIndex.build([]))
    #expect(index.pageCount == 0)
    #expect(index.find(Array("京都".utf16)).pages.isEmpty)
  }

  @Test("a page's file has its texts as they are written")
  func writesPages() async throws {
    let text = "「\"引用\"」と\\、</script>と\u{2028}𠮷。"
    let index = try SearchIndexReader(
      await SearchIndex.build([document("x/", "題", text: text)]))
    let page = try #require(index.value("p0")?.list)
    #expect(page[0].text == "x/")
    #expect(page[2].text == "題")
    #expect(page[7].list?[0].list?.map(\.text) == ["s1", "概要", text])
    #expect(page[8].text == "𠮷吉")
  }

  @Test("a facet lists the pages of each value, and nothing for ids that it does not have")
  func listsFacets() async throws {
    let facet = FacetDefinition(
      key: "kind", label: "種類",
      values: [.init(id: "a", label: "あ"), .init(id: "b", label: "い"), .init(id: "c", label: "う")])
    let pages = [["a"], ["a", "b"], ["x", "a", "a"]].enumerated().map { number, ids in
      document("\(number)/", "題", facets: [.init(key: "kind", values: ids)])
    }
    let index = try SearchIndexReader(await SearchIndex.build(pages, facets: [facet]))
    let column = try #require(index.value("f0")?.list)
    #expect(column[0].text == "種類")
    let values = try #require(column[1].list).compactMap(\.list)
    #expect(values.map { $0[1].text } == ["あ", "い", "う"])
    let lists = values.map { value in
      var reader = ListReader(value[2].units ?? [], pages: 3)
      return value[2].units == [] ? [] : reader.numbers()
    }
    #expect(lists == [[0, 1, 2], [1], []])
  }

  /// Texts of few words, so that grams are on many pages and long ones as well.
  private static func madeUp(_ count: Int, words: [String], seed: UInt64) -> [SearchDocument] {
    var state = seed
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    return (0..<count).map { number in
      let text = (0..<(4 + next(24))).map { _ in words[next(words.count)] }.joined()
      return SearchDocument(
        url: "\(1000 + number)/", title: words[next(words.count)],
        sections: [SearchDocument.Section(anchor: "", heading: "", text: text)])
    }
  }

  /// Every piece of every text of up to nine characters is asked for.
  private static func proves(
    _ documents: [SearchDocument], options: SearchIndex.Options
  ) async throws {
    let index = try SearchIndexReader(await SearchIndex.build(documents, options: options))
    let pages = try (0..<index.pageCount).map { try index.texts(ofPage: $0) }
    var truth: [ArraySlice<UInt16>: Set<Int>] = [:]
    for (page, texts) in pages.enumerated() {
      for run in texts.flatMap({ $0.split { !GramText.isWord($0) } }) {
        for start in run.indices {
          for end in start..<min(run.endIndex, start + 9) {
            truth[run[start...end], default: []].insert(page)
          }
        }
      }
    }
    for (term, expected) in truth {
      let (found, isExact) = index.find(Array(term))
      let word = String(decoding: term, as: UTF16.self)
      try #require(found.isSuperset(of: expected), "\(word)")
      if isExact { try #require(found == expected, "\(word)") }
      if term.count <= GramTree.longest, !isExact {
        try #require(found.count <= GramTree.limit(index.limit, 9), "\(word)")
      }
    }
  }

  @Test(
    "every piece of a text is found on every page that has it; lists are exact or short",
    arguments: [1, 8], [40, 150])
  func findsEveryPiece(_ limit: Int, _ count: Int) async throws {
    let words = ["研究", "開発", "の", "する", "データ", "基盤", "AI", "２０", "。", "、", "こと", "京都", "東京都", " "]
    let documents = Self.madeUp(count, words: words, seed: UInt64(count + limit))
    try await Self.proves(documents, options: .init(filesPerPage: 1.2, limit: limit))
  }

  @Test("crowded grams have files of their own, found by the directory")
  func splitsCrowdedGrams() async throws {
    let words = ["研究", "研究開発", "研究技術", "研究の"]
    let documents = Self.madeUp(300, words: words, seed: 4)
    let files = await SearchIndex.build(documents, options: .init(filesPerPage: 1.5, limit: 4))
    let index = try SearchIndexReader(files)
    #expect(!index.files.layout.crowded.isEmpty)
    try await Self.proves(documents, options: .init(filesPerPage: 1.5, limit: 4))
  }
}
