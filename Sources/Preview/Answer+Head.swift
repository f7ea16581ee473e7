private import ByteWriting

extension Answer {
  /// The status line and the headers as they go over the line, with the empty line behind them.
  ///
  /// - Parameters:
  ///   - date: the present instant, as `Date` has it.
  ///   - isLast: whether the client is told that the connection ends after this answer.
  /// - Returns: the bytes, ASCII but for what a header's value holds.
  package func head(date: String, isLast: Bool) -> [UInt8] {
    var out = ByteWriter()
    out.append("HTTP/1.1 ")
    out.append(decimal: status)
    out.append(" ")
    out.append(unescaped: Answer.phrases[status] ?? "Status")
    out.append("\r\n")
    for header in headers + [Header(name: "Date", value: date)] {
      out.append(unescaped: header.name)
      out.append(": ")
      out.append(unescaped: header.value)
      out.append("\r\n")
    }
    if isLast { out.append("Connection: close\r\n") }
    out.append("\r\n")
    return out.bytes
  }

  /// The words after a status code, which no program reads (RFC 9112 §4).
  private static let phrases = [
    200: "OK", 206: "Partial Content", 304: "Not Modified", 308: "Permanent Redirect",
    400: "Bad Request", 404: "Not Found", 405: "Method Not Allowed", 413: "Content Too Large",
    414: "URI Too Long", 416: "Range Not Satisfiable", 421: "Misdirected Request",
    431: "Request Header Fields Too Large", 500: "Internal Server Error",
    503: "Service Unavailable", 505: "HTTP Version Not Supported",
  ]
}
