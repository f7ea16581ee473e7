import TextRules

/// Gives out the paths under which assets are published: the author's own, with a piece of the content's
/// digest, wherever every file system takes them.
struct AssetPaths {
  /// The longest stem of a name that is written otherwise, in bytes.
  private static let limit = 80
  /// How much of a digest stands in a name, in hexadecimal digits.
  static let digestLength = 10

  /// The names given out in each published folder.
  private var names: [String: PortableNames] = [:]
  /// The published folder of each folder that was met.
  private var folders: [String: String] = [:]

  /// The published path of the asset at `path` below the folder that became `root`.
  mutating func path(of path: String, in root: String, digest: String) -> String {
    let parts = path.split(separator: "/").map(String.init)
    let leaf = parts.last ?? ""
    let plain = folder(of: parts.dropLast(), in: root)
    let name = Self.stamped(leaf, digest, "")
    let isLong = (plain + "/" + name).utf16.count > PortableName.maximumPathLength
    // What lies too deep is put at the top, under a name that tells it from its namesakes.
    let folder = isLong ? root : plain
    let own = PortableName.fault(of: name) == nil && !isLong ? leaf : Self.cut(leaf, as: path)
    let given = names[folder, default: PortableNames()].name(for: path) { suffix in
      Self.stamped(own, digest, suffix)
    }
    return folder + "/" + given
  }

  private mutating func folder(of parts: ArraySlice<String>, in root: String) -> String {
    var source = root
    var folder = root
    for part in parts {
      source += "/" + part
      if let known = folders[source] {
        folder = known
        continue
      }
      let name = names[folder, default: PortableNames()].name(for: source + "/") { suffix in
        let plain = PortableName.fault(of: part) == nil
        return (plain ? part : PortableName.name(for: part, limit: Self.limit)) + suffix
      }
      folder += "/" + name
      folders[source] = folder
    }
    return folder
  }

  /// A stem and an ending that every file system takes, with a digest of `text` between them.
  private static func cut(_ leaf: String, as text: String) -> String {
    let (stem, ending) = parts(of: leaf)
    let short = PortableName.name(for: stem, limit: Self.limit)
    let digest = "-" + PortableName.digest(of: text)
    let rest =
      ending.isEmpty ? "" : "." + PortableName.name(for: String(ending.dropFirst()), limit: 20)
    return short + digest + rest
  }

  /// `site.css` with a digest becomes `site.1a2b3c.css`.
  private static func stamped(_ name: String, _ digest: String, _ suffix: String) -> String {
    let (stem, ending) = parts(of: name)
    return stem + suffix + "." + digest + ending
  }

  /// A published path without its digest, which is the same for every content of the file.
  static func unstamped(_ path: String) -> String {
    var parts = path.split(separator: ".", omittingEmptySubsequences: false)
    let place = [parts.count - 2, parts.count - 1].first { place in
      place > 0 && parts[place].utf8.count == digestLength
        && parts[place].utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }
    if let place { parts.remove(at: place) }
    return parts.joined(separator: ".")
  }

  /// A name up to its last dot, and from there on.
  private static func parts(of name: String) -> (stem: String, ending: String) {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return (name, "") }
    return (String(name[..<dot]), String(name[dot...]))
  }
}
