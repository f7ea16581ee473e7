package import CatalogueGraph
package import CataloguePages
package import CatalogueViews
package import Diagnostics
import Digests
package import ShippedTemplates

/// The files that pages show or use, under names that carry a piece of their digest; scripts are stripped.
///
/// The scripts of the search and of former addresses are the program's, whatever a site has in `templates/assets`: they read what the
/// program writes. Templates know them by their names, as all others.
package struct SiteAssets: Sendable {
  /// The folders of an edition for the files of authors and of templates.
  static let (contentFolder, templateFolder) = ("files", "assets")

  package let names: AssetNames
  /// The files as they are published.
  package let outputs: [Output]
  /// The files below `content/assets/` by their path below `content/`, with the size of pictures.
  package let contentSizes: [String: AssetSize?]
  /// What the authors of files should know that are not published.
  package let diagnostics: [Diagnostic]

  private static let contentSources = "content/"
  private static let templateSources = "templates/assets/"

  /// Names the assets of a catalogue, the scripts of the program and, where the catalogue has no asset of
  /// that name, what the program's templates need.
  package init(
    _ assets: [SourceTree.File], scripts: [ShippedScript] = ShippedScript.all,
    defaults: [ShippedTemplates.File] = []
  ) {
    let taken = Set(scripts.map { Self.templateSources + $0.name })
    var published = Published()
    var sizes: [String: AssetSize?] = [:]
    for asset in assets where !taken.contains(asset.path) {
      if asset.path.hasPrefix(Self.contentSources) {
        // `content/assets/plan.png` is `assets/plan.png`, and published as `files/plan.….png`.
        let name = Self.drop(Self.contentSources, from: asset.path)
        published.add(
          name, Self.drop("assets/", from: name), in: Self.contentFolder, .file(asset.path),
          asset.bytes)
        sizes.updateValue(ImageSize.read(asset.bytes), forKey: name)
      } else {
        let name = Self.drop(Self.templateSources, from: asset.path)
        let isScript = name.hasSuffix(".js")
        published.add(
          name, name, in: Self.templateFolder, .file(asset.path),
          isScript ? ScriptStripping.strip(asset.bytes) : asset.bytes)
      }
    }
    let own = Set(published.entries.map(\.name))
    for file in defaults where !own.contains(file.name) {
      published.add(
        file.name, file.name, in: Self.templateFolder, .program,
        file.name.hasSuffix(".js") ? ScriptStripping.strip(file.bytes) : file.bytes)
    }
    for script in scripts {
      published.add(script.name, script.name, in: Self.templateFolder, .program, script.bytes)
    }
    names = AssetNames(published.entries)
    outputs = published.outputs
    contentSizes = sizes
    diagnostics = assets.map(\.path).filter(taken.contains).map(Self.unused)
  }

  /// The files as they are published, without those of the authors at some paths below `content/`.
  func outputs(without unused: Set<String>) -> [Output] {
    unused.isEmpty ? outputs : outputs.filter { !Self.comes($0, from: unused) }
  }

  /// The paths under which the files of the authors at some paths below `content/` would be published.
  func paths(of unused: Set<String>) -> [String] {
    unused.isEmpty ? [] : outputs.filter { Self.comes($0, from: unused) }.map(\.path)
  }

  private static func comes(_ output: Output, from files: Set<String>) -> Bool {
    guard case .file(let path) = output.origin, path.hasPrefix(contentSources) else { return false }
    return files.contains(drop(contentSources, from: path))
  }

  /// The warning for a file of a site that the program has a script of its own for.
  private static func unused(_ path: String) -> Diagnostic {
    let name = drop(templateSources, from: path)
    return Diagnostic(
      .unusedScript, at: SourceRange(path: path, bytes: 0..<0),
      LocalisedText(
        "\(name) はプログラムが持っているので、このファイルは使われません。消すか、別の名前にしてテンプレートから指します。",
        en:
          "the program brings its own \(name), so that this file is not used; delete it, or rename it "
          + "and name it in a template"))
  }

  private static func drop(_ prefix: String, from path: String) -> String {
    String(path.dropFirst(prefix.count))
  }

  /// The files under their published names.
  private struct Published {
    private(set) var entries: [AssetNames.Entry] = []
    private(set) var outputs: [Output] = []
    private var paths = AssetPaths()

    /// Adds the file that templates and texts know as `name`, from `path` below a published folder.
    mutating func add(
      _ name: String, _ path: String, in folder: String, _ origin: Output.Origin, _ bytes: [UInt8]
    ) {
      let published = paths.path(
        of: path, in: folder,
        digest: String(SHA256.hexadecimal(bytes).prefix(AssetPaths.digestLength)))
      entries.append(AssetNames.Entry(name: name, path: published))
      outputs.append(
        Output(
          path: published, kind: .asset, origin: origin, isNamedByContent: true, bytes: bytes))
    }
  }
}
