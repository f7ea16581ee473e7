import CatalogueModel
import Diagnostics
import JapaneseText
import TestSupport
import Testing

@testable import CatalogueSource

@Suite("catalogue.yml")
struct SchemaReaderTests {
  /// A definition with one collection whose fields are given as flow mappings.
  private static func definition(
    fields: String = "{}", more: String = "", title: String = "{type: text, required: true}"
  ) -> String {
    """
    site: {title: 試験, base_url: https://example.jp/}
    common: {title: \(title)}
    collections:
      things:
        label: もの
        fields: \(fields)
    \(more)
    """
  }

  private func read(_ text: String) -> (schema: Schema?, diagnostics: [Diagnostic]) {
    SchemaReader.read(
      path: "catalogue.yml", bytes: Array(text.utf8), reserved: ["assets", "budgets", "search"])
  }

  private func text(_ source: String, _ diagnostic: Diagnostic) -> String {
    String(decoding: Array(source.utf8)[diagnostic.range.bytes], as: UTF8.self)
  }

  @Test("the definition that tests use, and the smallest one, are without faults")
  func acceptsDefinitions() throws {
    for definition in [TestCatalogue.definition, Self.definition()] {
      let (schema, diagnostics) = read(definition)
      #expect(diagnostics.isEmpty, "\(diagnostics.map(\.message.english))")
      #expect(schema != nil)
    }
  }

  @Test("collections, fields and relations are read in the order of the file")
  func readsDefinition() throws {
    let schema = try #require(read(TestCatalogue.definition).schema)
    #expect(schema.site.title == "試験目録")
    #expect(schema.site.baseURL == "https://example.jp/")
    #expect(
      schema.collections.map(\.key) == [
        "programmes", "ministries", "agencies", "documents", "pages",
      ])
    let programmes = try #require(schema.collection("programmes"))
    #expect(programmes.fields.first?.key == "title")
    #expect(
      programmes.facets.map { programmes.fields[$0].key } == ["ministries", "kind", "fiscal_years"])
    #expect(programmes.field("所管") == programmes.field("ministries"))
    #expect(schema.collection("pages")?.fields.map(\.key) == ["title", "yomi", "summary"])
    #expect(schema.collection("pages")?.isHidden == true)
    #expect(schema.collection("ministries")?.counter == "機関")
    #expect(schema.collection("agencies")?.counter == "件")
    let related = try #require(schema.relations.first { $0.key == "programmes.related" })
    #expect(related.inverse(of: "前身") == "後継")
    #expect(related.inverse(of: "関連") == "関連")
    #expect(related.wordField == 0)
    for relation in schema.relations {
      let field = schema.collections[relation.collection].fields[relation.field]
      #expect(field.key == relation.fieldKey)
      #expect(field.relation.map { schema.relations[$0].key } == relation.key)
      for word in relation.words {
        #expect(relation.inverse(of: relation.inverse(of: word.word)) == word.word)
      }
    }
  }

  @Test("a byte order mark and CRLF change nothing")
  func readsOtherEditors() {
    let text =
      "\u{FEFF}"
      + TestCatalogue.definition.split(separator: "\n", omittingEmptySubsequences: false).joined(
        separator: "\r\n")
    let (schema, diagnostics) = read(text)
    #expect(diagnostics.isEmpty, "\(diagnostics.map(\.message.english))")
    #expect(schema?.collections.count == 5)
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    let name: String
    let source: String
    let marked: String
    var code = DiagnosticCode.definitionInvalid
    var suggestion: String?

    init(
      _ name: String, _ source: String, marks marked: String,
      _ code: DiagnosticCode = .definitionInvalid, suggests suggestion: String? = nil
    ) {
      self.name = name
      self.source = source
      self.marked = marked
      self.code = code
      self.suggestion = suggestion
    }

    var testDescription: String { name }
  }

  private static func site(_ setting: String) -> String {
    definition().replacingFirst("{title: 試験, ", "{title: 試験, \(setting), ")
  }

  @Test("who answers for the site is read, and may be left out")
  func readsImprint() throws {
    #expect(try #require(read(Self.definition()).schema).site.imprint.isEmpty)
    let (schema, diagnostics) = read(
      Self.site(
        "publisher: 試験省, contact: mailto:info@example.jp, as_of: 令和3年3月, edition: 第2版, coverage: 二年分, terms: {text: 自由, url: \"https://example.jp/t\"}"
      ))
    #expect(diagnostics.isEmpty, "\(diagnostics.map(\.message.english))")
    let imprint = try #require(schema).site.imprint
    #expect(imprint.publisher == "試験省" && imprint.edition == "第2版" && imprint.coverage == "二年分")
    #expect(imprint.contact == .mail("info@example.jp"))
    #expect(imprint.asOf?.iso8601 == "2021-03")
    #expect(imprint.terms == Imprint.Terms("自由", address: "https://example.jp/t"))
    let other = try #require(
      read(Self.site("contact: \"https://example.jp/c?a=1\", terms: 自由")).schema)
    #expect(other.site.imprint.contact == .page("https://example.jp/c?a=1"))
    #expect(other.site.imprint.terms == Imprint.Terms("自由"))
    // The address of the site may be another than the definition's; the rest stays.
    #expect(other.site.at(baseURL: "https://b.jp/").imprint == other.site.imprint)
  }

  private static func field(_ text: String) -> String { definition(fields: "{f: \(text)}") }

  static let faults: [Fault] = [
    Fault("unknown type", field("{type: txt}"), marks: "txt", suggests: "text"),
    Fault("no type", field("{label: 欄}"), marks: "{label: 欄}"),
    Fault("a field that is no mapping", field("text"), marks: "text"),
    Fault(
      "unknown setting of a field", field("{type: text, lable: 欄}"), marks: "lable",
      .definitionUnknownKey, suggests: "label"),
    Fault(
      "unknown setting of the file", definition(more: "colections: {}"), marks: "colections",
      .definitionUnknownKey, suggests: "collections"),
    Fault(
      "unknown setting of a collection",
      definition(more: "    orders: x").replacingFirst("label: もの", "lable: もの\n    label: もの"),
      marks: "lable", .definitionUnknownKey, suggests: "label"),
    Fault("a name that is no identifier", definition(fields: "{Ｆ: {type: text}}"), marks: "Ｆ"),
    Fault(
      "a label that is used twice",
      definition(fields: "{f: {type: text, label: 題}, g: {type: text, label: 題}}"), marks: "g"),
    Fault("a key of a common field", definition(fields: "{title: {type: text}}"), marks: "title"),
    Fault(
      "an enumeration without values", field("{type: enumeration}"), marks: "{type: enumeration}"),
    Fault("an enumeration with no value", field("{type: enumeration, values: []}"), marks: "[]"),
    Fault(
      "a choice that stands twice", field("{type: enumeration, values: [甲, 乙, 甲]}"), marks: "甲"),
    Fault("choices that fold to one", field("{type: enumeration, values: [AI, ＡＩ]}"), marks: "ＡＩ"),
    Fault("choices with one slug", field("{type: enumeration, values: {甲: a, 乙: a}}"), marks: "乙"),
    Fault(
      "a relation without a target", field("{type: reference, inverse: 逆}"),
      marks: "{type: reference, inverse: 逆}"),
    Fault(
      "a relation to nowhere", field("{type: reference, to: [thing], inverse: 逆}"), marks: "thing",
      suggests: "things"),
    Fault(
      "a relation without an inverse", field("{type: reference, to: [things]}"),
      marks: "{type: reference, to: [things]}"),
    Fault(
      "a word whose inverse does not lead back",
      field(
        "{type: reference, to: [things], words: {前身: 後継, 後継: 前}, edge: {as: {type: relation}}}"),
      marks: "{前身: 後継, 後継: 前}"),
    Fault(
      "words without a field for them", field("{type: reference, to: [things], words: {関連: 関連}}"),
      marks: "{関連: 関連}"),
    Fault(
      "a field for words without words",
      field("{type: reference, to: [things], inverse: 逆, edge: {as: {type: relation}}}"),
      marks: "{as: {type: relation}}"),
    Fault("a word outside a relation", field("{type: relation}"), marks: "relation"),
    Fault(
      "a relation inside a relation",
      field(
        "{type: reference, to: [things], inverse: 逆, edge: {x: {type: reference, to: [things], inverse: 逆}}}"
      ), marks: "reference"),
    Fault(
      "an unknown setting of an edge field",
      field("{type: reference, to: [things], inverse: 逆, edge: {x: {type: text, requird: true}}}"),
      marks: "requird", .definitionUnknownKey, suggests: "required"),
    Fault(
      "a flag that is neither true nor false", field("{type: text, required: maybe}"),
      marks: "maybe"),
    Fault(
      "no title",
      definition(title: "{type: text, required: true}").replacingFirst(
        "common: {title:", "common: {name:"), marks: "things"),
    Fault("a title that may be left out", definition(title: "{type: text}"), marks: "things"),
    Fault(
      "a title that is not text", definition(title: "{type: integer, required: true}"),
      marks: "things"),
    Fault(
      "a facet that is no field",
      definition().replacingFirst("label: もの", "label: もの\n    facets: [titel]"), marks: "titel",
      suggests: "title"),
    facet("of Markdown", "{type: markdown}"),
    facet("of a budget", "{type: budget}"),
    facet("of an amount", "{type: money}"),
    Fault(
      "a facet twice",
      definition(fields: "{kinds: {type: text}}").replacingFirst(
        "label: もの", "label: もの\n    facets: [title, title]"), marks: "title"),
    Fault(
      "an order that is no field",
      definition().replacingFirst("label: もの", "label: もの\n    order: x"), marks: "x"),
    Fault(
      "a common field that is not there",
      definition().replacingFirst("label: もの", "label: もの\n    common: [title, yomi]"),
      marks: "yomi"),
    Fault(
      "an excuse that is no field",
      field("{type: text, recommended: true, excused_by: {basis: なし}}"), marks: "basis"),
    Fault(
      "a base URL that is none", definition().replacingFirst("https://example.jp/", "example.jp"),
      marks: "example.jp"),
    Fault(
      "an unknown setting of the site", site("publsher: 省"), marks: "publsher",
      .definitionUnknownKey,
      suggests: "publisher"),
    Fault("a contact that is none", site("contact: 電話"), marks: "電話"),
    Fault(
      "a contact with headers", site("contact: \"mailto:a@b.jp?bcc=c@d.jp\""),
      marks: "\"mailto:a@b.jp?bcc=c@d.jp\""),
    Fault(
      "a contact that is a script", site("contact: \"javascript:alert(1)\""),
      marks: "\"javascript:alert(1)\""),
    Fault("a contact without a host", site("contact: \"https://\""), marks: "\"https://\""),
    Fault("two contacts", site("contact: [mailto:a@b.jp]"), marks: "[mailto:a@b.jp]"),
    Fault("a date that is none", site("as_of: 先月"), marks: "先月"),
    Fault("a publisher that says nothing", site("publisher: ~"), marks: "~"),
    Fault(
      "terms without a text", site("terms: {url: \"https://a.jp/\"}"),
      marks: "{url: \"https://a.jp/\"}"),
    Fault(
      "terms elsewhere", site("terms: {text: 自由, url: \"ftp://a.jp/\"}"), marks: "\"ftp://a.jp/\""),
    Fault(
      "an unknown setting of the terms", site("terms: {text: 自由, link: a}"), marks: "link",
      .definitionUnknownKey),
    Fault(
      "no site",
      definition().replacingFirst("site: {title: 試験, base_url: https://example.jp/}", ""), marks: ""
    ),
    Fault(
      "no collections", "site: {title: 試験, base_url: https://example.jp/}",
      marks: "site: {title: 試験, base_url: https://example.jp/}"),
    Fault(
      "no title of the site", definition().replacingFirst("title: 試験, ", ""),
      marks: "{base_url: https://example.jp/}"),
    Fault(
      "a title of the site that says nothing",
      definition().replacingFirst("title: 試験", "title: ~"), marks: "~"),
    Fault(
      "a title of the site that shows nothing",
      definition().replacingFirst("title: 試験", "title: \u{200B}"), marks: "\u{200B}"),
    Fault(
      "a label that says nothing", definition().replacingFirst("label: もの", "label: null"),
      marks: "null"),
    Fault(
      "a choice that says nothing",
      definition(fields: "{f: {type: enumeration, values: [甲, ~]}}"), marks: "~"),
    Fault(
      "a short name that says nothing",
      definition(fields: "{f: {type: enumeration, values: {甲: a, 乙: ~}}}"), marks: "~"),
    Fault(
      "a short name that is a list",
      definition(fields: "{f: {type: enumeration, values: {甲: [a]}}}"), marks: "[a]"),
    Fault(
      "a collection with the name of a folder of the site",
      definition().replacingFirst("things:", "search:"), marks: "search"),
    Fault(
      "a collection with the name of a table", definition().replacingFirst("things:", "budgets:"),
      marks: "budgets"),
    Fault(
      "a collection with the name of the content's assets",
      definition().replacingFirst("things:", "assets:"), marks: "assets"),
    Fault(
      "a collection that Windows takes for a device",
      definition().replacingFirst("things:", "con:"),
      marks: "con"),
    Fault(
      "a facet that Windows takes for a device",
      definition(fields: "{aux: {type: text}}").replacingFirst(
        "label: もの", "label: もの\n    facets: [aux]"), marks: "aux"),
    Fault(
      "two choices whose folders Windows takes for one",
      definition(fields: "{f: {type: enumeration, values: {甲: AI, 乙: ai}}}"), marks: "乙"),
    Fault("a list where a mapping belongs", "[site]", marks: "[site]"),
    Fault("text", "目録", marks: "目", .yamlStrayLine),
    Fault("nothing", "", marks: ""),
    Fault("a key twice", definition(more: "site: {}"), marks: "site", .duplicateKey),
    Fault("broken YAML", "site: [", marks: "[", .yamlUnclosed),
  ]

  /// A facet whose values cannot be told in an address.
  private static func facet(_ name: String, _ field: String) -> Fault {
    Fault(
      "a facet \(name)",
      definition(fields: "{kinds: \(field)}").replacingFirst(
        "label: もの", "label: もの\n    facets: [kinds]"), marks: "kinds")
  }

  @Test("a fault is told at its place, and the catalogue is not read", arguments: faults)
  func findsFaults(_ fault: Fault) throws {
    let (schema, diagnostics) = read(fault.source)
    #expect(schema == nil)
    let found = diagnostics.filter { $0.code == fault.code }
    let said = diagnostics.map {
      "\($0.code.rawValue) '\(text(fault.source, $0))' \($0.message.english)"
    }
    let match = found.first {
      text(fault.source, $0) == fault.marked || (fault.marked.isEmpty && !found.isEmpty)
    }
    let diagnostic = try #require(match, "\(said)")
    if let suggestion = fault.suggestion { #expect(diagnostic.suggestions.contains(suggestion)) }
  }

  @Test("flags are read like booleans of a record", arguments: ["true", "yes", "はい"])
  func readsFlags(_ word: String) throws {
    let schema = try #require(read(Self.field("{type: text, required: \(word)}")).schema)
    #expect(schema.collections[0].fields.last?.isRequired == true)
  }

  @Test("an address may leave out its last slash, and its path is known")
  func readsAddress() throws {
    let text = Self.definition().replacingFirst(
      "https://example.jp/", "https://example.jp/sub/catalogue")
    let site = try #require(read(text).schema).site
    #expect(site.baseURL == "https://example.jp/sub/catalogue/")
    #expect(site.basePath == "/sub/catalogue/")
  }

  @Test("bytes that are not UTF-8 are told where they begin")
  func refusesEncodings() throws {
    let bytes = Array("site:\n  title: ".utf8) + [0x93, 0xFA, 0x96, 0x7B]
    let (schema, diagnostics) = SchemaReader.read(path: "catalogue.yml", bytes: bytes)
    #expect(schema == nil)
    #expect(diagnostics.map(\.code) == [.encoding])
    #expect(diagnostics.first?.range.bytes.lowerBound == 15)
  }
}

extension String {
  /// The text with the first place of `part` replaced.
  fileprivate func replacingFirst(_ part: String, _ other: String) -> String {
    guard let range = firstRange(of: part) else { return self }
    return replacingCharacters(in: range, with: other)
  }

  private func replacingCharacters(in range: Range<Index>, with other: String) -> String {
    String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
  }
}
