import JapaneseText
import Testing

@Suite("Eras")
struct EraTests {
  @Test("follow each other without a gap")
  func succession() {
    for (era, next) in zip(Era.allCases, Era.allCases.dropFirst()) {
      guard let end = era.end else {
        Issue.record("\(era.name) has no end")
        continue
      }
      #expect(Era.of(end) == era)
      #expect(Era.of(next.start) == next)
      #expect(Era.within(end, next.start) == [era, next])
      #expect(end < next.start)
    }
    #expect(Era.reiwa.end == nil)
  }

  @Test(
    "begin on the day of their order",
    arguments: [
      (Era.meiji, "1868-10-23"), (.taisho, "1912-07-30"), (.showa, "1926-12-25"),
      (.heisei, "1989-01-08"), (.reiwa, "2019-05-01"),
    ])
  func starts(era: Era, day: String) {
    #expect(era.start.iso8601 == day)
    #expect(era.text(ofWesternYear: era.start.year, unit: "年") == era.name + "元年")
  }

  @Test("do not hold before the first")
  func before() throws {
    #expect(Era.of(try #require(CalendarDay(year: 1868, month: 10, day: 22))) == nil)
  }
}
