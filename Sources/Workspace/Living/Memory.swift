import CatalogueGraph
import CataloguePages
import Diagnostics
import Mustache
import ShippedTemplates

/// What was made of files before, each by the digest of what it was made from.
///
/// Nothing asks what changed: a step asks whether it has this input already. Files without a digest, as a
/// build reads them, are not remembered.
struct Memory: Sendable {
  /// What a record was read from.
  struct RecordKey: Sendable, Hashable {
    let path: String
    let digest: [UInt8]
  }

  /// The earlier catalogue, where it has the same definition.
  private(set) var resolution: Resolution?
  /// What pages shared of that catalogue.
  private(set) var context: SiteContext?
  private var definition: [UInt8]?
  /// The files of the records, sorted by path, with what was read from each.
  private var records: (files: [SourceTree.File], read: [ReadRecord]) = ([], [])
  private var lastSchema: (digest: [UInt8], baseURL: String?, value: SchemaReading.Answer)?
  private var lastAssets: (key: [RecordKey], defaults: [String], value: SiteAssets)?
  private var lastPaths: (entries: [OutputPaths.Entry], faults: [Diagnostic])?
  private var lastTemplates: (key: [RecordKey], value: CompiledTemplates)?
  private var lastTemplateFaults: (key: [RecordKey], assets: AssetNames, value: [Diagnostic])?

  /// Forgets what was made with another definition.
  mutating func begin(definition file: SourceTree.File) {
    if file.digest == nil || file.digest != definition {
      records = ([], [])
      resolution = nil
      context = nil
    }
    definition = file.digest
  }

  /// The definition of a catalogue, which is read anew where the file is another.
  mutating func schema(
    of file: SourceTree.File, baseURL: String?, _ repertoire: Repertoire
  ) -> SchemaReading.Answer {
    if let last = lastSchema, last.digest == file.digest, last.baseURL == baseURL {
      return last.value
    }
    let answer = SchemaReading.read(file, baseURL: baseURL, repertoire)
    lastSchema = file.digest.map { ($0, baseURL, answer) }
    return answer
  }

  /// For each of some files, which are sorted by path, what was read from it before.
  func records(of files: [SourceTree.File]) -> [ReadRecord?] {
    let (known, read) = records
    var next = 0
    return files.map { file in
      while next < known.count, known[next].path < file.path { next += 1 }
      guard next < known.count, known[next].path == file.path, let digest = file.digest else {
        return nil
      }
      next += 1
      return known[next - 1].digest == digest ? read[next - 1] : nil
    }
  }

  /// Keeps what was read from files, and nothing else.
  mutating func keep(_ read: [ReadRecord], of files: [SourceTree.File]) {
    if definition != nil { records = (files, read) }
  }

  /// Keeps a catalogue.
  mutating func keep(_ resolution: Resolution) {
    if definition != nil { self.resolution = resolution }
  }

  /// Keeps what pages share.
  mutating func keep(_ context: SiteContext) {
    if definition != nil { self.context = context }
  }

  /// The assets of a catalogue with the program's that its templates need, which are named anew where one
  /// of them is another.
  mutating func assets(of sources: SourceTree, defaults: [ShippedFile]) -> SiteAssets {
    let key = Self.keys(of: sources.assets)
    let names = defaults.map(\.name)
    if let key, let last = lastAssets, last.key == key, last.defaults == names {
      return last.value
    }
    let assets = SiteAssets(sources.assets, defaults: defaults)
    lastAssets = key.map { ($0, names, assets) }
    return assets
  }

  /// The templates of a catalogue, which are compiled anew where one of them is another.
  mutating func templates(
    of sources: SourceTree, kinds: [any PageKind.Type]
  ) -> CompiledTemplates {
    let key = Self.keys(of: sources.templates)
    if let key, let last = lastTemplates, last.key == key { return last.value }
    let templates = CompiledTemplates(sources.templates, kinds: kinds)
    lastTemplates = key.map { ($0, templates) }
    return templates
  }

  /// The faults of templates, which are looked for anew where one of them or an asset's name is another.
  mutating func faults(
    of templates: CompiledTemplates, kinds: [any PageKind.Type], assets: AssetNames
  ) -> [Diagnostic] {
    let key = lastTemplates?.key
    if let key, let last = lastTemplateFaults, last.key == key, last.assets == assets {
      return last.value
    }
    let faults = templates.diagnostics(kinds: kinds, assets: assets)
    lastTemplateFaults = key.map { ($0, assets, faults) }
    return faults
  }

  /// The faults of the paths of an edition, which are looked for anew where one of them is another.
  mutating func faults(of entries: [OutputPaths.Entry]) -> [Diagnostic] {
    if let last = lastPaths, last.entries == entries { return last.faults }
    let faults = OutputPaths(entries).diagnostics
    if definition != nil { lastPaths = (entries, faults) }
    return faults
  }

  private static func key(of file: SourceTree.File) -> RecordKey? {
    file.digest.map { RecordKey(path: file.path, digest: $0) }
  }

  /// The keys of files; nil where one has none.
  private static func keys(of files: [SourceTree.File]) -> [RecordKey]? {
    let keys = files.compactMap { key(of: $0) }
    return keys.count == files.count ? keys : nil
  }
}
