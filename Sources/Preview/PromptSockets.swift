import FlyingFox
import FlyingSocks
private import Glibc

/// FlyingFox' pool of sockets, with Nagle's algorithm off on each (`TCP_NODELAY`).
///
/// An answer goes out in two writes, head and body; with the algorithm on, the body waits for the
/// browser's delayed acknowledgement of the head, which is 40 ms for each request on a connection that
/// is kept open. The listening socket passes here before the first connection, and those it accepts
/// inherit the option.
struct PromptSockets: AsyncSocketPool {
  private let base: any AsyncSocketPool

  init(_ base: some AsyncSocketPool = HTTPServer.defaultPool()) {
    self.base = base
  }

  func prepare() async throws { try await base.prepare() }

  func run() async throws { try await base.run() }

  func suspendSocket(_ socket: Socket, untilReadyFor events: Socket.Events) async throws {
    if events.contains(.read) {
      var on: Int32 = 1
      let size = socklen_t(MemoryLayout<Int32>.size)
      setsockopt(socket.file.rawValue, Int32(IPPROTO_TCP), TCP_NODELAY, &on, size)
    }
    try await base.suspendSocket(socket, untilReadyFor: events)
  }
}
