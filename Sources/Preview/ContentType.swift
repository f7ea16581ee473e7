/// The media types of the files that a site is made of.
package enum ContentType {
  /// The type of HTML pages.
  package static let html = "text/html; charset=utf-8"

  /// The value of `Content-Type` for a file, by the end of its name.
  ///
  /// Source: the registry of IANA. Types of text carry their charset, since every file of a site is
  /// UTF-8; JSON has no such parameter (RFC 8259 §11) but browsers show it wrongly without.
  package static func of(_ name: String) -> String {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else {
      return "application/octet-stream"
    }
    let end = String(name[dot...].dropFirst()).lowercased()
    return types[end] ?? "application/octet-stream"
  }

  private static let types: [String: String] = [
    "html": html,
    "htm": html,
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "mjs": "text/javascript; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "tsv": "text/tab-separated-values; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "map": "application/json; charset=utf-8",
    "webmanifest": "application/manifest+json; charset=utf-8",
    "xml": "application/xml; charset=utf-8",
    "atom": "application/atom+xml; charset=utf-8",
    "svg": "image/svg+xml; charset=utf-8",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "avif": "image/avif",
    "ico": "image/x-icon",
    "woff": "font/woff",
    "woff2": "font/woff2",
    "pdf": "application/pdf",
    "zip": "application/zip",
    "wasm": "application/wasm",
  ]
}
