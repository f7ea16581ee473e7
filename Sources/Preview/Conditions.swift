/// The conditions of a request, held against what a file is now (RFC 9110 §13).
///
/// Files are made when they are asked for, so that they have a tag and no time of writing; conditions of
/// time are passed over (§13.1.3: a recipient ignores them for what has no such time).
package struct Conditions: Sendable {
  /// The strong entity tag of the file, with its quotes.
  package let tag: String

  package init(tag: String) {
    self.tag = tag
  }

  /// Whether the client has the file already, which makes the answer 304.
  ///
  /// `If-None-Match` is compared weakly (§13.1.2).
  package func areUnchanged(for request: SiteRequest) -> Bool {
    guard let list = request.ifNoneMatch else { return false }
    return list.split(separator: ",").contains { item in
      var item = item.drop { $0 == " " || $0 == "\t" }
      while let last = item.last, last == " " || last == "\t" { item.removeLast() }
      if item == "*" { return true }
      return (item.hasPrefix("W/") ? item.dropFirst(2) : item) == tag
    }
  }

  /// Whether a range may be cut from this file: `If-Range` is absent or names exactly this version.
  ///
  /// A weak tag and a time never do (§13.1.5).
  package func allowRange(for request: SiteRequest) -> Bool {
    request.ifRange.map { $0 == tag } ?? true
  }
}
