import Foundation

/// What some tests need and a plain checkout or machine may not have.
///
/// Where one is missing, its tests are skipped and `MissingNeedTests` says so as a warning of `swift test`;
/// `make test` says it again at its end.
package struct TestNeed: Sendable {
  /// What it is, in one sentence with the tests that need it.
  package let name: String
  /// How to get it.
  package let remedy: String
  /// Whether it is here.
  package let isThere: Bool

  /// What a test that is skipped says.
  package var complaint: String { "could not run \(name): \(remedy)" }

  /// Whether a program is on the path.
  private static func hasProgram(_ name: String) -> Bool {
    ProcessInfo.processInfo.environment["PATH", default: ""].split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(name)")
    }
  }

  /// git, which makes the repositories that the history is read from.
  package static let git = TestNeed(
    name: "the history of repositories: there is no git",
    remedy: "`make test-operation` installs it (Debian's git)", isThere: hasProgram("git"))
  /// Node.js, which runs the scripts of the search without a browser.
  package static let node = TestNeed(
    name: "the scripts of the search on the golden index: there is no Node.js",
    remedy: "`make lint` installs it (Debian's node-typescript)",
    isThere: hasProgram("node"))
  /// The examples of the Markdown specifications.
  package static let markdown = TestNeed(
    name: "1,375 examples of the CommonMark and GitHub Markdown specifications",
    remedy: "`make test-data` fetches them", isThere: Checkout.shared("specs/gfm.json") != nil)
  /// The tests of the Mustache specification.
  package static let mustache = TestNeed(
    name: "163 examples of the Mustache specification", remedy: "`make test-data` fetches them",
    isThere: Checkout.shared("specs/mustache") != nil)

  /// The documents that the shipped catalogue was written from, which are others' and not in the repository.
  package static let sources = TestNeed(
    name: "the comparison of the shipped catalogue with its sources' words",
    remedy: "its editors put the texts into Tests/Data/sources",
    isThere: Checkout.shared("sources") != nil)

  /// All of them.
  package static let all = [git, node, markdown, mustache, sources]
}
