import CatalogueGraph
import CatalogueModel
import Diagnostics
import TestSupport
import Testing
import Workspace

/// No title ends in a full stop: a title is a name, not a sentence.
private struct TitlesHaveNoFullStop: Check {
  func diagnostics(in catalogue: Catalogue) -> [Diagnostic] {
    catalogue.records.filter { $0.title.value.hasSuffix("。") }.map { record in
      let range = SourceRange(path: record.path, bytes: record.title.bytes)
      // In the program it would have a code of its own, which a closed list of cases cannot get here.
      return Diagnostic(
        .invalidText, at: range,
        LocalisedText("題の終わりに「。」は付けません。", en: "a title has no full stop"),
        fixes: [Fix("「。」を消す", edits: [TextEdit(fullStop(of: range), with: "")])])
    }
  }

  /// The last character of a title that is written without quotation marks.
  private func fullStop(of title: SourceRange) -> SourceRange {
    let end = title.bytes.upperBound
    return SourceRange(path: title.path, bytes: (end - "。".utf8.count)..<end)
  }
}

@Suite("A new check: a file and a line in Checks.all")
struct NewCheckTests {
  private let catalogue = TestCatalogue {
    TestRecord("programmes/tia", "つくばイノベーションアリーナ。", "ministries: [文部科学省]")
    TestRecord("ministries/mext", "文部科学省")
  }

  @Test("it is run over the whole catalogue and told with its place and its fix")
  func tellsFault() async throws {
    let repertoire = Repertoire(checks: Checks.all + [TitlesHaveNoFullStop()])
    let report = await catalogue.checked(repertoire: repertoire).report
    let fault = try #require(report.diagnostics.first)
    #expect(report.diagnostics.count == 1)
    #expect(catalogue.text(at: fault.range) == "つくばイノベーションアリーナ。")
    let edit = try #require(fault.fixes.first?.edits.first)
    #expect(catalogue.text(at: edit.range) == "。")
  }

  @Test("without its line nothing is told")
  func needsLine() async {
    #expect(await catalogue.diagnostics().isEmpty)
  }
}
