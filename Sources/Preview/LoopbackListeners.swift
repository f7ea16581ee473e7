import FlyingFox
import FlyingSocks
private import Glibc

/// Two servers on one port of this machine, 127.0.0.1 and [::1]: browsers take `localhost` for either.
struct LoopbackListeners: Sendable {
  private enum Family: String, Sendable {
    case four = "127.0.0.1"
    case six = "[::1]"
  }

  private enum Event: Sendable {
    case listening(Family, port: Int)
    case ended(Family, SocketError?)
  }

  private let handler: PreviewHandler

  init(handler: PreviewHandler) {
    self.handler = handler
  }

  /// Serves until the task is cancelled.
  ///
  /// - Parameters:
  ///   - port: 0 takes one that is free at both addresses.
  ///   - onReady: told the port and the addresses, once both listen; a machine without IPv6 has one.
  /// - Throws: ``PreviewFailure``.
  func serve(
    port: Int, onReady: @escaping @Sendable (Int, [String]) async -> Void
  ) async throws {
    // A port that is free at one address may be taken at the other; another one is tried then.
    for _ in 0..<32 {
      do {
        return try await serveOnce(port: port, onReady: onReady)
      } catch PreviewFailure.portTaken(let taken) where port == 0 && taken != 0 {
        continue
      }
    }
    throw PreviewFailure.portTaken(port)
  }

  private func serveOnce(
    port: Int, onReady: @escaping @Sendable (Int, [String]) async -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: Event.self) { group in
      defer { group.cancelAll() }
      add(.four, port: port, to: &group)
      var port = port
      var addresses: [String] = []
      while let event = try await group.next() {
        switch event {
        case .listening(.four, let chosen):
          port = chosen
          addresses.append(Family.four.rawValue)
          add(.six, port: chosen, to: &group)
        case .listening(.six, _):
          addresses.append(Family.six.rawValue)
          await onReady(port, addresses)
        case .ended(.six, let error?) where addresses.count == 1 && Self.hasNoAddress(error):
          await onReady(port, addresses)
        case .ended(_, let error):
          if Task.isCancelled { return }
          throw Self.failure(error, port: port)
        }
      }
    }
  }

  private func add(
    _ family: Family, port: Int, to group: inout ThrowingTaskGroup<Event, any Error>
  ) {
    let server: HTTPServer
    let number = UInt16(truncatingIfNeeded: port)
    switch family {
    case .four:
      var address: sockaddr_in = .inet(port: number)
      address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
      server = HTTPServer(config: configuration(address), handler: handler)
    case .six:
      server = HTTPServer(
        config: configuration(.loopback(port: number) as sockaddr_in6), handler: handler)
    }
    group.addTask {
      do {
        try await server.run()
        return .ended(family, nil)
      } catch {
        return .ended(family, error as? SocketError)
      }
    }
    group.addTask {
      // Whether it comes to listen at all is known from the other task, which ends if not.
      try await server.waitUntilListening(timeout: 86_400)
      guard case .ip4(_, let port) = await server.listeningAddress else {
        return .listening(family, port: port)
      }
      return .listening(family, port: Int(port))
    }
  }

  private func configuration(_ address: some SocketAddress) -> HTTPServer.Configuration {
    HTTPServer.Configuration(
      address: address, timeout: 60, pool: PromptSockets(), logger: .disabled)
  }

  private static func hasNoAddress(_ error: SocketError) -> Bool {
    guard case .failed(_, let number, _) = error else { return false }
    return [EADDRNOTAVAIL, EAFNOSUPPORT, EPROTONOSUPPORT].contains(number)
  }

  private static func failure(_ error: SocketError?, port: Int) -> PreviewFailure {
    guard case .failed(_, let number, let reason) = error else {
      return .cannotListen(reason: error.map { "\($0)" } ?? "ended")
    }
    return switch number {
    case EADDRINUSE: .portTaken(port)
    case EACCES, EPERM: .portForbidden(port)
    default: .cannotListen(reason: reason)
    }
  }
}
