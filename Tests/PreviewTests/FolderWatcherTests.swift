import Foundation
import SystemPackage
import Testing

@testable import Preview

/// The system queues its notices while a change is made, so that nothing here has to wait for them.
struct FolderWatcherTests {
  private let folder: TemporaryFolder
  private var watcher: FolderWatcher
  private static let timing = {
    var timing = WatchTiming()
    timing.quiet = .milliseconds(20)
    timing.shortestPoll = .milliseconds(20)
    return timing
  }()

  init() throws {
    let folder = try TemporaryFolder()
    self.folder = folder
    try folder.write("catalogue.yml", "title: 目録")
    try folder.write("content/programmes/tia.md", "TIA")
    try folder.write("public/index.html", "")
    watcher = try FolderWatcher(
      ["content", "templates", "catalogue.yml"].map { folder.path.appending($0) },
      timing: Self.timing)
  }

  private mutating func expectChange(at place: SourceLocation = #_sourceLocation) {
    let isChange = watcher.takeChanges()
    #expect(isChange, "the change is not noticed", sourceLocation: place)
  }

  private mutating func expectNoChange(at place: SourceLocation = #_sourceLocation) {
    let isChange = watcher.takeChanges()
    #expect(!isChange, "something is taken for a change", sourceLocation: place)
  }

  @Test mutating func isSilentWhileNothingHappens() throws {
    _ = try String(contentsOfFile: folder.full("content/programmes/tia.md"), encoding: .utf8)
    expectNoChange()
  }

  @Test mutating func noticesASaveInPlace() throws {
    try folder.write("content/programmes/tia.md", "TIA 2")
    expectChange()
    expectNoChange()
  }

  @Test(arguments: ["content/programmes/tia.md", "catalogue.yml"])
  mutating func noticesAnAtomicSaveAgainAndAgain(_ name: String) throws {
    for round in 0..<3 {
      let draft = FilePath(name).removingLastComponent().appending(".draft").string
      try folder.write(draft, "\(round)")
      expectNoChange()
      folder.rename(draft, name)
      expectChange()
    }
  }

  @Test mutating func noticesADeletion() throws {
    try folder.remove("content/programmes/tia.md")
    expectChange()
    try folder.remove("catalogue.yml")
    expectChange()
  }

  @Test mutating func noticesARenameOfCaseOnly() throws {
    folder.rename("content/programmes/tia.md", "content/programmes/TIA.md")
    expectChange()
  }

  @Test mutating func watchesNewFoldersHoweverDeep() throws {
    try folder.makeFolder("content/a/b/c")
    expectChange()
    try folder.write("content/a/b/c/x.md", "x")
    expectChange()
    try folder.makeFolder("content/a/b/c/d")
    expectChange()
    try folder.write("content/a/b/c/d/y.md", "y")
    expectChange()
  }

  @Test mutating func watchesAFolderThatComesLater() throws {
    try folder.write("templates/assets/site.css", "")
    expectChange()
    try folder.write("templates/assets/site.css", "a")
    expectChange()
  }

  @Test mutating func followsAFolderThatIsMovedWithinAndForgetsOneThatLeaves() throws {
    try folder.makeFolder("content/organisations")
    folder.rename("content/programmes", "content/organisations/programmes")
    expectChange()
    try folder.write("content/organisations/programmes/tia.md", "2")
    expectChange()
    folder.rename("content/organisations", "elsewhere")
    expectChange()
    try folder.write("elsewhere/programmes/tia.md", "3")
    expectNoChange()
    folder.rename("elsewhere", "content/organisations")
    expectChange()
    try folder.write("content/organisations/programmes/tia.md", "4")
    expectChange()
  }

  @Test mutating func outlivesAWatchedFolderThatIsReplaced() throws {
    try folder.remove("content")
    expectChange()
    try folder.write("content/programmes/new.md", "")
    expectChange()
    try folder.write("content/programmes/new.md", "2")
    expectChange()
  }

  @Test mutating func noticesThatAFolderFarAboveIsMovedAndComesBack() throws {
    try folder.write("far/above/site/content/tia.md", "TIA")
    try folder.link("way", to: "far/above")
    for way in ["far/above/site/content", "way/site/content"] {
      watcher = try FolderWatcher([folder.path.appending(way)], timing: Self.timing)
      expectNoChange()
      folder.rename("far", "elsewhere")
      expectChange()
      folder.rename("elsewhere", "far")
      // Nobody tells that it is there again, so that it is looked for.
      #expect(watcher.isPolling)
      watcher = try FolderWatcher([folder.path.appending(way)], timing: Self.timing)
      // Another folder is in its place at once.
      try folder.write("other/above/site/content/tia.md", "TIA")
      folder.rename("far", "gone")
      folder.rename("other", "far")
      expectChange()
      try folder.write("far/above/site/content/tia.md", "2")
      expectChange()
      try folder.remove("gone")
    }
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
    expectNoChange()
    try folder.write("content/.git/HEAD", "y")
    expectNoChange()
  }

  @Test mutating func followsNoLinksButThoseOfACatalogue() throws {
    try folder.makeFolder("elsewhere")
    try folder.makeFolder("mounted")
    try folder.link("content/programmes/link", to: "../../elsewhere")
    expectChange()
    try folder.write("elsewhere/x.md", "x")
    expectNoChange()
    try folder.link("content/bases", to: "../mounted")
    expectChange()
    try folder.write("mounted/x.md", "x")
    expectChange()
  }

  @Test(arguments: ["content", "templates", "catalogue.yml"])
  func watchesWhatALinkLeadsTo(_ name: String) throws {
    let folder = try TemporaryFolder()
    let isFile = name.hasSuffix(".yml")
    try folder.write(isFile ? "real/\(name)" : "real/\(name)/a.md", "1")
    try folder.write(isFile ? "other/\(name)" : "other/\(name)/a.md", "2")
    try folder.makeFolder("site")
    try folder.link("site/\(name)", to: "../real/\(name)")
    var watcher = try FolderWatcher(
      [folder.path.appending("site").appending(name)], timing: Self.timing)
    try folder.write(isFile ? "real/\(name)" : "real/\(name)/a.md", "3")
    let told1 = watcher.takeChanges()
    #expect(told1)
    let told2 = watcher.takeChanges()
    #expect(!told2)
    try folder.remove("site/\(name)")
    try folder.link("site/\(name)", to: "../other/\(name)")
    let told3 = watcher.takeChanges()
    #expect(told3)
    try folder.write(isFile ? "other/\(name)" : "other/\(name)/a.md", "4")
    let told4 = watcher.takeChanges()
    #expect(told4)
  }

  @Test(
    "a link in the middle of a chain is put elsewhere, goes, or comes back",
    arguments: ["site/content", "site/content/bases", "way/content"])
  func watchesEveryLinkOfAChain(_ link: String) throws {
    let folder = try TemporaryFolder()
    for version in ["v2", "v3", "v4"] { try folder.write("\(version)/bases/a.md", version) }
    try folder.makeFolder("real")
    try folder.makeFolder("site")
    try folder.link("mid", to: "real/last")
    try folder.link("real/last", to: "../v2")
    var target = "site/content"
    switch link {
    case "site/content": try folder.link("site/content", to: "../mid")
    case "site/content/bases":
      try folder.makeFolder("site/content")
      try folder.link("site/content/bases", to: "../../mid/bases")
    default:
      // A link above what is watched leads through the chain.
      for version in ["v2", "v3", "v4"] { try folder.write("\(version)/content/bases/a.md", "") }
      try folder.link("way", to: "mid")
      target = "way/content"
    }
    let below = link == "way/content" ? "content/bases/a.md" : "bases/a.md"
    var watcher = try FolderWatcher([folder.path.appending(target)], timing: Self.timing)
    func expectChange(_ isExpected: Bool = true, at place: SourceLocation = #_sourceLocation) {
      let isChange = watcher.takeChanges()
      #expect(isChange == isExpected, "\(link)", sourceLocation: place)
    }
    try folder.write("v2/\(below)", "2")
    expectChange()
    for (version, place, way) in [("v3", "real/last", "../"), ("v4", "mid", "")] {
      try folder.link("new", to: way + version)
      expectChange(false)
      folder.rename("new", place)
      expectChange()
      try folder.write("v2/\(below)", "3")
      expectChange(false)
      try folder.write("\(version)/\(below)", "4")
      expectChange()
    }
    try folder.remove("mid")
    expectChange()
    try folder.link("mid", to: "v2")
    expectChange()
    try folder.write("v2/\(below)", "5")
    expectChange()
    expectChange(false)
  }

  @Test("links that lead in a circle end, and are followed once they lead somewhere")
  func endsInACircle() throws {
    let folder = try TemporaryFolder()
    try folder.write("real/a.md", "")
    try folder.link("content", to: "one")
    try folder.link("one", to: "content")
    var watcher = try FolderWatcher([folder.path.appending("content")], timing: Self.timing)
    let isQuiet = !watcher.takeChanges()
    #expect(isQuiet)
    try folder.remove("one")
    try folder.link("one", to: "real")
    let isTold = watcher.takeChanges()
    #expect(isTold)
    try folder.write("real/a.md", "2")
    let isFollowed = watcher.takeChanges()
    #expect(isFollowed)
  }

  @Test(.timeLimit(.minutes(2)))
  mutating func findsTheFolderAgainThatEverythingStoodIn() async throws {
    let targets = [folder.path.appending("site/content")]
    try folder.write("site/content/a.md", "1")
    var watcher = try FolderWatcher(targets, timing: Self.timing)
    folder.rename("site", "away")
    let told5 = await watcher.nextChange()
    #expect(told5)
    try folder.write("site/content/a.md", "2")
    let told6 = await watcher.nextChange()
    #expect(told6)
    _ = watcher.takeChanges()
    try folder.write("site/content/a.md", "3")
    let told7 = watcher.takeChanges()
    #expect(told7)
  }

  @Test(.timeLimit(.minutes(2)))
  func waitsForAFileThatIsBeingWritten() async throws {
    var timing = Self.timing
    timing.writing = (quiet: .seconds(3_600), longest: .seconds(3_600))
    var watcher = try FolderWatcher([folder.path.appending("content")], timing: timing)
    let path = folder.full("content/programmes/slow.md")
    let writer = try #require(fopen(path, "w"))
    let writing = Task {
      for number in 0..<10 {
        fputs("\(number)", writer)
        fflush(writer)
        try await Task.sleep(for: .milliseconds(30))
      }
      fclose(writer)
    }
    let told8 = await watcher.nextChange()
    #expect(told8)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text == "0123456789")
    try await writing.value
  }

  @Test(.enabled("the queue of inotify is too long to run over") { queueLength() < 100_000 })
  mutating func seesEverythingAfterTheQueueRanOver() throws {
    // Equal notices that follow each other become one, so two files take turns.
    let names = ["content/programmes/tia.md", "content/programmes/oil.md"].map(folder.full)
    try folder.write("content/programmes/oil.md", "OIL")
    for _ in 0...queueLength() / 2 {
      for name in names { utimensat(AT_FDCWD, name, nil, 0) }
    }
    // The notice of this folder is lost.
    try folder.makeFolder("content/late")
    expectChange()
    try folder.write("content/late/x.md", "x")
    expectChange()
  }

  @Test(.timeLimit(.minutes(2)))
  mutating func waitsForAChangeAndForItsEnd() async throws {
    try folder.write("content/programmes/tia.md", "1")
    try folder.write("content/programmes/oil.md", "2")
    let isChange = await watcher.nextChange()
    #expect(isChange)
    expectNoChange()
  }

  /// Nothing else follows, so that only a file which is whole can end the wait.
  @Test(.timeLimit(.minutes(2)))
  mutating func tellsAWholeFileWithoutWaitingForQuiet() async throws {
    var timing = WatchTiming()
    timing.quiet = .seconds(3_600)
    var watcher = try FolderWatcher([folder.path.appending("content")], timing: timing)
    let folder = folder
    for name in ["content/programmes/tia.md", "content/programmes/new.md"] {
      let saving = Task {
        try await Task.sleep(for: .milliseconds(50))
        try folder.write("content/programmes/.draft", name)
        folder.rename("content/programmes/.draft", name)
      }
      let isChange = await watcher.nextChange()
      #expect(isChange)
      try await saving.value
    }
  }

  @Test(.timeLimit(.minutes(2)))
  func looksByItselfWhereItHasTo() async throws {
    var watcher = try FolderWatcher(
      [folder.path.appending("content")], timing: Self.timing, polls: true)
    #expect(watcher.pollingReason != nil)
    for _ in 0..<3 {
      let isChange = await watcher.nextChange()
      #expect(isChange)
    }
    let silent = try FolderWatcher([folder.path.appending("content")], timing: Self.timing)
    #expect(silent.pollingReason == nil)
  }

  @Test(
    "file systems of other machines are known by their numbers",
    arguments: [(0x6969, "NFS"), (0xFF53_4D42, "CIFS"), (0x0102_1997, "9P (WSL)"), (0xEF53, nil)])
  func knowsSilentFileSystems(_ number: UInt32, _ name: String?) {
    #expect(SilentFileSystem.name(of: number) == name)
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
