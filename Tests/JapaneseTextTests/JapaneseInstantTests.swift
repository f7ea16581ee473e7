import Foundation
import Testing

@testable import JapaneseText

@Suite("Instants in Japan")
struct JapaneseInstantTests {
  private static let cases: [(Int, String)] = [
    (0, "1970-01-01T09:00:00+09:00"), (-9 * 3_600 - 1, "1969-12-31T23:59:59+09:00"),
    (951_749_999, "2000-02-28T23:59:59+09:00"), (951_750_000, "2000-02-29T00:00:00+09:00"),
    (1_709_132_400, "2024-02-29T00:00:00+09:00"), (4_107_466_800, "2100-02-28T12:00:00+09:00"),
    (4_107_510_000, "2100-03-01T00:00:00+09:00"), (1_796_024_008, "2026-11-30T16:33:28+09:00"),
  ]

  @Test("seconds are told as a day and a time of Japan", arguments: cases.indices)
  func tells(_ place: Int) {
    #expect(JapaneseInstant(seconds: Self.cases[place].0).iso8601 == Self.cases[place].1)
  }

  @Test("every day of four centuries is the calendar's")
  func countsDays() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "Asia/Tokyo"))
    for day in stride(from: -40_000, to: 110_000, by: 17) {
      let seconds = day * 86_400 + 20_000
      let parts = calendar.dateComponents(
        [.year, .month, .day], from: Date(timeIntervalSince1970: Double(seconds)))
      // Summer time was kept from 1948 to 1951.
      if let year = parts.year, (1887...1951).contains(year) { continue }
      let date = JapaneseInstant(seconds: seconds).date
      #expect(date.year == parts.year && date.month == parts.month && date.day == parts.day)
    }
  }
}
