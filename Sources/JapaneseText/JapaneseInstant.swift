/// An instant, told as clocks in Japan tell it, whatever the zone of the machine.
package struct JapaneseInstant: Sendable, Hashable, Comparable {
  /// Seconds since 1970-01-01T00:00:00Z, without leap seconds.
  package let seconds: Int

  /// Japan is nine hours before UTC all the year round.
  private static let zone = 9 * 3_600
  private static let day = 86_400

  /// An instant of the years 1 to 9999.
  package init(seconds: Int) { self.seconds = seconds }

  package static func < (left: JapaneseInstant, right: JapaneseInstant) -> Bool {
    left.seconds < right.seconds
  }

  /// The day in Japan.
  package var date: CalendarDay {
    // Days from 0000-03-01, in eras of 400 years; a year of this count begins in March.
    let local = seconds + Self.zone
    let days = (local >= 0 ? local / Self.day : (local - Self.day + 1) / Self.day) + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let inEra = days - era * 146_097
    let yearOfEra = (inEra - inEra / 1_460 + inEra / 36_524 - inEra / 146_096) / 365
    let inYear = inEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * inYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return CalendarDay(unchecked: year, month, inYear - (153 * shifted + 2) / 5 + 1)
  }

  /// The instant as RFC 3339 has it: `2026-11-30T16:33:28+09:00`.
  package var iso8601: String {
    let local = seconds + Self.zone
    let rest = (local % Self.day + Self.day) % Self.day
    let parts = [rest / 3_600, rest / 60 % 60, rest % 60]
    let clock = parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    return date.iso8601 + "T" + clock + "+09:00"
  }
}
