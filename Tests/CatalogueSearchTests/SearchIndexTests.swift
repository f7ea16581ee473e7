import Foundation
import Testing
import TextFolding

@testable import CatalogueSearch

/// Reads an index as the browser does, so that tests can ask it.
private struct IndexReader {
  let version: String
  let pages: Int
  private let files: [String: [Any]]
  private let cold: Int
  private let hot: [UInt16]
  private let parts: [Int]
  private var lists: [[UInt16]: [Int: (impact: Int, mask: Int)]] = [:]

  init(_ files: [SearchFile]) throws {
    var read: [String: [Any]] = [:]
    for file in files {
      let text = try #require(String(data: Data(file.bytes), encoding: .utf16))
      let start = try #require(text.firstIndex(of: "("))
      let end = try #require(text.lastIndex(of: ")"))
      let json = "[" + text[text.index(after: start)..<end] + "]"
      let call = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [Any])
      read[try #require(call[0] as? String)] = call
    }
    self.files = read
    let directory = try #require(read["index"]?[1] as? [Any])
    version = try #require(directory[0] as? String)
    pages = try #require(directory[1] as? Int)
    cold = try #require(directory[2] as? Int)
    hot = Array(try #require(directory[3] as? String).utf16)
    parts = try #require(directory[4] as? String).utf16.map { Int($0) - 256 }
    let lengths = try #require(directory[5] as? String).utf16.map { Int($0) - 256 }
    for shard in 0..<(cold + parts.reduce(0, +)) { try readShard(shard, lengths) }
  }

  private mutating func readShard(_ shard: Int, _ lengths: [Int]) throws {
    let file = try value("s\(shard)")
    let grams = Array(try #require(file[0] as? String).utf16)
    var bits = BitReader(try #require(file[1] as? String))
    var next = 0
    var first: UInt16 = 0
    while next < grams.count {
      if bits.number(1) == 1 {
        first = grams[next]
        next += 1
      }
      var gram = [first]
      if bits.number(1) == 1 {
        gram.append(grams[next])
        next += 1
      }
      #expect(shards(of: gram).contains(shard))
      lists[gram] = bits.list(of: pages, lengths: lengths)
    }
  }

  /// The file that a gram is in by the rule of the directory.
  private func shards(of gram: [UInt16]) -> Range<Int> {
    guard let place = hot.firstIndex(of: gram[0]) else {
      return Int(gram[0]) % cold..<Int(gram[0]) % cold + 1
    }
    let start = cold + parts[..<place].reduce(0, +)
    let part = start + Int(gram.count > 1 ? gram[1] : 0) % parts[place]
    return part..<part + 1
  }

  func value(_ key: String) throws -> [Any] {
    try #require(files[key]?[1] as? [Any])
  }

  /// The pages of a gram, each with its impact and mask; of one character, of all that begin with it.
  func list(_ gram: [UInt16]) -> [Int: (impact: Int, mask: Int)] {
    guard gram.count == 1 else { return lists[gram] ?? [:] }
    var found: [Int: (impact: Int, mask: Int)] = [:]
    for (other, list) in lists where other[0] == gram[0] {
      for (page, mark) in list {
        found[page] = (
          max(mark.impact, found[page]?.impact ?? 0), mark.mask | (found[page]?.mask ?? 0)
        )
      }
    }
    return found
  }
}

private struct BitReader {
  private let units: [UInt16]
  private var position = 0
  private static let masks = (0..<3).map { count in
    (1...255).filter { $0.nonzeroBitCount == count + 1 }
  }

  init(_ text: String) { units = Array(text.utf16) }

  mutating func number(_ width: Int) -> Int {
    var value = 0
    for _ in 0..<width {
      let unit = units[position / 15] - 0x4E00
      value = value * 2 + Int(unit >> UInt16(14 - position % 15) & 1)
      position += 1
    }
    return value
  }

  mutating func list(of pages: Int, lengths: [Int]) -> [Int: (impact: Int, mask: Int)] {
    var width = 0
    while number(1) == 0 { width += 1 }
    let count = 1 << width + number(width)
    let low = PostingCoder.lowBits(count: count, pages: pages)
    var found: [Int: (impact: Int, mask: Int)] = [:]
    var page = 0
    for _ in 0..<count {
      while number(1) == 1 { page += 1 << low }
      page += number(low)
      let kind = symbol(lengths)
      let rank = number([3, 5, 6, 0][kind % 4])
      found[page] = (kind / 4, kind % 4 == 3 ? 255 : Self.masks[kind % 4][rank])
      page += 1
    }
    return found
  }

  private mutating func symbol(_ lengths: [Int]) -> Int {
    var code = 0
    var first = 0
    for length in 1...15 {
      code = code * 2 + number(1)
      let these = lengths.indices.filter { lengths[$0] == length }
      if code - first < these.count { return these[code - first] }
      first = (first + these.count) * 2
    }
    return 0
  }
}

private func document(
  _ url: String, _ title: String, text: String = "", aliases: [String] = [], reading: String = "",
  rubies: [SearchDocument.Ruby] = [], facets: [SearchDocument.FacetValues] = []
) -> SearchDocument {
  SearchDocument(
    url: url, collection: "施策", title: title, aliases: aliases, reading: reading, rubies: rubies,
    facets: facets,
    sections: [SearchDocument.Section(anchor: "s1", heading: "概要", text: text)])
}

/// The pages' addresses that have all grams of `word`, with the least impact.
private func find(
  _ word: String, in documents: [SearchDocument]
) async throws -> [String: Int] {
  let index = try IndexReader(await SearchIndex.build(documents))
  let units = GramText.units(of: word)
  let grams =
    units.count == 1
    ? [units] : (0..<(units.count - 1)).map { Array(units[$0...($0 + 1)]) }
  var found: [Int: Int]?
  for gram in grams {
    let list = index.list(gram).mapValues(\.impact)
    found =
      found.map { old in
        list.filter { old[$0.key] != nil }.reduce(into: [:]) {
          $0[$1.key] = min($1.value, old[$1.key] ?? 0)
        }
      } ?? list
  }
  var urls: [String: Int] = [:]
  for (page, impact) in found ?? [:] {
    urls[try #require(index.value("p\(page)")[0] as? String)] = impact
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
    document("f/", "海", text: "深海掘削を行う。"),
    document(
      "g/", "船", text: "深海掘削の船。", rubies: [.init(base: "深海掘削", reading: "しんかいくっさく")]),
  ]

  @Test(
    "a word is found in every page that has it, in any spelling",
    arguments: [
      ("量子", ["a/", "b/"]), ("研究", ["b/", "c/"]), ("TIA", []), ("kyo", ["b/"]), ("高橋", ["c/"]),
      ("力", ["c/"]), ("吉野", ["c/"]), ("野", ["c/"]), ("りょうし", ["a/"]), ("打合わせ", ["d/"]),
      ("打合せ", ["d/"]), ("コンピューター", ["d/", "e/"]), ("コンピュータ", ["d/", "e/"]), ("ロボット", ["d/", "e/"]),
      ("ろぼっと", ["d/", "e/"]), ("しんかいくっさく", ["f/", "g/"]), ("量子暗号", []),
    ])
  func finds(_ word: String, _ urls: [String]) async throws {
    #expect(try await find(word, in: Self.documents).keys.sorted() == urls)
  }

  @Test("a word inside another word counts less than the word itself")
  func demotesStraddling() async throws {
    let found = try await find("京都", in: Self.documents)
    #expect(found["b/"] == 3)
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

  @Test("all files but the directory are named by the content of the index")
  func namesFiles() async throws {
    let files = await SearchIndex.build(Self.documents)
    let version = try IndexReader(files).version
    #expect(files.filter { !$0.path.hasPrefix("\(version)/") }.map(\.path) == ["index.js"])
    var changed = Self.documents
    changed[0].summary = "別の要約"
    #expect(try IndexReader(await SearchIndex.build(changed)).version != version)
    #expect(Set(files.map(\.path)).count == files.count)
  }

  @Test("an empty site has an index too")
  func isEmpty() async throws {
    let index = try IndexReader(await SearchIndex.build([]))
    #expect(index.pages == 0)
    #expect(index.list(Array("京都".utf16)).isEmpty)
  }

  @Test("a page's file has its texts as they are written")
  func writesPages() async throws {
    let text = "「\"引用\"」と\\、</script>と\u{2028}𠮷。"
    let index = try IndexReader(await SearchIndex.build([document("x/", "題", text: text)]))
    let page = try index.value("p0")
    #expect(page[0] as? String == "x/")
    #expect(page[2] as? String == "題")
    #expect((page[6] as? [[String]])?[0] == ["s1", "概要", text])
    #expect(page[7] as? String == "𠮷吉")
  }

  @Test("a facet lists the pages of each value, and nothing for ids that it does not have")
  func listsFacets() async throws {
    let facet = FacetDefinition(
      key: "kind", label: "種類",
      values: [.init(id: "a", label: "あ"), .init(id: "b", label: "い"), .init(id: "c", label: "う")])
    let pages = [["a"], ["a", "b"], ["x", "a", "a"]].enumerated().map { number, ids in
      document("\(number)/", "題", facets: [.init(key: "kind", values: ids)])
    }
    let index = try IndexReader(await SearchIndex.build(pages, facets: [facet]))
    let column = try index.value("f-kind")
    #expect(column[0] as? String == "種類")
    let values = try #require(column[1] as? [[String]])
    #expect(values.map { $0[1] } == ["あ", "い", "う"])
    #expect(values[2][2].isEmpty)
    #expect(!values[0][2].isEmpty && !values[1][2].isEmpty)
  }

  @Test("every gram of every page is listed, with the place modulo 8")
  func listsEveryGram() async throws {
    var state: UInt64 = 9
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let stock = Array("研究開発のをにするデータAI２０。、 京都")
    let texts = (0..<120).map { _ in String((0..<next(60)).map { _ in stock[next(stock.count)] }) }
    let documents = texts.enumerated().map { number, text in
      SearchDocument(
        url: "\(1000 + number)/", title: "",
        sections: [SearchDocument.Section(anchor: "", heading: "", text: text)])
    }
    let index = try IndexReader(await SearchIndex.build(documents))
    for (number, text) in texts.enumerated() {
      let units = GramText.units(of: text)
      for place in units.indices.dropLast()
      where GramText.isWord(units[place]) && GramText.isWord(units[place + 1]) {
        let mark = try #require(index.list(Array(units[place...(place + 1)]))[number], "\(text)")
        #expect(mark.mask & 1 << (place & 7) != 0)
      }
    }
  }
}

@Suite("Script stripping")
struct ScriptStrippingTests {
  @Test(
    "comments and indentation go, code stays",
    arguments: [
      ("// a\n  const a = 1; // b\n", "const a = 1; // b\n"),
      ("/** Doc.\n * more */\nf();\n", "f();\n"),
      ("  const x = /** @type {X} */ (y);\n", "const x = (y);\n"),
      ("f('http://x/*y');\n\n", "f('http://x/*y');\n"),
    ])
  func strips(_ script: String, _ stripped: String) {
    #expect(String(decoding: ScriptStripping.strip(Array(script.utf8)), as: UTF8.self) == stripped)
  }
}
