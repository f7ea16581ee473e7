/// Reads commits and folders of a repository, those that were read last from memory, within a budget.
struct CommitReader {
  private var objects: ObjectStore
  /// The folders from the top of the work tree to `content`.
  private let path: [String]
  private let idLength: Int
  private var trees: [ObjectID: [TreeEntry]] = [:]
  private var keptEntries = 0
  /// How many bytes of objects have been read, however they are kept in this copy.
  private var byteCount = 0

  private static let (mostBytes, mostKeptEntries) = (1 << 30, 100_000)

  /// Whether as much was read as may be.
  var isSpent: Bool { byteCount > Self.mostBytes }

  /// Prepares to read what stands in the folder `path` of commits.
  init(_ objects: ObjectStore, path: [String], idLength: Int) {
    self.objects = objects
    self.path = path
    self.idLength = idLength
  }

  private mutating func object(_ id: ObjectID) throws(GitTrouble) -> GitObject {
    let object = try objects.object(id)
    byteCount += object.bytes.count
    return object
  }

  mutating func commit(_ id: ObjectID) throws(GitTrouble) -> GitCommit {
    try GitCommit(object(id))
  }

  /// The bytes of a file.
  mutating func file(_ id: ObjectID) throws(GitTrouble) -> [UInt8] { try object(id).bytes }

  /// The folder of the content in a commit; nil where the commit has none.
  mutating func content(of commit: GitCommit) throws(GitTrouble) -> ObjectID? {
    var folder = commit.tree
    for name in path {
      guard
        let next = try entries(of: folder).first(where: { $0.name == name && $0.kind == .folder })
      else { return nil }
      folder = next.id
    }
    return folder
  }

  private mutating func entries(of folder: ObjectID) throws(GitTrouble) -> [TreeEntry] {
    if let known = trees[folder] { return known }
    let entries = try TreeEntry.entries(of: object(folder), idLength: idLength)
    if keptEntries + entries.count > Self.mostKeptEntries { (trees, keptEntries) = ([:], 0) }
    trees[folder] = entries
    keptEntries += entries.count
    return entries
  }

  /// The records' files that two folders of content do not have alike, sorted by path; all of `after` where there is
  /// no `before`.
  mutating func differences(
    from before: ObjectID?, to after: ObjectID?
  ) throws(GitTrouble) -> [Difference] {
    if before == after { return [] }
    let old = try folders(of: before)
    let new = try folders(of: after)
    var differences: [Difference] = []
    for name in Set(old.keys).union(new.keys).sorted() where old[name] != new[name] {
      let (was, now) = (try files(of: old[name]), try files(of: new[name]))
      for file in Set(was.keys).union(now.keys).sorted() where was[file] != now[file] {
        differences.append(
          Difference(path: name + "/" + file, before: was[file], after: now[file]))
      }
    }
    return differences
  }

  private mutating func folders(of content: ObjectID?) throws(GitTrouble) -> [String: ObjectID] {
    guard let content else { return [:] }
    return Self.names(of: try entries(of: content), .folder)
  }

  private mutating func files(of folder: ObjectID?) throws(GitTrouble) -> [String: ObjectID] {
    guard let folder else { return [:] }
    return Self.names(of: try entries(of: folder).filter { $0.name.hasSuffix(".md") }, .file)
  }

  private static func names(
    of entries: [TreeEntry], _ kind: TreeEntry.Kind
  ) -> [String: ObjectID] {
    Dictionary(
      entries.filter { $0.kind == kind }.map { ($0.name, $0.id) },
      uniquingKeysWith: { first, _ in first })
  }
}

/// The file of a record that two commits do not have alike.
struct Difference {
  /// From the folder of the content: `bases/tia.md`.
  let path: String
  let before: ObjectID?
  let after: ObjectID?
}
