import JapaneseText

/// The name of a round with its place among others: 第9回 before 第8回, and what has no number at the end.
struct AwardRound: Comparable {
  private let name: String
  /// The number behind 第, the fiscal year, or the first number; nil where there is none.
  let number: Int?

  /// Reads the name of a round.
  init(_ name: String) {
    self.name = name
    if let mark = name.firstIndex(of: "第"),
      let number = Self.number(at: name.index(after: mark), in: name)
    {
      self.number = number
    } else if case .success(let year) = FiscalYear.parse(name) {
      number = year.startYear
    } else {
      number = name.firstIndex { $0.wholeNumberValue != nil }.flatMap {
        Self.number(at: $0, in: name)
      }
    }
  }

  /// No number of a round is longer.
  private static let digits = 8

  /// The number that begins at a place, in digits or as 二十三.
  private static func number(at start: String.Index, in text: String) -> Int? {
    let values = text[start...].lazy.filter { !$0.isWhitespace }.map(\.wholeNumberValue)
    var (whole, digit, count) = (0, 0, 0)
    for case let value? in values.prefix(digits).prefix(while: { $0 != nil }) {
      count += 1
      if value < 10 {
        digit = digit * 10 + value
      } else {
        whole += max(digit, 1) * min(value, 1000)
        digit = 0
      }
    }
    return count == 0 ? nil : whole + digit
  }

  /// The newest first; names decide among equal numbers.
  static func < (left: AwardRound, right: AwardRound) -> Bool {
    switch (left.number, right.number) {
    case (let left?, let right?) where left != right: left > right
    case (_?, nil): true
    case (nil, _?): false
    default: left.name < right.name
    }
  }
}
