import Diagnostics
import Files
import Foundation
import JapaneseText
import SystemPackage
import TestSupport
import Testing
import Workspace

@Suite("The smallest site for every fault")
struct InvalidSiteTests {
  private static let folder = "Tests/InvalidSites"

  /// The report on the site in `Tests/InvalidSites/<code>`, laid over what all of them have in common,
  /// after the edits of a fix.
  private func report(
    _ code: DiagnosticCode, after fix: Fix = Fix("", edits: [])
  ) async throws -> DiagnosticReport {
    try await withTemporaryFolder { root in
      for part in ["_common", code.rawValue] {
        let site = Checkout.root.appending(Self.folder).appending(part)
        for (path, bytes) in try TestFiles.all(in: site) where path != "expected.txt" {
          let link = try? FileManager.default.destinationOfSymbolicLink(
            atPath: site.appending(path).string)
          guard let link else {
            try TestFiles.write(bytes, to: root.appending(path))
            continue
          }
          let place = root.appending(path)
          try FileStore().makeFolder(place.removingLastComponent())
          try FileManager.default.createSymbolicLink(
            atPath: place.string, withDestinationPath: link)
        }
      }
      for path in Set(fix.edits.map(\.range.path)) {
        let place = root.appending(path)
        let bytes = Array(try TestFiles.text(place).utf8)
        let edited = try #require(TextEdit.applying(fix.edits, to: bytes, at: path))
        try TestFiles.write(edited, to: place)
      }
      let sources = try await SourceTree.load(root, workers: 1)
      return await Checking.check(sources, baseURL: nil, workers: 1).report
    }
  }

  @Test(
    "a site has its fault and no other, told as expected.txt says",
    arguments: DiagnosticCode.allCases)
  func tellsFault(_ code: DiagnosticCode) async throws {
    let report = try await report(code)
    #expect(report.diagnostics.map(\.code) == [code])
    #expect(report.diagnostics.map(\.severity) == [code.severity])
    let text = String(
      decoding: report.text(language: .japanese) { DisplayWidth.columns(of: $0) }
        + report.text(language: .english) { DisplayWidth.columns(of: $0) }, as: UTF8.self)
    let path = "\(Self.folder)/\(code.rawValue)/expected.txt"
    let expected = try Snapshot.text(path, recording: text)
    #expect(text == expected)
  }

  /// The codes whose suggestion is another name for the file or its folder, which no edit gives it.
  private static let renames: Set<DiagnosticCode> = [.fileName, .unknownCollection]

  @Test(
    "each fix mends its site, and no other fault comes of it", arguments: DiagnosticCode.allCases)
  func fixesFault(_ code: DiagnosticCode) async throws {
    for diagnostic in try await report(code).diagnostics {
      if !Self.renames.contains(code) {
        #expect(diagnostic.fixes.map(\.title) == diagnostic.suggestions)
      }
      for fix in diagnostic.fixes {
        #expect(!fix.edits.isEmpty)
        let mended = try await report(code, after: fix)
        #expect(mended.diagnostics.isEmpty, "\(fix): \(mended.diagnostics.map(\.message.english))")
      }
    }
  }

  @Test("codes, sites and rows of the guide are the same three lists")
  func comparesLists() throws {
    let codes = Set(DiagnosticCode.allCases.map(\.rawValue))
    let files = try TestFiles.all(in: Checkout.root.appending(Self.folder)).keys
    let sites = Set(
      files.map { $0.split(separator: "/").prefix(2).joined(separator: "/") }
        .filter { !$0.hasPrefix("_common") })
    #expect(sites == codes)
    let rows = try Checkout.text("Documentation/guide/diagnostics.md").split(separator: "\n")
      .filter { $0.hasPrefix("| `") }
      .compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) }
    #expect(Set(rows) == codes)
    #expect(rows.count == codes.count)
    #expect(rows == DiagnosticCode.allCases.map(\.rawValue))
  }

  @Test("the example of a code in the guide is the one that the command tells")
  func comparesExamples() throws {
    let rows = try Checkout.text("Documentation/guide/diagnostics.md").split(separator: "\n")
      .filter { $0.hasPrefix("| `") }
    for (code, row) in zip(DiagnosticCode.allCases, rows) {
      // A bar in a cell is written with a backslash; a link's address is for the guide alone.
      let cells = row.replacing("\\|", with: "\u{0}").split(separator: "|").map { cell in
        cell.replacing("\u{0}", with: "|").replacing(#/\[([^\]]+)\]\([^)]*\.md[^)]*\)/#) { $0.1 }
          .drop { $0 == " " }
      }
      #expect(cells[2] == code.example.wrong + " ", "\(code.rawValue)")
      #expect(cells[3] == code.example.right + " ", "\(code.rawValue)")
    }
  }

  @Test("the meaning of a code in the guide begins with what other programs are told")
  func comparesMeanings() throws {
    let cells = try Checkout.text("Documentation/guide/diagnostics.md").split(separator: "\n")
      .filter { $0.hasPrefix("| `") }
      .map { $0.split(separator: "|")[1].drop { $0 == " " } }
    for (code, cell) in zip(DiagnosticCode.allCases, cells) {
      #expect(cell.hasPrefix(code.summary.japanese), "\(code.rawValue)")
    }
  }
}
