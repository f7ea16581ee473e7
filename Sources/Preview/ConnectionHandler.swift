import NIOCore

/// One connection: reads requests one after the other and answers each before it looks at the next.
///
/// It stays on the event loop of its connection. It reads only while it wants a request, and writes only
/// while the client takes what is written, so that no client makes it keep more than one piece of an
/// answer and what is on the way.
final class ConnectionHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  /// What the connection is doing.
  enum Phase {
    /// It needs the next request.
    case reading
    /// The answer to a request is being made.
    case waiting
    /// It sends what is left of a body.
    case sending(AnswerBody)
    /// Events are sent to it by ``EventSubscription``.
    case listening
    /// Its last answer is on the way.
    case finishing
    /// Everything is sent; what still comes is passed over.
    case leaving
  }

  /// The bytes of a body that are handed to the system at once.
  static let piece = 64 * 1024

  let answers: PreviewAnswers
  let state: PreviewState
  let limits: PreviewLimits
  let count: ConnectionCount
  let events: AsyncStream<EventSubscription>.Continuation
  private let isAdmitted: Bool

  private var reader: RequestReader
  var phase = Phase.reading
  var clock: ConnectionClock?
  /// Whether the connection ends after the present answer.
  var isLast = false
  /// Whether the client said that it sends nothing more.
  var isInputEnded = false
  /// Whether the time for the present head runs.
  private var isHeadTimed = false
  private var isProceeding = false

  init(
    answers: PreviewAnswers, state: PreviewState, limits: PreviewLimits, count: ConnectionCount,
    events: AsyncStream<EventSubscription>.Continuation, isAdmitted: Bool
  ) {
    self.answers = answers
    self.state = state
    self.limits = limits
    self.count = count
    self.events = events
    self.isAdmitted = isAdmitted
    reader = RequestReader(limits: limits)
  }

  func channelActive(context: ChannelHandlerContext) {
    clock = ConnectionClock(on: context.eventLoop.assumeIsolated()) { [weak self] in
      self?.phase = .leaving
      context.close(promise: nil)
    }
    clock?.allow(TimeAmount(limits.idleTime))
    if !isAdmitted {
      isLast = true
      send(.text(503, "There are too many connections."), context)
    }
    proceed(context)
  }

  func channelInactive(context: ChannelHandlerContext) {
    clock?.stop()
    clock = nil
    if case .listening = phase { count.leaveStream() }
    // Lets go of what was being sent.
    phase = .leaving
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch phase {
    case .reading, .waiting, .sending: reader.append(unwrapInboundIn(data).readableBytesView)
    case .listening, .finishing, .leaving: break
    }
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    switch phase {
    case .reading: proceed(context)
    // Read on to learn when the client leaves.
    case .listening, .leaving: context.read()
    case .waiting, .sending, .finishing: break
    }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    guard case ChannelEvent.inputClosed = event else { return }
    isInputEnded = true
    switch phase {
    case .reading: proceed(context)
    case .listening, .leaving: context.close(promise: nil)
    case .waiting, .sending, .finishing: break
    }
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    proceed(context)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  /// Goes on as far as can be without waiting for the client.
  func proceed(_ context: ChannelHandlerContext) {
    // What is written may change at once whether more may be, and so lead here again.
    if isProceeding { return }
    isProceeding = true
    defer { isProceeding = false }
    while context.channel.isActive && context.channel.isWritable {
      switch phase {
      case .reading:
        if !readRequest(context) { return }
      case .sending(let body):
        clock?.allow(TimeAmount(limits.idleTime))
        sendPiece(of: body, context)
      case .waiting, .listening, .finishing, .leaving:
        return
      }
    }
  }

  /// Answers the next request, or asks for more bytes.
  ///
  /// - Returns: whether there was a request.
  private func readRequest(_ context: ChannelHandlerContext) -> Bool {
    do {
      switch try reader.read() {
      case .request(let head):
        isHeadTimed = false
        clock?.allow(TimeAmount(limits.idleTime))
        isLast = head.isLast
        answer(head.request, context)
        return true
      case .incomplete:
        if isInputEnded {
          leave(context)
          return false
        }
        // From its first byte on, however slowly the others follow.
        if reader.hasBegun && !isHeadTimed {
          isHeadTimed = true
          clock?.allow(TimeAmount(limits.headTime))
        }
        context.read()
        return false
      }
    } catch {
      isLast = true
      send(error.answer, context)
      return true
    }
  }
}
