package import Diagnostics
package import SystemPackage

/// Shows a site while it is written: serves it on this machine only, looks again when something changes,
/// and tells the open pages.
package struct PreviewServer: Sendable {
  /// What is served, where, and what is watched.
  package struct Configuration: Sendable {
    /// The port, from 1 to 65535; 0 takes a free one.
    package var port: Int
    /// Files, and folders with everything below them, whose changes lead to a look.
    package var watched: [FilePath]
    /// The language of the words over and instead of pages.
    package var language: MessageLanguage
    /// How long changes are waited for.
    package var timing: WatchTiming
    /// Whether it looks from time to time without a notice of the system, wherever the files lie.
    package var polls: Bool
    /// Whether SIGINT and SIGTERM end it.
    package var endsOnSignals: Bool
    /// How much clients may take.
    package var limits: PreviewLimits

    package init(
      port: Int, watched: [FilePath],
      language: MessageLanguage = .japanese, timing: WatchTiming = WatchTiming(),
      polls: Bool = false,
      endsOnSignals: Bool = true, limits: PreviewLimits = PreviewLimits()
    ) {
      self.port = port
      self.watched = watched
      self.language = language
      self.timing = timing
      self.polls = polls
      self.endsOnSignals = endsOnSignals
      self.limits = limits
    }
  }

  /// Why a preview ended.
  package enum Ending: Sendable, Equatable {
    /// The task that ran it was cancelled.
    case cancelled
    /// SIGINT came, as from Ctrl-C.
    case interrupted
    /// SIGTERM came.
    case terminated
  }

  private let configuration: Configuration
  private let renew: @Sendable () async -> Renewal
  private let log: @Sendable (PreviewNotice) -> Void

  /// Joins what a preview needs; nothing happens yet.
  ///
  /// - Parameters:
  ///   - configuration: what is served, where, and what is watched.
  ///   - renew: looks at the catalogue again; never called while a call is under way.
  ///   - log: told what happens, from any thread.
  package init(
    configuration: Configuration, renew: @escaping @Sendable () async -> Renewal,
    log: @escaping @Sendable (PreviewNotice) -> Void
  ) {
    self.configuration = configuration
    self.renew = renew
    self.log = log
  }

  /// Listens, looks, and serves until the task is cancelled or a signal comes.
  ///
  /// A look that is under way is waited for.
  ///
  /// - Returns: what ended it.
  /// - Throws: ``PreviewFailure``.
  @discardableResult
  package func run() async throws -> Ending {
    guard (0...65_535).contains(configuration.port) else {
      throw PreviewFailure.noSuchPort(configuration.port)
    }
    let interruption = configuration.endsOnSignals ? try catchSignals() : nil
    // Begun before the first look, so that it misses nothing.
    let watcher = try FolderWatcher(
      configuration.watched, timing: configuration.timing, polls: configuration.polls)
    let state = PreviewState(run: String(UInt32.random(in: 1...UInt32.max), radix: 36))
    let (ready, readiness) = AsyncStream.makeStream(of: Void.self)
    do {
      return try await withThrowingTaskGroup(of: Ending.self) { group in
        defer { group.cancelAll() }
        group.addTask {
          try await serve(state) { readiness.finish() }
          return .cancelled
        }
        group.addTask {
          // A port that is taken is told before any time is spent on a look.
          for await _ in ready {}
          await keepFresh(watcher, state)
          return .cancelled
        }
        group.addTask {
          await beat(state)
          return .cancelled
        }
        if let interruption {
          group.addTask {
            let ending = await interruption.wait()
            if ending == .interrupted { log(.interrupted) }
            return ending
          }
        }
        return try await group.next() ?? .cancelled
      }
    } catch {
      if Task.isCancelled { return .cancelled }
      throw error
    }
  }

  private func catchSignals() throws(PreviewFailure) -> Interruption {
    do {
      return try Interruption()
    } catch {
      throw .cannotListen(reason: error.reason)
    }
  }

  private func serve(_ state: PreviewState, onReady: @escaping @Sendable () -> Void) async throws {
    let answers = PreviewAnswers(language: configuration.language)
    let listeners = LoopbackListeners(
      answers: answers, state: state, limits: configuration.limits)
    try await listeners.serve(port: configuration.port) { port, addresses in
      await state.listen(on: port)
      log(.listening(port: port, addresses: addresses))
      onReady()
    }
  }

  /// Looks at once and after every change, one look at a time: changes during a look wait in the queue of
  /// the watcher, and lead to one more.
  private func keepFresh(_ watcher: FolderWatcher, _ state: PreviewState) async {
    var watcher = watcher
    var shortfall: LocalisedText?
    if let reason = watcher.pollingReason { log(.polling(reason: reason)) }
    repeat {
      if Task.isCancelled { return }
      var renewal = await renew()
      // What is half done looks broken. While changes go on, they are looked at before a fault is told.
      for _ in 0..<5 {
        guard case .failed = renewal.outcome, watcher.isChanging() else { break }
        guard await watcher.nextChange() else { return }
        let next = await renew()
        if next.outcome != .unchanged { renewal = next }
      }
      await state.settle(renewal)
      if renewal.outcome != .unchanged { log(.built(renewal.outcome)) }
      if let reason = watcher.shortfall, reason != shortfall { log(.watchingLess(reason: reason)) }
      shortfall = watcher.shortfall
    } while await watcher.nextChange()
  }

  private func beat(_ state: PreviewState) async {
    while !Task.isCancelled {
      try? await Task.sleep(for: configuration.limits.heartbeat)
      await state.beat()
    }
  }
}
