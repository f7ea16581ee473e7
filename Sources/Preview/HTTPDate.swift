private import Glibc

/// Instants in the form of HTTP headers (RFC 9110 §5.6.7), as seconds since 1970.
package enum HTTPDate {
  private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// The preferred form, as `Sun, 06 Nov 1994 08:49:37 GMT`.
  package static func text(_ seconds: Int) -> String {
    var instant = time_t(seconds)
    var parts = tm()
    gmtime_r(&instant, &parts)
    let weekday = weekdays[Int(parts.tm_wday)]
    let month = months[Int(parts.tm_mon)]
    let day = padded(parts.tm_mday)
    let time = [parts.tm_hour, parts.tm_min, parts.tm_sec].map(padded).joined(separator: ":")
    return "\(weekday), \(day) \(month) \(Int(parts.tm_year) + 1900) \(time) GMT"
  }

  /// The instant that `text` names in the preferred form; nil for anything else.
  ///
  /// The two obsolete forms are not read: a condition that is not understood is passed over, and the
  /// answer is then the whole file.
  package static func seconds(_ text: String) -> Int? {
    let fields = text.split(separator: " ").map(String.init)
    guard fields.count == 6, fields[5] == "GMT", let month = months.firstIndex(of: fields[2]),
      let day = Int32(fields[1]), let year = Int32(fields[3]), (1970...9999).contains(year)
    else { return nil }
    let time = fields[4].split(separator: ":").compactMap { Int32($0) }
    guard time.count == 3 else { return nil }
    var parts = tm()
    parts.tm_year = year - 1900
    parts.tm_mon = Int32(month)
    parts.tm_mday = day
    parts.tm_hour = time[0]
    parts.tm_min = time[1]
    parts.tm_sec = time[2]
    let seconds = Int(timegm(&parts))
    // `timegm` carries 31 February over into March and does not look at the weekday.
    return HTTPDate.text(seconds) == text ? seconds : nil
  }

  /// The present instant.
  package static func now() -> Int { Int(time(nil)) }

  private static func padded(_ number: Int32) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
