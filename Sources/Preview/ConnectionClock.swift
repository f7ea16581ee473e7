import NIOCore

/// Says when a connection has waited long enough; stays on the event loop of the connection.
///
/// The time is put off for every request. What is scheduled is left as it is then, and looks again when
/// its turn comes.
final class ConnectionClock {
  private let loop: NIOIsolatedEventLoop
  private let onElapsed: () -> Void
  private var deadline: NIODeadline?
  private var scheduled: (instant: NIODeadline, task: Scheduled<Void>)?

  /// Makes a clock that is not running.
  ///
  /// - Parameters:
  ///   - loop: the event loop of the connection.
  ///   - onElapsed: called when a time is over; not called again without a new time.
  init(on loop: NIOIsolatedEventLoop, onElapsed: @escaping () -> Void) {
    self.loop = loop
    self.onElapsed = onElapsed
  }

  /// Lets `time` pass from now on, in place of what was left; nil lets it pass without end.
  func allow(_ time: TimeAmount?) {
    deadline = time.map { NIODeadline.now() + $0 }
    guard let deadline else { return }
    if let scheduled, scheduled.instant <= deadline { return }
    schedule(deadline)
  }

  /// Ends it: nothing is scheduled any more.
  func stop() {
    deadline = nil
    scheduled?.task.cancel()
    scheduled = nil
  }

  private func schedule(_ instant: NIODeadline) {
    scheduled?.task.cancel()
    scheduled = (instant, loop.scheduleTask(deadline: instant) { self.look() })
  }

  private func look() {
    scheduled = nil
    guard let deadline else { return }
    if NIODeadline.now() < deadline { return schedule(deadline) }
    self.deadline = nil
    onElapsed()
  }
}
