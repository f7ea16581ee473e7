import Foundation
import SystemPackage
import TestSupport
import Testing

@Suite("Reports for places that check changes")
struct AnnotationTests {
  private static let faulty = TestCatalogue {
    TestRecord("programmes/a", "甲計画", yomi: "こう", "kind: 研究改発")
  }
  private static let sound = TestCatalogue {
    TestRecord("programmes/a", "甲計画", yomi: "こう", "related: [{to: 乙計画, as: 関連}]")
    TestRecord("programmes/b", "乙計画", yomi: "おつ")
  }

  /// Hands over the root of a repository with a catalogue in its folder `site`.
  private func with(
    _ catalogue: TestCatalogue, _ work: (FilePath) async throws -> Void
  ) async throws {
    try await withTemporaryFolder { root in
      try catalogue.write(to: root.appending("site"))
      try await work(root)
    }
  }

  @Test("github has a command a fault with the path from the root, and a last line for people")
  func annotatesForGitHub() async throws {
    try await with(Self.faulty) { root in
      let run = try await CommandRun(
        ["check", "--format", "github", "--root", "site"], in: root)
      #expect(run.status == 1)
      #expect(run.complaints.isEmpty)
      let lines = run.output.split(separator: "\n")
      #expect(
        lines.contains {
          $0.hasPrefix(
            "::error file=site/content/programmes/a.md,line=4,col=7,endLine=4,endColumn=11,title=field/unknown-choice::"
          ) && $0.hasSuffix("%0A候補: 研究開発")
        })
      #expect(lines.last == "1 項目を確かめました。誤り 1 件、警告 1 件。")
    }
  }

  @Test("the prefix is what is said, else a relative root")
  func prefixesPaths() async throws {
    try await with(Self.faulty) { root in
      let site = root.appending("site")
      let cases: [([String], FilePath, String)] = [
        (["--root", "./site/"], root, "site/"), (["--root", site.string], root, ""),
        (["--root", site.string, "--path-prefix", "data/site"], root, "data/site/"),
        ([], site, ""), (["--path-prefix", "site"], site, "site/"),
        (["--root", "site", "--path-prefix", "."], root, ""),
      ]
      for (arguments, folder, prefix) in cases {
        let run = try await CommandRun(["check", "--format", "gitlab"] + arguments, in: folder)
        #expect(run.status == 1)
        let found = try #require(
          JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
        let paths = Set(
          found.compactMap { ($0["location"] as? [String: Any])?["path"] as? String })
        #expect(paths == [prefix + "content/programmes/a.md"], "\(arguments)")
      }
    }
  }

  @Test("gitlab and sarif write JSON and nothing else, github tells the search's proof too")
  func writesOneForm() async throws {
    try await with(Self.sound) { root in
      let site = root.appending("site")
      for format in ["gitlab", "sarif"] {
        let run = try await CommandRun(["check", "--format", format], in: site)
        #expect(run.status == 0)
        #expect(run.complaints.isEmpty)
        #expect((try? JSONSerialization.jsonObject(with: Data(run.output.utf8))) != nil)
        let search = try await CommandRun(["check", "--search", "--format", format], in: site)
        #expect(search.status == 64)
        #expect(search.complaints.contains("--format \(format)"))
      }
      let search = try await CommandRun(["check", "--search", "--format", "github"], in: site)
      #expect(search.status == 0)
      #expect(search.output.contains("見つからなかったページ 0 件"))
    }
  }

  @Test(
    "a prefix that leads elsewhere, or that nothing uses, is wrong usage",
    arguments: [
      ["--format", "github", "--path-prefix", "../x"],
      ["--format", "sarif", "--path-prefix", "/x"], ["--path-prefix", "x"],
      ["--format", "json", "--path-prefix", "x"],
    ])
  func refusesPrefixes(_ arguments: [String]) async throws {
    try await with(Self.sound) { root in
      let run = try await CommandRun(["check"] + arguments, in: root.appending("site"))
      #expect(run.status == 64)
      #expect(run.complaints.contains("--path-prefix"))
    }
  }
}
