import NIOCore

extension ConnectionHandler {
  /// Answers a request once its answer is made, or begins to send events.
  func answer(_ request: SiteRequest, _ context: ChannelHandlerContext) {
    let view = state.view
    if answers.isForEvents(request, in: view) { return listen(request, context) }
    phase = .waiting
    // A page may take a while to make, or to be there; the loop serves others meanwhile.
    clock?.allow(nil)
    let answers = answers
    let made = context.eventLoop.makeFutureWithTask { await answers.answer(request, in: view) }
    made.assumeIsolated().whenSuccess { answer in
      guard case .waiting = self.phase else { return }
      self.clock?.allow(TimeAmount(self.limits.idleTime))
      self.send(answer, context)
      self.proceed(context)
    }
  }

  /// Sends the head of an answer and the first piece of its body.
  func send(_ answer: Answer, _ context: ChannelHandlerContext) {
    var body = answer.body
    let piece = body.take(atMost: ConnectionHandler.piece)
    let head = answer.head(date: HTTPDate.text(HTTPDate.now()), isLast: isLast)
    var buffer = context.channel.allocator.buffer(capacity: head.count + piece.count)
    buffer.writeBytes(head)
    buffer.writeBytes(piece)
    context.writeAndFlush(wrapOutboundOut(buffer), promise: nil)
    goOn(with: body, context)
  }

  /// Sends the next piece of a body.
  func sendPiece(of body: AnswerBody, _ context: ChannelHandlerContext) {
    var body = body
    let piece = body.take(atMost: ConnectionHandler.piece)
    context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: piece)), promise: nil)
    goOn(with: body, context)
  }

  private func goOn(with body: AnswerBody, _ context: ChannelHandlerContext) {
    if body.count > 0 {
      phase = .sending(body)
    } else if isLast {
      leave(context)
    } else {
      phase = .reading
    }
  }

  private func listen(_ request: SiteRequest, _ context: ChannelHandlerContext) {
    guard count.enterStream() else {
      return send(.text(503, "There are too many streams of events."), context)
    }
    phase = .listening
    clock?.allow(nil)
    let answer = Answer.events
    let head = answer.head(date: HTTPDate.text(HTTPDate.now()), isLast: true)
    context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: head)), promise: nil)
    events.yield(
      EventSubscription(channel: context.channel, generation: request.queryValue("generation")))
    if isInputEnded { context.close(promise: nil) } else { context.read() }
  }

  /// Ends the connection once everything is sent: says so, then waits for the client to end it too.
  func leave(_ context: ChannelHandlerContext) {
    phase = .finishing
    clock?.allow(TimeAmount(limits.idleTime))
    let sent = context.writeAndFlush(wrapOutboundOut(ByteBuffer()))
    sent.assumeIsolated().whenSuccess {
      self.phase = .leaving
      if self.isInputEnded {
        context.close(promise: nil)
      } else {
        context.close(mode: .output, promise: nil)
        self.clock?.allow(TimeAmount(self.limits.farewellTime))
        context.read()
      }
    }
  }
}
