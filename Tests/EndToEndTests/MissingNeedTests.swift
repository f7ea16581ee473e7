import TestSupport
import Testing

/// Says what this run of the tests could not look at: a suite that is skipped is easily overlooked.
@Suite("What the tests need beside the checkout")
struct MissingNeedTests {
  @Test("what is missing is told, with the way to get it", arguments: TestNeed.all)
  func tells(_ need: TestNeed) {
    if !need.isThere { Issue.record("\(need.complaint)", severity: .warning) }
  }
}
