import Diagnostics
import Testing

@Suite("Reports of what nobody sees")
struct HiddenTextReportTests {
  private func report(_ text: String) throws -> [String] {
    try RecordReading(text).diagnostics.map {
      "\($0.severity.rawValue) \($0.code.rawValue) \($0.fixes.map(\.title))"
    }
  }

  @Test("fields and texts are looked through alike")
  func looksThroughAll() throws {
    #expect(
      try report("---\ntitle: 計\u{200B}画\nyomi: けいかく\n---\n本\u{AD}文。カ\u{3099}イト\u{3099}\n") == [
        "warning text/invisible-character [\"消す\"]", "warning text/invisible-character [\"消す\"]",
        "warning text/decomposed-character [\"ガイド\"]",
      ])
  }

  @Test("a character of one machine is told, with no way out")
  func tellsPrivateUse() throws {
    #expect(
      try report("---\ntitle: 計\u{E000}画\nyomi: けいかく\n---\n本\u{E001}文。\n") == [
        "warning text/invisible-character []", "warning text/invisible-character []",
      ])
  }

  @Test("a second byte order mark in front is one report, and the fields are read")
  func tellsSecondMark() throws {
    #expect(
      try report("\u{FEFF}\u{FEFF}---\ntitle: 計画\nyomi: けいかく\n---\n文。\n") == [
        "warning text/invisible-character [\"消す\"]"
      ])
    #expect(try report("\u{FEFF}---\ntitle: 計画\nyomi: けいかく\n---\n文。\n") == [])
  }

  @Test("a value is read as if it were not there")
  func tellsReason() throws {
    #expect(
      try report("---\ntitle: 計画\nyomi: けいかく\nperiod: 2013\u{200B}年度〜2021年度\n---\n") == [
        "warning text/invisible-character [\"消す\"]"
      ])
  }

  @Test("a value of nothing else is an empty one")
  func leavesEmpty() throws {
    #expect(
      try report("---\ntitle: 計画\nyomi: けいかく\nsummary: \u{200B}\n---\n").map { $0.prefix(17) } == [
        "error field/empty"
      ])
  }
}
