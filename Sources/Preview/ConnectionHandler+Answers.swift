import NIOCore

extension ConnectionHandler {
  /// Answers a request, or begins to send events.
  func answer(_ request: SiteRequest, attempts: Int, _ context: ChannelHandlerContext) {
    let view = state.view
    guard let answer = answers.answer(request, in: view) else {
      return listen(request, context)
    }
    // Where the file system cannot exchange two folders, a build leaves an instant without any.
    if view.condition == .good && answer.status == 503 && attempts < ConnectionHandler.attempts {
      phase = .retrying(request, attempts: attempts + 1)
      context.eventLoop.assumeIsolated().scheduleTask(in: ConnectionHandler.pause) {
        guard case .retrying(let request, let attempts) = self.phase else { return }
        self.answer(request, attempts: attempts, context)
        self.proceed(context)
      }
      return
    }
    send(answer, context)
  }

  /// Sends the head of an answer and the first piece of its body.
  func send(_ answer: Answer, _ context: ChannelHandlerContext) {
    var answer = answer
    var body = answer.body
    var start = body.take(atMost: ConnectionHandler.piece)
    if start == nil {
      answer = StaticSite.unreadable
      body = answer.body
      start = body.take(atMost: ConnectionHandler.piece)
    }
    let head = answer.head(date: HTTPDate.text(HTTPDate.now()), isLast: isLast)
    let piece = start ?? []
    var buffer = context.channel.allocator.buffer(capacity: head.count + piece.count)
    buffer.writeBytes(head)
    buffer.writeBytes(piece)
    context.writeAndFlush(wrapOutboundOut(buffer), promise: nil)
    goOn(with: body, context)
  }

  /// Sends the next piece of a body.
  func sendPiece(of body: AnswerBody, _ context: ChannelHandlerContext) {
    var body = body
    guard let piece = body.take(atMost: ConnectionHandler.piece) else {
      // The client was promised more bytes; that they will not come is seen by the connection's end.
      context.close(promise: nil)
      return
    }
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
