import Dispatch
import Foundation

/// A connection to this machine that sends and reads bytes as they are.
///
/// It blocks on threads of its own: those of Swift's tasks are needed by the server it talks to.
final class RawClient: Sendable {
  enum Family: String, CaseIterable {
    case four = "127.0.0.1"
    case six = "[::1]"
  }

  struct Failure: Error {
    let action: String
    let number: Int32
  }

  private let descriptor: Int32
  private let queue = DispatchQueue(label: "raw client")
  private let sendQueue = DispatchQueue(label: "raw client, sending")

  init(_ family: Family, port: Int) throws {
    let domain = family == .four ? AF_INET : AF_INET6
    descriptor = socket(domain, Int32(SOCK_STREAM.rawValue), 0)
    // No test waits this long; it only keeps a fault from hanging for ever.
    var limit = timeval(tv_sec: 60, tv_usec: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    let result: Int32
    switch family {
    case .four:
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_port = in_port_t(port).bigEndian
      address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
      result = Self.connect(descriptor, &address)
    case .six:
      var address = sockaddr_in6()
      address.sin6_family = sa_family_t(AF_INET6)
      address.sin6_port = in_port_t(port).bigEndian
      address.sin6_addr = in6addr_loopback
      result = Self.connect(descriptor, &address)
    }
    if result != 0 { throw Failure(action: "connect", number: errno) }
  }

  deinit { close(descriptor) }

  private static func connect(_ descriptor: Int32, _ address: inout some Any) -> Int32 {
    withUnsafeBytes(of: &address) { bytes in
      guard let base = bytes.bindMemory(to: sockaddr.self).baseAddress else { return -1 }
      return Foundation.connect(descriptor, base, socklen_t(bytes.count))
    }
  }

  func send(_ text: String) throws {
    let bytes = Array(text.utf8)
    if Foundation.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) != bytes.count {
      throw Failure(action: "send", number: errno)
    }
  }

  /// Sends bytes while others are read, as far as the other side takes them.
  ///
  /// - Returns: whether it took them all.
  func send(_ bytes: [UInt8]) async -> Bool {
    let descriptor = descriptor
    return await withCheckedContinuation { continuation in
      sendQueue.async {
        var rest = bytes[...]
        while !rest.isEmpty {
          let count = rest.withUnsafeBytes {
            Foundation.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
          }
          if count <= 0 { break }
          rest = rest.dropFirst(count)
        }
        continuation.resume(returning: rest.isEmpty)
      }
    }
  }

  /// Says that nothing more is sent.
  func endSending() {
    shutdown(descriptor, Int32(SHUT_WR))
  }

  /// Lets the system keep little on this side, both of what is sent and of what comes.
  func keepLittle() {
    var size: Int32 = 65_536
    for option in [SO_RCVBUF, SO_SNDBUF] {
      setsockopt(descriptor, SOL_SOCKET, option, &size, socklen_t(MemoryLayout<Int32>.size))
    }
  }

  /// Reads `count` bytes, fewer where the other side closes before.
  func read(count: Int) async -> Int {
    let descriptor = descriptor
    return await withCheckedContinuation { continuation in
      queue.async {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        var total = 0
        while total < count {
          let got = recv(descriptor, &buffer, min(buffer.count, count - total), 0)
          if got <= 0 { break }
          total += got
        }
        continuation.resume(returning: total)
      }
    }
  }

  /// Reads until the other side closes, or breaks the connection off.
  func readAll() async -> String {
    let descriptor = descriptor
    return await withCheckedContinuation { continuation in
      queue.async {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
          let got = recv(descriptor, &buffer, buffer.count, 0)
          if got <= 0 { break }
          bytes += buffer[..<got]
        }
        continuation.resume(returning: String(decoding: bytes, as: UTF8.self))
      }
    }
  }

  /// Reads until what was read satisfies `isEnough`, or the other side closes.
  func read(until isEnough: @escaping @Sendable (String) -> Bool) async throws -> String {
    let descriptor = descriptor
    return try await withCheckedThrowingContinuation { continuation in
      queue.async {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
          let text = String(decoding: bytes, as: UTF8.self)
          if isEnough(text) { return continuation.resume(returning: text) }
          let count = recv(descriptor, &buffer, buffer.count, 0)
          if count == 0 { return continuation.resume(returning: text) }
          if count < 0 {
            return continuation.resume(throwing: Failure(action: "read", number: errno))
          }
          bytes += buffer[..<count]
        }
      }
    }
  }

  /// Sends one request and reads the whole answer.
  static func get(
    _ path: String, _ family: Family = .four, port: Int, method: String = "GET",
    host: String? = nil, headers: String = ""
  ) async throws -> String {
    let client = try RawClient(family, port: port)
    let host = host ?? "\(family.rawValue):\(port)"
    try client.send(
      "\(method) \(path) HTTP/1.1\r\nHost: \(host)\r\nConnection: close\r\n\(headers)\r\n")
    return try await client.read { _ in false }
  }

  /// Begins to listen to the events of the preview.
  static func events(generation: String, _ family: Family = .four, port: Int) throws -> RawClient {
    let client = try RawClient(family, port: port)
    try client.send(
      "GET /.mokuroku/events?generation=\(generation) HTTP/1.1\r\n"
        + "Host: localhost:\(port)\r\nAccept: text/event-stream\r\n\r\n")
    return client
  }
}
