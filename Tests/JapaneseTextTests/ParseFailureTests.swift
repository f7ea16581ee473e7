import JapaneseText
import Testing

@Suite("Messages of failures")
struct ParseFailureTests {
  @Test(
    "are one sentence in each language",
    arguments: [
      "平成32年度", "令和1年度", "2020年", "R2", "", "1700年度", "10億百万円", "275億円72百万円",
      "1億1,000百万円", "5.百万円", "10,00円", "5.4億1円", "0.5円", "17億", "99999兆兆円", "9999999999兆円",
      "平成31年5月1日", "2021-02-29", "2021-13", "明治3年2月1日", "2020年度", "〜", "2021年度〜2020年度",
      "2013〜2021年度", "1234567890123", "123", "事業", "べ―す",
    ])
  func sentences(text: String) {
    let failures = [
      FiscalYear.parse(text).failure, PartialDate.parse(text).failure, Period.parse(text).failure,
      Yen.parse(text).failure, CorporateNumber.parse(text).failure, Reading.parse(text).failure,
    ]
    for failure in failures.compactMap({ $0 }) {
      #expect(failure.japanese.hasSuffix("。"))
      #expect(failure.japanese.count { $0 == "。" } == 1)
      #expect(failure.english.hasSuffix("."))
      #expect(failure.english.contains { $0.isLetter })
    }
  }

  @Test("of a fiscal year after its era tell the reason and the right form")
  func fiscalYearAfterEra() throws {
    let failure = try #require(FiscalYear.parse("平成32年度").failure)
    #expect(failure.japanese == "平成は、平成32年度が始まる前に終わっています。")
    #expect(failure.suggestion == "令和2年度")
  }
}
