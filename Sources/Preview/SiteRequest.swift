/// What of an HTTP request matters to the preview, free of sockets.
package struct SiteRequest: Sendable, Equatable {
  /// The method in capitals, as `GET`.
  package var method: String
  /// The path as it stands in the request line, percent-encoded, without the query.
  package var path: String
  /// The query as it stands in the request line, without its `?`; empty without one.
  package var query: String
  package var host: String?
  package var ifNoneMatch: String?
  package var range: String?
  package var ifRange: String?

  package init(
    method: String = "GET", path: String, query: String = "", host: String? = nil,
    ifNoneMatch: String? = nil, range: String? = nil,
    ifRange: String? = nil
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.host = host
    self.ifNoneMatch = ifNoneMatch
    self.range = range
    self.ifRange = ifRange
  }
}

extension SiteRequest {
  /// The value of `name` in the query, undecoded; nil when the query does not have it.
  package func queryValue(_ name: String) -> String? {
    for item in query.split(separator: "&") {
      let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 && parts[0] == name { return String(parts[1]) }
    }
    return nil
  }
}
