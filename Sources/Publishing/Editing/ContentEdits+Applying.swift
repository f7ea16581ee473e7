import Digests
package import Files
package import SystemPackage

extension ContentEdits {
  /// Writes the changes into the catalogue at `root`: all, or none where a trouble is thrown.
  ///
  /// New texts are written beside the files first and waited for. Then the list of what is to be done takes
  /// its name, from which moment the changes count as made: file by file takes its place, and a run that is
  /// killed meanwhile is ended by the next (``finish(in:_:)``). A file that changed since it was read stops all before
  /// that moment. Rights and owners of files stay.
  package func apply(in root: FilePath, _ files: FileStore = FileStore()) throws {
    if isEmpty { return }
    let edit = try CatalogueEdit(root, files)
    do {
      try edit.finish()
      try edit.confirm(changes)
    } catch {
      try? edit.release()
      throw error
    }
    try edit.make(changes)
    try edit.release()
  }

  /// Ends what an earlier run was killed in the middle of, and tells whether there was anything to end.
  @discardableResult
  package static func finish(
    in root: FilePath, _ files: FileStore = FileStore()
  ) throws -> Bool {
    let isLeft = try [EditJournal.name, EditJournal.draftName, EditJournal.lockName].contains {
      try files.status(of: root.appending($0)) != nil
    }
    if !isLeft { return false }
    let edit = try CatalogueEdit(root, files)
    let isFinished = try edit.finish()
    try edit.release()
    return isFinished
  }
}

extension ContentEdits {
  /// Throws where an earlier run was killed in the middle of its changes: what stands there is neither the
  /// catalogue before nor after.
  package static func requireFinished(
    in root: FilePath, _ files: FileStore = FileStore()
  ) throws {
    if try files.status(of: root.appending(EditJournal.name)) != nil {
      throw ContentEditTrouble.halfway(root.string)
    }
  }
}

/// The right to change the files of one catalogue, and the steps of it.
private struct CatalogueEdit {
  private let root: FilePath
  private let folder: OpenFolder
  private let lock: FolderLock
  private let files: FileStore

  init(_ root: FilePath, _ files: FileStore) throws {
    self.root = root
    self.files = files
    folder = try files.openFolder(root)
    guard let lock = try FolderLock.take(EditJournal.lockName, in: folder, files) else {
      throw ContentEditTrouble.busy(root.string)
    }
    self.lock = lock
  }

  func release() throws(FileTrouble) { try lock.release(files) }

  // MARK: - Before the changes are made

  /// Throws where a file is not as it was read, or something stands where a file is to be.
  func confirm(_ changes: [ContentEdits.Change]) throws {
    for change in changes {
      let place = root.appending(change.path)
      if let before = change.before {
        let isThere = try files.status(of: place, following: true) != nil
        guard isThere, try files.read(place) == before else { throw changed(change.path) }
      }
      if change.before == nil || change.path != change.newPath {
        guard try files.status(of: root.appending(change.newPath)) == nil else {
          throw changed(change.newPath)
        }
      }
    }
  }

  private func changed(_ path: String) -> ContentEditTrouble {
    .changed(root.appending(path).string)
  }

  /// Makes the changes.
  func make(_ changes: [ContentEdits.Change]) throws {
    let journal = EditJournal(changes)
    do {
      try files.create(EditJournal.draftName, in: folder, journal.bytes)
      for (number, change) in changes.enumerated() {
        let (target, _) = try place(of: change.newPath)
        let name = EditJournal.besideName(number)
        // One that a power failure left, whose list is lost.
        try files.removeFile(name, in: target)
        try files.create(name, in: target, change.after)
        if change.before != nil {
          let model = try files.status(of: root.appending(change.path), following: true)
          if let model { try files.adopt(model, for: name, in: target) }
        }
      }
      try synchronise(journal)
      try files.move(EditJournal.draftName, in: folder, to: EditJournal.name, in: folder)
    } catch {
      // What cannot be removed now is removed by the next run.
      try? abandon(journal)
      try? release()
      throw error
    }
    do {
      try files.synchronise(folder)
      try run(journal)
    } catch let trouble as FileTrouble {
      throw ContentEditTrouble.unfinished(trouble)
    }
  }

  /// Waits until the disk has all that was written.
  private func synchronise(_ journal: EditJournal) throws(FileTrouble) {
    var devices: Set<UInt64> = []
    for path in [""] + journal.steps.map(\.path) {
      let target = path.isEmpty ? folder : try place(of: path).folder
      if devices.insert(try files.status(of: target).identity.device).inserted {
        try files.synchroniseFileSystem(of: target)
      }
    }
  }

  // MARK: - Making them

  /// Ends or takes back what an earlier run left; whether it was ended.
  @discardableResult
  func finish() throws -> Bool {
    if let bytes = try files.read(EditJournal.draftName, in: folder) {
      // The run was stopped before its changes counted; a list that is not whole is none.
      if let journal = EditJournal(bytes) { try abandon(journal) }
      try files.removeFile(EditJournal.draftName, in: folder)
    }
    guard let bytes = try files.read(EditJournal.name, in: folder) else { return false }
    guard let journal = EditJournal(bytes) else {
      throw ContentEditTrouble.damagedJournal(root.appending(EditJournal.name).string)
    }
    try run(journal)
    return true
  }

  /// Does the steps that are not done yet, and removes the list.
  private func run(_ journal: EditJournal) throws {
    try refuseReverted(journal)
    for step in journal.steps {
      switch step {
      case .replace(let path, let before, let number):
        let (target, name) = try place(of: path)
        let beside = EditJournal.besideName(number)
        guard try files.status(of: beside, in: target) != nil else { continue }
        try confirm(name, in: target, is: before, beside: beside)
        try files.move(beside, in: target, to: name, in: target)
      case .remove(let path, let before):
        let (target, name) = try place(of: path)
        guard try files.status(of: name, in: target) != nil else { continue }
        try confirm(name, in: target, is: before, beside: nil)
        try files.removeFile(name, in: target)
      }
    }
    try synchronise(journal)
    try files.removeFile(EditJournal.name, in: folder)
  }

  /// Throws where a file that was done is as it was before: somebody took the changes back, and to go on would
  /// make half of them.
  private func refuseReverted(_ journal: EditJournal) throws {
    for case .replace(let path, let before, let number) in journal.steps {
      let (target, name) = try place(of: path)
      guard try files.status(of: EditJournal.besideName(number), in: target) == nil else {
        continue
      }
      let now = try digest(of: name, in: target)
      if now == before {
        throw ContentEditTrouble.reverted(
          target.shown(name), journal: folder.shown(EditJournal.name))
      }
    }
  }

  /// Throws where a file was changed after the run that listed it.
  private func confirm(
    _ name: String, in target: OpenFolder, is digest: String?, beside: String?
  ) throws {
    let now = try self.digest(of: name, in: target)
    if now == digest { return }
    throw ContentEditTrouble.changedAfterInterruption(
      target.shown(name), beside: target.shown(beside ?? name),
      journal: folder.shown(EditJournal.name))
  }

  /// The digest of a file as it is now; nil where none stands there.
  private func digest(of name: String, in target: OpenFolder) throws -> String? {
    try files.read(name, in: target).map { SHA256.hexadecimal($0) }
  }

  /// Removes what was written beside files for a list that does not count, and the list.
  private func abandon(_ journal: EditJournal) throws(FileTrouble) {
    for case .replace(let path, _, let number) in journal.steps {
      try files.removeFile(EditJournal.besideName(number), in: try place(of: path).folder)
    }
    try files.removeFile(EditJournal.draftName, in: folder)
  }

  /// The folder and the name of a file, links followed: `catalogue.yml` and folders may be links.
  private func place(of path: String) throws(FileTrouble) -> (folder: OpenFolder, name: String) {
    let real = files.canonical(root.appending(path))
    let folder = try files.openFolder(real.removingLastComponent())
    return (folder, real.lastComponent?.string ?? "")
  }
}
