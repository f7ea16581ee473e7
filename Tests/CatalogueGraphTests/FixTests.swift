import CatalogueModel
import Diagnostics
import TestSupport
import Testing
import YAMLTree

/// Fixes of names and links: written where the slip stands, they lead to what was meant.
@Suite("Fixes of references")
struct FixTests {
  /// Titles that need quotes or escapes somewhere, each with a slip of it.
  private static let titles = [
    ("量子: 技術イノベーション戦略", "量子: 技術イノベーション戦略図"), ("#ものづくり白書2021年版", "ものづくり白書2021年版図"),
    ("次世代の\"計算\"基盤整備", "次世代の計算図基盤整備"), ("光'量子'飛躍旗艦事業", "光量子飛躍旗艦事業図"),
    ("C & D 研究開発拠点", "C & D 研究開発拠点図"), ("- 先頭の横線の事業", "先頭の横線の事業図"),
    ("[角]の名前の研究事業", "角の名前の研究事業図"), ("a|b 縦線の名前の研究事業", "縦線の名前の研究事業図"),
    ("逆\\斜線の名前の研究事業", "逆斜線の名前の研究事業図"),
  ]

  private func mended(
    _ catalogue: TestCatalogue, by fix: Fix
  ) throws -> TestCatalogue {
    var mended = catalogue
    for index in mended.records.indices {
      let record = mended.records[index]
      let edits = fix.edits.filter { $0.range.path == record.path }
      if edits.isEmpty { continue }
      let bytes = try #require(
        TextEdit.applying(edits, to: Array(record.text.utf8), at: record.path))
      mended.records[index] = TestRecord(
        record.key, text: String(decoding: bytes, as: UTF8.self))
    }
    return mended
  }

  /// Expects that the first fix of the only fault leads to the record, and leaves no error.
  private func expectFixed(
    _ catalogue: TestCatalogue, _ text: String
  ) async throws {
    let faults = await catalogue.diagnostics().filter { $0.severity == .error }
    try #require(faults.count == 1, "\(text): \(faults.map(\.message.english))")
    let fix = try #require(faults[0].fixes.first, "\(text)")
    let mended = try mended(catalogue, by: fix)
    let rest = await mended.diagnostics().filter { $0.severity == .error }
    #expect(rest.isEmpty, "\(text): \(fix) \(rest.map(\.message.english))")
    let resolved = try await mended.resolved()
    let targets =
      resolved.edges.map { $0.to.map { resolved.records[$0].id.text } }
      + resolved.mentions.map { resolved.records[$0.to].id.text }
    #expect(targets == ["agencies/meant"], "\(text)")
  }

  @Test("a name in a field, in every style", arguments: titles)
  func namesInFields(_ title: String, _ slip: String) async throws {
    for style in [nil, .singleQuoted, .doubleQuoted] as [ScalarStyle?] {
      let written = YAMLScalar.written(slip, as: style)
      for field in [
        "agencies: [\(written)]", "agencies:\n- {to: \(written)}", "agencies:\n- \(written)",
      ] {
        let catalogue = TestCatalogue {
          TestRecord("agencies/meant", YAMLScalar.doubleQuoted(title), yomi: "い")
          TestRecord("programmes/x", "甲", field)
        }
        try await expectFixed(catalogue, field)
      }
    }
    for field in ["agencies:\n- |\n  \(slip)", "agencies:\n- >\n  \(slip)\n"] {
      let catalogue = TestCatalogue {
        TestRecord("agencies/meant", YAMLScalar.doubleQuoted(title), yomi: "い")
        TestRecord("programmes/x", "甲", field)
      }
      try await expectFixed(catalogue, field)
    }
  }

  @Test("a name in a text; where a title cannot stand in [[…]] the id does", arguments: titles)
  func namesInTexts(_ title: String, _ slip: String) async throws {
    for text in ["前[[\(slip)]]後", "| a |\n|---|\n| [[\(slip)|表示]] |"] {
      let catalogue = TestCatalogue {
        TestRecord("agencies/meant", YAMLScalar.doubleQuoted(title), yomi: "い")
        TestRecord("programmes/x", "甲", body: text)
      }
      try await expectFixed(catalogue, text)
    }
  }

  @Test(
    "a path in a text",
    arguments: [
      "[甲](../agencies/meent.md)", "[甲](<../agencies/meent.md>)",
      "[甲][a]\n\n[a]: ../agencies/meent.md",
      "[甲](../agencies/meant.md#けいい)", "[[乙#けいい]]",
    ])
  func paths(_ text: String) async throws {
    let catalogue = TestCatalogue {
      TestRecord("agencies/meant", "乙", yomi: "い", body: "## けいか\n\n文。\n")
      TestRecord("programmes/x", "甲", body: text)
    }
    try await expectFixed(catalogue, text)
  }

  @Test("a picture whose name needs escapes")
  func pictures() async throws {
    let catalogue = TestCatalogue(assets: ["content/assets/図 (1)#a.png": []]) {
      TestRecord("programmes/x", "甲", body: "![図](/assets/図1a.png)")
    }
    let fault = try #require(await catalogue.diagnostics().first { $0.code == .imageMissing })
    let fix = try #require(fault.fixes.first)
    let mended = try mended(catalogue, by: fix)
    #expect(await mended.diagnostics().allSatisfy { $0.code != .imageMissing })
  }
}
