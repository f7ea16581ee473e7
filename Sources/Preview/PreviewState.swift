private import Synchronization

/// What the preview knows about the site: what is shown, how the last look ended, who listens for the next.
package actor PreviewState {
  /// How the site stands.
  package enum Condition: Sendable, Equatable {
    /// The first look is not over.
    case building
    /// The edition is the newest.
    case good
    /// The last look failed, with this text; an older edition may be shown.
    case failed(String)
  }

  /// What one request needs to know, taken at one instant.
  package struct View: Sendable {
    /// A name that no two editions share, also not over restarts of the preview.
    package let generation: String
    package let condition: Condition
    /// The port the preview listens on; 0 before it does.
    package let port: Int
    /// The edition of this generation; nil before there is one.
    package let edition: (any PreviewEdition)?
  }

  /// How many events wait for a page that does not read; the last ones say all that it must know.
  private static let memory = 16

  private let run: String
  private var number = 0
  private var condition = Condition.building { didSet { show() } }
  private var port = 0 { didSet { show() } }
  private var edition: (any PreviewEdition)?
  /// The warnings of the edition.
  private var warnings: PreviewWarnings?
  /// What is told without waiting for a turn: requests are answered on threads of their own.
  private nonisolated let shown: Mutex<View>
  private var listeners: [Int: AsyncStream<ServerSentEvent>.Continuation] = [:]
  private var lastListener = 0

  /// Starts with no build done.
  ///
  /// - Parameter run: letters and digits that tell this run of the preview from others.
  package init(run: String) {
    self.run = run
    shown = Mutex(View(generation: "\(run)-0", condition: .building, port: 0, edition: nil))
  }

  /// The state at this instant.
  package nonisolated var view: View { shown.withLock { $0 } }

  /// The number of pages that listen.
  package var listenerCount: Int { listeners.count }

  /// Takes note of the port once it is known.
  package func listen(on port: Int) {
    self.port = port
  }

  /// Takes note of what came of a look and tells the pages.
  package func settle(_ renewal: Renewal) {
    switch renewal.outcome {
    case .unchanged: break
    case .published:
      if case .failed = condition { send(.healed) }
      number += 1
      let former = edition
      edition = renewal.edition
      warnings = renewal.warnings
      condition = .good
      send(.reload)
      // An edition is large; the former one is taken apart once the pages were told.
      Task.detached(priority: .background) { withExtendedLifetime(former) {} }
    case .failed(let text), .trouble(let text):
      condition = .failed(text)
      send(.errors(text))
    }
  }

  /// Begins to listen for a page.
  ///
  /// - Parameter generation: the generation the page was told; nil is taken for a current one.
  /// - Returns: the events for the page, beginning with what it missed since it was made.
  package func events(since generation: String?) -> AsyncStream<ServerSentEvent> {
    let (stream, continuation) = AsyncStream.makeStream(
      of: ServerSentEvent.self, bufferingPolicy: .bufferingNewest(PreviewState.memory))
    lastListener += 1
    let listener = lastListener
    listeners[listener] = continuation
    continuation.onTermination = { [weak self] _ in
      Task { await self?.forget(listener) }
    }
    continuation.yield(.opening)
    if let generation, generation != view.generation {
      continuation.yield(.reload)
    } else if case .failed(let text) = condition {
      continuation.yield(.errors(text))
    } else if let warnings {
      continuation.yield(.warnings(warnings.text, count: warnings.count))
    }
    return stream
  }

  /// Sends something that changes nothing to every page, so that dead connections are found.
  package func beat() {
    send(.heartbeat)
  }

  private func show() {
    let view = View(
      generation: "\(run)-\(number)", condition: condition, port: port, edition: edition)
    shown.withLock { $0 = view }
  }

  private func forget(_ listener: Int) {
    listeners[listener] = nil
  }

  private func send(_ event: ServerSentEvent) {
    // Each listener has a stream of its own; the order among them is nothing anyone sees.
    for continuation in listeners.values { continuation.yield(event) }
  }
}
