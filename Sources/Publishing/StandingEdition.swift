import Files
import SystemPackage
import TextRules

/// The edition that stands in the output folder before a build, opened.
struct StandingEdition: Sendable {
  /// A hidden file that keeps an empty output folder in version control; it is carried over.
  static let placeholder = ".gitkeep"

  let folder: OpenFolder
  let manifest: Manifest
  /// What only the edition before it had.
  let former: Manifest
  /// The names at the top that are carried over, as far as they are there.
  let kept: [FolderEntry]

  /// Every file that Mokuroku wrote.
  private var ownPaths: Set<String> {
    Set((manifest.entries + former.entries).map(\.path))
      .union([Manifest.name, Manifest.formerName])
  }

  /// Opens the edition at `output`, nil where nothing stands there; an empty folder is one without files.
  ///
  /// `keep` are the names at the top that are not Mokuroku's and stay, `ownNames` is what Mokuroku works with
  /// in the folder.
  static func open(
    _ output: FilePath, keep: [String], ownNames: Set<String>, _ files: FileStore
  ) throws -> StandingEdition? {
    switch try files.status(of: output)?.kind {
    case nil: return nil
    case .folder: break
    default: throw OutputRefusal.notAFolder(output.string)
    }
    let folder = try files.openFolder(output)
    let names = try files.list(in: folder).filter { !ownNames.contains($0.name) }
    let kept = names.filter { ([placeholder] + keep).contains($0.name) }
    if kept.count == names.count {
      return StandingEdition(
        folder: folder, manifest: Manifest([]), former: Manifest([]), kept: kept)
    }
    guard let bytes = try files.read(Manifest.name, in: folder) else {
      throw OutputRefusal.notMadeByMokuroku(output.string)
    }
    guard let manifest = ManifestReader.read(bytes) else {
      // Another generator's has another name there; everything else may be what is left of ours.
      let isOthers =
        bytes.starts(with: Manifest.anyGenerator.utf8)
        && !bytes.starts(with: Manifest.signature.utf8)
      throw isOthers
        ? OutputRefusal.notMadeByMokuroku(output.string)
        : OutputRefusal.damagedManifest(output.string)
    }
    let former = try files.read(Manifest.formerName, in: folder).flatMap { ManifestReader.read($0) }
    return StandingEdition(
      folder: folder, manifest: manifest, former: former ?? Manifest([]), kept: kept)
  }

  /// How many records it has; editions of earlier versions do not tell, but have a file for each.
  var recordCount: Int {
    // Those of records stand in the folder of their collection, that of the search in a folder of its own.
    manifest.recordCount
      ?? manifest.entries.count {
        $0.path.hasSuffix("/index.json") && $0.path.utf8.count { $0 == UInt8(ascii: "/") } > 1
      }
  }

  /// Throws where something stands in the folder that Mokuroku did not write and that is not kept.
  ///
  /// All folders are looked into if `isWhole`, else the top alone; `ownNames` is what Mokuroku works with.
  func refuseForeignFiles(
    isWhole: Bool, ownNames: Set<String>, _ files: FileStore
  ) throws {
    let own = ownPaths
    let folders = Set(own.flatMap(FolderEntry.foldersAbove))
    var foreign: [String] = []
    var keepable: [String] = []
    func look(_ name: String) throws(FileTrouble) {
      for entry in try files.list(name, in: folder) {
        let path = name.isEmpty ? entry.name : name + "/" + entry.name
        if name.isEmpty, ownNames.contains(path) || kept.contains(entry) { continue }
        switch entry.kind {
        case .file where own.contains(path): continue
        case .folder where folders.contains(path): if isWhole { try look(path) }
        default:
          // A name may be any bytes, and must not command the terminal that it is shown on.
          let shown = (name.isEmpty ? "" : name + "/") + PrintableName.escaped(entry.bytes)
          foreign.append(entry.kind == .folder ? shown + "/" : shown)
          let isTaken = own.contains(path) || folders.contains(path)
          if name.isEmpty && entry.isNamed && !isTaken { keepable.append(entry.name) }
        }
      }
    }
    try look("")
    if !foreign.isEmpty {
      throw OutputRefusal.foreignFiles(foreign, keepable: keepable, in: folder.path)
    }
  }
}
