import CatalogueModel
import CataloguePages
import CatalogueViews
import Diagnostics
import Files
import Foundation
import Publishing
import Synchronization
import SystemPackage
import TestSupport
import Testing
import Workspace

@testable import GitHistory

/// What the pages and the feed make of the history.
@Suite("Changes by git in a site", .enabled(if: TestNeed.git.isThere))
struct ToldChangesTests {
  /// A catalogue whose home page lists the changes.
  private static func catalogue(_ setting: String = "") -> TestCatalogue {
    var catalogue = TestCatalogue {
      TestRecord("programmes/a", "甲", yomi: "あ", "updated: 2020-04-01")
      TestRecord("programmes/b", "乙", yomi: "い", "updated: 2021-04-01")
    }
    catalogue.definition = catalogue.definition.replacing(
      "  language: ja\n", with: "  language: ja\n" + setting)
    catalogue.templates["home"] =
      "{{#changes}}{{date}} {{change}} {{title}}\n{{/changes}}{{^has_changes}}なし{{/has_changes}}"
    return catalogue
  }

  /// A repository with the catalogue in two commits.
  private static func repository(
    _ root: FilePath, _ setting: String = "", isOne: Bool = false
  ) throws -> TestRepository {
    var repository = try TestRepository(root)
    try catalogue(setting).write(to: root)
    try repository.commit([".gitignore": "public\n"])
    if !isOne {
      try repository.commit([
        "content/programmes/b.md": "---\ntitle: 乙\nyomi: い\nsummary: 二つ目。\n---\n"
      ])
    }
    return repository
  }

  private static func build(_ root: FilePath) async throws -> (
    outcome: Build.Outcome, home: String, feed: String?
  ) {
    let output = root.appending("public")
    let options = Build.Options(root: root, output: output, workers: 1, version: "試験")
    let outcome = try await Build(options).run()
    return (
      outcome, try TestFiles.text(output.appending("index.html")),
      try? TestFiles.text(output.appending("feed.atom"))
    )
  }

  /// A setting, and what the home page says.
  private static let settings = [
    ("", "令和8年1月1日（2026年1月1日） 変更 乙\n令和8年1月1日（2026年1月1日） 新規 甲\n"),
    ("  updates: git\n", "令和8年1月1日（2026年1月1日） 変更 乙\n令和8年1月1日（2026年1月1日） 新規 甲\n"),
    ("  updates: updated\n", "令和2年4月1日（2020年4月1日）  甲\n"),
    ("  updates: none\n", "なし"),
  ]

  @Test("the setting says where the changes come from", arguments: settings.indices)
  func obeysSetting(_ place: Int) async throws {
    try await withTemporaryFolder { root in
      let repository = try Self.repository(root, Self.settings[place].0)
      let built = try await Self.build(repository.folder)
      #expect(built.home == Self.settings[place].1)
      #expect((built.feed == nil) == (built.home == "なし"))
      #expect(built.outcome.historyRemark == nil)
      if place == 0 {
        let feed = try #require(built.feed)
        #expect(feed.contains("<updated>2026-01-01T09:01:00+09:00</updated>"))
        #expect(feed.contains("<summary>【変更】二つ目。</summary>"))
      }
    }
  }

  @Test("one commit says nothing")
  func leavesOutUniform() async throws {
    try await withTemporaryFolder { root in
      let built = try await Self.build(Self.repository(root, isOne: true).folder)
      #expect(built.home == "なし")
      #expect(built.feed == nil)
    }
  }

  @Test(
    "a shallow copy says so and takes the field; one commit gives the same bytes in every folder")
  func tellsShallow() async throws {
    try await withTemporaryFolder { folder in
      let repository = try Self.repository(folder.appending("first"))
      let first = try await Self.build(repository.folder)
      for depth in [nil, "--depth=1"] {
        let copy = folder.appending("copy" + (depth ?? ""))
        try repository.git(
          ["clone", "--quiet"] + [depth].compactMap { $0 }
            + ["file://" + repository.folder.string, copy.string])
        for key in ["ministries", "agencies", "documents", "pages"] {
          try? FileStore().makeFolder(copy.appending("content/" + key))
        }
        let built = try await Self.build(copy)
        if depth == nil {
          #expect(
            try TestFiles.all(in: copy.appending("public"))
              == TestFiles.all(in: repository.folder.appending("public")))
        } else {
          #expect(built.home == "令和2年4月1日（2020年4月1日）  甲\n")
          #expect(try #require(built.outcome.historyRemark).english.contains("shallow"))
        }
        #expect(first.outcome.historyRemark == nil)
      }
    }
  }

  @Test("a look reads the history again only after a commit")
  func livesWithCommits() async throws {
    try await withTemporaryFolder { root in
      var repository = try Self.repository(root)
      let opened = Mutex<[String]>([])
      let files = FileStore { operation throws(FileTrouble) in
        if operation.path.contains(".git/objects") {
          opened.withLock { $0.append(operation.path) }
        }
      }
      let living = LivingCatalogue(root: root, workers: 1, files: files)
      func home() async throws -> (String, isNew: Bool) {
        let look = try await living.look()
        let page = try #require(look.site.map?["index.html"])
        return (String(decoding: try page.bytes(), as: UTF8.self), look.isNew)
      }
      #expect(try await home().0.contains("変更 乙"))
      #expect(opened.withLock { !$0.isEmpty })
      opened.withLock { $0 = [] }
      try TestFiles.write(
        "---\ntitle: 甲甲\nyomi: あ\nsummary: 三つ目。\n---\n",
        to: root.appending("content/programmes/a.md"))
      #expect(try await home().0.contains("新規 甲甲"))
      #expect(opened.withLock { $0 } == [])
      try repository.commit([:])
      let page = try await home()
      #expect(page.0.contains("変更 甲甲"))
      #expect(page.isNew)
      #expect(try await home().isNew == false)
    }
  }
}
