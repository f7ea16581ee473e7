/// Beginnings of addresses that miss `https://` or `mailto:` by a sign.
package enum AddressBeginning {
  /// What is written for `http` or `https` with a letter too few, too many or in the wrong place.
  private static let schemes: [String: String] = {
    let secure = [
      "ttps", "htps", "tps", "htttps", "hhttps", "httpps", "httpss", "hhtps", "hptts", "htpts",
      "httsp", "htpps", "hppts",
    ]
    let plain = ["ttp", "htp", "htttp", "hhttp", "httpp", "hhtp", "hptt", "htpt"]
    return Dictionary(
      uniqueKeysWithValues: secure.map { ($0, "https") } + plain.map { ($0, "http") })
  }()

  /// The scheme that a word was meant for; nil where it is neither that nor one of them.
  static func scheme(for word: String) -> String? {
    let lower = word.lowercased()
    return lower == "http" || lower == "https" ? lower : schemes[lower]
  }

  /// The address that a destination was meant for: `ttps://a.jp`, `http//a.jp`, `https;//a.jp`,
  /// `mailto：info@a.jp`; nil where it has no such slip.
  package static func mended(_ written: String) -> String? {
    let text = Signs.narrowed(written)
    let word = String(text.prefix { $0.isASCII && $0.isLetter })
    var rest = text.dropFirst(word.count)
    if word.lowercased() == "mailto" {
      guard let sign = rest.first, ":;".contains(sign), rest.contains("@") else { return nil }
      let address = "mailto:" + rest.dropFirst()
      return address == written ? nil : address
    }
    if word.lowercased() == "tel" {
      guard let sign = rest.first, ":;".contains(sign), rest.count > 5,
        rest.dropFirst().allSatisfy({ $0.isASCII && ($0.isNumber || "+-()".contains($0)) })
      else { return nil }
      let address = "tel:" + rest.dropFirst()
      return address == written ? nil : address
    }
    guard let scheme = scheme(for: word) else { return nil }
    let hasColon = rest.first == ":" || rest.first == ";"
    if hasColon { rest = rest.dropFirst() }
    let slashes = rest.prefix { $0 == "/" }.count
    guard hasColon ? (1...3).contains(slashes) : slashes == 2 else { return nil }
    let host = rest.dropFirst(slashes).prefix { !"/?#".contains($0) }
    guard host.contains("."), host.allSatisfy(\.isASCII) else { return nil }
    // Only the beginning is narrow: a path may have wide signs.
    let address = scheme + "://" + rest.dropFirst(slashes)
    let tail = written.suffix(address.count - scheme.count - 3 - host.count)
    let whole = scheme + "://" + host + tail
    return whole == written ? nil : whole
  }
}
