import Testing
import TextFolding

@testable import CatalogueSearch

/// Made-up sites with all that makes words hard to find, the same for each seed.
private struct MadeUpSite {
  static let facets = [
    FacetDefinition(
      key: "kind", label: "種類",
      values: [.init(id: "a", label: "あ"), .init(id: "b", label: "い"), .init(id: "c", label: "う")])
  ]
  private static let words = [
    "研究", "開発", "の", "を", "する", "データ", "基盤", "ＡＩ", "Open Innovation", "2020年度", "。", "、", "・",
    "京都", "東京都", "國際", "澤", "髙橋", "𠮷野", "打ち合わせ", "取り組む", "コンピュータ", "コンピューター", "ロボット",
    "ろぼっと", "ｶﾞﾗｽ", "ヴァイオリン", "バイオ", "T I A", "※", "Ｒ＆Ｄ", "—", "「", "」", " ", "\n", "㈱", "①", "ー",
    "é", "産学官連携",
    "支援",
    "か\u{3099}ん", "々", "禅\u{FE00}", "令和2年度", "実施", "機関", "大学", "量子", "技術", "の推進", "に関する", "計画",
  ]
  private var state: UInt64

  private mutating func next(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }

  private mutating func text(_ least: Int, _ more: Int) -> String {
    (0..<(least + next(more))).map { _ in Self.words[next(Self.words.count)] }.joined()
  }

  static func documents(_ count: Int, seed: UInt64) -> [SearchDocument] {
    var site = MadeUpSite(state: seed)
    return (0..<count).map { number in
      SearchDocument(
        url: "\(1000 + number)/", collection: "施策", title: site.text(1, 5),
        aliases: site.next(2) == 0 ? [] : [site.text(1, 3)],
        readings: [
          [], ["けんきゅうかいはつ"], ["コンピュータのぎじゅつ", "けいさん"], ["AIきばん"], ["きょうと・とうきょう"],
        ][site.next(5)],
        summary: site.text(0, 9),
        rubies: site.next(9) == 0 ? [.init(base: "産学官連携", reading: "さんがくかんれんけい")] : [],
        facets: [.init(key: "kind", values: [["a", "b", "c"][site.next(3)], "a"])],
        sections: (0..<(1 + site.next(3))).map { section in
          SearchDocument.Section(
            anchor: "s\(section)", heading: site.text(0, 4), text: site.text(0, 40))
        })
    }
  }
}

@Suite("Proof of the search")
struct SearchProofTests {
  private static let sites = MadeUpSite.documents(120, seed: 7)

  private static func files(_ documents: [SearchDocument]) async -> [SearchFile] {
    await SearchIndex.build(documents, facets: MadeUpSite.facets)
  }

  /// The key of a file.
  private static func key(_ file: SearchFile) -> String { IndexFiles.key(of: file.path) }

  @Test("a small site passes, and so does an empty one")
  func passesSmallSites() async {
    let one = SearchDocument(
      url: "a/", title: "量子技術の拠点", aliases: ["ＱＴ"], readings: ["りょうしぎじゅつのきょてん"],
      sections: [.init(anchor: "", heading: "", text: "東京都に置く。")])
    let proof = await SearchProof.run([one])
    #expect(proof.isPassed, "\(proof)")
    #expect(proof.termCount > 50)
    let none = await SearchProof.run([])
    #expect(none.isPassed)
    #expect(none.termCount == 0)
  }

  @Test(
    "made-up sites pass, however small the lists are to be",
    arguments: [(1, 40), (2, 300)] as [(UInt64, Int)], [1, 8])
  func passesMadeUpSites(_ site: (seed: UInt64, count: Int), _ limit: Int) async {
    let documents = MadeUpSite.documents(site.count, seed: site.seed)
    let files = await SearchIndex.build(
      documents, facets: MadeUpSite.facets, options: .init(limit: limit))
    for seed in 1...2 as ClosedRange<UInt64> {
      let proof = SearchProof(of: files, documents, facets: MadeUpSite.facets, seed: seed)
      #expect(proof.isPassed, "\(proof.misses.prefix(3)) \(proof.faults.prefix(3))")
      #expect(proof.termCount > 400)
    }
  }

  @Test("the same site gives the same terms, of every kind; another seed gives others")
  func drawsTerms() {
    let terms = ProofSampler.terms(of: Self.sites, seed: 1)
    #expect(terms == ProofSampler.terms(of: Self.sites, seed: 1))
    #expect(terms != ProofSampler.terms(of: Self.sites, seed: 2))
    #expect(Set(terms.map(\.typed)).count == terms.count)
    let titles = Set(Self.sites.map(\.title))
    #expect(terms.contains { titles.contains($0.typed) })
    #expect(terms.contains(ProofTerm(reading: "コンピュータのぎじゅつ")))
    #expect(terms.contains { $0.asked.count == 2 })
    // Full width, half width, upper case, an old form: none of these is in the texts.
    for scalar in ["Ｏ", "ﾛ", "P", "發"] as [Unicode.Scalar] {
      #expect(terms.contains { $0.typed.unicodeScalars.contains(scalar) }, "\(scalar)")
    }
    // Cut inside words and over the borders of scripts.
    #expect(terms.contains { $0.typed.hasPrefix("究開") || $0.typed.hasPrefix("ータ") })
    let isMixed = { (word: [UInt16]) in
      GramText.isKanji(word[0]) && word.contains(where: GramText.isKatakana)
    }
    #expect(terms.flatMap(\.meant).contains(where: isMixed))
  }

  @Test("what is typed otherwise means the same as the text that it stands for")
  func typesForms() {
    func typed(_ form: TypedForm, _ text: String) -> String { form.type(text) { _ in 0 } }
    #expect(typed(.fullWidth, "TIA-1研究") == "ＴＩＡ－１研究")
    #expect(typed(.halfWidthKana, "ロボットガラスヴパ研究") == "ﾛﾎﾞｯﾄｶﾞﾗｽｳﾞﾊﾟ研究")
    #expect(typed(.upperCase, "opené研究") == "OPENé研究")
    #expect(typed(.oldKanji, "学") == "學")
    for form in TypedForm.allCases {
      let text = "openInnovation研究ガイドライン学会２"
      #expect(Folding.fold(typed(form, text)) == Folding.fold(text))
    }
  }

  @Test("some terms are on no page, so that what is found too much can be seen")
  func asksForNothing() async throws {
    let index = try SearchIndexReader(await Self.files(Self.sites))
    let pages = ProofPages(index, Self.sites)
    let words = ProofSampler.terms(of: Self.sites, seed: 1).flatMap(\.meant)
    #expect(pages.having(words).count { $0.isEmpty } > 20)
  }

  @Test("a file that is missing or broken is told, whichever it is")
  func missesFiles() async throws {
    let documents = Array(Self.sites.prefix(12))
    let files = await Self.files(documents)
    for number in files.indices {
      let name = Self.key(files[number])
      let told = SearchProof.Fault.file(name)
      var damaged = files
      damaged.remove(at: number)
      let without = SearchProof(of: damaged, documents, facets: MadeUpSite.facets)
      #expect(without.faults.contains(name == "f0" ? .facet("kind") : told), "\(name)")
      damaged = files
      damaged[number].bytes.removeLast(4)
      let broken = SearchProof(of: damaged, documents, facets: MadeUpSite.facets)
      #expect(broken.faults == [told])
    }
  }

  /// The index of `documents` with the files of the pages of `others`.
  private static func lists(
    of documents: [SearchDocument], pagesOf others: [SearchDocument]
  ) async -> [SearchFile] {
    let options = SearchIndex.Options()
    func parts(_ documents: [SearchDocument]) async -> IndexParts<SearchFile> {
      await SearchIndex.parts(documents.count, facets: MadeUpSite.facets, options: options) {
        IndexedPage(documents[$0])
      } take: {
        $0
      }
    }
    var mixed = await parts(documents)
    mixed.pages = await parts(others).pages
    return mixed.outputs(facets: MadeUpSite.facets, limit: options.limit) { $0 }
  }

  @Test("a page that the lists have lost is a miss")
  func missesPages() async {
    var poorer = Self.sites
    for number in poorer.indices where number % 10 == 0 { poorer[number].sections = [] }
    let files = await Self.lists(of: poorer, pagesOf: Self.sites)
    let proof = SearchProof(of: files, Self.sites, facets: MadeUpSite.facets)
    #expect(!proof.misses.isEmpty)
    let lost = Set(poorer.indices.filter { $0 % 10 == 0 }.map { poorer[$0].url })
    #expect(proof.misses.allSatisfy { lost.contains($0.page) })
    #expect(!proof.isPassed)
  }

  @Test("a page that the lists have too much is a fault, whatever other spellings there are")
  func findsTooMuch() async {
    var richer = Self.sites
    for number in richer.indices where number % 10 == 0 {
      richer[number].sections += Self.sites[number / 10 * 10 + 1].sections
    }
    let files = await Self.lists(of: richer, pagesOf: Self.sites)
    let proof = SearchProof(of: files, Self.sites, facets: MadeUpSite.facets)
    #expect(proof.misses.isEmpty)
    #expect(!proof.faults.isEmpty)
    for fault in proof.faults {
      guard case .excess = fault else {
        Issue.record("\(fault)")
        continue
      }
    }
  }

  @Test("lists that read on over punctuation are a fault")
  func findsOverPunctuation() async {
    var joined = Self.sites
    for page in joined.indices {
      for section in joined[page].sections.indices {
        joined[page].sections[section].text.unicodeScalars.removeAll {
          "。、・「」".unicodeScalars.contains($0)
        }
      }
    }
    let files = await Self.lists(of: joined, pagesOf: Self.sites)
    let proof = SearchProof(of: files, Self.sites, facets: MadeUpSite.facets)
    #expect(!proof.faults.isEmpty)
  }

  @Test("a name that no suggestion is made of is told")
  func missesNames() async {
    let long = SearchDocument(url: "a/", title: "KIDSASHI", aliases: ["KIDSASHI（きざし）の会"])
    let proof = await SearchProof.run([long])
    #expect(proof.isPassed, "\(proof)")
    var other = long
    other.aliases = ["IDSASHI（きざし）の会"]
    let files = await SearchIndex.build([other])
    let told = SearchProof(of: files, [long]).faults
    #expect(told.contains(.name(long.aliases[0], page: "a/")))
  }

  @Test("documents that are not those of the index are told page by page")
  func comparesDocuments() async {
    let files = await Self.files(Self.sites)
    var others = Self.sites
    others[3].summary += "別"
    others[4].sections[0].text += "別"
    others[5].aliases.append("別名")
    others[6].url = "moved/"
    others[7].facets = []
    let proof = SearchProof(of: files, others, facets: MadeUpSite.facets)
    let told = [others[3], others[4], others[5], others[6], Self.sites[6]].map {
      SearchProof.Fault.page($0.url)
    }
    for fault in told + [.facet("kind")] { #expect(proof.faults.contains(fault), "\(fault)") }
    #expect(!proof.faults.contains(.page(others[8].url)))
  }

  @Test("lists with a character changed are told; none stops the proof")
  func endsOnDamage() async throws {
    let documents = Array(Self.sites.prefix(12))
    let files = await Self.files(documents)
    let number = try #require(files.firstIndex { Self.key($0) == "s0" })
    // The last characters before `"])` and the end of the line are bits of lists.
    let end = files[number].bytes.count - 8
    var told = 0
    for place in stride(from: end - 60, to: end, by: 2) {
      var damaged = files
      damaged[number].bytes[place] ^= 0x55
      let proof = SearchProof(of: damaged, documents, facets: MadeUpSite.facets)
      told += proof.isPassed ? 0 : 1
    }
    // What a mention is worth can change unseen, never which pages there are.
    #expect(told > 15, "\(told)")
  }
}
