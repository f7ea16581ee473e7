import Diagnostics
private import Glibc
import NIOCore
import NIOPosix

/// Two sockets on one port of this machine, 127.0.0.1 and [::1]: browsers take `localhost` for either.
struct LoopbackListeners: Sendable {
  private enum Family: String, Sendable {
    case four = "127.0.0.1"
    case six = "[::1]"

    func address(port: Int) throws -> SocketAddress {
      try SocketAddress(ipAddress: self == .four ? "127.0.0.1" : "::1", port: port)
    }
  }

  /// One thread could answer everyone; the second goes on while a slow disk holds the first up.
  private static let threads = 2
  /// How much the system keeps of what one side sends and the other does not read, in bytes.
  ///
  /// The system doubles them; without them it keeps some megabytes for each connection.
  private static let (receiveBuffer, sendBuffer) = (64 * 1024, 256 * 1024)

  private let answers: PreviewAnswers
  private let state: PreviewState
  private let limits: PreviewLimits

  init(answers: PreviewAnswers, state: PreviewState, limits: PreviewLimits) {
    self.answers = answers
    self.state = state
    self.limits = limits
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
    let threads = MultiThreadedEventLoopGroup(numberOfThreads: LoopbackListeners.threads)
    let result: Result<Void, any Error>
    do {
      result = .success(try await serve(on: threads, port: port, onReady: onReady))
    } catch {
      result = .failure(error)
    }
    // Closes every connection that is left, and waits until that is done.
    try? await threads.shutdownGracefully()
    try result.get()
  }

  private func serve(
    on threads: MultiThreadedEventLoopGroup, port: Int,
    onReady: @escaping @Sendable (Int, [String]) async -> Void
  ) async throws {
    let (subscriptions, sink) = AsyncStream.makeStream(of: EventSubscription.self)
    let bootstrap = bootstrap(on: threads, sink)
    let (port, addresses) = try await listen(bootstrap, port: port)
    await onReady(port, addresses)
    await withDiscardingTaskGroup { group in
      for await subscription in subscriptions {
        group.addTask { await subscription.serve(state) }
      }
    }
  }

  /// Listens at both addresses.
  private func listen(
    _ bootstrap: ServerBootstrap, port: Int
  ) async throws -> (port: Int, addresses: [String]) {
    // A port that is free at one address may be taken at the other; another one is tried then.
    for _ in 0..<32 {
      let four = try await bind(bootstrap, .four, port: port)
      let chosen = four.localAddress?.port ?? port
      do {
        _ = try await bind(bootstrap, .six, port: chosen)
        return (chosen, [Family.four.rawValue, Family.six.rawValue])
      } catch let error as IOError where LoopbackListeners.hasNoAddress(error) {
        return (chosen, [Family.four.rawValue])
      } catch PreviewFailure.portTaken where port == 0 {
        try await four.close()
      }
    }
    throw PreviewFailure.portTaken(port)
  }

  private func bind(
    _ bootstrap: ServerBootstrap, _ family: Family, port: Int
  ) async throws -> any Channel {
    do {
      return try await bootstrap.bind(to: family.address(port: port)).get()
    } catch let error as IOError {
      switch error.errnoCode {
      case EADDRINUSE: throw PreviewFailure.portTaken(port)
      case EACCES, EPERM: throw PreviewFailure.portForbidden(port)
      default:
        if family == .six && LoopbackListeners.hasNoAddress(error) { throw error }
        throw PreviewFailure.cannotListen(reason: SystemReason.text(of: error.errnoCode))
      }
    }
  }

  private static func hasNoAddress(_ error: IOError) -> Bool {
    [EADDRNOTAVAIL, EAFNOSUPPORT, EPROTONOSUPPORT].contains(error.errnoCode)
  }

  private func bootstrap(
    on threads: MultiThreadedEventLoopGroup, _ sink: AsyncStream<EventSubscription>.Continuation
  ) -> ServerBootstrap {
    let count = ConnectionCount(limits: limits)
    return ServerBootstrap(group: threads)
      .serverChannelOption(.backlog, value: 256)
      // Without it a port would stay taken for a minute after the preview ended.
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      // Connections inherit these.
      .serverChannelOption(
        .socketOption(.so_rcvbuf), value: .init(LoopbackListeners.receiveBuffer)
      )
      .serverChannelOption(.socketOption(.so_sndbuf), value: .init(LoopbackListeners.sendBuffer))
      // An answer goes out at once, not when the one before it was acknowledged (Nagle's algorithm).
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      // Nothing is read that is not wanted: a client that does not read its answers has to wait.
      .childChannelOption(.autoRead, value: false)
      .childChannelOption(.maxMessagesPerRead, value: 1)
      .childChannelOption(
        .recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: 8 * 1024)
      )
      // A client may say that it will ask for nothing more, and still wait for answers.
      .childChannelOption(.allowRemoteHalfClosure, value: true)
      .childChannelInitializer { channel in
        let admission = count.enter()
        channel.closeFuture.whenComplete { _ in count.leave() }
        if admission == .ignored { return channel.close() }
        return channel.eventLoop.makeCompletedFuture {
          let handler = ConnectionHandler(
            answers: answers, state: state, limits: limits, count: count, events: sink,
            isAdmitted: admission == .admitted)
          try channel.pipeline.syncOperations.addHandler(handler)
        }
      }
  }
}
