import JapaneseText
import Testing

@Suite("Amounts of yen")
struct YenTests {
  @Test(
    "are read exactly",
    arguments: [
      ("17億円", 1_700_000_000), ("133億10百万円", 13_310_000_000), ("1,100億円", 110_000_000_000),
      ("459百万円", 459_000_000), ("２億５０百万円", 250_000_000), ("5.4億円", 540_000_000),
      ("1兆2,000億円", 1_200_000_000_000), ("3千円", 3_000), ("500円", 500), ("12万円", 120_000),
      ("1億2,644万円", 126_440_000), ("26億 80百万円", 2_680_000_000), ("9 億 円", 900_000_000),
      ("15 兆 9 千億円", 15_900_000_000_000), ("２，１０８億円", 210_800_000_000),
      ("1000万円", 10_000_000), ("3千万円", 30_000_000), ("1万5千円", 15_000),
      ("2.40兆円", 2_400_000_000_000),
      ("0円", 0), ("1.23456789億円", 123_456_789), ("△5億円", -500_000_000), ("－3円", -3),
      ("9,223,372,036,854,775,807円", Int.max), ("1億2.5百万円", 102_500_000),
    ])
  func reading(text: String, amount: Int) {
    #expect(Yen.parse(text).value?.amount == amount)
  }

  @Test(
    "that are misprinted or too large are refused, never guessed",
    arguments: [
      ("10億百万円", .amount(.withoutNumber(unit: "百万"))),
      ("275億円72百万円", .amount(.yenInside(text: "275億円72百万円"))),
      ("1億1,000百万円", .amount(.reachesUnit(unit: "百万", after: "億"))),
      ("5.百万円", .amount(.misplacedPoint(number: "5."))),
      ("５．百万円", .amount(.misplacedPoint(number: "5."))),
      (".5億円", .amount(.misplacedPoint(number: ".5"))),
      ("1.2.3億円", .amount(.misplacedPoint(number: "1.2.3"))),
      ("10百万5億円", .amount(.unitsOutOfOrder(unit: "億", after: "百万"))),
      ("5億3億円", .amount(.unitsOutOfOrder(unit: "億", after: "億"))),
      ("10,00円", .amount(.misplacedComma(number: "10,00"))),
      ("1,1000円", .amount(.misplacedComma(number: "1,1000"))),
      (",100円", .amount(.misplacedComma(number: ",100"))),
      ("5.4億10百万円", .amount(.decimalsBeforeUnit(unit: "億"))),
      ("0.5円", .amount(.fractionOfYen)), ("1.00001万円", .amount(.fractionOfYen)),
      ("17億", .amount(.withoutYen(suggestion: "17億円"))),
      ("500", .amount(.withoutYen(suggestion: "500円"))),
      ("9,223,372,036,854,775,808円", .amount(.tooLarge)),
      ("9,223,373兆円", .amount(.tooLarge)), ("99999999999999999999億円", .amount(.tooLarge)),
      ("円", .amount(.withoutNumber(unit: "円"))), ("億円", .amount(.withoutNumber(unit: "億"))),
      ("", .empty(.yen)), ("約17億円", .amount(.remark("約", amount: "17億円"))),
      ("17億円程度", .amount(.remark("程度", amount: "17億円"))),
      ("17億円（内数）", .amount(.remark("内数", amount: "17億円"))),
      ("1 7億円", .unreadable(.yen, text: "1 7億円")),
      ("運営費交付金の内数", .unreadable(.yen, text: "運営費交付金の内数")),
      ("1億円2", .unreadable(.yen, text: "1億円2")),
    ] as [(String, ParseFailure)])
  func reason(text: String, failure: ParseFailure) {
    #expect(Yen.parse(text).failure == failure)
  }

  @Test(
    "are shown in each style",
    arguments: [
      (13_310_000_000, "133億1,000万円", "133.1億円", "13,310,000,000円"),
      (0, "0円", "0.0億円", "0円"), (500, "500円", "0.0億円", "500円"),
      (12_345, "1万2,345円", "0.0億円", "12,345円"), (5_000_000, "500万円", "0.1億円", "5,000,000円"),
      (4_999_999, "499万9,999円", "0.0億円", "4,999,999円"),
      (1_234_500_000_000_000, "1,234兆5,000億円", "12,345,000.0億円", "1,234,500,000,000,000円"),
      (-500_000_000, "△5億円", "△5.0億円", "△500,000,000円"),
      (-1, "△1円", "0.0億円", "△1円"),
    ])
  func display(amount: Int, kanji: String, axis: String, digits: String) {
    #expect(Yen(amount).display(.kanji) == kanji)
    #expect(Yen(amount).display(.hundredMillions) == axis)
    #expect(Yen(amount).display(.digits) == digits)
  }

  @Test("are read back from what is shown")
  func roundTrip() {
    var generator = SeededGenerator(state: 20_200_401)
    for _ in 0..<2_000 {
      let size = Int.random(in: 1...18, using: &generator)
      let limit = (0..<size).reduce(1) { product, _ in product * 10 }
      let yen = Yen(Int.random(in: -limit...limit, using: &generator))
      #expect(Yen.parse(yen.display(.kanji)).value == yen)
      #expect(Yen.parse(yen.display(.digits)).value == yen)
    }
  }

  @Test("add up, unless the sum is too large")
  func sum() {
    #expect(Yen(3).adding(Yen(4)) == Yen(7))
    #expect(Yen(.max).adding(Yen(1)) == nil)
  }
}
