import Foundation
import SystemPackage
import Testing

@testable import Preview

/// The system queues its notices while a change is made, so that nothing here has to wait for them.
struct FolderWatcherTests {
  private let folder: TemporaryFolder
  private var watcher: FolderWatcher

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("catalogue.yml", "title: 目録")
    try folder.write("content/programmes/tia.md", "TIA")
    try folder.write("public/index.html", "")
    watcher = try FolderWatcher(
      ["content", "templates", "catalogue.yml"].map { folder.path.appending($0) },
      quiet: .milliseconds(20))
  }

  @Test mutating func isSilentWhileNothingHappens() throws {
    _ = try String(contentsOfFile: folder.full("content/programmes/tia.md"), encoding: .utf8)
    #expect(!watcher.takeChanges())
  }

  @Test mutating func noticesASaveInPlace() throws {
    try folder.write("content/programmes/tia.md", "TIA 2")
    #expect(watcher.takeChanges())
    #expect(!watcher.takeChanges())
  }

  @Test(arguments: ["content/programmes/tia.md", "catalogue.yml"])
  mutating func noticesAnAtomicSaveAgainAndAgain(_ name: String) throws {
    for round in 0..<3 {
      let draft = FilePath(name).removingLastComponent().appending(".draft").string
      try folder.write(draft, "\(round)")
      #expect(!watcher.takeChanges())
      folder.rename(draft, name)
      #expect(watcher.takeChanges())
    }
  }

  @Test mutating func noticesADeletion() throws {
    try folder.remove("content/programmes/tia.md")
    #expect(watcher.takeChanges())
    try folder.remove("catalogue.yml")
    #expect(watcher.takeChanges())
  }

  @Test mutating func noticesARenameOfCaseOnly() throws {
    folder.rename("content/programmes/tia.md", "content/programmes/TIA.md")
    #expect(watcher.takeChanges())
  }

  @Test mutating func watchesNewFoldersHoweverDeep() throws {
    try folder.makeFolder("content/a/b/c")
    #expect(watcher.takeChanges())
    try folder.write("content/a/b/c/x.md", "x")
    #expect(watcher.takeChanges())
    try folder.makeFolder("content/a/b/c/d")
    #expect(watcher.takeChanges())
    try folder.write("content/a/b/c/d/y.md", "y")
    #expect(watcher.takeChanges())
  }

  @Test mutating func watchesAFolderThatComesLater() throws {
    try folder.write("templates/assets/site.css", "")
    #expect(watcher.takeChanges())
    try folder.write("templates/assets/site.css", "a")
    #expect(watcher.takeChanges())
  }

  @Test mutating func followsAFolderThatIsMovedWithinAndForgetsOneThatLeaves() throws {
    try folder.makeFolder("content/organisations")
    folder.rename("content/programmes", "content/organisations/programmes")
    #expect(watcher.takeChanges())
    try folder.write("content/organisations/programmes/tia.md", "2")
    #expect(watcher.takeChanges())
    folder.rename("content/organisations", "elsewhere")
    #expect(watcher.takeChanges())
    try folder.write("elsewhere/programmes/tia.md", "3")
    #expect(!watcher.takeChanges())
    folder.rename("elsewhere", "content/organisations")
    #expect(watcher.takeChanges())
    try folder.write("content/organisations/programmes/tia.md", "4")
    #expect(watcher.takeChanges())
  }

  @Test mutating func outlivesAWatchedFolderThatIsReplaced() throws {
    try folder.remove("content")
    #expect(watcher.takeChanges())
    try folder.write("content/programmes/new.md", "")
    #expect(watcher.takeChanges())
    try folder.write("content/programmes/new.md", "2")
    #expect(watcher.takeChanges())
  }

  @Test mutating func passesOverWhatEditorsAndBuildsLeave() throws {
    for name in [
      "content/programmes/.tia.md.swp", "content/programmes/tia.md~", "content/programmes/4913",
      "content/programmes/#tia.md#", "public/index.html", ".public.next", "README.md",
      "content/.git/HEAD",
    ] {
      try folder.write(name, "x")
    }
    try folder.remove("content/programmes/.tia.md.swp")
    #expect(!watcher.takeChanges())
    try folder.write("content/.git/HEAD", "y")
    #expect(!watcher.takeChanges())
  }

  @Test mutating func followsNoLinks() throws {
    try folder.makeFolder("elsewhere")
    try folder.link("content/link", to: "../elsewhere")
    #expect(watcher.takeChanges())
    try folder.write("elsewhere/x.md", "x")
    #expect(!watcher.takeChanges())
  }

  @Test(.enabled("the queue of inotify is too long to run over") { queueLength() < 100_000 })
  mutating func seesEverythingAfterTheQueueRanOver() throws {
    // Equal notices that follow each other become one, so two files take turns.
    for _ in 0...queueLength() / 4 {
      for name in ["content/a.md", "content/b.md"] {
        let file = open(folder.full(name), O_WRONLY | O_CREAT, 0o644)
        close(file)
      }
    }
    for _ in 0...queueLength() / 2 {
      utimensat(AT_FDCWD, folder.full("content/a.md"), nil, 0)
      utimensat(AT_FDCWD, folder.full("content/b.md"), nil, 0)
    }
    // The notice of this folder is lost.
    try folder.makeFolder("content/late")
    #expect(watcher.takeChanges())
    try folder.write("content/late/x.md", "x")
    #expect(watcher.takeChanges())
  }

  @Test(.timeLimit(.minutes(2)))
  mutating func waitsForAChangeAndForItsEnd() async throws {
    try folder.write("content/programmes/tia.md", "1")
    try folder.write("content/programmes/oil.md", "2")
    let isChange = await watcher.nextChange()
    #expect(isChange)
    #expect(!watcher.takeChanges())
  }

  @Test(.timeLimit(.minutes(2)))
  func endsWhenItIsCancelled() async throws {
    let watcher = watcher
    let waiting = Task {
      var watcher = watcher
      return await watcher.nextChange()
    }
    waiting.cancel()
    #expect(await waiting.value == false)
  }
}

private func queueLength() -> Int {
  let path = "/proc/sys/fs/inotify/max_queued_events"
  let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
  return Int(text.trimmingCharacters(in: .whitespacesAndNewlines)) ?? .max
}
