import Preview

extension FuzzBody {
  /// What a client sends to the preview.
  ///
  /// The bytes are the same requests however they come; a path stays in the site and is the same when it
  /// is written again; a range lies in its file.
  package static let request = FuzzBody("request") { bytes in
    let whole = requests(in: bytes, by: bytes.count)
    let pieces = 1 + Int(bytes.first ?? 0) % 7
    for size in [1, pieces] where requests(in: bytes, by: size) != whole {
      return "other requests in pieces of \(size)"
    }
    for request in whole.requests {
      if let fault = fault(of: request) { return fault }
    }
    // Where the bytes are no request, they may be a path.
    return faultOfPath(String(decoding: bytes, as: UTF8.self))
  }

  private struct Requests: Equatable {
    var requests: [RequestHead] = []
    var fault: RequestFault?
  }

  private static func requests(in bytes: [UInt8], by size: Int) -> Requests {
    // Small enough for the limits to be met.
    var limits = PreviewLimits()
    limits.requestLine = 256
    limits.head = 1024
    var reader = RequestReader(limits: limits)
    var found = Requests()
    var position = 0
    while position < bytes.count {
      let end = min(position + max(1, size), bytes.count)
      reader.append(bytes[position..<end])
      position = end
      while true {
        do throws(RequestFault) {
          guard case .request(let head) = try reader.read() else { break }
          found.requests.append(head)
        } catch {
          found.fault = error
          return found
        }
      }
    }
    return found
  }

  private static func fault(of head: RequestHead) -> String? {
    let request = head.request
    if request.method.isEmpty { return "no method" }
    let values = [
      request.method, request.path, request.query, request.host ?? "", request.range ?? "",
    ]
    if values.contains(where: { $0.utf8.contains { $0 == 10 || $0 == 13 || $0 == 0 } }) {
      return "a line end in \(request)"
    }
    for length in [0, 1, 1000] {
      if case .part(let part) = ByteRange(request.range, length: length),
        part.isEmpty || !lies(part, in: 0..<length)
      {
        return "\(part) of \(length) for \(request.range ?? "")"
      }
    }
    return faultOfPath(request.path)
  }

  private static func faultOfPath(_ text: String) -> String? {
    guard let path = RequestPath(percentEncoded: text) else { return nil }
    for segment in path.segments {
      let isSound =
        !segment.isEmpty && !segment.hasPrefix(".") && !segment.contains("\\")
        && segment.utf8.allSatisfy { $0 >= 32 && $0 != 127 && $0 != UInt8(ascii: "/") }
      if !isSound { return "\(text.debugDescription) has \(segment.debugDescription)" }
    }
    let written =
      "/" + path.segments.map(escaped).joined(separator: "/")
      + (path.isFolder && !path.segments.isEmpty ? "/" : "")
    guard written.utf8.count <= RequestPath.longest else { return nil }
    return RequestPath(percentEncoded: written) == path ? nil : "another path: \(written)"
  }

  private static func escaped(_ segment: String) -> String {
    segment.utf8.map { byte in
      "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }
}
