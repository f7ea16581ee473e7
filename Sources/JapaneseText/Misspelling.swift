/// What is plainly meant by a year, a date or a sum that has none of their forms.
enum Misspelling {
  /// The longest text that is looked at, in scalars.
  private static let longest = 60

  /// The failure of a text with the right form of what was meant, where `parse` reads that.
  static func failure<Value>(
    _ form: ParseFailure.Form, _ text: String, after failure: ParseFailure,
    _ parse: (String) -> Result<Value, ParseFailure>
  ) -> ParseFailure {
    guard failure.suggestion == nil, text.unicodeScalars.count <= longest else { return failure }
    let meant = corrected(text, form)
    guard meant != text, case .success = parse(meant) else { return failure }
    return .misspelt(form, text: text, suggestion: meant)
  }

  private static func corrected(_ text: String, _ form: ParseFailure.Form) -> String {
    var meant = withoutEnding(text, form)
    for (wrong, right) in [("憶", "億"), ("〜〜", "〜"), ("～～", "〜")] {
      meant = meant.replacing(wrong, with: right)
    }
    if form == .corporateNumber {
      return String(
        String.UnicodeScalarView(
          meant.unicodeScalars.filter { !"-－ーｰ‐–—−  　".unicodeScalars.contains($0) }))
    }
    meant = digits(meant)
    for (short, name) in [("令", "令和"), ("平", "平成"), ("昭", "昭和")]
    where meant.hasPrefix(short) && meant.dropFirst().first?.isNumber == true {
      meant = name + meant.dropFirst()
    }
    if form == .fiscalYear || form == .period {
      for word in ["FY", "ＦＹ", "fy"] where meant.hasPrefix(word) {
        let year = meant.dropFirst(word.count).drop { $0 == " " || $0 == "　" }
        if year.count == 4 { meant = year + "年度" }
      }
    }
    return meant
  }

  /// A text without what is put behind a date or a sum and says nothing of it.
  private static func withoutEnding(_ text: String, _ form: ParseFailure.Form) -> String {
    var meant = text
    let signs = ["。", "、", "，", "．", ","]
    let words: [String] =
      switch form {
      case .date: ["付け", "付", "設立", "設置", "開始", "〜", "～", "~", "から"] + weekdays
      case .period: ["現在", "継続中", "実施中"]
      default: []
      }
    for ending in signs + words where meant.hasSuffix(ending) && meant.count > ending.count {
      meant.removeLast(ending.count)
    }
    return meant
  }

  private static let weekdays = "日月火水木金土".flatMap { ["（\($0)）", "(\($0))", "（\($0)曜日）"] }

  /// A text with the digits that are meant: `二十一`, `20l9`, and a `ー` between digits as a hyphen.
  private static func digits(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var at = 0
    while at < scalars.count {
      let scalar = scalars[at]
      let isBetween =
        at > 0 && at + 1 < scalars.count && isDigit(scalars[at - 1]) && isDigit(scalars[at + 1])
      if isBetween, "ー―ｰ".unicodeScalars.contains(scalar) {
        result.append("-")
      } else if at > 0, isDigit(scalars[at - 1]), "lI".unicodeScalars.contains(scalar) {
        result.append("1")
      } else if isBetween, "Oo".unicodeScalars.contains(scalar) {
        result.append("0")
      } else if let (number, end) = number(scalars, from: at) {
        result.append(contentsOf: String(number).unicodeScalars)
        at = end
        continue
      } else {
        result.append(scalar)
      }
      at += 1
    }
    return String(result)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value) || (0xFF10...0xFF19).contains(scalar.value)
  }

  /// The number of Japanese numerals up to 十: `二`, `十七`, `二十一`, `二〇二〇`.
  private static func number(
    _ scalars: [Unicode.Scalar], from start: Int
  ) -> (number: Int, end: Int)? {
    let numerals = Array("〇一二三四五六七八九".unicodeScalars)
    var (value, at, tens) = (0, start, 0)
    while at < scalars.count, at - start < 5 {
      if scalars[at] == "十" {
        guard tens == 0, value < 10 else { return nil }
        tens = max(value, 1) * 10
        value = 0
      } else if let digit = numerals.firstIndex(of: scalars[at] == "零" ? "〇" : scalars[at]) {
        value = value * 10 + digit
      } else {
        break
      }
      at += 1
    }
    return at > start ? (tens + value, at) : nil
  }
}
