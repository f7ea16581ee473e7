import CatalogueModel
import Parallelism
package import SystemPackage

/// Every file a build reads, as bytes: nothing else of the machine comes into a build.
package struct SourceTree: Sendable {
  /// A file with its path relative to the root.
  package struct File: Sendable {
    package let path: String
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  /// `catalogue.yml`.
  package let definition: File
  /// The Markdown files below `content/`, sorted by path.
  package let content: [File]
  /// The templates directly in `templates/`, sorted by path.
  package let templates: [File]
  /// The files below `templates/assets/` and `content/assets/`, sorted by path.
  package let assets: [File]

  /// Joins files that are in memory already, as tests do.
  package init(definition: File, content: [File], templates: [File], assets: [File]) {
    self.definition = definition
    self.content = content
    self.templates = templates
    self.assets = assets
  }

  /// The bytes of a file by its path, for the excerpts of a report.
  package func bytes(of path: String) -> [UInt8]? {
    if path == definition.path { return definition.bytes }
    for files in [content, templates, assets] {
      if let file = files.first(where: { $0.path == path }) { return file.bytes }
    }
    return nil
  }
}

extension SourceTree {
  /// The name of the definition in the root of a catalogue.
  package static let definitionName = "catalogue.yml"

  /// Reads the catalogue in the folder `root`.
  ///
  /// Names that begin with a dot and symbolic links are passed over: what a link leads to may lie
  /// outside the root.
  package static func load(_ root: FilePath, workers: Int) async throws -> SourceTree {
    let definition = File(
      path: definitionName, bytes: try FileStore.read(root.appending(definitionName)))
    let content = try paths(in: root, "content", recursive: true)
    let templates = try paths(in: root, "templates", recursive: true)
    let isAsset = { (path: String) in
      path.hasPrefix("content/assets/") || path.hasPrefix("templates/assets/")
    }
    return SourceTree(
      definition: definition,
      content: try await read(
        content.filter { $0.hasSuffix(".md") && !isAsset($0) }, in: root, workers),
      templates: try await read(templates.filter { $0.hasSuffix(".mustache") }, in: root, workers),
      assets: try await read((content + templates).filter(isAsset), in: root, workers))
  }

  private static func paths(
    in root: FilePath, _ folder: String, recursive: Bool
  ) throws(FileTrouble) -> [String] {
    guard FileStore.kind(of: root.appending(folder)) == .folder else { return [] }
    var paths: [String] = []
    for entry in try FileStore.list(root.appending(folder)) where !entry.name.hasPrefix(".") {
      let path = folder + "/" + entry.name
      switch entry.kind {
      case .file: paths.append(path)
      case .folder where recursive: paths += try self.paths(in: root, path, recursive: true)
      default: break
      }
    }
    return paths
  }

  private static func read(
    _ paths: [String], in root: FilePath, _ workers: Int
  ) async throws -> [File] {
    let results = await Parallel.map(paths.sorted(), workers: workers) { path in
      Result { () throws(FileTrouble) -> File in
        File(path: path, bytes: try FileStore.read(root.appending(path)))
      }
    }
    return try results.map { try $0.get() }
  }
}
