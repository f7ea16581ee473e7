import CatalogueViews
import Diagnostics
import Digests
import Publishing
import TestSupport
import Testing
import Workspace

@testable import Comparison

/// Editions of small catalogues in memory, without the files of the search.
enum TestEdition {
  /// The edition of a catalogue as a build would list it.
  static func of(_ catalogue: TestCatalogue, source: String? = nil) async throws -> ComparedEdition
  {
    let checked = await catalogue.checked()
    let faults = checked.report.diagnostics.filter { $0.severity == .error }
    #expect(faults.isEmpty, "\(faults.map(\.message.english))")
    let map = try #require(checked.map)
    let entries = try map.outputs.map { output in
      let bytes = try output.bytes()
      return ManifestEntry(
        path: output.path, size: bytes.count, sha256: SHA256.hexadecimal(bytes),
        isNamedByContent: output.isNamedByContent, textDigest: output.textDigest)
    }
    return ComparedEdition(
      Manifest(entries, source: source),
      try CatalogueReader(#require(map["catalogue.json"]).bytes()))
  }

  /// An edition with the JSON of some records, and pages at some paths.
  static func of(records: [String], pages: [String] = [], collections: String = "[]") throws
    -> ComparedEdition
  {
    let json =
      "{\"records\":[" + records.joined(separator: ",") + "],\"collections\":\(collections)}"
    let entries = pages.map {
      ManifestEntry(path: $0, size: 1, sha256: "00", isNamedByContent: false)
    }
    return ComparedEdition(Manifest(entries), try CatalogueReader(Array(json.utf8)))
  }

  /// The JSON of a record.
  static func record(_ id: String, title: String = "題", fields: String = "", more: String = "")
    -> String
  {
    "{\"id\":\"\(id)\",\"collection\":\"things\",\"url\":\"/things/\(id)/\",\"title\":\"\(title)\","
      + "\"fields\":{\(fields)}\(more)}"
  }

  /// The changes in one of the forms.
  static func text(
    _ old: ComparedEdition, _ new: ComparedEdition, _ format: ChangesFormat = .text,
    _ language: MessageLanguage = .english, baseURL: String? = nil
  ) -> String {
    String(
      decoding: format.bytes(
        of: EditionChanges(from: old, to: new), language: language, baseURL: baseURL),
      as: UTF8.self)
  }
}
