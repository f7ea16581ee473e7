import Testing
import TextFolding

@testable import CatalogueSearch

/// Units as a reader of tests sees them: `«12»` is a number of two digits, `‹5›` one of one, `·` its point, `⟨-⟩` what
/// joins two numbers.
private func shown(_ units: [UInt16]) -> String {
  let signs = SearchFormat.signs.map { $0.prefix(1) }
  return units.map { unit in
    let digit = String(unit & 0xF)
    return switch unit {
    case SearchFormat.firstDigit..<SearchFormat.lastDigit: "«" + digit
    case SearchFormat.lastDigit..<SearchFormat.onlyDigit: digit + "»"
    case SearchFormat.onlyDigit..<SearchFormat.point: "‹" + digit + "›"
    case SearchFormat.point: "·"
    case SearchFormat.sign - 1: "⟨⟩"
    case SearchFormat.sign..<SearchFormat.sign + UInt16(signs.count):
      "⟨" + signs[Int(unit - SearchFormat.sign)] + "⟩"
    default: String(decoding: [unit], as: UTF16.self)
    }
  }.joined()
}

@Suite("Texts as the search compares them")
struct ComparedTextTests {
  @Test(
    "a number is one from its first digit to its last, with points and without commas between groups",
    arguments: [
      ("100億円", "«100»億円"), ("1,100億円", "«1100»億円"), ("１，１００億円", "«1100»億円"), ("5", "‹5›"),
      ("5.0", "«5·0»"), ("2020.4.1", "«2020·4·1»"), ("1,234,567.89", "«1234567·89»"),
      ("1.234,567", "«1·234567»"),
      // No groups: too many digits behind the comma, or too few.
      ("1,1000", "‹1›⟨,⟩«1000»"), ("12,34", "«12»⟨,⟩«34»"), ("1,100,20", "«1100»⟨,⟩«20»"),
      ("1,", "‹1›"),
      // A point that is not between digits is punctuation.
      (".5", ".‹5›"), ("5.", "‹5›."), ("5..0", "‹5›..‹0›"), ("5.0.", "«5·0»."), ("5.a", "‹5›.a"),
      ("第5期", "第‹5›期"), ("第15期", "第«15»期"), ("a1b22", "a‹1›b«22»"), ("1 2", "‹1›‹2›"), ("①", "‹1›"),
      // What joins two numbers, the same sign in all its forms; spaces alone are none.
      ("90-12", "«90»⟨-⟩«12»"), ("90 – 12", "«90»⟨-⟩«12»"), ("1/2", "‹1›⟨/⟩‹2›"),
      ("½", "‹1›⟨/⟩‹2›"),
      ("1)②", "‹1›⟨)⟩‹2›"), ("3（2）", "‹3›⟨(⟩‹2›"), ("3.(2)", "‹3›.‹2›"), ("4〜6月", "‹4›⟨~⟩‹6›月"),
      ("4～6月", "‹4›⟨~⟩‹6›月"), ("2、3", "‹2›⟨,⟩‹3›"), ("2・3", "‹2›⟨⟩‹3›"), ("10:30", "«10»⟨⟩«30»"),
      ("a-1", "a‹1›"), ("1-a", "‹1›a"), ("1-", "‹1›"), ("4-1-2", "‹4›⟨-⟩‹1›⟨-⟩‹2›"),
      // Behind 万 a number goes on.
      ("3万8,000人", "‹3›万8000»人"), ("1億7000万円", "‹1›億7000»万円"), ("2万5千", "‹2›万5»千"),
      ("万8000", "万«8000»"), ("3万、8000", "‹3›万«8000»"), ("1兆2億3万4", "‹1›兆2»億3»万4»"), ("", ""),
    ])
  func marksNumbers(_ text: String, _ expected: String) {
    let units = BrowserRules.units(of: text)
    #expect(shown(units) == expected)
    #expect(shown(GramText.units(of: text).filter { !GramText.isJoiner($0) }) == expected)
  }

  @Test(
    "a number in a query is found where it is one, and nowhere else",
    arguments: [
      ("100億円", "1,100億円", false), ("1100億円", "1,100億円", true), ("第5期", "第15期", false),
      ("5", "第5期", true), ("5", "5.0", false), ("5.0", "Society 5.0", true), ("0", "5.0", false),
      ("2020", "2020.4.1", false), ("2020年", "2020年4月", true), ("20", "2020", false),
      ("1", "1号", true), ("8,000人", "3万8,000人", false), ("3万8,000人", "3万8000人", true),
      ("1/2", "1)②", false), ("1/2", "½", true), ("3(2)", "3)②", false), ("3(2)", "3（2）", true),
      ("4-1", "4)①", false), ("4-1", "表4－1", true), ("4", "表4-1", true), ("1", "表4-1", true),
    ])
  func findsWholeNumbers(_ query: String, _ text: String, _ isThere: Bool) async throws {
    let document = SearchDocument(
      url: "a/", title: "題", sections: [.init(anchor: "", heading: "", text: text)])
    let index = try SearchIndexReader(await SearchIndex.build([document]))
    #expect(index.find(query) == (isThere ? [0] : []))
    let pages = ProofPages(index, [document])
    let answer = BrowserSearch(index).answer(query)
    let shown = answer.pages.filter { pages.isShown($0, pages.needles(of: answer.terms)) }
    #expect(shown == (isThere ? [0] : []))
  }

  @Test(
    "what joins is left out",
    arguments: [
      // Middle dots, spaces, dashes, commas.
      ("産業・技術", "産業技術"), ("産業　技術", "産業技術"), ("deep learning", "deeplearning"),
      ("J-NEXUS", "jnexus"),
      ("J‐NEXUS", "jnexus"), ("甲、乙", "甲乙"), ("甲,乙", "甲乙"), ("甲·乙", "甲乙"), ("a•b", "ab"),
      ("ァ゠ィ", "ァィ"),
      // Brackets and quotes of every kind.
      ("「甲」『乙』【丙】〔丁〕", "甲乙丙丁"), ("（甲）[乙]{丙}〈丁〉《戊》", "甲乙丙丁戊"), ("'a' \"b\" `c`", "abc"),
      ("‘a’“b”«c»‹d›", "abcd"), ("〝甲〟", "甲"),
      // Slashes, colons, underlines, bars, waves, primes, bullets.
      ("a/b:c_d|e~f\\g", "abcdefg"), ("甲〜乙", "甲乙"), ("5′", "‹5›"), ("甲–乙—丙―丁", "甲乙丙丁"),
      // Accents of letters, those that stand by themselves, and the marks of kana that are parts of letters.
      ("Café", "cafe"), ("Ünal", "unal"), ("ōū", "ou"), ("x\u{302}", "x"), ("が", "が"),
      ("か\u{3099}", "が"),
      ("ø", "ø"), ("й", "й"),
    ])
  func dropsJoiners(_ text: String, _ expected: String) {
    #expect(shown(BrowserRules.units(of: text)) == expected)
    #expect(shown(GramText.units(of: text).filter { !GramText.isJoiner($0) }) == expected)
  }

  @Test(
    "what ends a sentence or is a sign of its own separates or stays",
    arguments: [
      "。", "．", "！", "？", "；", "…", "．．", "※", "▲", "→", "＆", "＋", "％", "＠", "＃", "ー",
      "々", "〇",
    ])
  func keepsSeparators(_ sign: String) {
    let units = BrowserRules.units(of: "甲" + sign + "乙")
    #expect(units.count > 2, "\(sign)")
    #expect(units == GramText.units(of: "甲" + sign + "乙"))
  }

  @Test(
    "a unit joins, separates or is part of words, one of these, and halves of characters are neither split nor joined"
  )
  func separatesClasses() {
    for unit in UInt16.min...UInt16.max {
      let separates = SearchFormat.separators.contains { $0 ~= unit }
      let kinds = [GramText.isJoiner(unit), GramText.isWord(unit), separates].count { $0 }
      if kinds != 1 { Issue.record("U+\(String(unit, radix: 16))") }
    }
    #expect(BrowserRules.units(of: "𠀋・𠀌").count == 2)
    #expect(BrowserRules.units(of: "𠀋1").allSatisfy(BrowserRules.isWord))
  }

  @Test(
    "the writer and the reader compare texts alike, whatever stands in them",
    arguments: 1...40 as ClosedRange<UInt64>)
  func agrees(_ seed: UInt64) {
    let signs = Array(
      "0123456789,..,年月期億円甲乙研究 　・「」()（）-‐–—―ー/:;_|~'\"“”。！？…éüōøÅß\u{301}\u{3099}かガぱパｶﾞ𠮷𠀋葛\u{E0100}ＡＢ１２①½㈱ſẛ"
        .unicodeScalars)
    var state = seed
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    for _ in 0..<200 {
      let text = String(
        String.UnicodeScalarView((0..<next(24)).map { _ in signs[next(signs.count)] }))
      let units = GramText.units(of: text)
      let compared = BrowserRules.units(of: text)
      #expect(units.filter { !GramText.isJoiner($0) } == compared, "\(text.debugDescription)")
      #expect(GramText.key(units) == BrowserRules.key(text), "\(text.debugDescription)")
      // The indexed runs are the words of the text as a browser has it.
      #expect(Self.runs(units) == compared.split { !BrowserRules.isWord($0) }.map(Array.init))
    }
  }

  /// The runs of words that are indexed of some units.
  private static func runs(_ units: [UInt16]) -> [[UInt16]] {
    var text = IndexedText()
    ClassifiedUnits.with(units) { text.add($0, as: .text, words: KnownWords(of: [])) }
    return text.units.split(separator: 0).map(Array.init)
  }
}

@Suite("Known words")
struct KnownWordTests {
  /// Pages whose titles are words of their own.
  private static func words(_ titles: [String]) -> KnownWords {
    KnownWords(
      of: titles.enumerated().map { number, title in
        IndexedPage(SearchDocument(url: "\(number)/", title: title))
      })
  }

  @Test(
    "a word of two kanji that others cut out is inside",
    arguments: [
      // A prefecture begins before it, or none does.
      ("東京都", 1, [], true), ("東京都", 0, [], false), ("京都府", 0, [], false), ("新京都", 1, [], false),
      // 研究 stands by itself oftener than 理研, so that it is not cut out of that, or as often.
      ("核物理研究", 3, ["理研", "研究", "研究", "研究"], false), ("核物理研究", 3, ["研究"], false),
      ("核物理研究", 3, ["理研", "研究"], true),
      ("核物理研究", 2, ["理研", "研究", "研究", "研究"], true),
      ("核物理研究", 2, ["研究"], false), ("理研究", 0, ["理研", "理研", "理研", "理研", "研究"], false),
      // 学院 is no word of the site, or a rarer one.
      ("大学院", 0, ["大学"], false), ("大学院", 0, ["大学", "大学", "大学", "大学", "学院"], false),
      ("大学院", 0, ["大学", "学院", "学院", "学院", "学院"], true), ("大学院", 1, ["大学", "学院"], true),
    ] as [(String, Int, [String], Bool)])
  func tellsWhatIsInside(_ text: String, _ place: Int, _ titles: [String], _ isInside: Bool) {
    let units = [0] + GramText.units(of: text) + [0]
    let at = place + 1
    let words = Self.words(titles)
    #expect(words.isInside(units[at - 1], units[at], units[at + 1], units[at + 2]) == isInside)
  }

  @Test("a name inside another word is worth the least", arguments: [("京都", 1), ("理研", 2)])
  func ranksInsideLast(_ word: String, _ page: Int) async throws {
    let titles = ["研究", "東京都の研究", "核物理研究", "京都の理研", "理研", "研究", "研究"]
    let index = try SearchIndexReader(
      await SearchIndex.build(
        titles.enumerated().map { SearchDocument(url: "\($0.offset)/", title: $0.element) }))
    let list = try #require(index.list(GramText.units(of: word)))
    let place = try #require(list.pages.firstIndex(of: page))
    #expect(list.impacts[place] == 0)
    #expect(BrowserSearch(index).answer(word).pages.last == page)
  }
}

@Suite("Words over commas")
struct CommaTests {
  @Test(
    "what reaches over a comma or a bracket from its very side is worth the least",
    arguments: [
      ("産業界3名、大学6名", "名大", 0), ("名大の会", "名大", 1), ("第一(二)項", "一二", 0),
      ("甲・乙", "甲乙", 1),
      ("甲(乙)", "甲", 1), ("場は「知」の集積", "知の", 1),
    ])
  func ranksLast(_ text: String, _ word: String, _ worth: Int) async throws {
    let document = SearchDocument(
      url: "a/", title: "題", sections: [.init(anchor: "", heading: "", text: text)])
    let index = try SearchIndexReader(await SearchIndex.build([document]))
    let list = try #require(index.list(BrowserRules.units(of: word)))
    #expect(list.impacts == [worth])
  }
}

@Suite("Names for suggestions")
struct NameLexiconTests {
  private static let documents = [
    SearchDocument(
      url: "agencies/aist/", collection: "機関", title: "産業技術総合研究所", aliases: ["産総研", "AIST"],
      readings: ["さんぎょうぎじゅつそうごうけんきゅうしょ", "さんそうけん"]),
    SearchDocument(url: "programmes/moonshot/", collection: "施策", title: "ムーンショット型研究開発制度"),
    SearchDocument(url: "programmes/%E7%94%B2/", collection: "施策", title: "甲"),
    SearchDocument(
      url: "documents/a/", collection: "文書", title: "産業白書 2020",
      rubies: [.init(base: "深海掘削", reading: "しんかいくっさく")]),
  ]

  /// An entry as a browser reads it.
  private struct Entry: Equatable {
    let key: String
    let title: String
    let url: String
    let kind: String
  }

  private static func files(_ documents: [SearchDocument]) throws -> [[Entry]] {
    let pages = documents.map(IndexedPage.init)
    return try NameLexicon(pages, readings: ReadingTable(pages)).files.map { file in
      let value = try #require(IndexFileReader.read(file.bytes)?.value.list)
      let kinds = try #require(value.first?.list).compactMap(\.text)
      return try value.dropFirst().map { entry in
        let parts = try #require(entry.list)
        return Entry(
          key: parts[0].text ?? "", title: parts[1].text ?? "", url: parts[2].text ?? "",
          kind: kinds[try #require(parts[3].number)])
      }
    }
  }

  @Test(
    "a record is there by its title, aliases, readings and id, with the label of its collection")
  func hasNames() throws {
    let entries = try Self.files(Self.documents).flatMap { $0 }
    func keys(_ url: String) -> Set<String> {
      Set(entries.filter { $0.url == url }.map(\.key))
    }
    // A title is its own key; others are kept as far as anybody types.
    #expect(keys("agencies/aist/") == ["", "産総研", "aist", "さんぎょうぎじゅ", "さんそうけん"])
    #expect(keys("programmes/moonshot/") == ["", "moonshot"])
    // One character is no help, and an id that is not of ASCII is nobody's word.
    #expect(keys("programmes/%E7%94%B2/") == [])
    #expect(keys("documents/a/") == [""])
    #expect(entries.contains(Entry(key: "しんかいくっさく", title: "深海掘削", url: "", kind: "")))
    for (url, kind) in [
      ("agencies/aist/", "機関"), ("programmes/moonshot/", "施策"), ("documents/a/", "文書"),
    ] {
      #expect(entries.filter { $0.url == url }.allSatisfy { $0.kind == kind }, "\(url)")
    }
  }

  @Test("names that begin with one kanji are in one file; kana and letters are told by two")
  func gathersKanji() throws {
    let seconds = (0..<400).compactMap { Unicode.Scalar(0x4E00 + $0 * 37).map(String.init) }
    var documents = seconds.enumerated().map { number, second in
      SearchDocument(
        url: "\(number)/", title: "産" + second + "の長い名前の機関", readings: ["さ\(number)のながいなまえのきかん"])
    }
    documents += seconds.enumerated().map { number, first in
      SearchDocument(url: "x\(number)/", title: first + "の長い名前の機関")
    }
    let files = try Self.files(documents)
    #expect(files.count > 2)
    #expect(files.count { $0.contains { $0.title.hasPrefix("産") && $0.key.isEmpty } } == 1)
    #expect(files.count { $0.contains { $0.key.hasPrefix("さ") } } > 1)
    for entry in files.joined() where entry.key.isEmpty {
      let key = BrowserRules.key(entry.title)
      #expect(files[BrowserRules.file(ofName: key, of: files.count)].contains(entry))
    }
  }
}
