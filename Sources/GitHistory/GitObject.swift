/// What a repository keeps under one name.
struct GitObject: Sendable {
  /// Source: gitformat-pack(5), "Object types".
  enum Kind: Int, Sendable {
    case commit = 1
    case tree
    case blob
    case tag
  }

  let kind: Kind
  let bytes: [UInt8]
}

/// What the history asks of a commit.
struct GitCommit: Sendable {
  let tree: ObjectID
  let parents: [ObjectID]
  /// When it was committed, in seconds since 1970.
  let seconds: Int

  /// Reads the head of a commit: `tree ID`, `parent ID`…, `author …`, `committer NAME <MAIL> SECONDS ZONE`.
  init(_ object: GitObject) throws(GitTrouble) {
    guard object.kind == .commit else { throw .malformed }
    var tree: ObjectID?
    var parents: [ObjectID] = []
    var seconds: Int?
    for line in object.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    {
      if line.isEmpty || seconds != nil { break }
      let words = line.split(separator: UInt8(ascii: " "))
      if line.starts(with: "tree ".utf8), words.count == 2 {
        tree = ObjectID(hexadecimal: words[1])
      } else if line.starts(with: "parent ".utf8), words.count == 2 {
        guard let parent = ObjectID(hexadecimal: words[1]) else { throw .malformed }
        parents.append(parent)
      } else if line.starts(with: "committer ".utf8), words.count > 2 {
        seconds = Int(String(decoding: words[words.count - 2], as: UTF8.self))
      }
    }
    guard let tree, let seconds, (0...Self.mostSeconds).contains(seconds) else { throw .malformed }
    self.tree = tree
    self.parents = parents
    self.seconds = seconds
  }

  /// The end of the year 9999, the last that a date of the catalogue can have.
  private static let mostSeconds = 253_402_214_400
}

/// One name in a folder of a commit.
struct TreeEntry: Sendable, Equatable {
  enum Kind: Sendable {
    case file
    case folder
    /// A link, or a commit of another repository.
    case other
  }

  let name: String
  let kind: Kind
  let id: ObjectID

  /// Reads a folder: `MODE NAME`, a zero and the name of the object, again and again; names that are no text are
  /// passed over.
  static func entries(of object: GitObject, idLength: Int) throws(GitTrouble) -> [TreeEntry] {
    guard object.kind == .tree else { throw .malformed }
    let bytes = object.bytes
    var entries: [TreeEntry] = []
    var start = 0
    while start < bytes.count {
      guard let blank = bytes[start...].firstIndex(of: UInt8(ascii: " ")),
        let zero = bytes[blank...].firstIndex(of: 0), zero + idLength < bytes.count
      else { throw .malformed }
      let kind: Kind =
        switch bytes[start] {
        case UInt8(ascii: "4"): .folder
        case UInt8(ascii: "1") where bytes[start..<blank].starts(with: "100".utf8): .file
        default: .other
        }
      let end = zero + 1 + idLength
      if let name = String(validating: bytes[(blank + 1)..<zero], as: UTF8.self) {
        entries.append(TreeEntry(name: name, kind: kind, id: ObjectID(bytes[(zero + 1)..<end])))
      }
      start = end
    }
    return entries
  }
}
