package import CatalogueModel
package import Files
package import SystemPackage

/// Every file a build reads, as bytes: nothing else of the machine comes into a build.
package struct SourceTree: Sendable {
  /// A file with its path relative to the root.
  package struct File: Sendable {
    package let path: String
    package let bytes: [UInt8]
    /// The digest of the bytes, by which what is made of them is kept; nil where nothing is.
    package let digest: [UInt8]?

    package init(path: String, bytes: [UInt8], digest: [UInt8]? = nil) {
      self.path = path
      self.bytes = bytes
      self.digest = digest
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
  /// `addresses.lock`; nil where there is none.
  package let addresses: File?
  /// What nothing is published of, which its author should know, sorted by path.
  package let unread: [UnreadFile]
  /// The folders directly in `content/`; nil for files that are in memory already.
  package let contentFolders: Set<String>?
  /// The names of all else directly in `content/`.
  package let contentOthers: Set<String>

  /// Joins files that are in memory already, as tests do.
  package init(
    definition: File, content: [File], templates: [File], assets: [File], addresses: File? = nil,
    unread: [UnreadFile] = [], contentFolders: Set<String>? = nil, contentOthers: Set<String> = []
  ) {
    self.definition = definition
    self.content = content
    self.templates = templates
    self.assets = assets
    self.addresses = addresses
    self.unread = unread
    self.contentFolders = contentFolders
    self.contentOthers = contentOthers
  }

  /// The bytes of a file by its path, for the excerpts of a report.
  package func bytes(of path: String) -> [UInt8]? {
    if path == definition.path { return definition.bytes }
    if path == addresses?.path { return addresses?.bytes }
    for files in [content, templates, assets] {
      if let file = files.first(where: { $0.path == path }) { return file.bytes }
    }
    return nil
  }

  /// The bytes of all files by their paths.
  package var bytesByPath: [String: [UInt8]] {
    let files =
      [definition] + content + templates + assets + [addresses].compactMap { $0 }
    return Dictionary(
      files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
  }
  /// The files that an author writes as text: the definition, the records and the templates.
  package var texts: [File] { [definition] + content + templates }

  /// The same files, each with what stands in its place.
  package func replacing(_ replacement: (File) -> File) -> SourceTree {
    func replaced(_ files: [File]) -> [File] {
      files.map(replacement).sorted { $0.path < $1.path }
    }
    return SourceTree(
      definition: replacement(definition), content: replaced(content),
      templates: replaced(templates), assets: replaced(assets),
      addresses: addresses.map(replacement), unread: unread, contentFolders: contentFolders,
      contentOthers: contentOthers)
  }

  /// Whether all is as in another tree that was read by the same reader.
  func isSame(as other: SourceTree) -> Bool {
    func isSame(_ files: [File], _ others: [File]) -> Bool {
      files.count == others.count
        && zip(files, others).allSatisfy { $0.path == $1.path && $0.digest == $1.digest }
    }
    return isSame([definition], [other.definition]) && isSame(content, other.content)
      && isSame(addresses.map { [$0] } ?? [], other.addresses.map { [$0] } ?? [])
      && isSame(templates, other.templates) && isSame(assets, other.assets)
      && unread == other.unread && contentFolders == other.contentFolders
      && contentOthers == other.contentOthers
  }

  /// Throws where a collection of the definition has no folder: its records are missing, not none.
  package func requireFolders(of schema: Schema) throws(SourceTrouble) {
    guard let contentFolders else { return }
    let known = Set(schema.collections.map(\.key))
    if let taken = known.sorted().first(where: contentOthers.contains) {
      throw SourceTrouble.collectionIsNoFolder("content/" + taken)
    }
    if !known.isEmpty && known.isDisjoint(with: contentFolders) {
      throw SourceTrouble.noCollections("content")
    }
    for collection in schema.collections where !contentFolders.contains(collection.key) {
      let strays = contentFolders.subtracting(known).subtracting(["assets"]).sorted()
      throw SourceTrouble.noCollectionFolder(
        "content/" + collection.key, near: Nearest.words(to: collection.key, among: strays))
    }
  }
}

extension SourceTree {
  /// The name of the definition in the root of a catalogue.
  package static let definitionName = "catalogue.yml"
  /// The name of the list of published addresses beside it.
  package static let addressesName = "addresses.lock"
  private static let contentName = "content"
  private static let templatesName = "templates"
  /// What a build reads in the root of a catalogue.
  package static let names = [contentName, templatesName, definitionName, addressesName]

  /// Larger texts and larger assets are a trouble of the machine, in bytes.
  private static let mostTextBytes = 16 << 20
  private static let mostAssetBytes = 1 << 30

  /// Reads the catalogue in the folder `root`.
  ///
  /// `catalogue.yml`, `templates`, `content` and the collections' folders in it may be links, since people
  /// mount them; other links are not followed, since what they lead to may lie outside the root. Names
  /// that begin with a dot are passed over.
  package static func load(
    _ root: FilePath, workers: Int, files: FileStore = FileStore()
  ) async throws -> SourceTree {
    var reader = SourceReader(root: root, workers: workers, files: files)
    return try await load(&reader)
  }

  /// The same with a reader, which may know files from before.
  static func load(_ reader: inout SourceReader) async throws -> SourceTree {
    var reading = 0
    while true {
      do {
        return try await loadOnce(&reader)
      } catch let trouble as FileTrouble
        where trouble.code == .noSuchFileOrDirectory && reading < 5
      {
        // A file was listed and is gone: an editor saves by renaming. It is listed anew.
        if try reader.isMissing(definitionName) {
          throw trouble
        }
        reading += 1
        try await Task.sleep(for: .milliseconds(20))
      }
    }
  }

  private static func loadOnce(_ reader: inout SourceReader) async throws -> SourceTree {
    reader.begin()
    let definition = try await reader.read([definitionName], atMost: mostTextBytes)[0]
    let content = try FolderListing.content(of: reader.root, contentName, reader.files)
    let templates = try FolderListing.templates(of: reader.root, templatesName, reader.files)
    let records = content.files.filter { $0.hasSuffix(".md") && !isAsset($0) }
    let assets = (content.files + templates.files).filter { isAsset($0) && isPublishable($0) }
    let unread = content.files.filter { isAsset($0) ? !isPublishable($0) : !$0.hasSuffix(".md") }
      .map { UnreadFile(path: $0, reason: .kind) }
    let texts = try await reader.read(records, atMost: mostTextBytes)
    let compiled = try await reader.read(
      templates.files.filter { $0.hasSuffix(".mustache") }, atMost: mostTextBytes)
    let published = try await reader.read(assets, atMost: mostAssetBytes)
    // Last, since a reader knows the files of the time before by the order of its readings.
    let locks = try reader.isMissing(addressesName) ? [] : [addressesName]
    return SourceTree(
      definition: definition,
      content: texts, templates: compiled, assets: published,
      addresses: try await reader.read(locks, atMost: mostTextBytes).first,
      unread: (unread + content.unread + templates.unread).sorted { $0.path < $1.path },
      contentFolders: content.folders, contentOthers: content.others)
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
}
