import CatalogueGraph
import CatalogueModel
import CatalogueSource
import Diagnostics
import Parallelism

/// Reads the definition of a catalogue.
enum SchemaReading {
  /// A definition, where it could be read, with its faults.
  typealias Answer = (schema: Schema?, diagnostics: [Diagnostic])

  static func read(
    _ file: SourceTree.File, baseURL: String?, _ repertoire: Repertoire
  ) -> Answer {
    let read = SchemaReader.read(
      path: file.path, bytes: file.bytes, reserved: repertoire.reservedNames,
      types: repertoire.fieldTypes)
    guard let schema = read.schema, let baseURL else { return read }
    let site = schema.site.at(baseURL: baseURL.hasSuffix("/") ? baseURL : baseURL + "/")
    return (
      Schema(
        site: site, collections: schema.collections, relations: schema.relations,
        rules: schema.rules, reports: schema.reports),
      read.diagnostics
    )
  }
}

/// A record as its file has it, with the faults of the file.
struct ReadRecord: Sendable {
  /// Nil where the file has no title or stands in no collection.
  let record: PreparedRecord?
  /// The id of a record whose title could not be read.
  var unread: RecordID? = nil
  let diagnostics: [Diagnostic]
}

/// Reads the records of a catalogue, several at a time.
enum RecordReading {
  static func read(
    _ files: [SourceTree.File], schema: Schema, workers: Int, _ memory: inout Memory
  ) async -> (records: [PreparedRecord], unread: UnreadRecords, diagnostics: [Diagnostic]) {
    let reader = RecordReader(schema: schema)
    var results = memory.records(of: files)
    let unknown = files.indices.filter { results[$0] == nil }
    let read = await Parallel.map(unknown, workers: workers) { place -> ReadRecord in
      let file = files[place]
      let parts = file.path.split(separator: "/")
      guard parts.count == 3, let collection = schema.collection(String(parts[1])) else {
        return ReadRecord(record: nil, diagnostics: [misplaced(file, schema)])
      }
      let name = String(parts[2].dropLast(3))
      let read = reader.read(
        path: file.path, name: name, collection: collection, bytes: file.bytes)
      return ReadRecord(
        record: read.record.map { PreparedRecord($0, in: schema) },
        unread: read.record == nil ? RecordID(collection: collection.key, name: name) : nil,
        diagnostics: read.diagnostics)
    }
    for (place, record) in zip(unknown, read) { results[place] = record }
    let records = results.compactMap { $0 }
    memory.keep(records, of: files)
    return (
      records.compactMap(\.record), UnreadRecords(records.compactMap(\.unread)),
      records.flatMap(\.diagnostics)
    )
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
