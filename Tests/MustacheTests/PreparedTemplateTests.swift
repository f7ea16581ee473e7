import ByteWriting
import Mustache
import Testing

@Suite("Templates with what is known written into them")
struct PreparedTemplateTests {
  private static let shape = ViewShape.object([
    .init("root", "", .text), .init("blank", "", .text), .init("mark", "", .html),
    .init("site", "", .object([.init("title", "", .text), .init("note", "", .text)])),
    .init("parts", "", .list(of: .object([.init("name", "", .text), .init("on", "", .flag)]))),
    .init("title", "", .text), .init("notes", "", .list(of: .text)),
    .init(
      "items", "", .list(of: .object([.init("name", "", .text), .init("root", "", .text)]))),
    .init("budget", "", .object([.init("name", "", .text)])),
  ])

  private static let known: ViewObject = [
    "root": .text("../<"), "blank": .text(""), "mark": .html(Array("<b>".utf8)),
    "site": .object(["title": .text("目録 & "), "note": .none]),
    "parts": .list([
      .object(["name": .text("一"), "on": .flag(true)]),
      .object(["name": .text("二"), "on": .flag(false)]),
    ]),
  ]

  private static let rest: ViewObject = [
    "title": .text("題 'x'"), "notes": .list([.text("甲"), .text("<乙>")]),
    "items": .list([
      .object(["name": .text("子"), "root": .text("内")]),
      .object(["name": .text("丑"), "root": .none]),
    ]),
    "budget": .none,
  ]

  @Test(
    "write what the template writes of the whole view",
    arguments: [
      "", "{{root}}{{title}}{{root}}", "{{{mark}}}{{mark}}{{&root}}",
      "{{site.title}}|{{site.note}}",
      "{{#site}}{{title}}{{note}}{{root}}{{/site}}",
      "{{#blank}}a{{/blank}}{{^blank}}b{{title}}{{/blank}}",
      "{{#parts}}{{name}}{{#on}}*{{title}}{{/on}}{{^on}}-{{root}}{{/on}} {{/parts}}",
      "{{#items}}{{root}}{{name}}{{site.title}}{{#parts}}{{name}}{{root}}{{/parts}}{{/items}}",
      "{{#parts}}{{#notes}}{{.}}{{name}}{{/notes}}{{/parts}}", "{{#notes}}{{.}}{{root}}{{/notes}}",
      "{{#notes}}{{#parts}}{{name}}{{/parts}}{{.}}{{/notes}}", "{{#root}}{{.}}{{title}}{{/root}}",
      "{{#budget}}{{name}}{{root}}{{/budget}}{{^budget}}{{root}}{{/budget}}{{budget.name}}",
      "{{^items}}{{root}}{{/items}}{{^mark}}{{title}}{{/mark}}", "{{> partial}}{{> partial}}",
    ])
  func agree(_ template: String) throws {
    let (set, findings) = TemplateSet.compile([
      source("main", template), source("partial", "{{#parts}}{{name}}{{title}}{{/parts}}"),
    ])
    #expect(findings.isEmpty)
    let whole = ViewObject(Self.known.entries + Self.rest.entries)
    #expect(View.object(whole).conforms(to: Self.shape).isEmpty)
    var expected = ByteWriter()
    try set.render("main", .object(whole), into: &expected)
    var out = ByteWriter()
    let prepared = try #require(set.prepared("main", with: Self.known, shape: Self.shape))
    try prepared.render(Self.rest, into: &out)
    #expect(
      String(decoding: out.bytes, as: UTF8.self) == String(decoding: expected.bytes, as: UTF8.self))
    // The rest may come in two objects.
    var parts = ByteWriter()
    try prepared.render(
      ViewObject(Array(Self.rest.entries.prefix(2))),
      ViewObject(Array(Self.rest.entries.dropFirst(2))),
      into: &parts)
    #expect(parts.bytes == expected.bytes)
  }

  @Test(
    "are not made of what cannot be told before, or grows without measure",
    arguments: [
      "{{#items}}{{> main}}{{/items}}", "{{.}}", "{{missing}}",
      String(repeating: "{{#parts}}", count: 20) + "x" + String(repeating: "{{/parts}}", count: 20),
    ])
  func refuse(_ template: String) {
    let set = TemplateSet.compile([source("main", template)]).0
    #expect(set.prepared("main", with: Self.known, shape: Self.shape).map { _ in "made" } == nil)
    #expect(set.prepared("other", with: Self.known, shape: Self.shape).map { _ in "made" } == nil)
  }
}
