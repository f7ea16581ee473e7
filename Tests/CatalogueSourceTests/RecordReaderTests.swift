import CatalogueModel
import Diagnostics
import JapaneseText
import MarkdownTree
import TestSupport
import Testing

@testable import CatalogueSource

/// Reads one record of the test definition.
struct RecordReading {
  let record: Record?
  let diagnostics: [Diagnostic]
  let bytes: [UInt8]

  init(_ text: String, id: String = "a", definition: String = TestCatalogue.definition) throws {
    try self.init(bytes: Array(text.utf8), id: id, definition: definition)
  }

  init(bytes: [UInt8], id: String = "a", definition: String = TestCatalogue.definition) throws {
    let read = SchemaReader.read(path: "catalogue.yml", bytes: Array(definition.utf8))
    let schema = try #require(read.schema, "\(read.diagnostics.map(\.message.english))")
    let collection = try #require(schema.collections.first)
    self.bytes = bytes
    (record, diagnostics) = RecordReader(schema: schema).read(
      path: "content/programmes/\(id).md", name: id, collection: collection, bytes: bytes)
  }

  /// Codes with the texts they mark.
  var faults: [String] {
    diagnostics.map { "\($0.code.rawValue) \(marked($0))" }
  }

  func marked(_ diagnostic: Diagnostic) -> String {
    String(decoding: bytes[diagnostic.range.bytes], as: UTF8.self)
  }
}

@Suite("Records")
struct RecordReaderTests {
  private func file(_ lines: String, body: String = "") -> String {
    "---\ntitle: 甲\nyomi: こう\n\(lines)---\n\(body)"
  }

  @Test("fields are read by their English key and by their Japanese label alike")
  func readsKeysAndLabels() throws {
    let english = try RecordReading(
      """
      ---
      title: 甲
      yomi: こう
      aliases: [乙, 丙]
      summary: 要約です。
      kind: 研究開発
      number: 3
      fiscal_years: [2020年度]
      ---
      本文
      """)
    let japanese = try RecordReading(
      """
      ---
      名称: 甲
      読み: こう
      別名: [乙, 丙]
      要約: 要約です。
      種類: 研究開発
      件数: 3
      年度: [令和2年度]
      ---
      本文
      """)
    for reading in [english, japanese] {
      #expect(reading.faults.isEmpty, "\(reading.faults)")
      let record = try #require(reading.record)
      #expect(record.title.value == "甲")
      #expect(record.reading?.text == "こう")
      #expect(record.aliases.map(\.value) == ["乙", "丙"])
      #expect(record.summary == "要約です。")
      #expect(record.body.references.isEmpty)
      #expect(record.body.blocks.count == 1)
    }
    let contents = [english, japanese].map { $0.record?.contents.map { $0?.values.map(\.value) } }
    #expect(contents[0] == contents[1])
  }

  @Test(
    "each fault is told once, at its place",
    arguments: [
      ("kind: 研究改発\n", ["field/unknown-choice 研究改発"]),
      ("knid: 研究開発\n", ["field/unknown-key knid"]),
      ("[一]: 二\n", ["field/unknown-key [一]"]),
      ("kind: 研究開発\nkind: AI戦略\n", ["yaml/duplicate-key kind"]),
      ("kind: 研究開発\n種類: AI戦略\n", ["yaml/duplicate-key 種類"]),
      ("summary:\n", ["field/empty "]), ("summary: ''\n", ["field/empty ''"]),
      ("summary: ~\n", ["field/empty ~"]), ("summary: null\n", ["field/empty null"]),
      ("summary: Null\n", ["field/empty Null"]), ("summary: NULL\n", ["field/empty NULL"]),
      ("summary: \"~\"\n", []), ("summary: 'null'\n", []), ("summary: nullable\n", []),
      ("summary: '　'\n", ["field/empty '　'"]),
      ("summary: \u{200B}\u{2060}\n", ["field/empty \u{200B}\u{2060}"]),
      ("summary: \u{FEFF}\u{AD}\n", ["field/empty \u{FEFF}\u{AD}"]),
      ("summary: \u{3164}\n", ["field/empty \u{3164}"]),
      ("number: ~\n", ["field/empty ~"]), ("open: null\n", ["field/empty null"]),
      ("moment: ~\n", ["field/empty ~"]), ("period: ~\n", ["field/empty ~"]),
      ("kind: ~\n", ["field/empty ~"]), ("address: ~\n", ["field/empty ~"]),
      ("aliases: ~\n", ["field/empty ~"]), ("aliases:\n", ["field/empty "]),
      ("aliases: [~]\n", ["field/empty ~"]), ("aliases: [乙, null]\n", ["field/empty null"]),
      ("aliases:\n  - 乙\n  -\n", ["field/empty "]),
      ("aliases: ['\u{200D}']\n", ["field/empty '\u{200D}'"]),
      ("ministries: [~]\n", ["field/empty ~"]), ("agencies: [{to: ~}]\n", ["field/empty ~"]),
      ("agencies: [{to: 乙, role: ~}]\n", ["field/empty ~"]),
      ("related: [{to: 乙, as: ~}]\n", ["field/empty ~"]),
      ("budget: [~]\n", ["field/empty ~"]), ("budget: ~\n", ["field/empty ~"]),
      ("budget: [{year: ~, amount: 1円}]\n", ["field/empty ~"]),
      ("budget: [{year: 2020年度, amount: ~}]\n", ["field/empty ~"]),
      ("budget: [{year: 2020年度, note: ~}]\n", ["field/empty ~"]),
      ("budget: [{year: 2020年度, amount: 1円, stage: ~}]\n", ["field/empty ~"]),
      ("sources: [{document: ~, at: 第1章}]\n", ["field/empty ~"]),
      ("sources: [{document: 白書, at: ~}]\n", ["field/empty ~"]),
      ("~: 一\n", ["field/unknown-key ~"]),
      ("aliases: 乙\n", ["field/wrong-shape 乙"]), ("summary: [一]\n", ["field/wrong-shape [一]"]),
      ("aliases: [乙, 丙, 乙]\n", ["field/duplicate-entry 乙"]), ("aliases: []\n", []),
      ("aliases: [[乙]]\n", ["field/wrong-shape [乙]"]),
      ("number: 三\nopen: たぶん\n", ["field/invalid-integer 三", "field/invalid-boolean たぶん"]),
      ("summary: &a 要約\n", ["yaml/unsupported &"]),
      ("budget:\n  - {year: 2020年度, amount: 17億}\n", ["field/invalid-money 17億"]),
      ("related: [乙]\n", ["field/missing 乙"]),
      ("related: [{to: 乙, as: 先祖}]\n", ["field/unknown-choice 先祖"]),
      ("sources: [{document: 白書}]\n", ["field/missing {document: 白書}"]),
    ])
  func findsFaults(_ lines: String, _ faults: [String]) throws {
    #expect(try RecordReading(file(lines)).faults == faults)
  }

  @Test("a record knows where the key and each value of a field stand, and how they are quoted")
  func keepsPlaces() throws {
    let reading = try RecordReading(
      file(
        "'種類': \"研究開発\"\naliases:\n- '乙'\n- 丙\nministries:\n- to: >-\n    経産省\n", body: "文。\n"))
    let record = try #require(reading.record)
    func text(_ range: Range<Int>) -> String {
      String(decoding: reading.bytes[range], as: UTF8.self)
    }
    let contents = record.contents.compactMap { $0 }
    #expect(contents.map { text($0.key) } == ["title", "yomi", "aliases", "'種類'", "ministries"])
    let values = contents.flatMap(\.values)
    #expect(
      values.map { text($0.bytes) } == ["甲", "こう", "'乙'", "丙", "\"研究開発\"", "to: >-\n    経産省"])
    #expect(
      values.map(\.style) == [.plain, .plain, .singleQuoted, .plain, .doubleQuoted, nil])
    guard case .reference(let reference)? = values.last?.value else {
      Issue.record("no reference")
      return
    }
    #expect(reference.name?.style == .folded)
    #expect(reference.name.map { text($0.bytes) } == ">-\n    経産省")
  }

  @Test("a missing required field is told at the start of the front matter")
  func findsMissingFields() throws {
    let reading = try RecordReading("---\nsummary: 要約\n---\n")
    #expect(reading.diagnostics.map(\.code) == [.missingField, .missingField])
    #expect(reading.diagnostics.map(\.range.bytes) == [4..<4, 4..<4])
    #expect(reading.diagnostics.allSatisfy { $0.message.japanese.contains("(") })
    #expect(reading.record == nil)
  }

  @Test("a required field whose value is wrong is not missing too")
  func tellsWrongOnce() throws {
    #expect(
      try RecordReading("---\ntitle: 甲\nyomi: 漢字\n---\n").diagnostics.map(\.code) == [
        .invalidReading
      ])
  }

  @Test(
    "a required value that says nothing is told once",
    arguments: ["~", "null", "", "''", "\"\"", "'　'", "\"\\u200b\"", "\u{200B}", "[]", "{}"])
  func findsEmptyTitles(_ value: String) throws {
    for lines in ["title: \(value)\nyomi: こう\n", "title: 甲\nyomi: \(value)\n"] {
      let reading = try RecordReading("---\n\(lines)---\n")
      let isShape = ["[]", "{}"].contains(value)
      #expect(reading.diagnostics.map(\.code) == [isShape ? .wrongShape : .emptyValue], "\(lines)")
      #expect((reading.record == nil) == lines.hasPrefix("title: \(value)\n"))
    }
  }

  @Test("a required list with nothing in it is empty")
  func findsEmptyLists() throws {
    let definition = TestCatalogue.definition.split(separator: "\n").map { line in
      line.contains("aliases:")
        ? "  aliases: {type: text, list: true, label: 別名, required: true}" : String(line)
    }.joined(separator: "\n")
    #expect(
      try RecordReading(file("aliases: []\n"), definition: definition).faults == ["field/empty []"])
  }

  @Test("a recommended field is a warning, unless another field excuses it")
  func recommendsFields() throws {
    let definition = TestCatalogue.definition.split(separator: "\n").map { line in
      line.hasPrefix("      number:")
        ? "      number: {type: integer, label: 件数, recommended: true, excused_by: {kind: AI戦略}}"
        : String(line)
    }.joined(separator: "\n")
    let missing = try RecordReading(file(""), definition: definition)
    #expect(missing.diagnostics.map(\.code) == [.recommendedField])
    #expect(missing.diagnostics.map(\.severity) == [.warning])
    #expect(missing.diagnostics.first?.message.japanese.contains("kind: AI戦略") == true)
    #expect(try RecordReading(file("kind: AI戦略\n"), definition: definition).faults.isEmpty)
    #expect(try RecordReading(file("number: 3\n"), definition: definition).faults.isEmpty)
    #expect(try RecordReading(file("kind: 研究開発\n"), definition: definition).faults.count == 1)
  }

  @Test(
    "file names are a-z, 0-9 and hyphens",
    arguments: [
      ("a", true), ("q-leap-2", true), ("1", true), ("A", false), ("計画", false), ("a_b", false),
      ("-a", false), ("", false), ("a.b", false), ("a b", false),
      ("con", false), ("nul", false), ("aux", false), ("prn", false), ("com1", false),
      ("lpt9", false), ("com0", false), ("con-1", true), ("com10", true), ("console", true),
      ("a.", false), ("a ", false), ("conin$", false),
    ])
  func checksNames(_ id: String, _ isValid: Bool) throws {
    let reading = try RecordReading(file(""), id: id)
    #expect(reading.diagnostics.map(\.code) == (isValid ? [] : [.fileName]))
  }

  @Test(
    "a file without front matter is told so",
    arguments: ["", "本文だけ\n", "\n\n", "\u{FEFF}本文"])
  func findsNoFrontMatter(_ text: String) throws {
    let reading = try RecordReading(text)
    #expect(reading.diagnostics.map(\.code) == [.frontMatterMissing])
    #expect(reading.record == nil)
  }

  @Test("front matter that is no mapping, or not there, is told so")
  func findsWrongShapes() throws {
    #expect(try RecordReading("---\n- 甲\n---\n").diagnostics.first?.code == .wrongShape)
    #expect(try RecordReading("---\n---\n").diagnostics.allSatisfy { $0.code == .missingField })
    let broken = try RecordReading("---\ntitle: \"\\ud800\"\n---\n")
    #expect(broken.diagnostics.map(\.code) == [.yamlSyntax], "\(broken.faults)")
  }

  @Test("a second document in the front matter is told, not dropped")
  func findsSecondDocument() throws {
    #expect(
      try RecordReading("---\ntitle: 甲\nyomi: こう\n...\nkind: 研究開発\n---\n").diagnostics.map(\.code)
        == [.yamlStrayLine])
  }

  @Test("bytes that are not UTF-8 are told where they stand")
  func findsEncoding() throws {
    let reading = try RecordReading(
      bytes: Array("---\ntitle: ".utf8) + [0x8E, 0x96] + Array("\n---\n".utf8))
    #expect(reading.diagnostics.map(\.code) == [.encoding])
    #expect(reading.diagnostics.first?.range.bytes == 11..<12)
  }

  @Test("CRLF and a byte order mark change neither values nor places")
  func readsOtherEditors() throws {
    let text =
      "\u{FEFF}"
      + file("kind: 謎\n", body: "本文[[乙]]\n").split(
        separator: "\n", omittingEmptySubsequences: false
      ).joined(separator: "\r\n")
    let reading = try RecordReading(text)
    #expect(reading.faults == ["field/unknown-choice 謎"])
    let link = try #require(reading.record?.body.references.first)
    #expect(String(decoding: Array(text.utf8)[link.destinationRange], as: UTF8.self) == "乙")
  }

  @Test(
    "what is wrong in the text is told at its place in the file",
    arguments: [
      ("<b>強調</b>\n", "markdown/raw-html <b>"),
      ("![](a.png)\n", "markdown/image-without-text ![](a.png)"),
      ("[x](javascript:alert(1))\n", "link/forbidden-scheme"), ("# 一\n\n### 三\n", "markdown/other"),
      ("文[^1]\n", "markdown/other"),
    ])
  func findsFaultsOfText(_ body: String, _ fault: String) throws {
    let faults = try RecordReading(file("", body: body)).faults
    #expect(faults.contains { $0.hasPrefix(fault) }, "\(faults)")
  }
}
