import ByteWriting

/// Paths of pages as they stand in links.
package enum PagePath {
  /// The path with everything percent-encoded that a URL path does not allow.
  package static func encoded(_ path: String) -> String {
    var out = ByteWriter(capacity: path.utf8.count)
    out.append(percentEncodedPath: path)
    return String(decoding: out.bytes, as: UTF8.self)
  }

  /// The file of the page at `path`: a path that ends in `/` is a folder with `index.html`.
  package static func file(of path: String) -> String {
    path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
  }
}
