/// How long each stage of a build took; never written into the site.
package struct StageTimings: Sendable {
  /// The stages in their order, in seconds.
  package private(set) var stages: [(name: String, seconds: Double)] = []
  private var last = ContinuousClock.now

  /// Starts the clock.
  package init() {}

  /// Ends a stage that began when the last one ended.
  package mutating func mark(_ name: String) {
    let now = ContinuousClock.now
    let parts = (now - last).components
    stages.append((name, Double(parts.seconds) + Double(parts.attoseconds) / 1e18))
    last = now
  }
}
