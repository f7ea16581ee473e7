import Files
import Foundation
package import Publishing
package import SystemPackage
package import Testing

/// A folder in which builds are interrupted again and again, and what must be found in it afterwards.
package struct Interruption: Sendable {
  /// One way in which an edition is published.
  package struct Way: Sendable, CustomTestStringConvertible {
    package let start: EditionPair.Start
    package let system: InterruptedFiles.Shortcoming

    package init(start: EditionPair.Start, system: InterruptedFiles.Shortcoming) {
      self.start = start
      self.system = system
    }

    package var testDescription: String { "\(start), without \(system)" }

    /// Whether readers see one edition or the other at any moment.
    package var isWhole: Bool { system != .parent && system != .mount }

    package static let all =
      [Way(start: .nothing, system: .none), Way(start: .nothing, system: .links)]
      + InterruptedFiles.Shortcoming.allCases.map { Way(start: .edition, system: $0) }
  }

  private typealias Files = [String: [UInt8]]

  package let way: Way
  /// The folder that each run begins with.
  private let model: FilePath
  /// The folder of the run.
  package let run: FilePath
  private let isBuild: Bool
  private let old: Files
  private let new: Files
  /// What stands in the folder when a build is done.
  private let names: [String]

  /// Prepares a folder, and publishes once to learn what is right.
  ///
  /// If `isBuild`, a catalogue is built; else a few files are published.
  package init(_ way: Way, in folder: FilePath, isBuild: Bool = false) async throws {
    self.way = way
    self.isBuild = isBuild
    model = folder.appending("model")
    run = folder.appending("run")
    try await isBuild
      ? EditionPair.prepare(model, way.start) : EditionPair.prepareFiles(model, way.start)
    try FileManager.default.copyItem(atPath: model.string, toPath: run.string)
    let publication = try await Self.publish(
      run, InterruptedFiles(on: way.system), isBuild: isBuild)
    #expect(publication?.isWhole == way.isWhole)
    #expect(publication?.shortfall == nil)
    old = try Self.output(in: model)
    new = try Self.output(in: run)
    names = try FileStore().list(run).map(\.name)
    #expect(names == (isBuild ? ["catalogue.yml", "content", "public", "templates"] : ["public"]))
    #expect(new["things/c/index.html"] != nil && new["things/b/index.html"] == nil)
  }

  /// Runs `trial` with 1, 2, … in a new folder each time, as long as it tells that it was interrupted.
  ///
  /// - Returns: how many times.
  package func atEveryOperation(
    of start: FilePath? = nil, _ trial: (Int) async throws -> Bool
  ) async throws -> Int {
    var place = 1
    repeat {
      try renew(from: start)
      if try await !trial(place) { return place - 1 }
      place += 1
    } while true
  }

  /// Makes the folder of the run as the model is.
  package func renew(from start: FilePath? = nil) throws {
    if TestFiles.exists(run) { try FileManager.default.removeItem(atPath: run.string) }
    try FileManager.default.copyItem(atPath: (start ?? model).string, toPath: run.string)
  }

  /// Publishes the new edition in the folder of the run.
  package func publish(_ files: InterruptedFiles) async throws -> Publication? {
    try await Self.publish(run, files, isBuild: isBuild)
  }

  private static func publish(
    _ folder: FilePath, _ files: InterruptedFiles, isBuild: Bool
  ) async throws -> Publication? {
    if isBuild {
      return try await Build(EditionPair.options(folder), files: files.store).run().publication
    }
    return try await EditionPair.publishFiles(in: folder, files.store)
  }

  /// Whether the run's folder is as it was.
  package func isUntouched() throws -> Bool {
    try FileStore().list(run) == FileStore().list(model) && Self.output(in: run) == old
  }

  private static func output(in folder: FilePath) throws -> Files {
    let output = folder.appending("public")
    return TestFiles.exists(output) ? try TestFiles.all(in: output) : [:]
  }

  /// Expects one edition or the other, or a mixture where the way promises no more.
  package func expectSound(_ place: Comment) throws {
    func own(_ files: Files) -> Files {
      files.filter { EditionPair.others[$0.key] == nil && !$0.key.hasPrefix(".mokuroku") }
    }
    let found = own(try Self.output(in: run))
    if way.isWhole {
      // Between two renames there is none.
      #expect(found.isEmpty || found == own(old) || found == own(new), place)
    } else {
      for (path, bytes) in found where !path.hasPrefix("build") {
        #expect(old[path] == bytes || new[path] == bytes, place)
      }
    }
  }

  /// Builds again and expects the new edition, what others put there, and nothing beside it.
  package func expectRecovery(_ place: Comment) async throws {
    let publication = try await publish(InterruptedFiles(on: way.system))
    #expect(publication != nil && publication?.shortfall == nil, place)
    let found = try Self.output(in: run)
    var expected = new
    if found[Manifest.formerName] == nil, let list = expected[Manifest.formerName] {
      // A build that was stopped after the switch finds its own edition, which has no former files.
      for path in expected.keys where String(decoding: list, as: UTF8.self).contains(path) {
        expected[path] = nil
      }
      expected[Manifest.formerName] = nil
    }
    #expect(found == expected, place)
    #expect(try FileStore().list(run).map(\.name) == names, place)
  }
}
