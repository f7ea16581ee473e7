import CatalogueSearch
import Foundation
import TextFolding
import Workspace

/// Builds a search index from documents a line, or folds lines: for evaluations and browser tests.
///
///     mokuroku-search-bench build DOCUMENTS.jsonl FOLDER    builds the index, tells time and size
///     mokuroku-search-bench fold < TEXTS.jsonl              folds JSON strings, one a line
///     mokuroku-search-bench assigned MAJOR                  code points that Unicode MAJOR.0 has, one a line
///     mokuroku-search-bench scripts FOLDER                  writes the scripts of the search as they are shipped
@main
struct SearchBench {
  static func main() async throws {
    let arguments = CommandLine.arguments
    if arguments.count == 4, arguments[1] == "build" {
      try await build(arguments[2], into: arguments[3])
    } else if arguments.count == 2, arguments[1] == "fold" {
      try fold()
    } else if arguments.count == 3, arguments[1] == "assigned", let version = Int(arguments[2]) {
      assigned(version)
    } else if arguments.count == 3, arguments[1] == "scripts" {
      let folder = URL(filePath: arguments[2])
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for script in ShippedScript.all {
        try Data(script.bytes).write(to: folder.appending(path: script.name))
      }
    } else {
      FileHandle.standardError.write(
        Data("usage: build DOCUMENTS.jsonl FOLDER | fold | assigned MAJOR | scripts FOLDER\n".utf8)
      )
      exit(2)
    }
  }

  private static func fold() throws {
    let decoder = JSONDecoder()
    let encoder = JSONEncoder()
    while let line = readLine() {
      let text = try decoder.decode(String.self, from: Data(line.utf8))
      print(String(decoding: try encoder.encode(Folding.fold(text)), as: UTF8.self))
    }
  }

  /// Writes the characters that a version of Unicode has; those for private use are nobody's.
  private static func assigned(_ version: Int) {
    let lines = (UInt32(0)..<0x11_0000).lazy.compactMap(Unicode.Scalar.init).filter { scalar in
      guard let age = scalar.properties.age, age.major < version || age == (version, 0) else {
        return false
      }
      let category = scalar.properties.generalCategory
      return category != .unassigned && category != .privateUse
    }
    print(lines.map { String($0.value) }.joined(separator: "\n"))
  }

  private static func build(_ input: String, into folder: String) async throws {
    let records = try Data(contentsOf: URL(filePath: input)).split(separator: 10).map {
      try JSONDecoder().decode(Record.self, from: $0)
    }
    let documents = records.map(\.document)
    let facets = Record.facets(of: records)
    let clock = ContinuousClock()
    let start = clock.now
    let files = await SearchIndex.build(documents, facets: facets)
    let elapsed = clock.now - start
    var folders: Set<String> = []
    for file in files {
      let url = URL(filePath: folder).appending(path: file.path)
      if folders.insert(url.deletingLastPathComponent().path).inserted {
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      }
      try Data(file.bytes).write(to: url)
    }
    let bytes = files.reduce(0) { $0 + $1.bytes.count }
    let seconds = Double(elapsed.components.attoseconds) / 1e18 + Double(elapsed.components.seconds)
    print(
      "{\"files\":\(files.count),\"bytes\":\(bytes),\"seconds\":\(seconds),\"peak_kb\":\(peak())}")
  }

  /// The most memory that was resident, in KB (Linux; 0 elsewhere).
  private static func peak() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
    return Int(line.filter(\.isNumber)) ?? 0
  }
}

/// A line of the input.
private struct Record: Decodable {
  struct Section: Decodable {
    var anchor: String
    var heading: String
    var text: String
  }

  var url: String
  var collection: String
  var title: String
  var aliases: [String]
  var reading: String
  var summary: String
  var rubies: [[String]]
  var facets: [String: [String]]
  var sections: [Section]

  var document: SearchDocument {
    SearchDocument(
      url: url, collection: collection, title: title, aliases: aliases, readings: [reading].filter { !$0.isEmpty },
      summary: summary,
      rubies: rubies.map { SearchDocument.Ruby(base: $0[0], reading: $0[1]) },
      facets: facets.keys.sorted().map {
        SearchDocument.FacetValues(key: $0, values: facets[$0] ?? [])
      },
      sections: sections.map {
        SearchDocument.Section(anchor: $0.anchor, heading: $0.heading, text: $0.text)
      })
  }

  /// The facets of all records with all their values, in order of their ids.
  static func facets(of records: [Record]) -> [FacetDefinition] {
    var values: [String: Set<String>] = [:]
    for record in records {
      for (key, ids) in record.facets { values[key, default: []].formUnion(ids) }
    }
    return values.keys.sorted().map { key in
      FacetDefinition(
        key: key, label: key,
        values: (values[key] ?? []).sorted().map { FacetDefinition.Value(id: $0, label: $0) })
    }
  }
}
