import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import Files

@Suite("The working folder")
struct WorkingFolderTests {
  private static let real = FilePath(
    URL(fileURLWithPath: FileManager.default.currentDirectoryPath).resolvingSymlinksInPath().path)

  @Test(
    "a relative path becomes absolute",
    arguments: [
      (".", ""), ("", ""), ("a", "a"), ("./a/./b/", "a/b"), ("a/../b", "a/../b"), ("a/..", "a/.."),
    ])
  func makesAbsolute(_ path: String, _ expected: String) {
    for shellFolder in [nil, "", ".", "relative", "/", "/nowhere", Self.real.string + "/."] {
      let absolute = WorkingFolder.absolute(FilePath(path), shellFolder: shellFolder)
      #expect(absolute == Self.real.appending(expected), "\(shellFolder ?? "nil")")
    }
  }

  @Test("an absolute path stays as it is", arguments: ["/", "/a/../b", "/a/./b"])
  func keepsAbsolutePaths(_ path: String) {
    #expect(WorkingFolder.absolute(FilePath(path), shellFolder: "/a") == FilePath(path))
  }

  @Test(
    "links by which the shell came into the folder stay, and what is above is above the real folder"
  )
  func keepsLinks() async throws {
    try await withTemporaryFolder { folder in
      let link = folder.appending("link")
      try FileManager.default.createSymbolicLink(
        atPath: link.string, withDestinationPath: Self.real.string)
      func absolute(_ path: FilePath) -> FilePath {
        WorkingFolder.absolute(path, shellFolder: link.string)
      }
      #expect(absolute(".") == link)
      #expect(absolute("a") == link.appending("a"))
      #expect(absolute("..") == Self.real.removingLastComponent())
      #expect(absolute("./.././a") == Self.real.removingLastComponent().appending("a"))
    }
  }
}
