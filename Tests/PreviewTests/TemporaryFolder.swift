import Foundation
import SystemPackage

/// A folder for one test, removed with everything in it when the test lets go of it.
final class TemporaryFolder: Sendable {
  let path: FilePath

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(
      component: "preview-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = FilePath(url.resolvingSymlinksInPath().path)
  }

  deinit { try? FileManager.default.removeItem(atPath: path.string) }

  func full(_ name: String) -> String { path.appending(name).string }

  /// Writes in place, as `cat >` does, making the folders above.
  func write(_ name: String, _ text: String) throws {
    let above = FilePath(full(name)).removingLastComponent().string
    try FileManager.default.createDirectory(atPath: above, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: full(name)))
  }

  /// Writes beside the file and puts the new one in its place, as most editors do.
  func save(_ name: String, _ text: String) throws {
    let draft = FilePath(name).removingLastComponent().appending(".draft").string
    try write(draft, text)
    rename(draft, name)
  }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: full(name), withIntermediateDirectories: true)
  }

  /// Puts `source` in the place of `target` in one step, as `mv -T` does.
  func rename(_ source: String, _ target: String) {
    precondition(Foundation.rename(full(source), full(target)) == 0)
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: full(name))
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: full(name), withDestinationPath: target)
  }
}

/// A small generator whose numbers a seed decides (SplitMix64).
struct SmallRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
