import CatalogueModel
import Diagnostics
import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import mokuroku

@Suite("serve")
struct PreviewedCatalogueTests {
  @Test("a warning about the name of a file that is gone again is not told")
  func leavesOutWhatIsGone() async throws {
    try await withTemporaryFolder { root in
      try TestFiles.write("", to: root.appending("content/programmes/memo.txt"))
      func fault(
        _ name: String, _ code: DiagnosticCode = .fileName,
        _ severity: Diagnostic.Severity = .warning
      ) -> Diagnostic {
        Diagnostic(
          code, at: SourceRange(path: "content/programmes/\(name)", bytes: 0..<0),
          LocalisedText("文。", en: "text"), severity: severity)
      }
      let kept = [
        fault("memo.txt"), fault("gone.md", .orphanRecord), fault("gone", .fileName, .error),
      ]
      let report = DiagnosticReport(kept + [fault("sedAbC123"), fault("gone/memo.txt")]) { _ in [] }
      let standing = PreviewedCatalogue.standing(report, in: root)
      #expect(Set(standing.diagnostics) == Set(kept))
    }
  }
}
