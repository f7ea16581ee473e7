import JapaneseText
import Testing

@Suite("Dates of partial precision")
struct PartialDateTests {
  @Test(
    "keep the precision with which they are written",
    arguments: [
      ("2020-04-01", "2020-04-01"), ("2020-04", "2020-04"), ("2020", "2020"),
      ("令和2年4月1日", "2020-04-01"), ("2020年4月", "2020-04"), ("平成28年", "2016"),
      ("2020/4/1", "2020-04-01"), ("２０２０年４月１日", "2020-04-01"), ("2020年 4月 1日", "2020-04-01"),
      ("R2年4月", "2020-04"), ("平成31年4月30日", "2019-04-30"), ("令和元年5月1日", "2019-05-01"),
      ("昭和64年1月7日", "1989-01-07"), ("平成元年1月8日", "1989-01-08"), ("昭和64年1月", "1989-01"),
      ("平成元年1月", "1989-01"), ("平成31年", "2019"), ("令和元年", "2019"), ("2020年2月29日", "2020-02-29"),
      ("明治5年", "1872"), ("明治6年1月1日", "1873-01-01"), ("2020−04−01", "2020-04-01"),
      ("R2.4.1", "2020-04-01"), ("H31.4.30", "2019-04-30"), ("2020.4.1", "2020-04-01"),
      ("Ｒ２．４．１", "2020-04-01"), ("2020. 4. 1", "2020-04-01"), ("令和2.4.1", "2020-04-01"),
      ("S64.1.7", "1989-01-07"), ("2020.04", "2020-04"), ("R2/4/1", "2020-04-01"),
      ("R2.4", "2020-04"),
      ("令和元.5.1", "2019-05-01"), ("H1.1.8", "1989-01-08"), ("R1.5.1", "2019-05-01"),
    ])
  func reading(text: String, iso: String) {
    #expect(PartialDate.parse(text).value?.iso8601 == iso)
  }

  @Test(
    "are refused for the reason there is",
    arguments: [
      (
        "平成31年5月1日",
        .dateOutsideEra(era: .heisei, text: "平成31年5月1日", suggestion: "令和元年5月1日")
      ),
      (
        "令和元年4月30日",
        .dateOutsideEra(era: .reiwa, text: "令和元年4月30日", suggestion: "平成31年4月30日")
      ),
      ("平成31年5月", .dateOutsideEra(era: .heisei, text: "平成31年5月", suggestion: "令和元年5月")),
      ("平成32年", .dateOutsideEra(era: .heisei, text: "平成32年", suggestion: "令和2年")),
      ("令和1年6月", .firstYearAsNumber(era: .reiwa, suggestion: "令和元年6月")),
      ("2021年2月29日", .noSuchDay(year: 2021, month: 2, day: 29, last: 28)),
      ("2020-13-01", .noSuchMonth(13)), ("2020-00", .noSuchMonth(0)),
      ("2020年度", .fiscalYearForDate(text: "2020年度")),
      ("明治5年4月1日", .lunisolarDate(text: "明治5年4月1日")),
      ("", .empty(.date)), ("4月1日", .unreadable(.date, text: "4月1日")),
      ("20200401", .dateWithoutSeparators(text: "20200401", suggestion: "2020-04-01")),
      ("20201301", .unreadable(.date, text: "20201301")),
      ("2020-04/01", .unreadable(.date, text: "2020-04/01")),
      ("R2.4.31", .noSuchDay(year: 2020, month: 4, day: 31, last: 30)),
      ("H31.5.1", .dateOutsideEra(era: .heisei, text: "H31.5.1", suggestion: "令和元年5月1日")),
      ("2020.4/1", .unreadable(.date, text: "2020.4/1")), ("R2.", .unreadable(.date, text: "R2.")),
      ("R2-4-1", .unreadable(.date, text: "R2-4-1")),
      ("20.4.1", .unreadable(.date, text: "20.4.1")),
      ("2020.4.1.", .unreadable(.date, text: "2020.4.1.")),
      ("令和2", .unreadable(.date, text: "令和2")),
      ("2020年4月1日頃", .unreadable(.date, text: "2020年4月1日頃")),
    ] as [(String, ParseFailure)])
  func reason(text: String, failure: ParseFailure) {
    #expect(PartialDate.parse(text).failure == failure)
  }

  @Test(
    "are named by the era, and by both where it changes",
    arguments: [
      ("2020-04-01", "令和2年4月1日（2020年4月1日）"), ("2019-04", "平成31年4月（2019年4月）"),
      ("2019", "平成31年・令和元年（2019年）"), ("1989-01", "昭和64年1月・平成元年1月（1989年1月）"),
      ("1850", "1850年"), ("1870-03-01", "1870年3月1日"),
    ])
  func naming(iso: String, both: String) {
    #expect(PartialDate.parse(iso).value?.both == both)
  }

  @Test("sort by their first day, the less precise first")
  func order() {
    let texts = ["2019-12-31", "2020", "2020-01", "2020-01-01", "2020-01-02", "2020-02", "2021"]
    let dates = texts.compactMap { PartialDate.parse($0).value }
    #expect(dates.reversed().sorted().map(\.iso8601) == texts)
  }

  @Test("of every day since 1873 are read back from all their names")
  func roundTrip() throws {
    for year in 1873...2030 {
      for month in 1...12 {
        for day in 1...CalendarDay.lastDay(ofMonth: month, in: year) {
          let date = try #require(PartialDate(year: year, month: month, day: day))
          for name in [date.iso8601, date.western, date.japanese]
          where PartialDate.parse(name).value != date {
            Issue.record("\(name) is not read back as \(date.iso8601)")
          }
        }
      }
    }
  }

  @Test("have an end that is not before their start")
  func ends() {
    #expect(PartialDate.parse("2020").value?.end.iso8601 == "2020-12-31")
    #expect(PartialDate.parse("2020-02").value?.end.iso8601 == "2020-02-29")
    #expect(PartialDate.parse("2020-02-03").value?.end.iso8601 == "2020-02-03")
  }
}
