import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import Files
@testable import Publishing
@testable import Workspace

/// A build is stopped, or disturbed, at every single file operation; the next one must put all right.
@Suite("Builds that are stopped")
struct InterruptionTests {
  @Test("wherever publishing is stopped, the next build publishes", arguments: Interruption.Way.all)
  func recovers(_ way: Interruption.Way) async throws {
    try await withTemporaryFolder { folder in
      let trial = try await Interruption(way, in: folder)
      let count = try await trial.atEveryOperation { place in
        let files = InterruptedFiles(at: place, .stop, on: way.system)
        _ = try? await trial.publish(files)
        try trial.expectSound("stopped at \(place)")
        try await trial.expectRecovery("stopped at \(place)")
        return files.isReached
      }
      #expect(count > 60)
    }
  }

  @Test("wherever an operation fails, the output is sound", arguments: Interruption.Way.all)
  func survivesFailures(_ way: Interruption.Way) async throws {
    try await withTemporaryFolder { folder in
      let trial = try await Interruption(way, in: folder)
      _ = try await trial.atEveryOperation { place in
        // A full disk and a broken one in turn.
        let code = place.isMultiple(of: 2) ? Errno.noSpace : .ioError
        let files = InterruptedFiles(at: place, .fail(code), on: way.system)
        let publication = try? await trial.publish(files)
        try trial.expectSound("failed at \(place)")
        if publication != nil {
          let page = try TestFiles.text(trial.run.appending("public/things/a/index.html"))
          #expect(page == "甲二", "failed at \(place)")
        }
        try await trial.expectRecovery("failed at \(place)")
        return files.isReached
      }
    }
  }

  @Test(
    "a build that is stopped while it puts right what another left is put right too",
    arguments: Interruption.Way.all.filter { $0.start == .edition && $0.system != .links })
  func recoversTwice(_ way: Interruption.Way) async throws {
    try await withTemporaryFolder { folder in
      let trial = try await Interruption(way, in: folder)
      let whole = InterruptedFiles(on: way.system)
      try trial.renew()
      _ = try await trial.publish(whole)
      let torn = folder.appending("torn")
      // The last operations are the switch and what follows it.
      for first in stride(from: whole.count - 36, to: whole.count, by: 9) {
        try trial.renew()
        _ = try? await trial.publish(InterruptedFiles(at: first, .stop, on: way.system))
        try? FileManager.default.removeItem(atPath: torn.string)
        try FileManager.default.copyItem(atPath: trial.run.string, toPath: torn.string)
        _ = try await trial.atEveryOperation(of: torn) { second in
          let files = InterruptedFiles(at: second, .stop, on: way.system)
          _ = try? await trial.publish(files)
          try await trial.expectRecovery("stopped at \(first) and \(second)")
          return files.isReached
        }
      }
    }
  }

  @Test("wherever a whole build is stopped, reading included, the next one publishes")
  func recoversBuilds() async throws {
    try await withTemporaryFolder { folder in
      let trial = try await Interruption(
        Interruption.Way(start: .edition, system: .none), in: folder, isBuild: true)
      let count = try await trial.atEveryOperation { place in
        let files = InterruptedFiles(at: place, .stop)
        _ = try? await trial.publish(files)
        // Before the lock is taken nothing has happened.
        if try !trial.isUntouched() {
          try trial.expectSound("stopped at \(place)")
          try await trial.expectRecovery("stopped at \(place)")
        }
        return files.isReached
      }
      #expect(count > 300)
    }
  }
}
