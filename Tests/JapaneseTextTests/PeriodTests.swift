import JapaneseText
import Testing

@Suite("Periods")
struct PeriodTests {
  @Test(
    "are read with every separator and with open ends",
    arguments: [
      ("2013年度〜2021年度", "2013-04-01/2022-03-31"), ("平成25年度～令和3年度", "2013-04-01/2022-03-31"),
      ("2013年度 ~ 2021年度", "2013-04-01/2022-03-31"), ("2013年度-2021年度", "2013-04-01/2022-03-31"),
      ("2013年度－2021年度", "2013-04-01/2022-03-31"), ("2013年度―2021年度", "2013-04-01/2022-03-31"),
      ("2013年度から2021年度まで", "2013-04-01/2022-03-31"), ("2013年度から", "2013-04-01/.."),
      ("2013年度〜", "2013-04-01/.."), ("〜2020年度", "../2021-03-31"), ("2020年度まで", "../2021-03-31"),
      ("2013-04〜2021-03", "2013-04/2021-03"), ("2013-04-01-2014-03-31", "2013-04-01/2014-03-31"),
      ("2013-04 - 2014-03", "2013-04/2014-03"), ("2013-2021", "2013/2021"),
      ("2013-04-", "2013-04/.."), ("平成25年4月〜令和3年3月", "2013-04/2021-03"),
      ("2020年度〜2020年度", "2020-04-01/2021-03-31"),
    ])
  func reading(text: String, iso: String) {
    #expect(Period.parse(text).value?.iso8601 == iso)
  }

  @Test(
    "are refused for the reason there is",
    arguments: [
      ("", .empty(.period)), ("〜", .periodWithoutEnds),
      ("2020年度", .periodWithoutSeparator(suggestion: "2020年度〜2020年度")),
      ("2013-04", .periodWithoutSeparator(suggestion: "2013年4月〜2013年4月")),
      (
        "2021年度〜2013年度",
        .reversedPeriod(
          start: "2021年度", end: "2013年度", suggestion: "2013年度〜2021年度")
      ),
      ("2013年4月〜2021年度", .mixedPrecision(start: "2013年4月", end: "2021年度", suggestion: nil)),
      ("2013年〜2021年3月", .mixedPrecision(start: "2013年", end: "2021年3月", suggestion: nil)),
      (
        "2013〜2021年度",
        .mixedPrecision(start: "2013", end: "2021年度", suggestion: "2013年度〜2021年度")
      ),
      (
        "平成25〜30年度",
        .mixedPrecision(start: "平成25", end: "30年度", suggestion: "平成25年度〜平成30年度")
      ),
      (
        "2013年度〜平成32年度",
        .fiscalYearAfterEra(era: .heisei, year: 32, suggestion: "2013年度〜令和2年度")
      ),
      // What is suggested stands for the whole period, since it replaces the whole.
      (
        "平成50年度から令和3年度まで",
        .fiscalYearAfterEra(era: .heisei, year: 50, suggestion: "2021年度〜2038年度")
      ),
      (
        "令和1年度〜平成32年度",
        .firstYearAsNumber(era: .reiwa, suggestion: "令和元年度〜令和2年度")
      ),
      ("令和1年度〜", .firstYearAsNumber(era: .reiwa, suggestion: "令和元年度〜")),
      ("平成32年度〜春", .unreadable(.date, text: "春")),
      (
        "平成31年5月1日〜2020年5月2日",
        .dateOutsideEra(
          era: .heisei, text: "平成31年5月1日", suggestion: "令和元年5月1日〜2020年5月2日")
      ),
      ("当面", .unreadable(.period, text: "当面")),
    ] as [(String, ParseFailure)])
  func reason(text: String, failure: ParseFailure) {
    #expect(Period.parse(text).failure == failure)
  }

  @Test("are read back from either name")
  func roundTrip() throws {
    for text in ["2013年度〜2021年度", "2013年度〜", "〜2020年度", "2013年4月〜2021年3月", "2013年〜"] {
      let period = try #require(Period.parse(text).value)
      #expect(period.western == text)
      #expect(Period.parse(period.japanese).value == period)
    }
    #expect(Period.parse("2013年度〜2021年度").value?.japanese == "平成25年度〜令和3年度")
  }

  @Test("sort by start, open ones first, then by end, open ones last")
  func order() {
    let texts = ["〜2020年度", "2013年度〜2014年度", "2013年度〜2021年度", "2013年度〜", "2014年度〜2015年度"]
    let periods = texts.compactMap { Period.parse($0).value }
    #expect(periods.reversed().sorted().map(\.western) == texts)
  }

  @Test(
    "overlap the fiscal years of which they hold a day",
    arguments: [
      ("2013年度〜2021年度", 2013, true), ("2013年度〜2021年度", 2022, false),
      ("2013年度〜", 2050, true), ("〜2020年度", 2021, false), ("2020年3月〜2020年4月", 2019, true),
    ])
  func overlap(text: String, startYear: Int, overlaps: Bool) throws {
    let year = try #require(FiscalYear(startYear: startYear))
    #expect(Period.parse(text).value?.overlaps(year) == overlaps)
  }
}
