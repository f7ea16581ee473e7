extension FiscalYear {
  /// The most years that a span stands for.
  private static let longestSpan = 40

  /// The fiscal years that a text means which is written in the place of one: `2018, 2019`, `2018・2019年度`, `2018-2020`.
  ///
  /// Each is given in a form that `parse` takes, in the order of the text; those of a span are all of its years. Nil where
  /// the text does not mean two or more for sure.
  package static func several(in text: String) -> [String]? {
    guard text.utf8.count < 400 else { return nil }
    var text = text
    for word in [
      "および", "及び", "ならびに", "並びに", "かつ", "と", "・", "･", "、", "，", "､", ";", "；", "/", "／",
    ] {
      text = text.replacing(word, with: ",")
    }
    for word in ["から", "〜", "～", "~", "∼", "–", "—", "―", "−", "－", "‐"] {
      text = text.replacing(word, with: "-")
    }
    text = text.replacing("まで", with: "")
    let parts = text.split(separator: ",").map { String($0) }
    if let years = years(of: parts), years.count > 1 { return years }
    // Blanks part years only where nothing else does.
    let tight = text.split(separator: "-").map { part in
      part.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    let words = tight.joined(separator: "-").split { $0.isWhitespace || $0 == "," }
    let years = years(of: words.map { String($0) })
    return years.map { $0.count > 1 } == true ? years : nil
  }

  /// The years of parts, each of which is a year or a span of some.
  private static func years(of parts: [String]) -> [String]? {
    var years: [String] = []
    var era: Era?
    for part in parts {
      // `平成30・31年度`
      let whole = FoldedText(part).year == nil ? (era?.name ?? "") + part : part
      if let (_, form) = meant(whole) {
        years.append(form)
      } else if let span = span(whole) {
        years += span
      } else {
        return nil
      }
      era = FoldedText(whole).year?.era ?? era
    }
    return years
  }

  /// The years of `2018-2020` or `平成25-30年度`.
  private static func span(_ text: String) -> [String]? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
      .map { $0.split(whereSeparator: \.isWhitespace).joined() }
    guard ends.count == 2, let (start, _) = meant(ends[0]),
      let last = end(ends[1], after: ends[0], start),
      start < last, last.startYear - start.startYear < longestSpan
    else { return nil }
    let hasEra = FoldedText(ends[0]).year?.era != nil
    return (start.startYear...last.startYear).compactMap { FiscalYear(startYear: $0) }
      .map { hasEra ? $0.japanese : $0.western }
  }

  /// The end of a span, which may go without the era or the century of its start.
  private static func end(_ text: String, after first: String, _ start: FiscalYear) -> FiscalYear? {
    if let era = FoldedText(first).year?.era, FoldedText(text).year?.era == nil,
      let (year, _) = meant(era.name + text)
    {
      return year
    }
    return meant(text)?.year
  }

  /// The year that a text means, with its proper form.
  private static func meant(_ text: String) -> (year: FiscalYear, form: String)? {
    let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    switch parse(text) {
    case .success(let year): return (year, text)
    case .failure(let failure):
      guard let form = failure.suggestion, case .success(let year) = parse(form) else { return nil }
      return (year, form)
    }
  }
}

extension FoldedText {
  /// The year at the beginning.
  fileprivate var year: PrintedYear? {
    var text = self
    return text.scanYear()
  }
}
