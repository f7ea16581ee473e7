import Mustache
import Testing

@Suite("Findings in templates")
struct FindingTests {
  @Test(
    "tell what is wrong with the syntax, and where",
    arguments: [
      ("{{#a}}x", .unclosedSection(name: "a"), "{{#a}}"),
      ("x{{/a}}", .unexpectedEnd(name: "a"), "{{/a}}"),
      ("{{#a}}{{#b}}{{/a}}", .mismatchedEnd(name: "a", expected: "b"), "{{/a}}"),
      ("x{{a", .unclosedTag, "{{"), ("x{{ }}", .invalidName(""), "{{ }}"),
      ("{{a b}}", .invalidName("a b"), "{{a b}}"),
      ("{{=a=}}", .invalidDelimiters, "{{=a=}}"),
      (
        "施策{{>haeder}}", .missingPartial(name: "haeder", suggestions: ["header"]), "{{>haeder}}"
      ),
      ("{{>zzz}}", .missingPartial(name: "zzz", suggestions: []), "{{>zzz}}"),
      (
        "{{<header}}{{$titel}}x{{/titel}}{{/header}}",
        .unknownBlock(name: "titel", parent: "header", suggestions: ["title"]), "{{$titel}}"
      ),
      ("{{>page}}", .endlessRecursion(name: "page"), "{{>page}}"),
    ] as [(String, TemplateFinding.Kind, String)])
  func syntax(template: String, kind: TemplateFinding.Kind, tag: String) throws {
    let (_, findings) = TemplateSet.compile([
      source("page", template), source("header", "{{$title}}{{/title}}"),
    ])
    let finding = try #require(findings.first)
    #expect(findings.count == 1)
    #expect(finding.kind == kind)
    #expect(finding.path == "page.mustache")
    #expect(Array(template.utf8)[finding.range].elementsEqual(tag.utf8))
  }

  @Test("tell of two templates with one name")
  func duplicate() {
    let (_, findings) = TemplateSet.compile([source("a", ""), source("a", "")])
    #expect(findings.map(\.kind) == [.duplicateTemplate(name: "a")])
  }

  static let shape: ViewShape = .object([
    .init("title", "名称", .text), .init("body", "本文", .html), .init("hasBudget", "", .flag),
    .init("count", "", .number),
    .init(
      "programmes", "施策",
      .list(of: .object([.init("label", "", .text), .init("year", "", .number)]))),
    .init("site", "", .object([.init("name", "", .text)])),
    .init("tags", "", .list(of: .text)),
  ])

  @Test(
    "tell of names and kinds that the view does not offer",
    arguments: [
      ("{{title}}{{body}}{{{body}}}{{count}}{{site.name}}", []),
      ("{{#programmes}}{{label}}{{title}}{{/programmes}}{{#tags}}{{.}}{{/tags}}", []),
      ("{{#hasBudget}}{{title}}{{/hasBudget}}{{^programmes}}{{count}}{{/programmes}}", []),
      ("{{titel}}", [.unknownName(name: "titel", part: "titel", suggestions: ["title"])]),
      ("{{label}}", [.unknownName(name: "label", part: "label", suggestions: [])]),
      ("{{site.nmae}}", [.unknownName(name: "site.nmae", part: "nmae", suggestions: ["name"])]),
      (
        "{{#programmes}}{{lable}}{{/programmes}}",
        [.unknownName(name: "lable", part: "lable", suggestions: ["label"])]
      ),
      (
        "{{^programs}}x{{/programs}}",
        [.unknownName(name: "programs", part: "programs", suggestions: ["programmes"])]
      ),
      ("{{programmes}}", [.notWritable(name: "programmes", kind: .list)]),
      ("{{hasBudget}}", [.notWritable(name: "hasBudget", kind: .flag)]),
      ("{{#site}}{{.}}{{/site}}", [.notWritable(name: ".", kind: .object)]),
      ("{{{title}}}", [.rawText(name: "title")]),
      ("{{>part}}{{>part}}", [.unknownName(name: "coutn", part: "coutn", suggestions: ["count"])]),
      ("{{#programmes}}{{>tree}}{{/programmes}}", []),
    ] as [(String, [TemplateFinding.Kind])])
  func check(template: String, kinds: [TemplateFinding.Kind]) {
    let (set, findings) = TemplateSet.compile([
      source("page", template), source("part", "{{coutn}}"),
      source("tree", "{{label}}{{#programmes}}{{>tree}}{{/programmes}}"),
    ])
    #expect(findings.isEmpty)
    #expect(set.check(template: "page", against: Self.shape).map(\.kind) == kinds)
  }

  @Test(
    "carry the places of what is wrong of a name, in the tag and in its end",
    arguments: [
      ("{{titel}}", [2..<7]), ("{{ site.nmae }}", [8..<12]), ("{{{boyd}}}", [3..<7]),
      ("{{#programs}}x{{/ programs }}", [3..<11, 18..<26]),
      ("{{^programs}}x{{/programs}}", [3..<11, 17..<25]),
      ("{{#programmes}}{{lable}}{{/programmes}}", [17..<22]),
    ] as [(String, [Range<Int>])])
  func namePlaces(template: String, names: [Range<Int>]) {
    let (set, _) = TemplateSet.compile([source("page", template)])
    #expect(set.check(template: "page", against: Self.shape).map(\.names) == [names])
  }

  @Test("about a partial carry its own path and place")
  func partialPlace() throws {
    let (set, _) = TemplateSet.compile([source("page", "{{>part}}"), source("part", "施策{{x}}")])
    let finding = try #require(set.check(template: "page", against: Self.shape).first)
    #expect(finding.path == "part.mustache")
    #expect(finding.range == 6..<11)
  }

  @Test("come in the order of the templates and their text")
  func order() {
    let (_, findings) = TemplateSet.compile([
      source("a", "{{>x}}{{/b}}{{>y}}"), source("b", "{{/c}}{{>z}}"),
    ])
    #expect(findings.map(\.template) == ["a", "a", "a", "b", "b"])
    #expect(findings.prefix(3).map(\.range.lowerBound) == [0, 6, 12])
  }
}

@Suite("Views")
struct ViewTests {
  @Test(
    "conform to their shape or tell why not",
    arguments: [
      (.object(["a": .text("x"), "b": .list([.number(1)])]), []),
      (.object(["b": .none, "a": .none]), []),
      (.object(["a": .text("x")]), ["b: missing"]),
      (
        .object(["a": .number(1), "b": .list([.number(1), .text("")])]),
        [
          "a: number instead of text", "b[1]: text instead of number",
        ]
      ),
      (.object(["a": .none, "b": .none, "c": .none]), ["c: not in the shape"]),
      (.object(["a": .none, "b": .none, "a": .none]), ["a: given twice"]),
      (.text(""), [".: text instead of object"]),
    ] as [(View, [String])])
  func conformance(view: View, problems: [String]) {
    let shape: ViewShape = .object([
      .init("a", "", .text), .init("b", "", .list(of: .number)),
    ])
    #expect(view.conforms(to: shape) == problems)
  }

  @Test("are equal whatever the order of their names")
  func equality() {
    let one: ViewObject = ["a": .number(1), "b": .none]
    #expect(one == ["b": .none, "a": .number(1)])
    #expect(one != ["a": .number(1)])
    #expect(one != ["a": .number(1), "b": .none, "c": .none])
    #expect(one["a"] == .number(1))
    #expect(one["c"] == nil)
  }

  @Test("tell names of any length apart")
  func names() {
    let texts = (0...40).flatMap { count in
      [String(repeating: "a", count: count), String(repeating: "a", count: count) + "施"]
    }
    let names = Set(texts.map { ViewName($0) })
    #expect(names.count == Set(texts).count)
    #expect(ViewName("a\u{0}") != ViewName("a"))
    #expect(ViewName("fiscal_years_of_programme") != ViewName("fiscal_years_of_programmf"))
  }
}
