import CatalogueModel
import CataloguePages
import CatalogueViews
import Diagnostics
import SystemPackage
import TestSupport
import Testing

@testable import Workspace

@Suite("Published addresses that are to stay")
struct AddressLockTests {
  private static func catalogue(_ records: [TestRecord]) -> TestCatalogue {
    TestCatalogue(templates: [:]) {
      TestRecord("ministries/m", "甲省", yomi: "こう")
      records
    }
  }

  private static func programme(_ id: String, _ title: String, _ lines: String = "") -> TestRecord {
    TestRecord("programmes/" + id, title, yomi: "あ", "ministries: [甲省]" + lines)
  }

  private static func sources(_ catalogue: TestCatalogue, lock: String?) -> SourceTree {
    var catalogue = catalogue
    catalogue.lock = lock
    return catalogue.sources
  }

  private static func check(
    _ catalogue: TestCatalogue, _ lock: String?, drafts: DraftTreatment = .leftOut
  ) async -> CheckedSite {
    await Checking.check(
      sources(catalogue, lock: lock), baseURL: nil, workers: 1, drafts: drafts)
  }

  @Test("pages, tables and pages that lead on last; what comes and goes by itself does not")
  func listsAddresses() async throws {
    let catalogue = Self.catalogue([
      Self.programme(
        "a", "甲計画",
        "\nkind: AI戦略\nformer_ids: [z]\nfiscal_years: [2020年度]\nupdated: 2020-04-01")
    ])
    let addresses = AddressLock.addresses(of: try #require(await catalogue.checked().map))
    for address in [
      "", "programmes/", "programmes/a/", "programmes/z/", "ministries/m/", "fiscal-years/2020/",
      "search/", "data/", "catalogue.json", "data/programmes.csv", "sitemap.xml",
    ] {
      #expect(addresses.contains(address), "\(address)")
    }
    for part in [
      "404", "index.json", "search/i", "assets/", "files/", "kind/", "build.json", "feed.atom",
    ] {
      #expect(!addresses.contains { $0.contains(part) }, "\(part)")
    }
  }

  @Test("the file is sorted, has each address once, and is read as it was written")
  func writes() {
    let bytes = AddressLock().bytes(of: ["b/", "", "a/c/", "b/", "a-b/"])
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.hasPrefix("# ") && text.hasSuffix("\n/\n/a-b/\n/a/c/\n/b/\n"))
    let lock = AddressLock(SourceTree.File(path: "addresses.lock", bytes: bytes))
    #expect(lock.lines.map(\.address) == ["", "a-b/", "a/c/", "b/"] && lock.diagnostics().isEmpty)
    #expect(lock.bytes(of: lock.lines.map(\.address).reversed()) == bytes)
  }

  @Test(
    "lines of every system are read; what is no address is told at its place, and the fix removes it",
    arguments: [
      ("\u{FEFF}/a/\r\n  /b/ \r# 覚え\n\n\t\n/c", ["a/", "b/", "c"], []),
      ("/a/\n<<<<<<< HEAD\n/b/\n", ["a/", "b/"], ["<<<<<<< HEAD"]),
      (
        "/a/\n<<<<<<< HEAD\n/b/\n||||||| 1a2b\n/old/\n=======\n/c/\n/b/\n>>>>>>> x\n/d/\n",
        ["a/", "b/", "c/", "b/", "d/"], ["<<<<<<< HEAD"]
      ),
      ("/a/\r\n<<<<<<<\r\n/b/\r\n=======\r\n>>>>>>> x", ["a/", "b/"], ["<<<<<<<"]),
      ("a/\n/b/", ["b/"], ["a/"]), ("/a b/\n/c/\r\n", ["c/"], ["/a b/"]),
      ("//example.jp/\r\n/b/", ["b/"], ["//example.jp/"]), ("", [], []), ("/", [""], []),
      ("https://example.jp/a/", [], ["https://example.jp/a/"]),
    ])
  func reads(_ text: String, _ addresses: [String], _ faults: [String]) throws {
    let file = SourceTree.File(path: "addresses.lock", bytes: Array(text.utf8))
    let lock = AddressLock(file)
    #expect(lock.lines.map(\.address) == addresses)
    #expect(
      lock.diagnostics().map { String(decoding: file.bytes[$0.range.bytes], as: UTF8.self) }
        == faults
    )
    for fault in lock.diagnostics() {
      #expect(fault.code == .addressLine)
      let edits = try #require(fault.fixes.first).edits
      let mended = try #require(TextEdit.applying(edits, to: file.bytes, at: file.path))
      let other = AddressLock(SourceTree.File(path: file.path, bytes: mended))
      #expect(other.diagnostics().isEmpty && other.lines.map(\.address) == addresses)
    }
  }

  @Test("notes of people stay above their addresses, also where others come and go")
  func keepsNotes() {
    let text = "# 年度末まで残す\n/c/\n#b\n# b 2\n/b/\n/a/\n# 終わり\n"
    let lock = AddressLock(SourceTree.File(path: "addresses.lock", bytes: Array(text.utf8)))
    for (addresses, rest) in [
      (["a/", "b/", "c/"], "/a/\n#b\n# b 2\n/b/\n# 年度末まで残す\n/c/\n# 終わり\n"),
      (["d/", "c/", "aa/"], "/aa/\n#b\n# b 2\n# 年度末まで残す\n/c/\n/d/\n# 終わり\n"),
    ] {
      let bytes = lock.bytes(of: addresses)
      #expect(bytes == AddressLock().bytes(of: []) + Array(rest.utf8))
      let again = AddressLock(SourceTree.File(path: "addresses.lock", bytes: bytes))
      #expect(again.bytes(of: again.lines.map(\.address)) == bytes)
    }
  }

  @Test(
    "a line that is mistyped has the address that was meant as its fix, before all else",
    arguments: [
      ("programmes/a/", "/programmes/a/"), ("/programmes/a", "/programmes/a/"),
      ("/Programmes/A/", "/programmes/a/"), ("https://example.jp/programmes/a/", "/programmes/a/"),
      ("//programmes/a/", "/programmes/a/"),
      ("/programme/a/", "/programmes/a/"), ("/progra mmes/a/", "/programmes/a/"),
      ("/data/programes.csv", "/data/programmes.csv"), ("catalogue.json", "/catalogue.json"),
    ])
  func mends(_ line: String, _ meant: String) async throws {
    let catalogue = Self.catalogue([Self.programme("a", "甲計画")])
    let report = await Self.check(catalogue, line + "\n").report
    #expect(report.diagnostics.count == 1)
    let fix = try #require(report.diagnostics.first?.fixes.first)
    #expect(fix.title == meant)
    let mended = try #require(
      TextEdit.applying(fix.edits, to: Array((line + "\n").utf8), at: "addresses.lock"))
    #expect(
      await Self.check(catalogue, String(decoding: mended, as: UTF8.self)).report.diagnostics
        .isEmpty)
  }

  @Test("where a former id is a slip of one that vanished, that is the fix")
  func mendsFormerIDs() async throws {
    let catalogue = Self.catalogue([
      Self.programme("a", "甲計画", "\nformer_ids: [q-laep]"), Self.programme("b", "乙計画"),
    ])
    let fault = try #require(
      await Self.check(catalogue, "/programmes/q-leap/\n").report.diagnostics.first)
    #expect(fault.fixes.map(\.title) == ["programmes/a former_ids: programmes/q-leap"])
    #expect(fault.fixes.first?.edits.map(\.replacement) == ["q-leap"])
  }

  @Test("a collection with another key is told once, and a line in the definition leads on")
  func tellsCollections() async throws {
    var catalogue = Self.catalogue(
      (1...30).map { Self.programme("p\($0)", "計画\($0)") })
    let old = (1...30).map { "/schemes/p\($0)/\n" }.joined()
    let lock = "/schemes/\n" + old
    let faults = await Self.check(catalogue, lock).report.diagnostics
    #expect(faults.map(\.code) == [.vanishedAddress])
    let fault = try #require(faults.first)
    #expect(fault.message.japanese.contains("31 件") && catalogue.text(at: fault.range) != "")
    #expect(fault.fixes.map(\.title) == ["programmes former: [schemes]"])
    let edits = try #require(fault.fixes.first).edits
    let bytes = try #require(
      TextEdit.applying(edits, to: Array(catalogue.definition.utf8), at: "catalogue.yml"))
    catalogue.definition = String(decoding: bytes, as: UTF8.self)
    #expect(await Self.check(catalogue, lock).report.diagnostics.isEmpty)
    // What is not there any more is told as before.
    let more = await Self.check(catalogue, lock + "/schemes/gone/\n/other/a/\n/other/b/\n").report
    #expect(more.diagnostics.count == 2)
    #expect(more.diagnostics.last?.fixes.isEmpty == true)
  }

  @Test("a file of nothing but faults is told in part")
  func isBounded() {
    let bytes = Array(String(repeating: "x\n", count: 100_000).utf8)
    let lock = AddressLock(SourceTree.File(path: "addresses.lock", bytes: bytes))
    #expect(lock.diagnostics().count == 100)
  }

  @Test("an address that vanishes is a warning on its line, which offers the record it became")
  func tellsVanished() async throws {
    let catalogue = Self.catalogue([
      Self.programme("kept", "甲計画"), Self.programme("quantum-leap", "量子計画"),
      Self.programme("other", "乙計画"),
    ])
    let lock = "/programmes/kept/\n/programmes/quantum-leep/\n"
    let site = await Self.check(catalogue, lock)
    let faults = site.report.diagnostics
    #expect(faults.map(\.code) == [.vanishedAddress] && faults.map(\.severity) == [.warning])
    #expect(!site.report.isBlocking(isStrict: false) && site.report.isBlocking(isStrict: true))
    let fault = try #require(faults.first)
    #expect(fault.range.path == "addresses.lock" && fault.range.bytes == 18..<43)
    #expect(fault.fixes.first?.title == "programmes/quantum-leap")
    let fix = try #require(fault.fixes.first)
    var mended = catalogue
    mended.records = try catalogue.records.map { record in
      let bytes = try #require(
        TextEdit.applying(fix.edits, to: record.file.bytes, at: record.path))
      return TestRecord(record.key, text: String(decoding: bytes, as: UTF8.self))
    }
    #expect(mended.records[2].text.contains("\nformer_ids: [quantum-leep]\n---\n"))
    #expect(await Self.check(mended, lock).report.diagnostics.isEmpty)
  }

  @Test("what is offered is new: of the same name elsewhere, near to it, or the only new one")
  func offersHeirs() async {
    for (lock, heirs) in [
      ("/programmes/x/\n/programmes/a/\n/programmes/b/\n", ["programmes/c"]),
      ("/ministries/a/\n", ["programmes/a"]),
      ("/programmes/bb/\n/programmes/a/\n", ["programmes/b"]),
      ("/programmes/x/\n/programmes/a/\n/programmes/b/\n/programmes/c/\n", []),
      ("/data/old.csv\n", []), ("/a/b/c/\n", []), ("/gone/\n", []),
    ] {
      let catalogue = Self.catalogue([
        Self.programme("a", "甲計画"), Self.programme("b", "乙計画"), Self.programme("c", "丙計画"),
      ])
      let faults = await Self.check(catalogue, lock).report.diagnostics
      #expect(faults.count == 1)
      #expect(Array(faults.flatMap(\.suggestions).prefix(1)) == heirs, "\(lock)")
    }
  }

  @Test("of very many addresses that vanish the first are told one by one")
  func tellsSome() async {
    let lock = (0..<5_000).map { "/programmes/gone-\($0)/\n" }.joined()
    let faults = await Self.check(Self.catalogue([]), lock).report.diagnostics
      .filter { $0.code == .vanishedAddress }
    #expect(faults.count == 201 && faults.last?.message.english.contains("4800 more") == true)
  }

  @Test("new addresses are no fault, nor is a catalogue without the file")
  func toleratesNew() async {
    let catalogue = Self.catalogue([Self.programme("a", "甲計画")])
    for lock in [nil, "", "/\n", "# 空\n"] {
      #expect(await Self.check(catalogue, lock).report.diagnostics.isEmpty)
    }
  }

  @Test("a record whose file cannot be read has not vanished")
  func waitsForBrokenFiles() async {
    let catalogue = Self.catalogue([TestRecord("programmes/a", text: "題のないもの")])
    let faults = await Self.check(catalogue, "/programmes/a/\n").report.diagnostics
    #expect(!faults.contains { $0.code == .vanishedAddress })
    #expect(faults.contains { $0.code == .frontMatterMissing })
  }

  @Test("a record that became a draft is told as one, and in the preview it is there")
  func tellsDrafts() async {
    let catalogue = Self.catalogue([Self.programme("a", "甲計画", "\ndraft: true")])
    let lock = "/programmes/a/\n"
    let faults = await Self.check(catalogue, lock).report.diagnostics
      .filter { $0.code != .orphanRecord }
    #expect(faults.map(\.code) == [.vanishedAddress])
    #expect(faults.first?.message.japanese.contains("下書きになった") == true)
    #expect(
      await !Self.check(catalogue, lock, drafts: .shown).report.diagnostics
        .contains { $0.code == .vanishedAddress })
  }

  @Test(
    "a former id is added to the field however it is written, and nothing else changes",
    arguments: [
      ("title: 甲計画\nyomi: あ\n", "title: 甲計画\nyomi: あ\nformer_ids: [old]\n"),
      ("title: 甲計画\r\nyomi: あ\r\n", "title: 甲計画\r\nyomi: あ\r\nformer_ids: [old]\r\n"),
      (
        "title: 甲計画\nformer_ids: [a, b]\nyomi: あ\n",
        "title: 甲計画\nformer_ids: [a, b, old]\nyomi: あ\n"
      ),
      ("title: 甲計画\nformer_ids: [a,]\nyomi: あ\n", "title: 甲計画\nformer_ids: [a, old]\nyomi: あ\n"),
      ("title: 甲計画\nformer_ids: []\nyomi: あ\n", "title: 甲計画\nformer_ids: [old]\nyomi: あ\n"),
      (
        "title: 甲計画\n以前のid: # 覚え\n  - a\n  - \"b\" # 覚え\nyomi: あ\n",
        "title: 甲計画\n以前のid: # 覚え\n  - a\n  - \"b\" # 覚え\n  - old\nyomi: あ\n"
      ),
      (
        "title: 甲計画\nyomi: あ\nformer_ids:\n- a\n",
        "title: 甲計画\nyomi: あ\nformer_ids:\n- a\n- old\n"
      ),
      ("{title: 甲計画, yomi: あ}\n", ""), ("title: 甲計画\nformer_ids: [old]\nyomi: あ\n", ""),
    ])
  func addsFormerIDs(_ fields: String, _ expected: String) async throws {
    let text = "---\n" + fields + "---\n本文。\n"
    var catalogue = Self.catalogue([TestRecord("programmes/a", text: text)])
    catalogue.definition = catalogue.definition.replacing(
      "yomi: {type: reading, label: 読み, required: true}", with: "yomi: {type: reading, label: 読み}")
    let context = try await catalogue.context()
    let record = try #require(context.catalogue.records.first { $0.id.name == "a" })
    let field = FormerIDs(of: record, Array(text.utf8), context.catalogue.schema)
    let edits = field.adding(RecordID(collection: "programmes", name: "old"))
    guard !expected.isEmpty else {
      #expect(edits == nil)
      return
    }
    let wanted = try #require(edits)
    let bytes = try #require(
      TextEdit.applying(wanted, to: Array(text.utf8), at: record.path))
    #expect(String(decoding: bytes, as: UTF8.self) == "---\n" + expected + "---\n本文。\n")
  }

  @Test("a living catalogue sees the file come, change and go")
  func isWatched() async throws {
    try await withTemporaryFolder { root in
      try Self.catalogue([Self.programme("a", "甲計画")]).write(to: root)
      let living = LivingCatalogue(root: root, workers: 1)
      let place = root.appending(SourceTree.addressesName)
      for lock in [nil, "/gone/\n", "/programmes/a/\n", nil] {
        if let lock {
          try TestFiles.write(lock, to: place)
        } else {
          try TestFiles.remove(place)
        }
        let look = try await living.look()
        #expect(look.isNew)
        #expect(look.site.report.diagnostics.count == (lock == "/gone/\n" ? 1 : 0))
      }
      #expect(SourceTree.names.contains(SourceTree.addressesName))
    }
  }
}
