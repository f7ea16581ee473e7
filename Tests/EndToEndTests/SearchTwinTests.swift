import Foundation
import SystemPackage
import TestSupport
import Testing
import Workspace

/// The engine as it is shipped, run in Node.js on the golden index of Tests/GoldenSearch.
///
/// So a change of the scripts alone fails `swift test`, as a change of the writer alone does in
/// `GoldenSearchTests`; Tests/Browser/test_search_golden.py runs the same in Chromium.
@Suite("The twin of the search in JavaScript (MOKUROKU_RECORD_SNAPSHOTS=1 records its answers)")
struct SearchTwinTests {
  private static let folder = "Tests/GoldenSearch"

  /// What Tests/GoldenSearch/ask.js gives.
  private struct Answer: Decodable {
    let lists: [String]
    let texts: [String]
    let answers: [String]
  }

  private static func lines(_ name: String) throws -> [String] {
    try Checkout.text("\(folder)/\(name)").split(separator: "\n").map(String.init)
  }

  @Test(
    "the engine reads the golden index as the program does, and answers as recorded",
    .enabled(if: TestNeed.node.isThere, "\(TestNeed.node.complaint)"))
  func answers() async throws {
    let answer = try await withTemporaryFolder { scripts in
      for script in ShippedScript.all {
        try TestFiles.write(script.bytes, to: scripts.appending(script.name))
      }
      let node = Process()
      node.executableURL = URL(filePath: "/usr/bin/env")
      let golden = Checkout.root.appending(Self.folder)
      // An engine that reads a list wrong may read for long.
      node.arguments = [
        "timeout", "60", "node", golden.appending("ask.mjs").string, scripts.string, golden.string,
      ]
      let output = Pipe()
      node.standardOutput = output
      try node.run()
      let data = try output.fileHandleForReading.readToEnd() ?? Data()
      node.waitUntilExit()
      #expect(node.terminationStatus == 0)
      return try JSONDecoder().decode(Answer.self, from: data)
    }
    let expected = try (Self.lines("lists.txt"), Self.lines("texts.txt"))
    Self.compare(answer.lists, expected.0)
    Self.compare(answer.texts, expected.1)
    let text = answer.answers.joined(separator: "\n") + "\n"
    let recorded = try Snapshot.text("\(Self.folder)/answers.txt", recording: text)
    Self.compare(answer.answers, recorded.split(separator: "\n").map(String.init))
  }

  /// Tells the first lines that differ.
  private static func compare(_ lines: [String], _ expected: [String]) {
    #expect(lines.count == expected.count)
    let others = zip(lines, expected).filter { $0 != $1 }
    for (line, expected) in others.prefix(5) { #expect(line == expected) }
  }
}
