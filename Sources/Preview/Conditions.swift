/// The conditions of a request, held against what a file is now (RFC 9110 §13).
package struct Conditions: Sendable {
  /// The strong entity tag of the file, with its quotes.
  package let tag: String
  /// When the file was last written, in seconds since 1970; nil where that says too little.
  package let modified: Int?

  package init(tag: String, modified: Int?) {
    self.tag = tag
    self.modified = modified
  }

  /// Whether the client has the file already: 304.
  ///
  /// `If-None-Match` is compared weakly and outweighs `If-Modified-Since` (§13.1.2, §13.1.3).
  package func areUnchanged(for request: SiteRequest) -> Bool {
    if let list = request.ifNoneMatch {
      return list.split(separator: ",").contains { item in
        var item = item.drop { $0 == " " || $0 == "\t" }
        while let last = item.last, last == " " || last == "\t" { item.removeLast() }
        if item == "*" { return true }
        return (item.hasPrefix("W/") ? item.dropFirst(2) : item) == tag
      }
    }
    guard let modified, let since = request.ifModifiedSince.flatMap(HTTPDate.seconds) else {
      return false
    }
    return modified <= since
  }

  /// Whether a range may be cut from this file: `If-Range` is absent or names exactly this version.
  ///
  /// A weak tag never does (§13.1.5).
  package func allowRange(for request: SiteRequest) -> Bool {
    guard let condition = request.ifRange else { return true }
    if condition.hasPrefix("\"") { return condition == tag }
    guard let modified else { return false }
    return HTTPDate.seconds(condition) == modified
  }
}
