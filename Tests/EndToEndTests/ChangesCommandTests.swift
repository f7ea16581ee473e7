import Foundation
import SystemPackage
import TestSupport
import Testing

@Suite("mokuroku changes")
struct ChangesCommandTests {
  /// Builds a catalogue into a folder of its name beside it.
  private func build(_ catalogue: TestCatalogue, _ name: String, in folder: FilePath) async throws {
    let root = folder.appending("catalogue-" + name)
    try catalogue.write(to: root)
    let run = try await CommandRun(
      ["build", "--root", root.string, "--output", name, "--source", name], in: folder)
    #expect(run.status == 0, "\(run.complaints)")
  }

  @Test("one edit of a catalogue at a time is told as that and nothing else")
  func tellsEdits() async throws {
    try await withTemporaryFolder { folder in
      let start = TestCatalogue.full
      try await build(start, "old", in: folder)
      func edited(_ word: String, _ other: String) -> TestCatalogue {
        var catalogue = start
        catalogue.records = start.records.map {
          TestRecord($0.key, text: $0.text.replacingOccurrences(of: word, with: other))
        }
        return catalogue
      }
      let edits: [(String, TestCatalogue, [String])] = [
        ("format", edited("kind: AI戦略\n", "# 種類\n\"kind\":   'AI戦略'\n"), ["変わったところはありません。"]),
        (
          "kind", edited("kind: AI戦略", "kind: 研究開発"),
          ["変更した項目（1 件）:", "  programmes/jinko-chino 人工知能基盤", "    種類: AI戦略 → 研究開発"]
        ),
        (
          "title", edited("title: 経済産業省", "title: 経済省\naliases: [経済産業省]"),
          ["  ministries/meti 経済省", "    名称: 経済産業省 → 経済省", "    別名: ＋経済産業省"]
        ),
        ("text", edited("を担う。", "を担っている。"), ["  agencies/jst 科学技術振興機構", "    本文が変わりました"]),
      ]
      for (name, catalogue, lines) in edits {
        try await build(catalogue, name, in: folder)
        let run = try await CommandRun(["changes", "old", name], in: folder)
        #expect(run.status == 0)
        #expect(run.complaints.isEmpty)
        #expect(run.output.split(separator: "\n").suffix(lines.count).map(String.init) == lines)
        let isChanged = lines.count > 1
        #expect(run.output.contains("項目: 追加 0、変更 1、削除 0。") == isChanged)
      }
    }
  }

  @Test("two files of an edition are enough, each form is written, and a removed record is told")
  func readsTwoFiles() async throws {
    try await withTemporaryFolder { folder in
      try await build(.full, "old", in: folder)
      var catalogue = TestCatalogue.full
      catalogue.records.removeAll { $0.key == "ministries/jpo" }
      try await build(catalogue, "whole", in: folder)
      for name in ["build.json", "catalogue.json"] {
        try TestFiles.write(
          try TestFiles.text(folder.appending("whole/" + name)), to: folder.appending("new/" + name)
        )
      }
      let text = try await CommandRun(["changes", "old", "new", "--lang", "en"], in: folder)
      #expect(text.status == 0)
      #expect(text.output.contains("records: 0 added, 0 changed, 1 removed; "))
      #expect(text.output.contains("  /ministries/jpo/\n"))
      let json = try await CommandRun(["changes", "old", "new", "--format", "json"], in: folder)
      let object = try #require(
        JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
      #expect((object["old"] as? [String: Any])?["source"] as? String == "old")
      #expect((object["goneAddresses"] as? [String])?.contains("/ministries/jpo/") == true)
      let markdown = try await CommandRun(
        ["changes", "new", "old", "--format", "markdown", "--base-url", "https://example.jp/x"],
        in: folder)
      #expect(markdown.output.contains("- [特許庁](https://example.jp/x/ministries/jpo/)"))
    }
  }

  @Test("a folder without an edition ends with 2 and one line, wrong usage with 64")
  func refusesFolders() async throws {
    try await withTemporaryFolder { folder in
      try await build(.full, "old", in: folder)
      try TestFiles.write("", to: folder.appending("empty/x"))
      try TestFiles.write(
        try TestFiles.text(folder.appending("old/build.json")),
        to: folder.appending("damaged/build.json"))
      try TestFiles.write(
        String(repeating: "[", count: 100_000), to: folder.appending("damaged/catalogue.json"))
      for name in ["nowhere", "empty", "damaged", "old/build.json"] {
        for arguments in [["changes", "old", name], ["changes", name, "old"]] {
          let run = try await CommandRun(arguments, in: folder)
          #expect(run.status == 2)
          #expect(run.output.isEmpty)
          #expect(run.complaints.split(separator: "\n").count == 1)
        }
      }
      for arguments in [
        ["changes"], ["changes", "old"], ["changes", "old", "old", "--format", "xml"],
      ] {
        #expect(try await CommandRun(arguments, in: folder).status == 64)
      }
    }
  }
}
