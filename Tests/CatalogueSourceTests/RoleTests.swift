import CatalogueModel
import Diagnostics
import TestSupport
import Testing

@testable import CatalogueSource

@Suite("Roles of fields")
struct RoleTests {
  /// A definition with one collection of the given fields.
  static func definition(
    _ fields: String, facets: String = "", common: String = "", more: String = ""
  ) -> String {
    """
    site: {title: 試験, base_url: https://example.jp/}
    common:
      title: {type: text, required: true}
      updated: {type: date}
    \(common)
    collections:
      events:
        label: 催し
        facets: [\(facets)]
    \(more)
        fields:
    \(fields)
    """
  }

  private func read(_ text: String) -> (schema: Schema?, diagnostics: [Diagnostic]) {
    SchemaReader.read(path: "catalogue.yml", bytes: Array(text.utf8))
  }

  private func key(_ role: FieldRole, _ schema: Schema) -> String? {
    schema.collections[0].field(role).map { schema.collections[0].fields[$0].key }
  }

  static let relations = """
          backers: {type: reference, list: true, label: 後援, to: [events], inverse: 後援する催し}
          hosts: {type: reference, list: true, label: 主催, to: [events], inverse: 主催する催し%}
    """

  @Test("a field has the role that the definition gives it")
  func readsRoles() throws {
    let text = Self.definition(
      """
      \(Self.relations.replacingOccurrence(of: "%", with: ", role: responsible"))
            held: {type: date_or_fiscal_year, role: moment}
            announced: {type: date}
            style: {type: enumeration, values: [集会, 展示], role: kind}
            spent: {type: budget, list: true}
            planned: {type: budget, list: true, role: amount}
            counts: {type: measure, list: true, role: measures}
            hall: {type: text, role: place}
            ran: {type: period, role: period}
      """)
    let (schema, diagnostics) = read(text)
    #expect(diagnostics.isEmpty, "\(diagnostics.map(\.message.english))")
    let roles = try FieldRole.given.map { key($0, try #require(schema)) }
    #expect(roles == ["hosts", "held", "style", "planned", "counts", "hall", "ran"])
  }

  @Test("names, summary and the like have their role by their key")
  func namesRoles() throws {
    let schema = try #require(read(TestCatalogue.definition).schema)
    let given = FieldRole.given + FieldRole.ofEdges
    let named = FieldRole.allCases.filter { !given.contains($0) }
    for role in named { #expect(key(role, schema) == role.rawValue) }
    for role in given { #expect(FieldRole.named(role.rawValue) == nil) }
  }

  @Test(
    "a field of a connexion has the roles of connexions, each once, where its type can have it",
    arguments: [
      (
        "{prize: {type: text, role: prize}, at: {type: text, role: round}}",
        ["prize", "at", nil, nil], []
      ),
      (
        "{a: {type: date, role: since}, b: {type: fiscal_year, role: until}}",
        [nil, nil, "a", "b"], []
      ),
      ("{prize: {type: text}, round: {type: text}}", [nil, nil, nil, nil], []),
      ("{a: {type: text, role: prize}, b: {type: text, role: prize}}", [], ["prize"]),
      ("{a: {type: text, role: place}}", [], ["place"]),
      ("{a: {type: money, role: prize}}", [], ["prize"]),
      ("{a: {type: period, role: since}}", [], ["since"]),
    ] as [(String, [String?], [String])])
  func readsEdgeRoles(_ edge: String, _ keys: [String?], _ marked: [String]) throws {
    let text = Self.definition(
      "      won: {type: reference, label: 受賞, to: [events], inverse: 受賞者, edge: \(edge)}")
    let (schema, diagnostics) = read(text)
    if let relation = schema?.relations.first {
      let found = FieldRole.ofEdges.map { role in
        relation.edgeField(role).map { relation.edgeFields[$0].key }
      }
      #expect(found == keys)
    }
    #expect((schema == nil) == !marked.isEmpty)
    #expect(diagnostics.allSatisfy { $0.code == .definitionRole })
    let bytes = Array(text.utf8)
    #expect(diagnostics.map { String(decoding: bytes[$0.range.bytes], as: UTF8.self) } == marked)
  }

  @Test("a role of a connexion is none of a record's field")
  func keepsEdgeRolesApart() {
    let faults = read(Self.definition("      a: {type: text, role: prize}")).diagnostics
    #expect(faults.map(\.code) == [.definitionRole])
  }

  @Test("a role falls to the only field that can have it")
  func fallsToOne() throws {
    let fields = """
            hosts: {type: reference, label: 主催, to: [events], inverse: 主催する催し}
            sources: {type: citation, list: true, label: 出典, to: [events], inverse: 引用}
            held: {type: period}
            style: {type: enumeration, values: [集会, 展示]}
            level: {type: enumeration, values: [全国, 地方]}
            spent: {type: budget, list: true}
            counts: {type: measure, list: true}
            hall: {type: text}
      """
    let (schema, diagnostics) = read(Self.definition(fields, facets: "style, held"))
    #expect(diagnostics.isEmpty, "\(diagnostics.map(\.message.english))")
    let roles = try FieldRole.given.map { key($0, try #require(schema)) }
    // Nothing is a place unless the definition says so, 更新日 dates a change rather than a record, and the
    // only period is the moment.
    #expect(roles == ["hosts", "held", "style", "spent", "counts", nil, nil])
  }

  @Test(
    "where several fields could have a role, none has it, and a warning tells it if a page asks",
    arguments: [
      ("a: {type: date}\n      b: {type: fiscal_year}", "", FieldRole.moment, "a"),
      ("a: {type: budget, list: true}\n      b: {type: budget, list: true}", "", .amount, "a"),
      (
        "a: {type: enumeration, values: [甲]}\n      b: {type: enumeration, values: [乙]}", "b, a",
        .kind, "a"
      ),
      (
        "a: {type: period}\n      b: {type: period}\n      c: {type: date, role: moment}", "",
        .period,
        "a"
      ),
    ])
  func tellsAmbiguity(_ fields: String, _ facets: String, _ role: FieldRole, _ marked: String)
    throws
  {
    let text = Self.definition("      " + fields, facets: facets)
    let (schema, diagnostics) = read(text)
    #expect(key(role, try #require(schema)) == nil)
    #expect(diagnostics.map(\.code) == [.definitionAmbiguousRole])
    let fault = try #require(diagnostics.first)
    #expect(String(decoding: Array(text.utf8)[fault.range.bytes], as: UTF8.self) == marked)
    #expect(fault.notes.count == 1)
    // A hidden collection has no list, no place on the home page and no budget to add.
    let hidden = read(
      text.replacingOccurrence(of: "label: 催し", with: "label: 催し\n    hidden: true"))
    #expect(hidden.schema != nil && hidden.diagnostics.isEmpty)
  }

  @Test(
    "each fix of an ambiguity gives a field the role, whether its settings stand on one line or not"
  )
  func mendsAmbiguity() throws {
    let text = Self.definition(
      "      a: {type: date, label: 甲}\n      b:\n        type: date\n        label: 乙\n"
        + "      c: {\"type\": fiscal_year}")
    let fault = try #require(read(text).diagnostics.first)
    #expect(fault.code == .definitionAmbiguousRole)
    #expect(fault.suggestions == ["a (role: moment)", "b (role: moment)", "c (role: moment)"])
    for (fix, wanted) in zip(fault.fixes, ["a", "b", "c"]) {
      let bytes = TextEdit.applying(fix.edits, to: Array(text.utf8), at: "catalogue.yml")
      let mended = String(decoding: try #require(bytes), as: UTF8.self)
      let (schema, diagnostics) = read(mended)
      #expect(diagnostics.isEmpty, "\(mended)")
      #expect(key(.moment, try #require(schema)) == wanted)
    }
  }

  @Test("who is responsible is asked for where there is a budget")
  func asksForOwners() {
    let relations = Self.relations.replacingOccurrence(of: "%", with: "")
    #expect(read(Self.definition(relations)).diagnostics.isEmpty)
    let budget = relations + "\n      money: {type: budget, list: true}"
    #expect(read(Self.definition(budget)).diagnostics.map(\.code) == [.definitionAmbiguousRole])
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let fields: String
    let marked: String
    var suggestion: String?
  }

  static let faults: [Fault] = [
    Fault(
      testDescription: "a role that there is not", fields: "      a: {type: date, role: momnt}",
      marked: "momnt", suggestion: "moment"),
    Fault(
      testDescription: "a slip beside another field that could have the role",
      fields: "      a: {type: date, role: momnt}\n      b: {type: date}", marked: "momnt"),
    Fault(
      testDescription: "a role of a key", fields: "      a: {type: text, role: title}",
      marked: "title"),
    Fault(
      testDescription: "a key that has its role",
      fields: "      notes: {type: text, list: true, role: place}",
      marked: "place"),
    Fault(
      testDescription: "a moment that is text", fields: "      a: {type: text, role: moment}",
      marked: "moment"),
    Fault(
      testDescription: "an amount without years", fields: "      a: {type: money, role: amount}",
      marked: "amount"),
    Fault(
      testDescription: "a kind in free words", fields: "      a: {type: text, role: kind}",
      marked: "kind"),
    Fault(
      testDescription: "owners that are equals",
      fields:
        "      a: {type: reference, to: [events], role: responsible, words: {関連: 関連}, edge: {as: {type: relation}}}",
      marked: "responsible"),
    Fault(
      testDescription: "a list of roles", fields: "      a: {type: date, role: [moment, place]}",
      marked: "[moment, place]"),
    Fault(
      testDescription: "two fields of one role",
      fields: "      a: {type: date, role: moment}\n      b: {type: fiscal_year, role: 'moment'}",
      marked: "'moment'"),
  ]

  @Test(
    "a role that cannot be is an error at its place, and nothing is guessed then", arguments: faults
  )
  func findsFaults(_ fault: Fault) throws {
    let text = Self.definition(fault.fields)
    let (schema, diagnostics) = read(text)
    #expect(schema == nil)
    #expect(diagnostics.map(\.code) == [.definitionRole])
    let diagnostic = try #require(diagnostics.first)
    let marked = String(decoding: Array(text.utf8)[diagnostic.range.bytes], as: UTF8.self)
    #expect(marked == fault.marked)
    if let suggestion = fault.suggestion { #expect(diagnostic.suggestions.first == suggestion) }
  }

  @Test("each field stands in a listing or has a place of its own, which is said once")
  func placesFields() throws {
    let schema = try #require(read(TestCatalogue.definition).schema)
    let programmes = schema.collections[0]
    func keys(_ listing: FieldListing, _ collection: Collection) -> [String] {
      collection.fields(in: listing).map { collection.fields[$0].key }
    }
    let own = [
      "kind", "ministries", "agencies", "fiscal_years", "period", "ceiling", "started",
      "moment",
      "open", "number", "address", "detail",
    ]
    #expect(keys(.page, programmes) == own)
    #expect(
      keys(.search, programmes) == [
        "english", "figures", "notes", "sources", "kind", "ministries", "agencies", "related",
        "fiscal_years", "period", "budget", "results", "ceiling", "started", "moment", "open",
        "number",
        "address", "detail",
      ])
    #expect(
      keys(.json, programmes) == [
        "english", "figures", "notes", "updated", "kind", "ministries", "agencies", "related",
        "fiscal_years", "period", "results", "ceiling", "started", "moment", "open", "number",
        "address",
        "detail",
      ])
    #expect(
      keys(.table, programmes) == [
        "english", "updated", "kind", "period", "ceiling", "started", "moment", "open",
        "number",
        "address", "detail",
      ])
    // 建制順 sorts the list and is no fact.
    #expect(keys(.page, schema.collections[1]) == ["parent"])
    #expect(keys(.table, schema.collections[1]) == ["english", "updated", "order", "parent"])
  }

  @Test("fields whose values are told in no address cannot narrow a list")
  func refusesFacets() {
    for type in FieldTypeRegistry.plain {
      let name = Swift.type(of: type).name
      let text = Self.definition("      f: {type: \(name)}", facets: "f")
      let isFacet = type.traits.contains(.facet)
      #expect((read(text).schema != nil) == isFacet, "\(name)")
      if ["markdown", "money", "budget"].contains(name) { #expect(!isFacet, "\(name)") }
    }
  }

  @Test("the scripts read no parameter by a name that a facet may have")
  func reservesKeys() throws {
    for key in SchemaReader.reservedFacetKeys {
      let text = Self.definition("      \(key): {type: text}", facets: key)
      let diagnostics = read(text).diagnostics
      #expect(diagnostics.contains { $0.code == .definitionInvalid }, "\(key)")
      #expect(
        read(Self.definition("      \(key): {type: text}")).schema != nil || key == "collection")
    }
    let parameter = /(?:query|parameters)\.(?:get|set|append)\(["'](\w+)["']/
    let scripts = ["facets.js", "facet-panel.js", "search.js"].map { "Sources/SearchScripts/" + $0 }
    let parameters = try scripts.flatMap {
      try Checkout.text($0).matches(of: parameter).map { String($0.1) }
    }
    #expect(Set(parameters).isSuperset(of: ["all", "page", "q", "sort"]))
    #expect(Set(parameters).subtracting(SchemaReader.reservedFacetKeys) == [])
  }
}

extension String {
  fileprivate func replacingOccurrence(of part: String, with other: String) -> String {
    guard let range = firstRange(of: part) else { return self }
    return String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
  }
}
