private import ByteWriting

/// A message to the pages that are open (HTML Living Standard, §9.2 "server-sent events").
package enum ServerSentEvent: Sendable, Equatable {
  /// There is an edition newer than the page.
  case reload
  /// The build failed; the page shows why.
  case errors(String)
  /// What the author of a good edition should look at, and how many things that are.
  case warnings(String, count: Int)
  /// The build works again; what was shown is taken away.
  case healed
  /// Nothing: keeps the connection alive, and finds out which are dead.
  case heartbeat
  /// The first line: how soon a browser comes back after the connection is lost.
  case opening

  /// The message as it goes over the line, with the empty line that ends it.
  ///
  /// Data is one line of JSON, so that no line break in a text can end the message.
  package var bytes: [UInt8] {
    var out = ByteWriter()
    switch self {
    case .reload: out.append("event: reload\ndata: {}\n\n")
    case .healed: out.append("event: healed\ndata: {}\n\n")
    case .heartbeat: out.append(":\n\n")
    case .opening: out.append("retry: 500\n\n")
    case .warnings(let text, let count):
      out.append("event: warnings\ndata: {\"count\":")
      out.append(decimal: count)
      out.append(",\"text\":")
      out.append(json: text)
      out.append("}\n\n")
    case .errors(let text):
      out.append("event: errors\ndata: {\"text\":")
      out.append(json: text)
      out.append("}\n\n")
    }
    return out.bytes
  }
}
