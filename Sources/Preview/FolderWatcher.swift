package import Diagnostics
private import Glibc
package import SystemPackage

/// Notices when files and folders change, also such that come, go or are moved while it watches.
///
/// A watched path may be a file or a folder, and need not exist: the folder it stands in is watched for
/// its name, since most editors save by putting a new file in the place of the old one. The system
/// keeps notices while no one waits, so that nothing is missed during a look.
package struct FolderWatcher: Sendable {
  /// What is of concern in a watched folder.
  private struct Concern {
    /// Everything in it, as in a folder of content.
    var isWhole = false
    /// These names only, as in the folder that `catalogue.yml` stands in.
    var names: Set<[UInt8]> = []
    /// Whether links in it are followed, as directly in the content.
    var followsLinks = false
  }

  private let targets: [FilePath]
  private let timing: WatchTiming
  /// Why it looks by itself from time to time; nil where the system tells every change.
  package private(set) var pollingReason: LocalisedText?
  /// Nil where the machine has no more of them; then it only polls.
  private let inotify: Inotify?
  private let descriptorWait: DescriptorWait
  private var concerns: [Int32: Concern] = [:]
  /// Why some folders are not watched, in the system's words; nil when all are.
  package private(set) var shortfall: LocalisedText?
  /// Whether a folder that the targets stand in is gone, so that its return would not be told.
  private var isAdrift = false
  /// The files that are being written.
  private var writing: Set<WrittenFile> = []
  /// What was seen already of the next change.
  private var pending = Notice.nothing
  /// When the last change was told.
  private var lastReturn: ContinuousClock.Instant?

  /// A file by the watch of its folder and its name.
  private struct WrittenFile: Hashable {
    let watch: Int32
    let name: [UInt8]
  }

  /// Begins to watch; changes from here on are noticed.
  ///
  /// - Parameters:
  ///   - targets: files, and folders with everything below them.
  ///   - timing: how long it waits for what.
  ///   - polls: whether it looks by itself, wherever the targets lie.
  /// - Throws: ``PreviewFailure/cannotWatch(reason:)``.
  package init(
    _ targets: [FilePath], timing: WatchTiming = WatchTiming(), polls: Bool = false
  ) throws(PreviewFailure) {
    self.targets = targets.map { $0.isEmpty ? "." : $0 }
    self.timing = timing
    pollingReason =
      polls ? SilentFileSystem.reason(nil) : SilentFileSystem.reason(for: self.targets)
    do throws(SystemTrouble) {
      inotify = try Inotify()
    } catch {
      inotify = nil
      pollingReason = pollingReason ?? FolderWatcher.reason(error)
    }
    do throws(SystemTrouble) {
      descriptorWait = try DescriptorWait(for: inotify?.descriptor ?? -1)
    } catch {
      throw .cannotWatch(reason: FolderWatcher.reason(error))
    }
    rescan()
  }

  /// Waits for the next change.
  ///
  /// A file that was closed or put in its place is whole, so that the first one of a quiet time is told at
  /// once. What came since the last change, while the caller was busy, is a burst (a change of branch is
  /// hundreds of steps) and is waited out; a file that is being written is waited for longer.
  ///
  /// - Returns: false when the task was cancelled.
  package mutating func nextChange() async -> Bool {
    let start = ContinuousClock.now
    let first = max(pending, drain())
    pending = .nothing
    let poll = isPolling ? start + timing.poll(after: lastReturn.map { start - $0 }) : nil
    var end = first == .nothing ? nil : start + timing.quiet(isWriting: first == .writing)
    let isBurst = first != .nothing
    defer { lastReturn = ContinuousClock.now }
    while true {
      let until = end ?? poll
      switch await descriptorWait.wait(atMost: until.map { $0 - ContinuousClock.now }) {
      case .cancelled: return false
      case .elapsed:
        writing = []
        if isAdrift { rescan() }
        return true
      case .readable:
        let now = ContinuousClock.now
        let notice = drain()
        switch notice {
        case .nothing: if let until, until <= now { return true }
        case .whole where !isBurst: return true
        case .whole, .begun, .writing:
          let limit = start + timing.longest(isWriting: notice == .writing)
          end = max(now, min(now + timing.quiet(isWriting: notice == .writing), limit))
          if end == now { return true }
        }
      }
    }
  }

  /// Whether more changes came already, which the next call of ``nextChange()`` tells.
  package mutating func isChanging() -> Bool {
    pending = max(pending, drain())
    return pending != .nothing
  }

  /// Whether changes may come that the system does not tell.
  var isPolling: Bool { pollingReason != nil || shortfall != nil || isAdrift }

  /// Takes the notices that wait already, without waiting itself.
  ///
  /// - Returns: whether one of them is of concern.
  package mutating func takeChanges() -> Bool { drain() != .nothing }

  /// What the notices that wait tell.
  private enum Notice: Int, Comparable {
    case nothing
    /// A file was closed, or put in its place, and none is being written.
    case whole
    /// Something changes, and more of it may follow.
    case begun
    /// A file is being written.
    case writing

    static func < (left: Notice, right: Notice) -> Bool { left.rawValue < right.rawValue }
  }

  private mutating func drain() -> Notice {
    var notice = Notice.nothing
    var isRearranged = false
    for event in inotify?.drain() ?? [] where !event.isFarewell {
      guard event.isOverflow || isOfConcern(event) else { continue }
      if event.endsWriting { notice = .whole } else if notice == .nothing { notice = .begun }
      let file = WrittenFile(watch: event.watch, name: event.name)
      if event.isWriting { writing.insert(file) } else { writing.remove(file) }
      if event.isOverflow || event.changesFolders { isRearranged = true }
      // A link may be there that was not, or lead elsewhere.
      if let concern = concerns[event.watch],
        concern.followsLinks || concern.names.contains(event.name), event.movesNames
      {
        isRearranged = true
      }
    }
    if isRearranged { rescan() }
    return notice != .nothing && !writing.isEmpty ? .writing : notice
  }

  /// Watches what there is now; where that is not all, changes are looked for.
  private mutating func rescan() {
    do throws(SystemTrouble) {
      try scan()
      shortfall = nil
    } catch {
      shortfall = FolderWatcher.reason(error)
    }
  }

  private func isOfConcern(_ event: Inotify.Event) -> Bool {
    guard let concern = concerns[event.watch] else { return false }
    if event.name.isEmpty { return event.changesFolders }
    if concern.names.contains(event.name) { return true }
    return concern.isWhole && !TemporaryName.matches(event.name)
  }

  /// Watches every folder there is now, and no other.
  private mutating func scan() throws(SystemTrouble) {
    guard let inotify else { return }
    var current: [Int32: Concern] = [:]
    isAdrift = false
    do throws(SystemTrouble) {
      for target in targets { try watch(target, by: inotify, &current) }
    } catch {
      // What was watched stays so: it may still be there.
      concerns.merge(current) { _, new in new }
      throw error
    }
    for watch in concerns.keys where current[watch] == nil { inotify.remove(watch) }
    concerns = current
  }

  /// Watches `target` for its name and, when it is a folder, everything in it.
  ///
  /// A target may be a link, and so may the folders directly in it, as a catalogue allows: what they lead
  /// to is watched too, and every link on the way. A folder is watched before it is listed: what comes into
  /// it in between is announced, and leads to another scan.
  private mutating func watch(
    _ target: FilePath, by inotify: Inotify, _ concerns: inout [Int32: Concern]
  ) throws(SystemTrouble) {
    try watchName(of: target, by: inotify, &concerns)
    guard let top = try follow(target, by: inotify, &concerns), let watch = try inotify.add(top)
    else { return }
    concerns[watch, default: Concern()].isWhole = true
    concerns[watch]?.followsLinks = true
    var waiting = FolderWatcher.entries(of: top, links: false)
    for link in FolderWatcher.entries(of: top, links: true) {
      // A link to a file is not read, unlike one that leads nowhere yet.
      if let end = LinkedPath(link).end, !FolderWatcher.isFolder(end) { continue }
      if let folder = try follow(link, by: inotify, &concerns) { waiting.append(folder) }
    }
    while let folder = waiting.popLast() {
      guard let watch = try inotify.add(folder) else { continue }
      concerns[watch, default: Concern()].isWhole = true
      waiting += FolderWatcher.entries(of: folder, links: false)
    }
  }

  /// Watches every link on the way of a path for its name, and what it leads to in the end.
  ///
  /// - Returns: the end of the way without links; nil where nothing stands there.
  private mutating func follow(
    _ path: FilePath, by inotify: Inotify, _ concerns: inout [Int32: Concern]
  ) throws(SystemTrouble) -> FilePath? {
    var way = LinkedPath(path)
    for _ in 0..<4 {
      for link in way.links { try watchName(of: link, by: inotify, &concerns) }
      if let end = way.end, !way.links.isEmpty { try watchName(of: end, by: inotify, &concerns) }
      // What changed before it was watched was not told.
      let now = LinkedPath(path)
      if now == way { return way.end }
      way = now
    }
    isAdrift = true
    return way.end
  }

  private mutating func watchName(
    of target: FilePath, by inotify: Inotify, _ concerns: inout [Int32: Concern]
  ) throws(SystemTrouble) {
    let above = target.removingLastComponent()
    guard let name = target.lastComponent else { return }
    guard let watch = try inotify.add(above.isEmpty ? "." : above, followingLink: true) else {
      isAdrift = true
      return
    }
    concerns[watch, default: Concern()].names.insert(Array(name.string.utf8))
    for folder in FolderWatcher.folders(above: above) {
      // One that is gone is missed at the folder itself; one that may not be read is not moved by its reader.
      guard let watch = try inotify.addForMoves(folder) else { continue }
      if concerns[watch] == nil { concerns[watch] = Concern() }
    }
  }

  /// The folders above another, by its path and by where links lead: with one of them it is moved without a
  /// notice of its own.
  private static func folders(above path: FilePath) -> Set<FilePath> {
    var folders: Set<FilePath> = []
    for start in [path, realPath(of: path)].compactMap({ $0 }) {
      var folder = start.removingLastComponent()
      while !folder.isEmpty, folders.insert(folder).inserted {
        folder = folder.removingLastComponent()
      }
    }
    return folders
  }

  /// The path without links; nil where nothing stands there.
  private static func realPath(of path: FilePath) -> FilePath? {
    guard let real = path.withPlatformString({ realpath($0, nil) }) else { return nil }
    defer { free(real) }
    return FilePath(platformString: real)
  }

  /// The folders directly in `folder`, or the links, without hidden ones.
  private static func entries(of folder: FilePath, links: Bool) -> [FilePath] {
    guard let stream = folder.withPlatformString({ opendir($0) }) else { return [] }
    defer { closedir(stream) }
    var entries: [FilePath] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          FilePath.Component(platformString: $0)
        }
      }
      guard let name, name.kind == .regular, !name.string.hasPrefix(".") else { continue }
      let path = folder.appending(name)
      let wanted = links ? DT_LNK : DT_DIR
      switch Int(entry.pointee.d_type) {
      case Int(wanted): entries.append(path)
      case Int(DT_UNKNOWN) where links ? isLink(path) : isFolder(path): entries.append(path)
      default: break
      }
    }
    return entries
  }

  /// The system's reason, but for two limits of inotify that it does not explain.
  private static func reason(_ trouble: SystemTrouble) -> LocalisedText {
    switch trouble.number {
    case ENOSPC:
      LocalisedText(
        "見張れるフォルダーの数の上限です(sysctl の fs.inotify.max_user_watches)",
        en: "the limit of watched folders, fs.inotify.max_user_watches (sysctl)")
    case EMFILE:
      LocalisedText(
        "見張る仕組みの数の上限です(sysctl の fs.inotify.max_user_instances)",
        en: "the limit of watchers, fs.inotify.max_user_instances (sysctl)")
    default: trouble.reason
    }
  }

  private static func isFolder(_ path: FilePath) -> Bool { LinkedPath.kind(of: path) == S_IFDIR }

  private static func isLink(_ path: FilePath) -> Bool { LinkedPath.kind(of: path) == S_IFLNK }
}
