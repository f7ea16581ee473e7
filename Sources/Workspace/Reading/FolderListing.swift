import Files
import SystemPackage
import TextRules

/// The paths below one folder of a catalogue, relative to the root.
struct FolderListing {
  private(set) var files: [String] = []
  /// What is neither a file nor a folder, or cannot be named.
  private(set) var unread: [UnreadFile] = []
  /// The names of the folders directly in it.
  private(set) var folders: Set<String> = []
  /// The names of all else directly in it.
  private(set) var others: Set<String> = []

  private let root: FilePath
  private let store: FileStore

  /// Lists `content`; a folder in it may be a link.
  static func content(
    of root: FilePath, _ name: String, _ store: FileStore
  ) throws -> FolderListing {
    var listing = FolderListing(root: root, store: store)
    try listing.requireFolder(name)
    for entry in try listing.entries(of: name) {
      let path = name + "/" + entry.name
      let isFolder =
        try entry.kind == .folder
        || (entry.kind == .link && entry.isNamed
          && store.status(of: root.appending(path), following: true)?.kind == .folder)
      if isFolder && entry.isNamed {
        listing.folders.insert(entry.name)
        try listing.look(path)
      } else {
        listing.others.insert(entry.name)
        listing.add(entry, in: name)
      }
    }
    return listing
  }

  /// Lists `templates`.
  static func templates(
    of root: FilePath, _ name: String, _ store: FileStore
  ) throws -> FolderListing {
    var listing = FolderListing(root: root, store: store)
    try listing.requireFolder(name)
    try listing.look(name)
    return listing
  }

  private init(root: FilePath, store: FileStore) {
    self.root = root
    self.store = store
  }

  /// Throws where the folder is missing, or something else stands there.
  private func requireFolder(_ name: String) throws {
    let path = root.appending(name)
    switch try store.status(of: path, following: true)?.kind {
    case .folder: return
    case nil:
      throw try store.status(of: path) == nil
        ? SourceTrouble.noFolder(name, in: root.string)
        : SourceTrouble.deadLink(name, in: root.string)
    default: throw SourceTrouble.notAFolder(name, in: root.string)
    }
  }

  private func entries(of path: String) throws(FileTrouble) -> [FolderEntry] {
    try store.list(root.appending(path)).filter { $0.bytes.first != UInt8(ascii: ".") }
  }

  private mutating func look(_ folder: String) throws(FileTrouble) {
    for entry in try entries(of: folder) {
      // A folder with a record's name is what a mount leaves whose file is missing.
      if entry.kind == .folder && entry.isNamed && !entry.name.hasSuffix(".md") {
        try look(folder + "/" + entry.name)
      } else {
        add(entry, in: folder)
      }
    }
  }

  private mutating func add(_ entry: FolderEntry, in folder: String) {
    guard let name = PrintableName.text(entry.bytes) else {
      let path = folder + "/" + PrintableName.escaped(entry.bytes)
      unread.append(UnreadFile(path: path, reason: .name))
      return
    }
    let path = folder + "/" + name
    switch entry.kind {
    case .file: files.append(path)
    case .link: unread.append(UnreadFile(path: path, reason: .link))
    default: unread.append(UnreadFile(path: path, reason: .noFile))
    }
  }
}
