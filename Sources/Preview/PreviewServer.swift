package import Diagnostics
package import SystemPackage

/// Shows a site while it is written: serves the published folder on this machine only, builds anew when
/// something changes, and tells the open pages.
package struct PreviewServer: Sendable {
  /// What is served, where, and what is watched.
  package struct Configuration: Sendable {
    /// The folder that builds publish to.
    package var root: FilePath
    /// A file at the top of `root` without which it is not taken for an edition of the site.
    package var mark: String
    /// The port, from 1 to 65535; 0 takes a free one.
    package var port: Int
    /// Files, and folders with everything below them, whose changes lead to a build.
    package var watched: [FilePath]
    /// The language of the words over and instead of pages.
    package var language: MessageLanguage
    /// How long nothing must happen before a change counts as over.
    package var quiet: Duration
    /// Whether SIGINT and SIGTERM end it.
    package var endsOnSignals: Bool
    /// How much clients may take.
    package var limits: PreviewLimits

    package init(
      root: FilePath, mark: String = "build.json", port: Int, watched: [FilePath],
      language: MessageLanguage = .japanese, quiet: Duration = .milliseconds(60),
      endsOnSignals: Bool = true, limits: PreviewLimits = PreviewLimits()
    ) {
      self.root = root
      self.mark = mark
      self.port = port
      self.watched = watched
      self.language = language
      self.quiet = quiet
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
  private let rebuild: @Sendable () async -> RebuildOutcome
  private let log: @Sendable (PreviewNotice) -> Void

  /// Joins what a preview needs; nothing happens yet.
  ///
  /// - Parameters:
  ///   - configuration: what is served, where, and what is watched.
  ///   - rebuild: builds and publishes the site; never called while a call is under way.
  ///   - log: told what happens, from any thread.
  package init(
    configuration: Configuration, rebuild: @escaping @Sendable () async -> RebuildOutcome,
    log: @escaping @Sendable (PreviewNotice) -> Void
  ) {
    self.configuration = configuration
    self.rebuild = rebuild
    self.log = log
  }

  /// Listens, builds, and serves until the task is cancelled or a signal comes.
  ///
  /// A build that is under way is waited for.
  ///
  /// - Returns: what ended it.
  /// - Throws: ``PreviewFailure``.
  @discardableResult
  package func run() async throws -> Ending {
    guard (0...65_535).contains(configuration.port) else {
      throw PreviewFailure.noSuchPort(configuration.port)
    }
    let interruption = configuration.endsOnSignals ? try catchSignals() : nil
    // Begun before the first build, so that it misses nothing.
    let watcher = try FolderWatcher(configuration.watched, quiet: configuration.quiet)
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
          // A port that is taken is told before any time is spent on a build.
          for await _ in ready {}
          await keepBuilt(watcher, state)
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
    let answers = PreviewAnswers(
      site: StaticSite(root: configuration.root, mark: configuration.mark),
      language: configuration.language)
    let listeners = LoopbackListeners(
      answers: answers, state: state, limits: configuration.limits)
    try await listeners.serve(port: configuration.port) { port, addresses in
      await state.listen(on: port)
      log(.listening(port: port, addresses: addresses))
      onReady()
    }
  }

  /// Builds at once and after every change, one build at a time: changes during a build wait in the
  /// queue of the watcher, and lead to one more.
  private func keepBuilt(_ watcher: FolderWatcher, _ state: PreviewState) async {
    var watcher = watcher
    var shortfall: LocalisedText?
    repeat {
      if Task.isCancelled { return }
      let outcome = await rebuild()
      await state.settle(outcome)
      log(.built(outcome))
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
