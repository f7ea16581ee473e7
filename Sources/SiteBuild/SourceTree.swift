import CatalogueModel
import Parallelism
package import SystemPackage
import TextRules

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
  /// The paths below `content/` that are neither Markdown nor an asset, or that are links: nothing of
  /// them is published, which their author should know.
  package let unread: [String]
  /// The paths below `content/` and `templates/` that are no text, in a form that can be shown.
  package let misnamed: [String]

  /// Joins files that are in memory already, as tests do.
  package init(
    definition: File, content: [File], templates: [File], assets: [File], unread: [String] = [],
    misnamed: [String] = []
  ) {
    self.definition = definition
    self.content = content
    self.templates = templates
    self.assets = assets
    self.unread = unread
    self.misnamed = misnamed
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
    let content = try paths(in: root, "content")
    let templates = try paths(in: root, "templates")
    let records = content.files.filter { $0.hasSuffix(".md") && !isAsset($0) }
    let assets = (content.files + templates.files).filter { isAsset($0) && isPublishable($0) }
    let known = Set(records + assets)
    return SourceTree(
      definition: definition,
      content: try await read(records, in: root, workers),
      templates: try await read(
        templates.files.filter { $0.hasSuffix(".mustache") }, in: root, workers),
      assets: try await read(assets, in: root, workers),
      unread: (content.files.filter { !known.contains($0) } + content.others).sorted(),
      misnamed: content.misnamed + templates.misnamed)
  }

  private static func isAsset(_ path: String) -> Bool {
    path.hasPrefix("content/assets/") || path.hasPrefix("templates/assets/")
  }

  /// The endings of files that authors may publish: pictures, documents and tables.
  ///
  /// HTML and SVG are not among them: a browser would run what is in them, outside the site's policy.
  private static let publishable = [
    "avif", "csv", "docx", "gif", "jpeg", "jpg", "pdf", "png", "pptx", "txt", "webp", "xlsx", "zip",
  ]

  /// Whether a file may be published; those beside the templates are the site's own.
  private static func isPublishable(_ path: String) -> Bool {
    path.hasPrefix("templates/") || publishable.contains { path.lowercased().hasSuffix("." + $0) }
  }

  private static func paths(
    in root: FilePath, _ folder: String
  ) throws(FileTrouble) -> (files: [String], others: [String], misnamed: [String]) {
    guard FileStore.kind(of: root.appending(folder)) == .folder else { return ([], [], []) }
    var files: [String] = []
    var others: [String] = []
    var misnamed: [String] = []
    for entry in try FileStore.list(root.appending(folder)) {
      let bytes = entry.bytes
      if bytes.first == UInt8(ascii: ".") { continue }
      guard let name = PrintableName.text(bytes) else {
        misnamed.append(folder + "/" + PrintableName.escaped(bytes))
        continue
      }
      let path = folder + "/" + name
      switch entry.kind {
      case .file: files.append(path)
      case .folder:
        let inner = try paths(in: root, path)
        files += inner.files
        others += inner.others
        misnamed += inner.misnamed
      default: others.append(path)
      }
    }
    return (files, others, misnamed)
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
