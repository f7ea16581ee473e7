import NIOCore

/// A page that asked for events, and the connection it hears them on.
struct EventSubscription: Sendable {
  let channel: any Channel
  /// The generation that the page was told.
  let generation: String?

  /// Sends events until the page leaves or the task is cancelled; the connection is closed then.
  ///
  /// The next event waits until the system took the last one, so that a page that does not read costs
  /// no more than ``PreviewState`` keeps for it.
  func serve(_ state: PreviewState) async {
    let events = await state.events(since: generation)
    await withDiscardingTaskGroup { group in
      group.addTask {
        for await event in events {
          do {
            try await channel.writeAndFlush(ByteBuffer(bytes: event.bytes))
          } catch { break }
        }
        channel.close(promise: nil)
      }
      try? await channel.closeFuture.get()
      group.cancelAll()
    }
  }
}
