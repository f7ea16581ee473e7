package import CatalogueGraph
package import CataloguePages
import CatalogueSearch
package import CatalogueViews
import Digests

/// The files that pages show or use, under names that carry a piece of their digest; scripts are stripped.
package struct SiteAssets: Sendable {
  /// The folders of an edition for the files of authors and of templates.
  static let (contentFolder, templateFolder) = ("files", "assets")

  package let names: AssetNames
  /// The files as they are published.
  package let outputs: [Output]
  /// The files below `content/assets/` by their path below `content/`, with the size of pictures.
  package let contentSizes: [String: AssetSize?]

  /// Names the assets of a catalogue.
  package init(_ assets: [SourceTree.File]) {
    var entries: [AssetNames.Entry] = []
    var outputs: [Output] = []
    var sizes: [String: AssetSize?] = [:]
    var paths = AssetPaths()
    for asset in assets {
      let isContent = asset.path.hasPrefix("content/")
      let isScript = !isContent && asset.path.hasSuffix(".js")
      let bytes = isScript ? ScriptStripping.strip(asset.bytes) : asset.bytes
      // `templates/assets/site.css` is `site.css`; `content/assets/plan.png` is `assets/plan.png`.
      let name = SiteAssets.drop(isContent ? "content/" : "templates/assets/", from: asset.path)
      let path = paths.path(
        of: isContent ? SiteAssets.drop("assets/", from: name) : name,
        in: isContent ? Self.contentFolder : Self.templateFolder,
        digest: String(SHA256.hexadecimal(bytes).prefix(10)))
      entries.append(AssetNames.Entry(name: name, path: path))
      outputs.append(
        Output(
          path: path, kind: .asset, origin: .file(asset.path), isNamedByContent: true,
          bytes: bytes))
      if isContent { sizes.updateValue(ImageSize.read(asset.bytes), forKey: name) }
    }
    names = AssetNames(entries)
    self.outputs = outputs
    contentSizes = sizes
  }

  private static func drop(_ prefix: String, from path: String) -> String {
    String(path.dropFirst(prefix.count))
  }
}
