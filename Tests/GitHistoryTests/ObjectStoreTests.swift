import Files
import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import GitHistory

@Suite("Objects of git", .enabled(if: TestNeed.git.isThere))
struct ObjectStoreTests {
  /// Texts of every kind for the compression: nothing, noise, repetition, long matches, all bytes.
  private static func blobs() -> [[UInt8]] {
    var random = SeededGenerator(state: 7)
    let noise = (0..<70_000).map { _ in UInt8.random(in: 0...255, using: &random) }
    let words = (0..<20_000).map { _ in
      ["施策", "拠点", "予算", "\n", "a"][Int.random(in: 0..<5, using: &random)]
    }
    let text = Array(words.joined().utf8)
    return [
      [], [0], Array(repeating: 65, count: 200_000), noise, text, text + noise.prefix(300),
      Array(text.dropFirst(40_000)) + text.prefix(40_000), Array(0...255),
    ]
  }

  /// A repository with the blobs, and their names.
  private static func repository(
    in root: FilePath, isPacked: Bool
  ) throws -> (TestRepository, [ObjectID]) {
    var repository = try TestRepository(root)
    for (number, blob) in blobs().enumerated() {
      try TestFiles.write(blob, to: root.appending("content/x/\(number).md"))
    }
    try repository.commit([:])
    if isPacked { try repository.git(["gc", "--quiet", "--aggressive", "--prune=now"]) }
    let names = try blobs().indices.map { number in
      let name = try repository.git(["rev-parse", "HEAD:content/x/\(number).md"])
      return try #require(ObjectID(hexadecimal: Array(name.utf8).dropLast()))
    }
    return (repository, names)
  }

  @Test("every object is read as git wrote it", arguments: [false, true])
  func readsObjects(_ isPacked: Bool) async throws {
    try await withTemporaryFolder { root in
      let (_, names) = try Self.repository(in: root, isPacked: isPacked)
      var store = try ObjectStore(root.appending(".git"), idLength: 20, FileStore())
      for (name, blob) in zip(names, Self.blobs()) {
        let object = try store.object(name)
        #expect(object.kind == .blob)
        #expect(object.bytes == blob)
      }
      #expect(throws: GitTrouble.missing) {
        _ = try store.object(ObjectID(Array(repeating: 1, count: 20)[...]))
      }
    }
  }

  @Test("a repository with other bytes is unreadable, and nothing worse", arguments: [false, true])
  func survivesDamage(_ isPacked: Bool) async throws {
    try await withTemporaryFolder { root in
      let (repository, _) = try Self.repository(in: root, isPacked: isPacked)
      var random = SeededGenerator(state: 11)
      let objects = root.appending(".git/objects")
      let files = try TestFiles.all(in: objects).filter {
        $0.key.hasSuffix(".pack") || $0.key.hasSuffix(".idx") || $0.key.prefix(3).hasSuffix("/")
      }
      for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
        let path = objects.appending(name)
        try FileManager.default.setAttributes(
          [.posixPermissions: 0o644], ofItemAtPath: path.string)
        for _ in 0..<(isPacked ? 40 : 8) {
          var damaged = bytes
          for _ in 0..<Int.random(in: 1...4, using: &random) {
            // The heads of the files are where their forms are decided.
            let most = Bool.random(using: &random) ? min(damaged.count, 64) : damaged.count
            damaged[Int.random(in: 0..<most, using: &random)] =
              UInt8.random(in: 0...255, using: &random)
          }
          if Bool.random(using: &random) {
            damaged.removeLast(Int.random(in: 0..<damaged.count, using: &random))
          }
          try TestFiles.write(damaged, to: path)
          _ = GitHistory.read(repository.folder)
        }
        try TestFiles.write(bytes, to: path)
      }
      #expect(GitHistory.read(repository.folder).shortfall == nil)
    }
  }

  /// Compressed bytes that are none, or that go on without end.
  private static let hostile: [[UInt8]] = [
    [], [0x78], [0x78, 0x9c], [0x78, 0x9c, 7], [0x78, 0x9c, 6], [0x79, 0x9c, 3, 0],
    [0x78, 0x9c, 1, 5, 0, 0xfa, 0xff, 65], [0x78, 0x9c, 1, 5, 0, 0, 0, 65],
    // A copy of what was never written.
    [0x78, 0x9c, 0x03, 0x42, 0, 0], Array([0x78, 0x9c]) + Array(repeating: 0xff, count: 400),
    Array([0x78, 0x9c, 5]) + Array(repeating: 0, count: 400),
    Array([0x78, 0x9c, 0xed, 0xff]) + Array(repeating: 0x55, count: 400),
  ]

  @Test("what is not compressed by zlib is refused", arguments: hostile.indices)
  func refuses(_ place: Int) {
    #expect(throws: GitTrouble.self) {
      _ = try Inflater.inflate(Self.hostile[place], atMost: 1_000)
    }
  }

  /// Differences that name more than there is.
  private static let differences: [[UInt8]] = [
    [], [3], [3, 200], [2, 1, 1, 65], [3, 1, 0], [3, 1, 2, 65], [3, 2, 1, 65], [3, 9, 0x91, 1, 9],
    [3, 1, 0x90], [3, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 1],
  ]

  @Test("a difference that does not fit is refused", arguments: differences.indices)
  func refusesDifferences(_ place: Int) throws {
    #expect(throws: GitTrouble.self) {
      _ = try ObjectStore.applying(Self.differences[place], to: [1, 2, 3], atMost: 1_000)
    }
    #expect(
      try ObjectStore.applying([3, 4, 1, 65, 0x90, 3], to: [1, 2, 3], atMost: 1_000)
        == [65, 1, 2, 3])
  }
}
