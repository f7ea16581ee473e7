/// Numbers with a comma between groups of three digits: `1,171`.
///
/// Source: 公用文作成の考え方 (2022) I-3.
package enum GroupedDigits {
  /// A count as pages show it.
  package static func text(of count: Int) -> String {
    (count < 0 ? "-" : "") + text(ofSize: count.magnitude)
  }

  static func text(ofSize size: UInt) -> String {
    let digits = Array(String(size).utf8)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index) % 3 == 0 { text.append(",") }
      text.unicodeScalars.append(Unicode.Scalar(digit))
    }
    return text
  }
}
