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

  @Test("the folder that serve is in may be moved away, and another be put in its place")
  func outlivesItsFolder() async throws {
    try await withTemporaryFolder { folder in
      let catalogues = ["site", "next"].map { name in
        (folder.appending(name), name == "site" ? 1 : 2)
      }
      for (path, count) in catalogues {
        let catalogue = TestCatalogue {
          for number in 1...count { TestRecord("documents/d\(number)", "白書\(number)", yomi: "はく") }
        }
        try catalogue.write(to: path)
      }
      let output = folder.appending("output")
      try TestFiles.write("", to: output)
      let process = Process()
      process.executableURL = URL(fileURLWithPath: try #require(CommandRun.executable).string)
      process.arguments = ["serve", "--port", "0", "--root", "."]
      process.currentDirectoryURL = URL(fileURLWithPath: catalogues[0].0.string)
      process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: output.string))
      process.standardError = FileHandle.nullDevice
      try process.run()
      defer { process.terminate() }
      func wait(for words: String) async throws {
        for _ in 0..<600 where !(try TestFiles.text(output).contains(words)) {
          try await Task.sleep(for: .milliseconds(50))
        }
        #expect(try TestFiles.text(output).contains(words))
      }
      try await wait(for: "1 項目")
      for (from, to) in [("site", "former"), ("next", "site")] {
        try FileManager.default.moveItem(
          atPath: folder.appending(from).string, toPath: folder.appending(to).string)
      }
      try await wait(for: "2 項目")
      try TestFiles.write(
        "---\ntitle: 白書3\nyomi: はく\n---\n", to: catalogues[0].0.appending("content/documents/d3.md")
      )
      try await wait(for: "3 項目")
    }
  }
}
