import JapaneseText

extension FuzzBody {
  /// Money, dates, fiscal years, periods, corporate numbers and readings.
  ///
  /// What was read and is printed in any of its forms is read as the same; what was not read has a
  /// sentence in both languages, and the right form that it suggests is read. Names of eras are left out
  /// where there are two (`平成31年・令和元年`) and from the hundredth year on, which no text has.
  package static let values = FuzzBody("values") { bytes in
    let text = String(decoding: bytes, as: UTF8.self)
    return fault(text, Yen.parse) { [$0.display(.kanji), $0.display(.digits)] }
      ?? fault(text, PartialDate.parse) { [$0.iso8601, $0.western, $0.japanese] }
      ?? fault(text, FiscalYear.parse) { [$0.western, $0.japanese] }
      ?? fault(text, Period.parse) { [$0.western, $0.japanese] }
      ?? fault(text, CorporateNumber.parse) { [$0.text] }
      ?? fault(text, Reading.parse) { [$0.text] }
  }

  private static func fault<Value: Equatable>(
    _ text: String, _ parse: (String) -> Result<Value, ParseFailure>, forms: (Value) -> [String]
  ) -> String? {
    switch parse(text) {
    case .success(let value):
      for form in forms(value) where !form.contains("・") && !hasEraOfLongYear(form) {
        guard case .success(let again) = parse(form), again == value else {
          return "\(text.debugDescription) is \(value), printed \(form), then \(parse(form))"
        }
      }
      return nil
    case .failure(let failure):
      if failure.japanese.isEmpty || failure.english.isEmpty { return "no words for \(failure)" }
      guard let suggestion = failure.suggestion, case .failure(let other) = parse(suggestion) else {
        return nil
      }
      return "\(text.debugDescription) suggests \(suggestion), which is refused too: \(other)"
    }
  }

  private static func hasEraOfLongYear(_ text: String) -> Bool {
    text.contains(#/(明治|大正|昭和|平成|令和)[0-9]{3}/#)
  }
}
