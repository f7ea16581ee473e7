extension ParseFailure {
  /// The right form of what was most likely meant, if there is one.
  package var suggestion: String? {
    switch self {
    case .fiscalYearWithoutUnit(_, let suggestion), .firstYearAsNumber(_, let suggestion),
      .fiscalYearAfterEra(_, _, let suggestion), .dateOutsideEra(_, _, let suggestion),
      .periodWithoutSeparator(let suggestion), .reversedPeriod(_, _, let suggestion),
      .amount(.withoutYen(let suggestion)), .dashForLongVowel(let suggestion),
      .dateWithoutSeparators(_, let suggestion), .misspelt(_, _, let suggestion):
      suggestion
    case .mixedPrecision(_, _, let suggestion): suggestion
    default: nil
    }
  }

  /// Whether the suggestion says what is written in another form, so that nothing else can be meant.
  package var hasOneMeaning: Bool {
    switch self {
    case .firstYearAsNumber, .fiscalYearAfterEra, .dashForLongVowel: true
    case .mixedPrecision(_, _, let suggestion): suggestion != nil
    default: false
    }
  }

  /// The failure of a year or date in a longer text, with the right form of all of it.
  func suggesting(_ text: String) -> ParseFailure {
    switch self {
    case .fiscalYearWithoutUnit(let printed, _):
      .fiscalYearWithoutUnit(text: printed, suggestion: text)
    case .firstYearAsNumber(let era, _): .firstYearAsNumber(era: era, suggestion: text)
    case .fiscalYearAfterEra(let era, let year, _):
      .fiscalYearAfterEra(era: era, year: year, suggestion: text)
    case .dateOutsideEra(let era, let printed, _):
      .dateOutsideEra(era: era, text: printed, suggestion: text)
    default: self
    }
  }

  /// What is wrong, in one Japanese sentence; the suggestion is not part of it.
  package var japanese: String {
    switch self {
    case .empty(let form): "\(form.japanese)が書かれていません。"
    case .unreadable(let form, let text), .misspelt(let form, let text, _):
      "「\(text)」は\(form.japanese)として読めません（例：\(form.example)）。"
    case .yearOutOfRange(let year, let years):
      "\(year)年は、扱える\(years.lowerBound)年から\(years.upperBound)年までの外にあります。"
    case .fiscalYearWithoutUnit(let text, _):
      "「\(text)」に「年度」がなく、年（1月から12月まで）と年度（4月から翌年3月まで）のどちらか決まりません。"
    case .firstYearAsNumber(let era, _): "\(era.name)の最初の年は「1年」でなく「元年」と書きます。"
    case .fiscalYearAfterEra(let era, let year, _):
      "\(era.name)は、\(era.name)\(year)年度が始まる前に終わっています。"
    case .fiscalYearForDate(let text): "年月日、年月又は年を書くところに、年度「\(text)」があります。"
    case .dateWithoutSeparators(let text, _): "「\(text)」の年、月、日のあいだに区切りがありません。"
    case .noSuchMonth(let month): "\(month)月という月はありません。"
    case .noSuchDay(let year, let month, let day, let last):
      "\(year)年\(month)月は\(last)日までで、\(day)日はありません。"
    case .dateOutsideEra(let era, let text, _):
      "「\(text)」は\(era.name)の期間（\(era.span)）の外にあります。"
    case .lunisolarDate(let text):
      "「\(text)」は旧暦の日付なので、西暦に換算して書きます（明治5年以前）。"
    case .periodWithoutSeparator: "期間の始まりと終わりをつなぐ「〜」がありません。"
    case .periodWithoutEnds: "期間の始まりも終わりも書かれていません。"
    case .mixedPrecision(let start, let end, _):
      "始まり「\(start)」と終わり「\(end)」が、同じ単位まで書かれていません。"
    case .reversedPeriod(let start, let end, _): "始まり「\(start)」が終わり「\(end)」より後です。"
    case .amount(let failure): failure.japanese
    case .numberWithRemark(let word, let number):
      "値には「\(number)」だけを書き、「\(word)」は注（note）に書きます。"
    case .numberWithUnit(let unit, let number):
      "値には「\(number)」だけを書き、「\(unit)」は単位（unit）に書きます。"
    case .corporateNumberLength(let count): "法人番号は13桁ですが、\(count)桁あります。"
    case .corporateNumberCheckDigit(let printed, let expected):
      "法人番号の先頭の検査数字が合いません（\(printed)でなく\(expected)になるはずです）。"
    case .notKana(let scalar, _): "仮名で書く読みに、使えない文字「\(scalar)」があります。"
    case .dashForLongVowel: "長音は、ダッシュでなく「ー」で書きます。"
    }
  }

  /// What is wrong, in one English sentence; the suggestion is not part of it.
  package var english: String {
    switch self {
    case .empty(let form): "No \(form.english) is given."
    case .unreadable(let form, let text), .misspelt(let form, let text, _):
      "“\(text)” cannot be read as a \(form.english), which is written like \(form.example)."
    case .yearOutOfRange(let year, let years):
      "The year \(year) is not between \(years.lowerBound) and \(years.upperBound)."
    case .fiscalYearWithoutUnit(let text, _):
      "“\(text)” lacks 年度: a fiscal year (April to March) is not a calendar year."
    case .firstYearAsNumber(let era, _): "The first year of \(era.english) is written 元, not 1."
    case .fiscalYearAfterEra(let era, let year, _):
      "\(era.english) was over before a fiscal year \(era.name)\(year)年度 could begin."
    case .fiscalYearForDate(let text): "“\(text)” is a fiscal year where a date is expected."
    case .dateWithoutSeparators(let text, _):
      "Nothing stands between the year, the month and the day of “\(text)”."
    case .noSuchMonth(let month): "There is no month \(month)."
    case .noSuchDay(let year, let month, let day, let last):
      "There is no day \(day) in month \(month) of \(year), which ends on day \(last)."
    case .dateOutsideEra(let era, let text, _):
      "“\(text)” is outside the era \(era.english) (\(era.span))."
    case .lunisolarDate(let text):
      "“\(text)” is a lunisolar date (before 1873); give it converted to the Common Era."
    case .periodWithoutSeparator: "A period has a start and an end with 〜 between them."
    case .periodWithoutEnds: "Both ends of the period are missing."
    case .mixedPrecision(let start, let end, _):
      "The start “\(start)” and the end “\(end)” are not written to the same unit."
    case .reversedPeriod(let start, let end, _): "The start “\(start)” is after the end “\(end)”."
    case .amount(let failure): failure.english
    case .numberWithRemark(let word, let number):
      "Write “\(number)” alone, and “\(word)” as a note."
    case .numberWithUnit(let unit, let number):
      "Write “\(number)” alone, and “\(unit)” as the unit."
    case .corporateNumberLength(let count): "A corporate number has 13 digits, not \(count)."
    case .corporateNumberCheckDigit(let printed, let expected):
      "The check digit at the front is \(printed) where \(expected) is right."
    case .notKana(let scalar, _): "“\(scalar)” cannot stand in a reading, which is written in kana."
    case .dashForLongVowel: "A long vowel is written with ー, not with a dash."
    }
  }
}

extension ParseFailure.Form {
  fileprivate var japanese: String {
    switch self {
    case .fiscalYear: "年度"
    case .date: "日付"
    case .period: "期間"
    case .yen: "金額"
    case .corporateNumber: "法人番号"
    case .reading: "読み"
    case .number: "数"
    }
  }

  fileprivate var english: String {
    switch self {
    case .fiscalYear: "fiscal year"
    case .date: "date"
    case .period: "period"
    case .yen: "sum of money"
    case .corporateNumber: "corporate number"
    case .reading: "reading"
    case .number: "number"
    }
  }

  fileprivate var example: String {
    switch self {
    case .fiscalYear: "2020年度、令和2年度"
    case .date: "2020-04-01、令和2年4月1日、2020年4月"
    case .period: "2013年度〜2021年度、2013年度〜"
    case .yen: "17億円、133億10百万円"
    case .corporateNumber: "7000012050002"
    case .reading: "しさくもくろく"
    case .number: "25,451、46.5、2万5,451"
    }
  }
}

extension Era {
  /// The first and the last day, such as `1989-01-08〜2019-04-30`.
  fileprivate var span: String { "\(start.iso8601)〜\(end?.iso8601 ?? "")" }
}

extension AmountFailure {
  fileprivate var japanese: String {
    switch self {
    case .withoutYen: "金額の終わりに「円」がありません。"
    case .withoutNumber(let unit): "「\(unit)」の前に数字がありません。"
    case .yenInside(let text):
      "「\(text)」の途中に「円」があり、一つの金額か二つの金額か決まりません。"
    case .unitsOutOfOrder(let unit, let after):
      "「\(after)」の後に、それより小さくない「\(unit.isEmpty ? "円" : unit)」が続いています。"
    case .reachesUnit(let unit, let after):
      "「\(unit.isEmpty ? "円" : unit)」の数が大きく、前の単位「\(after)」に届いています。"
    case .misplacedComma(let number): "「\(number)」のコンマの位置が3桁ごとになっていません。"
    case .misplacedPoint(let number): "「\(number)」の小数点の前後に数字がそろっていません。"
    case .decimalsBeforeUnit(let unit): "小数に「\(unit)」を付けた後に、更に小さい単位は続けられません。"
    case .fractionOfYen: "1円に満たない端数があります。"
    case .remark(let word, let amount):
      "金額には「\(amount)」だけを書き、「\(word)」は注（note）か文に書きます。"
    case .tooLarge: "金額が大きすぎて扱えません。"
    }
  }

  fileprivate var english: String {
    switch self {
    case .withoutYen: "The amount does not end in 円."
    case .withoutNumber(let unit): "There is no number before “\(unit)”."
    case .yenInside(let text):
      "“\(text)” has 円 in the middle: part two amounts, or take the inner 円 out of one."
    case .unitsOutOfOrder(let unit, let after):
      "“\(unit.isEmpty ? "円" : unit)” cannot follow “\(after)”: units go from large to small."
    case .reachesUnit(let unit, let after):
      "The number of “\(unit.isEmpty ? "円" : unit)” reaches “\(after)”; check the digits."
    case .misplacedComma(let number):
      "The commas in “\(number)” do not part groups of three digits."
    case .misplacedPoint(let number): "The decimal point in “\(number)” lacks digits beside it."
    case .decimalsBeforeUnit(let unit): "No smaller unit may follow a decimal number of “\(unit)”."
    case .fractionOfYen: "The amount is not a whole number of yen."
    case .remark(let word, let amount):
      "Write “\(amount)” alone, and “\(word)” as a note or in the text."
    case .tooLarge: "The amount is too large to be counted."
    }
  }
}
