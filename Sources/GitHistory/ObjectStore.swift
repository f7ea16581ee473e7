import Files
import SystemPackage

/// The objects of a repository, by their names.
///
/// Source: gitformat-pack(5), gitrepository-layout(5). An object is a file of its own, or stands in a pack, where it may
/// be written as the difference to another.
struct ObjectStore {
  private let files: FileStore
  private let idLength: Int
  /// The folders with objects: the repository's own, and those that it borrows from.
  private let folders: [FilePath]
  private let packs: [Pack]
  /// What was read of packs lately, since differences are written to the same objects again and again.
  private var kept: [Place: GitObject] = [:]
  private var keptBytes = 0

  private struct Pack {
    let index: PackIndex
    let file: OpenFile
  }

  private struct Place: Hashable {
    let pack: Int
    let offset: Int
  }

  /// Larger objects are not read, in bytes, nor larger indices of packs; how much is kept; how long a chain of
  /// differences may be (git makes none of more than 4,095); how many folders are borrowed from.
  private static let (mostBytes, mostIndexBytes) = (64 << 20, 1 << 30)
  private static let (mostKept, mostChain, mostFolders) = (64 << 20, 4_095, 16)
  /// How much of a pack is read to see how long an object is, in bytes.
  private static let headBytes = 4_096

  /// Opens the objects of a repository whose names have `idLength` bytes.
  init(_ common: FilePath, idLength: Int, _ files: FileStore) throws(GitTrouble) {
    self.files = files
    self.idLength = idLength
    folders = try Self.folders(from: common.appending("objects"), files)
    var packs: [Pack] = []
    for folder in folders.map({ $0.appending("pack") }) {
      for entry in (try? files.list(folder)) ?? [] where entry.name.hasSuffix(".idx") {
        let path = folder.appending(entry.name)
        guard let index = try files.text(of: path, atMost: Self.mostIndexBytes),
          let file = try? files.open(folder.appending(entry.name.dropLast(4) + ".pack"))
        else { continue }
        packs.append(Pack(index: try PackIndex(index, idLength: idLength), file: file))
      }
    }
    self.packs = packs
  }

  /// A folder of objects and those that it borrows from, a line each in `info/alternates`.
  private static func folders(
    from first: FilePath, _ files: FileStore
  ) throws(GitTrouble) -> [FilePath] {
    var folders = [first]
    var next = 0
    while next < folders.count, folders.count < mostFolders {
      let list = try files.text(of: folders[next].appending("info/alternates"), atMost: 1 << 20)
      for line in (list ?? []).split(separator: UInt8(ascii: "\n"))
      where line.first != UInt8(ascii: "#") {
        guard let text = String(validating: line, as: UTF8.self), !text.utf8.contains(0) else {
          throw .malformed
        }
        let folder = folders[next].pushing(FilePath(text))
        if !folders.contains(folder) { folders.append(folder) }
      }
      next += 1
    }
    return folders
  }

  /// The object of a name.
  mutating func object(_ id: ObjectID) throws(GitTrouble) -> GitObject {
    for (number, pack) in packs.enumerated() {
      if let offset = try pack.index.offset(of: id) {
        return try packed(Place(pack: number, offset: offset))
      }
    }
    let name = id.hexadecimal
    for folder in folders {
      let path = folder.appending(String(name.prefix(2))).appending(String(name.dropFirst(2)))
      guard let bytes = try files.text(of: path, atMost: Self.mostBytes) else { continue }
      return try Self.loose(bytes)
    }
    throw .missing
  }

  /// An object in a file of its own: `KIND LENGTH`, a zero, its bytes.
  private static func loose(_ bytes: [UInt8]) throws(GitTrouble) -> GitObject {
    let whole = try Inflater.inflate(bytes, atMost: mostBytes)
    guard let zero = whole.prefix(32).firstIndex(of: 0) else { throw .malformed }
    let words = String(decoding: whole[..<zero], as: UTF8.self).split(separator: " ")
    let kinds: [Substring: GitObject.Kind] = [
      "commit": .commit, "tree": .tree, "blob": .blob, "tag": .tag,
    ]
    guard words.count == 2, let kind = kinds[words[0]],
      Int(words[1]) == whole.count - zero - 1
    else { throw .malformed }
    return GitObject(kind: kind, bytes: Array(whole[(zero + 1)...]))
  }
}

// MARK: - Packs

extension ObjectStore {
  /// What stands at a place of a pack: an object, or the difference to another.
  private enum Written {
    case whole(GitObject)
    case difference(to: Place, [UInt8])
  }

  private mutating func packed(_ place: Place) throws(GitTrouble) -> GitObject {
    var differences: [(place: Place, bytes: [UInt8])] = []
    var next = place
    var object: GitObject?
    while object == nil {
      if let known = kept[next] {
        object = known
        break
      }
      switch try written(next) {
      case .whole(let whole):
        keep(whole, next)
        object = whole
      case .difference(let base, let bytes):
        differences.append((next, bytes))
        if differences.count > Self.mostChain { throw .malformed }
        next = base
      }
    }
    guard var object else { throw .malformed }
    for difference in differences.reversed() {
      object = GitObject(
        kind: object.kind,
        bytes: try Self.applying(difference.bytes, to: object.bytes, atMost: Self.mostBytes))
      keep(object, difference.place)
    }
    return object
  }

  private mutating func keep(_ object: GitObject, _ place: Place) {
    if object.kind == .blob { return }
    if keptBytes + object.bytes.count > Self.mostKept { (kept, keptBytes) = ([:], 0) }
    kept[place] = object
    keptBytes += object.bytes.count
  }

  private func written(_ place: Place) throws(GitTrouble) -> Written {
    let file = packs[place.pack].file
    var bytes = try piece(Self.headBytes, at: place.offset, of: file)
    var next = 0
    guard let first = bytes.first else { throw .malformed }
    var size = Int(first & 15)
    var shift = 4
    var byte = first
    while byte & 128 != 0 {
      next += 1
      guard next < bytes.count, shift < 40 else { throw .malformed }
      byte = bytes[next]
      size |= Int(byte & 127) << shift
      shift += 7
    }
    next += 1
    if size > Self.mostBytes { throw .tooLarge }
    let code = Int(first >> 4 & 7)
    let base = try base(code, of: place, bytes, &next)
    // What does not get shorter by being compressed gets little longer.
    let room = next + size + size / 8 + 1_024
    if room > bytes.count { bytes = try piece(room, at: place.offset, of: file) }
    let content = try Inflater.inflate(bytes, from: next, atMost: size)
    guard content.count == size else { throw .malformed }
    if let base { return .difference(to: base, content) }
    guard let kind = GitObject.Kind(rawValue: code) else { throw .malformed }
    return .whole(GitObject(kind: kind, bytes: content))
  }

  /// Where the object stands that the one of this code is the difference to; nil where it is none.
  private func base(
    _ code: Int, of place: Place, _ bytes: [UInt8], _ next: inout Int
  ) throws(GitTrouble) -> Place? {
    switch code {
    case 6:
      // So many bytes before, in digits of seven bits with nothing written twice.
      var distance = -1
      while true {
        guard next < bytes.count, distance < 1 << 48 else { throw .malformed }
        let byte = bytes[next]
        next += 1
        distance = (distance + 1) << 7 | Int(byte & 127)
        if byte & 128 == 0 { break }
      }
      guard distance > 0, distance < place.offset else { throw .malformed }
      return Place(pack: place.pack, offset: place.offset - distance)
    case 7:
      guard next + idLength <= bytes.count else { throw .malformed }
      let id = ObjectID(bytes[next..<(next + idLength)])
      next += idLength
      guard let offset = try packs[place.pack].index.offset(of: id) else { throw .missing }
      return Place(pack: place.pack, offset: offset)
    default: return nil
    }
  }

  private func piece(
    _ count: Int, at offset: Int, of file: OpenFile
  ) throws(GitTrouble) -> [UInt8] {
    do { return try files.read(count, at: offset, of: file) } catch { throw .unreadable }
  }

  /// The object that a difference makes of another: copies of its pieces, and new bytes.
  static func applying(
    _ difference: [UInt8], to base: [UInt8], atMost most: Int
  ) throws(GitTrouble) -> [UInt8] {
    var next = 0
    guard try number(in: difference, &next) == base.count else { throw .malformed }
    let size = try number(in: difference, &next)
    if size > most { throw .tooLarge }
    var made: [UInt8] = []
    made.reserveCapacity(size)
    while next < difference.count {
      let code = difference[next]
      next += 1
      if code & 128 == 0 {
        let end = next + Int(code)
        guard code != 0, end <= difference.count, made.count + Int(code) <= size else {
          throw .malformed
        }
        made += difference[next..<end]
        next = end
        continue
      }
      var (offset, count) = (0, 0)
      for bit in 0..<7 where code & 1 << bit != 0 {
        guard next < difference.count else { throw .malformed }
        let byte = Int(difference[next])
        next += 1
        if bit < 4 { offset |= byte << (bit * 8) } else { count |= byte << ((bit - 4) * 8) }
      }
      if count == 0 { count = 0x10000 }
      guard offset + count <= base.count, made.count + count <= size else { throw .malformed }
      made += base[offset..<(offset + count)]
    }
    guard made.count == size else { throw .malformed }
    return made
  }

  /// A number in digits of seven bits, the lowest first.
  private static func number(in bytes: [UInt8], _ next: inout Int) throws(GitTrouble) -> Int {
    var (value, shift) = (0, 0)
    while true {
      guard next < bytes.count, shift < 56 else { throw .malformed }
      let byte = bytes[next]
      next += 1
      value |= Int(byte & 127) << shift
      shift += 7
      if byte & 128 == 0 { return value }
    }
  }
}
