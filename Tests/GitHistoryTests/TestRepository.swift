import CatalogueModel
import Foundation
import JapaneseText
import SystemPackage
import TestSupport
import Testing

@testable import GitHistory

/// A repository that git itself makes, one commit a minute.
struct TestRepository {
  let folder: FilePath
  private var minute = 0

  /// The instant of the commit after `minutes` others: 2026-01-01T09:00:00+09:00 is that of the first.
  static func seconds(_ minutes: Int) -> Int { 1_767_225_600 + minutes * 60 }

  /// Makes a repository in a new folder.
  init(_ folder: FilePath, _ options: String...) throws {
    self.folder = folder
    try FileManager.default.createDirectory(
      atPath: folder.string, withIntermediateDirectories: true)
    try git(["init", "--quiet", "--initial-branch=main"] + options)
  }

  /// What git says; a failure of the test where it fails.
  @discardableResult
  func git(_ arguments: [String]) throws -> String {
    try Self.git(arguments, in: folder, minute: minute)
  }

  /// The same in any folder.
  @discardableResult
  static func git(
    _ arguments: [String], in folder: FilePath, minute: Int = 0
  ) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git", "-c", "advice.detachedHead=false"] + arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder.string)
    var environment = ProcessInfo.processInfo.environment
    for name in environment.keys where name.hasPrefix("GIT_") { environment[name] = nil }
    environment["GIT_CONFIG_GLOBAL"] = "/dev/null"
    environment["GIT_CONFIG_NOSYSTEM"] = "1"
    for name in ["GIT_AUTHOR", "GIT_COMMITTER"] {
      environment[name + "_NAME"] = "甲"
      environment[name + "_EMAIL"] = "a@example.jp"
      environment[name + "_DATE"] = "\(seconds(minute)) -0500"
    }
    process.environment = environment
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    let complaint = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    if process.terminationStatus != 0 {
      throw Refusal(
        arguments: arguments, complaint: String(decoding: complaint, as: UTF8.self))
    }
    return String(decoding: said, as: UTF8.self)
  }

  struct Refusal: Error {
    let arguments: [String]
    let complaint: String
  }

  /// Writes files, removes those whose text is nil, and commits all.
  mutating func commit(_ files: KeyValuePairs<String, String?>) throws {
    for (name, text) in files {
      let path = folder.appending(name)
      if let text { try TestFiles.write(text, to: path) } else { try TestFiles.remove(path) }
    }
    try git(["add", "--all"])
    try commit(["--allow-empty"])
  }

  /// Makes a commit with other options.
  mutating func commit(_ options: [String]) throws {
    try git(["commit", "--quiet", "--message=変更"] + options)
    minute += 1
  }

  /// Merges a branch with a commit of its own.
  mutating func merge(_ branch: String) throws {
    try git(["merge", "--quiet", "--no-ff", "--strategy-option=ours", "--message=合流", branch])
    minute += 1
  }

  /// What is read of the history: a line for each file, `新 a 0` for one that the first commit made.
  func history(at name: String = "") -> [String]? {
    Self.lines(GitHistory.read(name.isEmpty ? folder : folder.appending(name)))
  }

  static func lines(_ history: GitHistory) -> [String]? {
    history.content?.changes.map { change in
      let minute = (change.instant.seconds - seconds(0)) / 60
      return "\(change.isNew ? "新" : "変") \(change.path.dropFirst(8).dropLast(3)) \(minute)"
    }
  }
}
