import JapaneseText
import Mustache

extension View {
  /// A count, with commas between groups of digits.
  static func count(_ count: Int) -> View { .text(GroupedDigits.text(of: count)) }
}
