import CatalogueModel
import CataloguePages
import CatalogueViews
import Diagnostics
import Files
import Publishing
import SystemPackage
import TestSupport
import Testing

@testable import Workspace

/// A preview shows what a build would write, whatever was edited in which order.
@Suite("The living edition")
struct LivingEditionTests {
  /// A catalogue with every kind of field, drawn with the templates that Mokuroku comes with.
  private static func catalogue() throws -> TestCatalogue {
    var catalogue = TestCatalogue.full
    for (path, bytes) in try TestFiles.all(in: Checkout.root.appending("templates")) {
      if path.hasSuffix(".mustache") {
        catalogue.templates[String(path.dropLast(9))] = String(decoding: bytes, as: UTF8.self)
      } else if path.hasPrefix("assets/") {
        catalogue.assets["templates/" + path] = bytes
      }
    }
    return catalogue
  }

  @Test("every path of the edition has the bytes that a build writes, and no other path has any")
  func answersAsBuilt() async throws {
    try await withTemporaryFolder { root in
      try Self.catalogue().write(to: root)
      let output = root.appending("public")
      let outcome = try await Build(
        Build.Options(root: root, output: output, workers: 2, version: "test")
      ).run()
      #expect(outcome.isPublished)
      let look = try await LivingCatalogue(root: root, workers: 2).look()
      let edition = LivingEdition(look.site, try #require(look.site.map), workers: 2)
      let written = try TestFiles.all(in: output)
      for (path, bytes) in written where path != Manifest.name {
        let isSame = try await edition.bytes(at: path) == bytes
        #expect(isSame, "\(path)")
      }
      let manifest = try await Manifest.of(edition).json(version: "test")
      #expect(written[Manifest.name] == manifest)
      #expect(
        Set(await edition.outputs().map(\.path)) == Set(written.keys).subtracting([Manifest.name]))
      for path in ["", "nothing", "search/nothing.js", "programmes", "index.html/"] {
        #expect(try await edition.bytes(at: path) == nil)
      }
    }
  }

  @Test(
    "after any edit the living edition is what a clean build gives, byte for byte",
    arguments: UInt64(1)...10)
  func followsEdits(_ seed: UInt64) async throws { try await follow(seed, drafts: false) }

  @Test(
    "after any edit with drafts among the records it is what a clean look gives that shows drafts",
    arguments: UInt64(1)...2)
  func followsDrafts(_ seed: UInt64) async throws { try await follow(seed, drafts: true) }

  private func follow(_ seed: UInt64, drafts: Bool) async throws {
    try await withTemporaryFolder { root in
      let catalogue = try Self.catalogue()
      try catalogue.write(to: root)
      var edits = try RandomEdits(catalogue, in: root, seed: seed, drafts: drafts)
      let living = LivingCatalogue(root: root, workers: 2)
      var edition: LivingEdition?
      var history: [String] = []
      var sound = 0
      for number in 1...100 {
        history.append(try edits.step())
        let clean = try await Result.of { try await Self.clean(root) }
        let look = try await Result.of { try await living.look().site }
        guard case .success(let clean) = clean, case .success(let look) = look else {
          // A missing folder is a trouble to both.
          #expect(clean.isFailure == look.isFailure, "\(history.suffix(3))")
          edits.note(isSound: false)
          continue
        }
        #expect(
          look.report.json(language: .japanese) == clean.report.json(language: .japanese),
          "\(history.suffix(3))")
        edits.note(isSound: !clean.report.hasErrors)
        guard !clean.report.hasErrors, let map = look.map, let other = clean.map else { continue }
        sound += 1
        edition = LivingEdition(look, map, after: edition, workers: 1)
        let isSame = try Self.isSame(map, other)
        #expect(isSame, "\(history.suffix(3))")
        if number % 20 == 0, let edition {
          let indices = try await Self.indices(edition, other)
          #expect(indices.0 == indices.1, "\(history.suffix(3))")
        }
        if !isSame { return }
      }
      // Most catalogues on the way are sound, so that something was compared.
      #expect(sound > 40, "\(sound)")
    }
  }

  /// An edit of one file of a small catalogue; without a text the file is removed.
  struct Edit: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let path: String
    let text: String?

    init(_ description: String, _ path: String, _ title: String?, _ more: String = "") {
      testDescription = description
      self.path = "content/" + path + ".md"
      text = title.map { "---\ntitle: \($0)\n\(more)" + (more.contains("---") ? "" : "---\n") }
    }
  }

  @Test(
    "what a record comes to follows the records that it names",
    arguments: [
      Edit("gone", "programmes/y", nil), Edit("gone, named by its file", "programmes/w", nil),
      Edit("another title", "programmes/y", "新計画", "yomi: おつ\n---\n## 経緯\n"),
      Edit("another heading", "programmes/y", "乙計画", "yomi: おつ\n---\n## 沿革\n"),
      Edit("another rank", "programmes/y", "乙計画", "yomi: わ\n---\n## 経緯\n"),
      Edit("a rank among those named", "programmes/w", "丁計画", "yomi: あ\n"),
      Edit("a rank by another field", "ministries/k", "甲省", "yomi: こう\norder: 3\n"),
      Edit("a second holder of a name", "programmes/w", "丁計画", "yomi: てい\naliases: [乙計画]\n"),
      Edit("a second of the same file's name", "documents/y", "白書二", "yomi: は\n"),
      Edit("one in front", "programmes/a", "阿計画", "yomi: あ\n"),
      Edit("one behind", "programmes/zz", "和計画", "yomi: わん\n"),
      Edit("a name that was missing", "programmes/v", "戊計画", "yomi: ぼ\n"),
    ])
  func followsNames(_ edit: Edit) async throws {
    let catalogue = TestCatalogue {
      TestRecord(
        "programmes/x", "甲計画", yomi: "こう",
        "related: [{to: 丁計画, as: 関連}, {to: 乙計画, as: 関連}]\n"
          + "ministries: [甲省, 乙省]",
        body: "[[乙計画#経緯]]と[丁](w.md)と[乙](/programmes/y/)と[[y]]。")
      TestRecord("programmes/y", "乙計画", yomi: "おつ", body: "## 経緯\n")
      TestRecord("programmes/w", "丁計画", yomi: "てい", body: "[[甲計画]]の次。")
      TestRecord("programmes/u", "己計画", yomi: "き", body: "[[戊計画]]と[戊](v.md)。")
      TestRecord("ministries/k", "甲省", yomi: "こう", "order: 1")
      TestRecord("ministries/o", "乙省", yomi: "おつ", "order: 2")
      TestRecord("documents/d", "白書", yomi: "はくしょ", body: "[[丁計画]]の白書。")
    }
    try await withTemporaryFolder { root in
      try catalogue.write(to: root)
      let living = LivingCatalogue(root: root, workers: 2)
      _ = try await living.look()
      let former = try? TestFiles.text(root.appending(edit.path))
      // There and back, and there again: what was kept of the first look is met by the second.
      for text in [edit.text, former, edit.text] {
        if let text {
          try TestFiles.write(text, to: root.appending(edit.path))
        } else {
          try TestFiles.remove(root.appending(edit.path))
        }
        let look = try await living.look().site
        let clean = try await Self.clean(root)
        #expect(look.report.json(language: .japanese) == clean.report.json(language: .japanese))
        let (one, other) = (try #require(look.site), try #require(clean.site))
        #expect(one.catalogue.edges == other.catalogue.edges)
        #expect(one.catalogue.mentions == other.catalogue.mentions)
        #expect(one.catalogue.links == other.catalogue.links)
        #expect(try Self.isSame(try #require(look.map), try #require(clean.map)))
      }
    }
  }

  @Test("a file is read again when its status changed, and only then")
  func readsWhatChanged() async throws {
    try await withTemporaryFolder { root in
      try TestCatalogue.full.write(to: root)
      let read = Recorder()
      let files = FileStore { operation throws(FileTrouble) in read.note(operation) }
      let living = LivingCatalogue(root: root, workers: 1, files: files)
      let first = try await living.look()
      #expect(first.isNew)
      // A second later nobody can have written without another status.
      try await Task.sleep(for: .milliseconds(1_100))
      _ = try await living.look()
      read.clear()
      let second = try await living.look()
      #expect(!second.isNew)
      #expect(read.opened.isEmpty, "\(read.opened)")
      let path = "content/programmes/q-leap.md"
      let text = try TestFiles.text(root.appending(path))
      try TestFiles.write(text + "\n増えた文。\n", to: root.appending(path))
      let third = try await living.look()
      #expect(third.isNew)
      #expect(read.opened == [root.appending(path).string])
    }
  }

  @Test("an editor that saves the same bytes changes nothing")
  func passesOverEqualBytes() async throws {
    try await withTemporaryFolder { root in
      try TestCatalogue.full.write(to: root)
      let living = LivingCatalogue(root: root, workers: 1)
      _ = try await living.look()
      let path = root.appending("content/programmes/q-leap.md")
      try TestFiles.write(try TestFiles.text(path), to: path)
      #expect(try await living.look().isNew == false)
    }
  }

  @Test("a page that is still open finds the files of the index that it knows")
  func keepsFormerFiles() async throws {
    try await withTemporaryFolder { root in
      try TestCatalogue.full.write(to: root)
      let living = LivingCatalogue(root: root, workers: 1)
      let first = try await living.look().site
      let edition = LivingEdition(first, try #require(first.map), workers: 1)
      let files = await edition.outputs().filter(\.isNamedByContent)
      #expect(files.count > 3)
      let path = root.appending("content/programmes/q-leap.md")
      try TestFiles.write(
        try TestFiles.text(path).replacing("量子フラッグシップ", with: "量子旗艦"), to: path)
      let second = try await living.look().site
      let next = LivingEdition(second, try #require(second.map), after: edition, workers: 1)
      for file in files {
        #expect(try await next.bytes(at: file.path) == file.bytes(), "\(file.path)")
      }
    }
  }

  @Test("a slow page finds the files of its index however often is saved, within the budget")
  func keepsFilesOfManyGenerations() async throws {
    try await withTemporaryFolder { root in
      try TestCatalogue.full.write(to: root)
      let living = LivingCatalogue(root: root, workers: 1)
      let first = try await living.look().site
      var edition = LivingEdition(first, try #require(first.map), workers: 1)
      let path = root.appending("content/programmes/q-leap.md")
      var known: [String: [UInt8]] = [:]
      for generation in 1...6 {
        for file in await edition.outputs() where file.isNamedByContent {
          // What stays behind has the bytes that its name stood for from the start.
          let bytes = try file.bytes()
          #expect(known.updateValue(bytes, forKey: file.path) ?? bytes == bytes)
        }
        try TestFiles.write(
          try TestFiles.text(path) + "\n第\(generation)の世代の文。\n", to: path)
        let site = try await living.look().site
        edition = LivingEdition(site, try #require(site.map), after: edition, workers: 1)
        // While the index of this edition is in the making, and after that.
        for isMade in [false, true] {
          if isMade { _ = await edition.outputs() }
          for (path, bytes) in known {
            let isSame = try await edition.bytes(at: path) == bytes
            #expect(isSame, "\(path), generation \(generation)")
          }
        }
      }
      #expect(Set(known.keys).subtracting(await edition.outputs().map(\.path)).count > 10)
    }
  }

  @Test(
    "a request for a file of the index waits on when further editions come, and gets that of the last"
  )
  func waitsThroughSaves() async throws {
    try await withTemporaryFolder { root in
      try TestCatalogue.full.write(to: root)
      let living = LivingCatalogue(root: root, workers: 1)
      let first = try await living.look().site
      var edition = LivingEdition(first, try #require(first.map), workers: 1)
      // The directory has the same name in every edition.
      let path = try #require(
        await edition.outputs().first { $0.kind == .search && !$0.isNamedByContent }?.path)
      var requests: [Task<[UInt8]?, any Error>] = []
      var lists: [Task<LivingEdition, Never>] = []
      let file = root.appending("content/programmes/q-leap.md")
      for number in 1...4 {
        try TestFiles.write(try TestFiles.text(file) + "\n第\(number)の文を足す。\n", to: file)
        let site = try await living.look().site
        edition = LivingEdition(site, try #require(site.map), after: edition, workers: 1)
        let asked = edition
        requests.append(Task { try await asked.bytes(at: path) })
        lists.append(Task { await asked.settled() })
      }
      let last = try #require(try await edition.bytes(at: path))
      for request in requests { #expect(try await request.value == last) }
      for list in lists { #expect(await list.value === edition) }
      #expect(try await edition.bytes(at: "search/nothing.js") == nil)
    }
  }

  private static func clean(_ root: FilePath) async throws -> CheckedSite {
    let sources = try await SourceTree.load(root, workers: 1)
    let site = await Checking.check(sources, baseURL: nil, workers: 1, drafts: .shown)
    if let schema = site.site?.catalogue.schema { try sources.requireFolders(of: schema) }
    return site
  }

  private static func isSame(_ one: SiteMap, _ other: SiteMap) throws -> Bool {
    try one.outputs.map(\.path) == other.outputs.map(\.path)
      && zip(one.outputs, other.outputs).allSatisfy { try $0.bytes() == $1.bytes() }
  }

  /// The files of the folders of an edition and of a map, by their paths.
  private static func indices(
    _ edition: LivingEdition, _ map: SiteMap
  ) async throws -> ([String: [UInt8]], [String: [UInt8]]) {
    var made: [String: [UInt8]] = [:]
    for folder in map.folders {
      for output in await folder.make(workers: 1, take: { $0 }) {
        made[output.path] = try output.bytes()
      }
    }
    var living: [String: [UInt8]] = [:]
    for output in await edition.outputs() where made[output.path] != nil || output.kind == .search {
      living[output.path] = try output.bytes()
    }
    return (living, made)
  }
}

extension Result where Failure == any Error {
  fileprivate static func of(_ make: () async throws -> Success) async throws -> Self {
    do { return .success(try await make()) } catch { return .failure(error) }
  }

  fileprivate var isFailure: Bool { if case .failure = self { true } else { false } }
}
