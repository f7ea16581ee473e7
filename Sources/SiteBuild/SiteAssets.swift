package import CatalogueGraph
package import CataloguePages
import CatalogueSearch

/// The files that pages show or use, under names that carry a piece of their digest; scripts are stripped.
package struct SiteAssets: Sendable {
  package let names: AssetNames
  /// The files as they are published.
  package let files: [OutputFile]
  /// The files below `content/assets/` by their path below `content/`, with the size of pictures.
  package let contentSizes: [String: AssetSize?]

  /// Names the assets of a catalogue.
  package init(_ assets: [SourceTree.File]) {
    var entries: [AssetNames.Entry] = []
    var files: [OutputFile] = []
    var sizes: [String: AssetSize?] = [:]
    for asset in assets {
      let isContent = asset.path.hasPrefix("content/")
      let isScript = !isContent && asset.path.hasSuffix(".js")
      let bytes = isScript ? ScriptStripping.strip(asset.bytes) : asset.bytes
      let digest = String(SHA256.hexadecimal(bytes).prefix(10))
      // `templates/assets/site.css` is `site.css`; `content/assets/plan.png` is `assets/plan.png`.
      let name = SiteAssets.drop(isContent ? "content/" : "templates/assets/", from: asset.path)
      let published =
        isContent ? "files/" + SiteAssets.drop("assets/", from: name) : "assets/" + name
      let path = SiteAssets.stamped(published, digest)
      entries.append(AssetNames.Entry(name: name, path: path))
      files.append(OutputFile(path: path, bytes: bytes, isNamedByContent: true))
      if isContent { sizes.updateValue(ImageSize.read(asset.bytes), forKey: name) }
    }
    names = AssetNames(entries)
    self.files = files
    contentSizes = sizes
  }

  private static func drop(_ prefix: String, from path: String) -> String {
    String(path.dropFirst(prefix.count))
  }

  /// `site.css` with a digest becomes `site.1a2b3c.css`.
  private static func stamped(_ path: String, _ digest: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else {
      return path + "." + digest
    }
    let ending = name[dot...]
    return String(path.dropLast(ending.count)) + "." + digest + ending
  }
}
