private import Synchronization

/// How many connections and streams of events there are, over all threads.
final class ConnectionCount: Sendable {
  /// What becomes of a new connection.
  enum Admission: Sendable {
    /// It is served.
    case admitted
    /// It is told that there are too many.
    case refused
    /// It is closed without a word.
    case ignored
  }

  private let limits: PreviewLimits
  private let connections = Atomic(0)
  private let streams = Atomic(0)

  init(limits: PreviewLimits) {
    self.limits = limits
  }

  /// Counts a connection; ``leave()`` must follow, whatever becomes of it.
  func enter() -> Admission {
    let count = connections.add(1, ordering: .relaxed).newValue
    if count <= limits.connections { return .admitted }
    return count <= limits.connections + limits.refusals ? .refused : .ignored
  }

  /// Takes a connection away that is closed.
  func leave() {
    connections.subtract(1, ordering: .relaxed)
  }

  /// Counts a stream of events where there may be one more.
  func enterStream() -> Bool {
    if streams.add(1, ordering: .relaxed).newValue <= limits.eventStreams { return true }
    leaveStream()
    return false
  }

  /// Takes a stream away that is closed.
  func leaveStream() {
    streams.subtract(1, ordering: .relaxed)
  }
}
