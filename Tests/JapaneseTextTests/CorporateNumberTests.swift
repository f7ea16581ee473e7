import JapaneseText
import Testing

@Suite("Corporate numbers")
struct CorporateNumberTests {
  @Test(
    "are read where the check digit is right",
    arguments: ["7000012050002", "4000012090001", "７０００ ０１２ ０５０００２"])
  func reading(text: String) {
    // A space between digits is no part of a corporate number.
    #expect((CorporateNumber.parse(text).value == nil) == text.contains(" "))
  }

  @Test(
    "are refused for the reason there is",
    arguments: [
      ("8000012050002", .corporateNumberCheckDigit(printed: 8, expected: 7)),
      ("700001205000", .corporateNumberLength(12)), ("70000120500020", .corporateNumberLength(14)),
      ("T7000012050002", .unreadable(.corporateNumber, text: "T7000012050002")),
      ("", .empty(.corporateNumber)),
    ] as [(String, ParseFailure)])
  func reason(text: String, failure: ParseFailure) {
    #expect(CorporateNumber.parse(text).failure == failure)
  }

  @Test("with one digit changed are refused, but for 0 and 9, which the rule takes for the same")
  func singleErrors() {
    var generator = SeededGenerator(state: 7)
    for _ in 0..<200 {
      let base = Int.random(in: 0..<1_000_000_000_000, using: &generator)
      let number = CorporateNumber.checkDigit(of: base) * 1_000_000_000_000 + base
      #expect(CorporateNumber.parse(String(number)).value?.text == String(number))
      var digits = Array(String(number).utf8)
      let place = Int.random(in: 0..<13, using: &generator)
      let before = digits[place]
      digits[place] = UInt8.random(in: 48...57, using: &generator)
      let difference = abs(Int(before) - Int(digits[place]))
      if difference == 0 || difference == 9 { continue }
      #expect(CorporateNumber.parse(String(decoding: digits, as: UTF8.self)).value == nil)
    }
  }
}
