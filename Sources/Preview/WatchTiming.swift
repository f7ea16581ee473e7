/// How long changes are waited for.
package struct WatchTiming: Sendable {
  /// How long nothing must happen before a burst counts as over.
  package var quiet = Duration.milliseconds(40)
  /// How long a burst is waited out.
  package var longest = Duration.seconds(1)
  /// How long nothing must be written to a file that is not closed, and how long it is waited for.
  package var writing = (quiet: Duration.seconds(1), longest: Duration.seconds(10))
  /// How long it takes until the next look, where the system does not tell every change.
  package var shortestPoll = Duration.seconds(1)

  package init() {}

  func quiet(isWriting: Bool) -> Duration { isWriting ? writing.quiet : quiet }

  func longest(isWriting: Bool) -> Duration { isWriting ? writing.longest : longest }

  /// When to look again after a look that took `duration`, so that looking is a fifth of the time at most.
  func poll(after duration: Duration?) -> Duration {
    max(shortestPoll, (duration ?? .zero) * 4)
  }
}
