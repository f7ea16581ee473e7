import ByteWriting
import CatalogueModel
import Diagnostics
import TestSupport
import Testing
import Workspace
import YAMLTree

/// A postal code, 100-8959: seven digits with a hyphen.
private struct PostalCodeType: FieldType {
  static let name = "postal_code"
  static let summary = LocalisedText("郵便番号。100-8959。", en: "a postal code, 100-8959")

  func read(_ node: YAMLNode, _ reader: inout FieldReader) -> FieldValue? {
    guard let text = reader.text(node) else { return nil }
    let digits = text.utf8.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    let code = String(
      decoding: digits.prefix(3) + [UInt8(ascii: "-")] + digits.dropFirst(3), as: UTF8.self)
    if digits.count == 7 && text == code { return .text(text) }
    reader.report(
      .invalidText, on: node,
      LocalisedText(
        "「\(reader.label)」は 100-8959 のように書きます。", en: "'\(reader.label)' is written like 100-8959"),
      meant: digits.count == 7 ? [code] : [])
    return nil
  }

  func show(_ value: FieldValue) -> ShownValue {
    if case .text(let code) = value { ShownValue("〒" + code) } else { ShownValue("") }
  }

  func export(_ value: FieldValue, to out: inout ByteWriter) { out.append(json: code(value)) }
  func cell(_ value: FieldValue) -> TableCell { .text(code(value)) }
  func slug(_ value: FieldValue) -> String { code(value) }
  func searchText(_ value: FieldValue) -> String? { code(value) }

  private func code(_ value: FieldValue) -> String {
    if case .text(let code) = value { code } else { "" }
  }
}

@Suite("A new field type: a file and a line in FieldTypeRegistry")
struct NewFieldTypeTests {
  private let repertoire = Repertoire(fieldTypes: FieldTypeRegistry.plain + [PostalCodeType()])

  private func catalogue(_ code: String) -> TestCatalogue {
    TestCatalogue(
      definition: definition,
      templates: ["record": "{{#facts}}{{#values}}{{text}} {{/values}}{{/facts}}"]
    ) {
      TestRecord("offices/mext", "文部科学省", "postal_code: \(code)")
    }
  }

  private let definition = """
    site: {title: 目録, description: 説明, base_url: https://example.jp/, language: ja}
    collections:
      offices:
        label: 所在地
        facets: [postal_code]
        fields:
          title: {type: text, label: 名称, required: true}
          yomi: {type: reading, label: 読み}
          postal_code: {type: postal_code, label: 郵便番号}
    """

  @Test("its values stand on pages, in tables and JSON, and have pages of their own")
  func makesFiles() async throws {
    let site = await catalogue("100-8959").checked(repertoire: repertoire)
    #expect(site.report.diagnostics.map(\.code) == [.orphanRecord])
    #expect(try site.text(at: "offices/mext/index.html").contains("〒100-8959"))
    #expect(try site.text(at: "data/offices.csv").contains(",100-8959"))
    #expect(try site.text(at: "offices/mext/index.json").contains("\"postal_code\":\"100-8959\""))
    #expect(try site.text(at: "offices/by/postal_code/100-8959/index.html").contains("〒100-8959"))
  }

  @Test("a slip is told at its place with the fix that it says")
  func tellsFault() async throws {
    let catalogue = catalogue("1008959")
    let report = await catalogue.checked(repertoire: repertoire).report
    let fault = try #require(report.diagnostics.first { $0.code == .invalidText })
    #expect(catalogue.text(at: fault.range) == "1008959")
    #expect(fault.suggestions == ["100-8959"])
  }

  @Test("without its line the definition has a fault")
  func needsLine() async {
    let diagnostics = await catalogue("100-8959").diagnostics()
    #expect(Set(diagnostics.map(\.code)) == [.definitionInvalid])
    #expect(
      diagnostics.map(\.message.english).contains("there is no field type 'postal_code'"))
  }
}
