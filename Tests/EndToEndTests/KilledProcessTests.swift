import Foundation
import SystemPackage
import TestSupport
import Testing

/// A real process is killed with SIGKILL at every single file operation; the next build must put all right.
///
/// What `InterruptionTests` does with operations that fail from a point on is done here with what the
/// system itself leaves of a process: no `defer` runs, no lock is released by hand.
@Suite("Processes that are killed")
struct KilledProcessTests {
  private static let isSoak =
    ProcessInfo.processInfo.environment["MOKUROKU_SOAK"] != nil

  /// Runs the process that dies before the operation `place`.
  ///
  /// - Returns: whether it was killed there; false when it came to its end before.
  private func kill(_ trial: Interruption, at place: Int, isBuild: Bool) async throws -> Bool {
    let run = try await CommandRun(
      [trial.run.string, trial.way.system.rawValue, "\(place)"] + (isBuild ? ["--build"] : []),
      of: CommandRun.executable("mokuroku-interrupted"), in: "/")
    if run.isKilled {
      #expect(run.status == SIGKILL, "\(run.complaints)")
      return true
    }
    #expect(run.status == 0, "ended at \(place): \(run.complaints)")
    return false
  }

  @Test("wherever publishing is killed, the next build publishes", arguments: Interruption.Way.all)
  func recovers(_ way: Interruption.Way) async throws {
    try await withTemporaryFolder { folder in
      let trial = try await Interruption(way, in: folder)
      let count = try await trial.atEveryOperation { place in
        let isKilled = try await kill(trial, at: place, isBuild: false)
        try trial.expectSound("killed at \(place)")
        try await trial.expectRecovery("killed at \(place)")
        return isKilled
      }
      // As many as the operations that fail one by one in the tests of one process.
      let whole = InterruptedFiles(on: way.system)
      try trial.renew()
      _ = try await trial.publish(whole)
      #expect(count == whole.count && count > 60)
    }
  }

  @Test("wherever a whole build is killed, reading included, the next one publishes")
  func recoversBuilds() async throws {
    let step = Self.isSoak ? 1 : 7
    try await withTemporaryFolder { folder in
      let trial = try await Interruption(
        Interruption.Way(start: .edition, system: .none), in: folder, isBuild: true)
      let count = try await trial.atEveryOperation { number in
        let place = (number - 1) * step + 1
        let isKilled = try await kill(trial, at: place, isBuild: true)
        // Before the lock is taken nothing has happened.
        if try !trial.isUntouched() {
          try trial.expectSound("killed at \(place)")
          try await trial.expectRecovery("killed at \(place)")
        }
        return isKilled
      }
      #expect(count * step > 300)
    }
  }
}
