import JapaneseText
import Testing

@Suite("Fiscal years")
struct FiscalYearTests {
  @Test(
    "are read in every printed form",
    arguments: [
      ("2020年度", 2020), ("2020 年度", 2020), ("２０２０年度", 2020), ("　2020年　度 ", 2020),
      ("令和2年度", 2020), ("令和２年度", 2020), ("R2年度", 2020), ("Ｒ２年度", 2020),
      ("令和元年度", 2019), ("R元年度", 2019), ("平成30年度", 2018), ("平成31年度", 2019),
      ("平成元年度", 1989), ("昭和63年度", 1988), ("昭和元年度", 1926), ("大正15年度", 1926),
      ("㍻25年度", 2013), ("㋿2年度", 2020), ("明治元年度", 1868),
    ])
  func reading(text: String, startYear: Int) {
    #expect(FiscalYear.parse(text).value?.startYear == startYear)
  }

  @Test(
    "are refused with the right form",
    arguments: [
      ("平成32年度", "令和2年度"), ("昭和64年度", "平成元年度"), ("令和1年度", "令和元年度"),
      ("R1年度", "令和元年度"), ("2020", "2020年度"), ("2020年", "2020年度"),
      ("令和2年", "令和2年度"), ("平成32年", "令和2年度"),
    ])
  func suggestion(text: String, right: String) {
    #expect(FiscalYear.parse(text).failure?.suggestion == right)
  }

  @Test(
    "are found several in one text",
    arguments: [
      ("2018, 2019", ["2018年度", "2019年度"]), ("2018・2019", ["2018年度", "2019年度"]),
      ("2018年度、2019年度", ["2018年度", "2019年度"]), ("2018 2019", ["2018年度", "2019年度"]),
      ("2018-2020", ["2018年度", "2019年度", "2020年度"]), ("2018年度〜2019年度", ["2018年度", "2019年度"]),
      ("2018 ～ 2019年度", ["2018年度", "2019年度"]), ("平成30〜令和2年度", ["平成30年度", "令和元年度", "令和2年度"]),
      ("平成25〜26年度", ["平成25年度", "平成26年度"]), ("H30, R1", ["平成30年度", "令和元年度"]),
      ("2018年度から2019年度まで", ["2018年度", "2019年度"]), ("2018年度及び2020年度", ["2018年度", "2020年度"]),
      ("2018, 2020-2021", ["2018年度", "2020年度", "2021年度"]), ("2018年度 2019年度", ["2018年度", "2019年度"]),
      ("2020", nil), ("2020年度", nil), ("2020-04", nil), ("2020-2018", nil), ("甲, 乙", nil),
      ("", nil),
      ("2020年度頃, 2021", nil), ("1900-2020", nil),
    ] as [(String, [String]?)])
  func several(text: String, years: [String]?) {
    #expect(FiscalYear.several(in: text) == years)
  }

  @Test(
    "are refused for the reason there is",
    arguments: [
      ("", .empty(.fiscalYear)), ("　", .empty(.fiscalYear)),
      ("20 20年度", .unreadable(.fiscalYear, text: "20 20年度")),
      ("令和0年度", .unreadable(.fiscalYear, text: "令和0年度")),
      ("2020年度頃", .unreadable(.fiscalYear, text: "2020年度頃")),
      ("1800年度", .yearOutOfRange(1800, 1868...9999)),
      ("平成32年度", .fiscalYearAfterEra(era: .heisei, year: 32, suggestion: "令和2年度")),
      ("令和1年度", .firstYearAsNumber(era: .reiwa, suggestion: "令和元年度")),
      ("2020年", .fiscalYearWithoutUnit(text: "2020年", suggestion: "2020年度")),
    ] as [(String, ParseFailure)])
  func reason(text: String, failure: ParseFailure) {
    #expect(FiscalYear.parse(text).failure == failure)
  }

  @Test(
    "are named by one era as a whole",
    arguments: [
      (2020, "令和2年度（2020年度）"), (2019, "令和元年度（2019年度）"),
      (1989, "平成元年度（1989年度）"), (1988, "昭和63年度（1988年度）"),
    ])
  func naming(startYear: Int, both: String) {
    #expect(FiscalYear(startYear: startYear)?.both == both)
  }

  @Test("are read back from either name")
  func roundTrip() throws {
    for startYear in 1868...2100 {
      let year = try #require(FiscalYear(startYear: startYear))
      #expect(FiscalYear.parse(year.western).value == year)
      #expect(FiscalYear.parse(year.japanese).value == year)
    }
  }

  @Test("hold the days from April to March")
  func days() throws {
    let march = try #require(CalendarDay(year: 2020, month: 3, day: 31))
    let april = try #require(CalendarDay(year: 2020, month: 4, day: 1))
    #expect(FiscalYear(of: march)?.startYear == 2019)
    #expect(FiscalYear(of: april)?.startYear == 2020)
    #expect(FiscalYear(of: march)?.end == march)
  }
}
