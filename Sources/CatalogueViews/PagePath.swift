import ByteWriting

/// Paths of pages as they stand in links.
package enum PagePath {
  /// The path with everything percent-encoded that a URL path does not allow.
  package static func encoded(_ path: String) -> String {
    var out = ByteWriter(capacity: path.utf8.count)
    out.append(percentEncodedPath: path)
    return String(decoding: out.bytes, as: UTF8.self)
  }

  /// The query as written, with everything percent-encoded that a URL query does not allow (RFC 3986
  /// §3.4); what is encoded already stays as it is.
  package static func encodedQuery(_ query: String) -> String {
    var out = ByteWriter(capacity: query.utf8.count)
    for byte in query.utf8 {
      if Array("%=&+?:@,;!$()*".utf8).contains(byte) {
        out.append(byte)
      } else {
        out.append(percentEncodedPath: [byte])
      }
    }
    return String(decoding: out.bytes, as: UTF8.self)
  }

  /// The file of the page at `path`: a path that ends in `/` is a folder with `index.html`.
  package static func file(of path: String) -> String {
    path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
  }

  /// The address of a file as links have it: a page that is a folder's `index.html` has the folder's.
  package static func address(ofFile path: String) -> String {
    let index = "index.html"
    if path == index { return "" }
    return path.hasSuffix("/" + index) ? String(path.dropLast(index.count)) : path
  }
}
