import CatalogueGraph
import CatalogueModel
import CataloguePages
import CatalogueSource
import CatalogueViews
import Diagnostics
import Mustache
import Parallelism
import TextRules

/// Reads the definition of a catalogue.
enum SchemaReading {
  static func read(
    _ file: SourceTree.File, baseURL: String?
  ) -> (schema: Schema?, diagnostics: [Diagnostic]) {
    let read = SchemaReader.read(
      path: file.path, bytes: file.bytes, reserved: SiteMap.reservedNames)
    guard let schema = read.schema, let baseURL else { return read }
    let site = SiteDefinition(
      title: schema.site.title, description: schema.site.description,
      baseURL: baseURL.hasSuffix("/") ? baseURL : baseURL + "/", language: schema.site.language,
      keep: schema.site.keep)
    return (
      Schema(
        site: site, collections: schema.collections, relations: schema.relations,
        rules: schema.rules),
      read.diagnostics
    )
  }
}

/// A record as its file has it, with the faults of the file.
struct ReadRecord: Sendable {
  /// Nil where the file has no title or stands in no collection.
  let record: PreparedRecord?
  let diagnostics: [Diagnostic]
}

/// The templates of a catalogue with their faults.
struct ReadTemplates: Sendable {
  let set: TemplateSet
  let diagnostics: [Diagnostic]
}

/// Reads the records of a catalogue, several at a time.
enum RecordReading {
  static func read(
    _ files: [SourceTree.File], schema: Schema, workers: Int, _ memory: inout Memory
  ) async -> (records: [PreparedRecord], diagnostics: [Diagnostic]) {
    let reader = RecordReader(schema: schema)
    let known = memory
    let results = await Parallel.map(files, workers: workers) { file -> ReadRecord in
      if let record = known.record(of: file) { return record }
      let parts = file.path.split(separator: "/")
      guard parts.count == 3, let collection = schema.collection(String(parts[1])) else {
        return ReadRecord(record: nil, diagnostics: [misplaced(file, schema)])
      }
      let read = reader.read(
        path: file.path, name: String(parts[2].dropLast(3)), collection: collection,
        bytes: file.bytes)
      return ReadRecord(
        record: read.record.map { PreparedRecord($0, in: schema) }, diagnostics: read.diagnostics)
    }
    memory.keep(results, of: files)
    return (results.compactMap(\.record), results.flatMap(\.diagnostics))
  }

  private static func misplaced(_ file: SourceTree.File, _ schema: Schema) -> Diagnostic {
    let folder = file.path.split(separator: "/").dropFirst().dropLast().joined(separator: "/")
    let keys = schema.collections.map(\.key)
    return Diagnostic(
      .unknownCollection, at: SourceRange(path: file.path, bytes: 0..<0),
      LocalisedText(
        "「content/\(folder)」という集まりはありません。項目は content の下の集まりのフォルダーに直接置きます。",
        en:
          "there is no collection 'content/\(folder)'; records stand directly in a collection's folder"
      ),
      suggestions: Nearest.words(to: folder, among: keys).map { "content/" + $0 })
  }
}

/// Compiles the templates and checks them against what the page kinds offer.
enum TemplateReading {
  static func read(
    _ files: [SourceTree.File], assets: AssetNames
  ) -> ReadTemplates {
    let prefix = "templates/"
    let ending = ".mustache"
    var diagnostics: [Diagnostic] = []
    let sources = files.map { file in
      let check = TextCheck(file.bytes)
      diagnostics += check.diagnostics(path: file.path)
      return TemplateSource(
        name: String(file.path.dropFirst(prefix.count).dropLast(ending.count)), path: file.path,
        bytes: check.bytes)
    }
    let (set, findings) = TemplateSet.compile(sources)
    diagnostics += findings.map(\.diagnostic)
    for kind in PageKinds.all {
      guard sources.contains(where: { $0.name == kind.template }) else {
        diagnostics.append(
          Diagnostic(
            .templateMissing,
            at: SourceRange(path: prefix + kind.template + ending, bytes: 0..<0),
            LocalisedText(
              "「\(kind.summary.japanese)」のテンプレート \(kind.template).mustache がありません。",
              en: "the template \(kind.template).mustache is missing")))
        continue
      }
      let shape = PageKinds.shape(of: kind, assets: assets)
      diagnostics += set.check(template: kind.template, against: shape).map(\.diagnostic)
    }
    return ReadTemplates(set: set, diagnostics: diagnostics)
  }
}
