package import Files
import Foundation
package import Publishing
package import SystemPackage

/// Two editions of a tiny catalogue: the one that stands and the one that is built over it.
package struct EditionPair: Sendable {
  /// What is in the folder at first.
  package enum Start: String, Sendable, CaseIterable {
    /// No output.
    case nothing
    /// The old edition, with a file and a folder that others put there.
    case edition
  }

  private static let definition = """
    site:
      title: 試験目録
      base_url: https://example.jp/
      keep: [CNAME, .git]
    collections:
      things:
        label: もの
        fields:
          title: {type: text, label: 名称, required: true}
          yomi: {type: reading, label: 読み}

    """

  private static func catalogue(_ titles: [String: String], picture: [UInt8]) -> TestCatalogue {
    var catalogue = TestCatalogue(definition: definition, assets: ["content/assets/a.gif": picture])
    catalogue.records = titles.sorted { $0.key < $1.key }.map { id, title in
      TestRecord("things/\(id)", title)
    }
    return catalogue
  }

  private static let old = catalogue(["a": "甲", "b": "乙"], picture: [1, 2, 3])
  private static let new = catalogue(["a": "甲二", "c": "丙"], picture: [4, 5, 6])

  /// Lays a catalogue out in `folder`: the sources of the new edition beside what `start` says.
  package static func prepare(_ folder: FilePath, _ start: Start) async throws {
    try new.write(to: folder)
    guard start == .edition else { return }
    let former = folder.appending("former")
    try old.write(to: former)
    let outcome = try await Build(options(former, output: former.appending("public"))).run()
    precondition(outcome.isPublished, "the model has a fault")
    try FileManager.default.moveItem(
      atPath: former.appending("public").string, toPath: folder.appending("public").string)
    try FileManager.default.removeItem(atPath: former.string)
    for (path, text) in others { try TestFiles.write(text, to: folder.appending("public/" + path)) }
  }

  /// What others put into the output.
  package static let others = ["CNAME": "example.jp\n", ".git/HEAD": "ref: refs/heads/main\n"]

  /// Lays out in `folder` what `prepare` does, with files that need no catalogue: few, so that a test can
  /// stop at each of their operations in every way.
  package static func prepareFiles(_ folder: FilePath, _ start: Start) async throws {
    try FileStore().makeFolder(folder)
    guard start == .edition else { return }
    _ = try await publish(oldFiles, recordCount: 2, in: folder, FileStore())
    for (path, text) in others { try TestFiles.write(text, to: folder.appending("public/" + path)) }
  }

  /// Publishes the new edition of those files.
  package static func publishFiles(
    in folder: FilePath, _ files: FileStore
  ) async throws -> Publication {
    try Publisher.prepare(folder.appending("public"), root: folder, files)
    return try await publish(newFiles, recordCount: 2, in: folder, files)
  }

  private static func publish(
    _ outputs: [OutputFile], recordCount: Int, in folder: FilePath, _ files: FileStore
  ) async throws -> Publication {
    let request = Publisher.Request(
      output: folder.appending("public"), root: folder, keep: ["CNAME", ".git"],
      recordCount: recordCount, version: "test")
    return try await Publisher.inSomeWay { way in
      try await Publisher.publish(request, way, files) { publisher in
        try outputs.map { try publisher.write($0) }
      }
    }
  }

  private static func file(_ path: String, _ text: String) -> OutputFile {
    OutputFile(
      path: path, bytes: Array(text.utf8), isNamedByContent: path.hasPrefix("files/"))
  }

  private static let oldFiles = [
    file("index.html", "甲、乙"), file("things/a/index.html", "甲"), file("things/b/index.html", "乙"),
    file("data/same.csv", "同じ"), file("files/a.123.gif", "123"), file("files/s.000.gif", "000"),
  ]
  private static let newFiles = [
    file("index.html", "甲二、丙"), file("things/a/index.html", "甲二"),
    file("things/c/index.html", "丙"), file("data/same.csv", "同じ"), file("files/a.456.gif", "456"),
    file("files/s.000.gif", "000"),
  ]

  /// A build of the new edition.
  package static func options(_ folder: FilePath, output: FilePath? = nil) -> Build.Options {
    Build.Options(
      root: folder, output: output ?? folder.appending("public"), workers: 1, version: "test")
  }
}
