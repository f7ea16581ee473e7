import Testing

@testable import CatalogueSearch

@Suite("The proof asks like people")
struct ProofQuestionTests {
  private static func page(
    _ url: String, _ title: String, _ text: String = "", aliases: [String] = [],
    readings: [String] = []
  ) -> SearchDocument {
    SearchDocument(
      url: url, title: title, aliases: aliases, readings: readings,
      sections: [.init(anchor: "", heading: "", text: text)])
  }

  private static let ministry = page(
    "z/", "経済産業省", "産業を担う。", aliases: ["経産省", "METI"], readings: ["けいざいさんぎょうしょう", "けいさんしょう"])

  /// Pages that refer to the ministry by its title alone, and a few that do not.
  private static let pages =
    [ministry] + (10..<40).map { page("p\($0)/", "施策\($0)", "所管 経済産業省、\($0)年度から。") }
    + (10..<40).map { page("q\($0)/", "METI通信\($0)", "経産省の便り。") }

  private static let references = (10..<40).map { SearchReference(from: "p\($0)/", to: "z/") }

  @Test("a record is found first, and what refers to it is found, by each of its names")
  func passes() async {
    let proof = await SearchProof.run(Self.pages, references: Self.references)
    #expect(proof.isPassed, "\(proof.faults)")
  }

  @Test("a short name that is no word in a longer one does not stand for it")
  func findsLongerNames() async {
    let university = Self.page(
      "u/", "大阪大学", aliases: ["阪大"], readings: ["おおさかだいがく", "はんだい"])
    let pages =
      [university] + (10..<14).map { Self.page("p\($0)/", "拠点\($0)", "大阪大学の拠点。") }
    let proof = await SearchProof.run(
      pages, references: (10..<14).map { SearchReference(from: "p\($0)/", to: "u/") })
    #expect(proof.isPassed, "\(proof.faults)")
  }

  @Test("names count among the terms, each once")
  func countsNames() async {
    let twins = [Self.page("a/", "甲機構"), Self.page("b/", "甲機構", aliases: ["乙機構"])]
    let files = await SearchIndex.build(twins)
    let terms = ProofSampler.terms(of: twins, seed: 1).count
    #expect(SearchProof(of: files, twins).termCount == terms + 2)
  }

  @Test(
    "a page that refers to a record and does not name it is told once for each name, with the number of others"
  )
  func missesReferences() async {
    var silent = Self.pages
    for number in [3, 5, 8] { silent[number].sections[0].text = "所管は別。" }
    let proof = await SearchProof.run(silent, references: Self.references)
    let names = [Self.ministry.title] + Self.ministry.aliases + Self.ministry.readings
    #expect(
      proof.faults
        == names.sorted().map {
          .reference($0, to: "経済産業省", page: silent[3].url, others: 2)
        })
    #expect(proof.misses.isEmpty)
  }

  @Test(
    "a reference from or to a page that is not there is told as the page is, not as a reference")
  func ignoresUnknownPages() async {
    let references = [SearchReference(from: "x/", to: "z/"), .init(from: "z/", to: "x/")]
    #expect(await SearchProof.run(Self.pages, references: references).isPassed)
  }

  /// The index of `documents` with the files of the pages of `others`.
  private static func lists(
    of documents: [SearchDocument], pagesOf others: [SearchDocument]
  ) async -> [SearchFile] {
    let options = SearchIndex.Options()
    func parts(_ documents: [SearchDocument]) async -> IndexParts<SearchFile> {
      await SearchIndex.parts(documents.count, facets: [], options: options) {
        IndexedPage(documents[$0])
      } take: {
        $0
      }
    }
    var mixed = await parts(documents)
    mixed.pages = await parts(others).pages
    return mixed.outputs(facets: [], limit: options.limit) { $0 }
  }

  @Test("a record that the lists do not have under its name is not found first, and is told")
  func findsWrongOrder() async {
    // The lists have the name in the middle of the title, the page at its beginning.
    var listed = Self.pages
    listed[0].title = "旧経済産業省"
    let files = await Self.lists(of: listed, pagesOf: Self.pages)
    let told = SearchProof(of: files, Self.pages, references: Self.references).faults
    // It is found first nevertheless, since its title is worth more than texts; but nothing else by its title.
    #expect(!told.contains(.order("経済産業省", page: "z/")))
    listed[0].title = "旧省"
    listed[0].sections[0].text = "経済産業省のこと。"
    let others = await Self.lists(of: listed, pagesOf: Self.pages)
    let faults = SearchProof(of: others, Self.pages, references: Self.references).faults
    #expect(faults.contains(.order("経済産業省", page: "z/")), "\(faults.prefix(5))")
  }

  @Test("all records that bear a name come first, in any order among them")
  func acceptsTwins() async {
    var pages = Self.pages
    pages.append(Self.page("zz/", "経産省"))
    #expect(await SearchProof.run(pages).isPassed)
    // More than a browser looks at: as many as it does are first.
    pages += (0..<12).map { Self.page("zz\($0)/", "経産省", "その\($0)。") }
    let proof = await SearchProof.run(pages)
    #expect(proof.isPassed, "\(proof.faults)")
  }

  @Test(
    "a name is first however it is written",
    arguments: [
      // A shorter name begins as it does, in the same record and in others.
      Self.page("x/", "国際標準化機構（ISO）", aliases: ["国際標準化機構"]),
      Self.page("x/", "STS", aliases: ["STS事業"], readings: ["STSじぎょう"]),
      // What follows the beginning stands elsewhere on the page as a word of its own.
      Self.page("x/", "総務省", "ICTの総務。ICTを使う。", aliases: ["MIC"]),
      Self.page("x/", "研究推進事業", "OPEの窓口。copeとope。", aliases: ["SCOPE"]),
      // Words, numbers, signs and quotes with spaces between them.
      Self.page("x/", "Innovation for Cool Earth Forum"), Self.page("x/", "研究 － 交流 ・ 連携"),
      Self.page("x/", "2020 2021"), Self.page("x/", "第5期 科学 第6期"), Self.page("x/", "SIP -第2期-"),
      Self.page("x/", "「甲」 の 「乙」"), Self.page("x/", "A.B.C. D.E."), Self.page("x/", "R&D 50%"),
      // Longer than any name whose beginning tells its length.
      Self.page(
        "x/", "令和2年度 ものづくり基盤技術の振興施策に関する長い長い題の白書（2021年版ものづくり白書 第2部）",
        readings: ["れいわ2ねんど ものづくりきばんぎじゅつのしんこうしさくにかんするながいながいだいのはくしょ"]),
      Self.page("x/", "𠮷野の𠮷", aliases: ["Café Élan", "ōū"]),
    ], [3, 60])
  func findsNames(_ record: SearchDocument, _ count: Int) async {
    let others = (0..<count).map { number in
      Self.page(
        "p\(number)/", "計画\(number)",
        "所管 \(record.title)。\(record.aliases.joined(separator: "。"))\(number)の研究 copes mice ICT 第5期。"
      )
    }
    let references = others.map { SearchReference(from: $0.url, to: "x/") }
    let proof = await SearchProof.run([record] + others, references: references)
    #expect(proof.isPassed, "\(proof.faults.prefix(3)) \(proof.misses.prefix(3))")
  }

  @Test(
    "a query is cut into words, phrases and what is not wanted",
    arguments: [
      ("京都 研究", ["京都", "研究"]), ("　ＴＩＡ\t", ["tia"]), ("研究 -京都", ["研究", "-京都"]),
      ("研究 －京都", ["研究", "-京都"]), ("\"推進 計画\" 甲", ["\"推進計画\"", "甲"]), ("“a b”", ["\"a b\""]),
      ("研究 −京都", ["研究", "-京都"]), ("研究 −＂a b＂", ["研究", "-\"a b\""]),
      ("-\"a b\"", ["-\"a b\""]), ("\"a b", ["\"a b\""]), ("甲\"乙\"", ["甲", "\"乙\""]),
      ("j-nexus", ["j-nexus"]),
      // What has no word stands for nothing beside what has one.
      ("研究 － 交流", ["研究", "交流"]), ("- 研究", ["研究"]), ("「 甲", ["甲"]), ("、", ["、"]), ("-", ["-"]),
      ("", []),
    ])
  func cutsQueries(_ query: String, _ expected: [String]) {
    let terms = BrowserTerm.terms(of: query).map { term in
      let text = term.isPhrase ? "\"\(term.text)\"" : term.text
      return term.isExcluded ? "-" + text : text
    }
    #expect(terms == expected)
  }
}
