/// Destinations and names as they stand in links of Markdown.
package enum LinkText {
  /// A path as the destination of a link, where it may stand between brackets or angle brackets.
  ///
  /// What parts a path from a query or a fragment is percent-encoded (RFC 3986 §2.1), and what a
  /// destination cannot have.
  package static func destination(ofPath path: String) -> String {
    var encoded = String.UnicodeScalarView()
    for scalar in path.unicodeScalars {
      switch scalar {
      case "%": encoded.append(contentsOf: "%25".unicodeScalars)
      case "#": encoded.append(contentsOf: "%23".unicodeScalars)
      case "?": encoded.append(contentsOf: "%3F".unicodeScalars)
      default: encoded.append(scalar)
      }
    }
    return destination(String(encoded))
  }

  /// A decoded destination as it is written (CommonMark 0.31 §6.3): spaces and controls as their numbers,
  /// brackets and what begins an escape or a reference with a backslash.
  package static func destination(_ address: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in address.unicodeScalars {
      switch scalar {
      case "(", ")", "<", ">", "\\", "&", "|":
        result.append("\\")
        result.append(scalar)
      case _ where scalar.value <= 32 || scalar.value == 127:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let padded = (digits.utf8.count < 2 ? "0" : "") + digits
        result.append(contentsOf: "%\(padded)".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// A name as it is written in `[[…]]`; nil where it cannot stand there.
  package static func recordName(_ name: String) -> String? {
    var result = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      switch scalar {
      case "[", "]", "|": return nil
      case "\\", "&":
        result.append("\\")
        result.append(scalar)
      case _ where scalar.value < 32: return nil
      default: result.append(scalar)
      }
    }
    let text = String(result)
    if text.isEmpty || text.hasPrefix(" ") || text.hasSuffix(" ") { return nil }
    return text.utf8.count + 4 < RecordLinkScanner.maximumLength ? text : nil
  }
}
