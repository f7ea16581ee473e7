import ByteWriting
import Mustache
import TestSupport
import Testing

@Suite("Rendering of templates")
struct RenderingTests {
  static let view: View = .object([
    "text": .text("<b>&"), "html": .html(Array("<i>施策</i>".utf8)), "zero": .number(0),
    "none": .none, "yes": .flag(true), "no": .flag(false), "empty": .text(""),
    "blank": .list([]), "list": .list([.text("a"), .text("<")]),
    "object": .object(["name": .text("内側")]), "name": .text("外側"),
  ])

  @Test(
    "writes values by their kind",
    arguments: [
      ("{{text}}", "&lt;b&gt;&amp;"), ("{{html}}", "<i>施策</i>"), ("{{{html}}}", "<i>施策</i>"),
      ("{{zero}}", "0"), ("{{none}}{{yes}}{{list}}{{object}}", ""),
      ("{{#list}}({{.}}){{/list}}", "(a)(&lt;)"), ("{{#object}}{{name}}{{/object}}", "内側"),
      ("{{object.name}}{{name}}", "内側外側"), ("{{object.text}}", ""),
      ("{{#object}}{{text}}{{/object}}", "&lt;b&gt;&amp;"),
    ])
  func values(template: String, expected: String) throws {
    #expect(try render(template, Self.view).text == expected)
  }

  @Test("of text in three braces escapes it in a site: HTML comes from .html only")
  func rawText() throws {
    #expect(try render("{{{text}}}{{&text}}", Self.view).text == "&lt;b&gt;&amp;&lt;b&gt;&amp;")
  }

  @Test(
    "takes blank values for not there, but not the number 0",
    arguments: [
      ("text", true), ("html", true), ("zero", true), ("yes", true), ("object", true),
      ("none", false), ("no", false), ("empty", false), ("blank", false), ("missing", false),
    ])
  func presence(name: String, isThere: Bool) throws {
    let text = try render("{{#\(name)}}+{{/\(name)}}{{^\(name)}}-{{/\(name)}}", Self.view).text
    #expect(text == (isThere ? "+" : "-"))
  }

  @Test("indents a template that includes itself one step further each time")
  func recursiveIndentation() throws {
    func node(_ name: String, _ nodes: [View]) -> View {
      .object(["name": .text(name), "nodes": .list(nodes)])
    }
    let tree = node("a", [node("b", [node("c", []), node("d", [])]), node("e", [])])
    let text = try render(
      "<ul>\n  {{>node}}\n</ul>\n", tree,
      ["node": "<li>{{name}}\n{{#nodes}}\n  {{>node}}\n{{/nodes}}\n</li>\n"]
    ).text
    #expect(
      text == """
        <ul>
          <li>a
            <li>b
              <li>c
              </li>
              <li>d
              </li>
            </li>
            <li>e
            </li>
          </li>
        </ul>

        """)
  }

  @Test("fills the blocks of a parent that has a parent itself")
  func inheritance() throws {
    let text = try render(
      """
      {{<article}}
        {{$title}}{{name}}{{/title}}
        {{$body}}
        <p>本文</p>
        {{/body}}
      {{/article}}

      """, Self.view,
      [
        "base":
          "<title>{{$title}}既定{{/title}}</title>\n<main>\n  {{$main}}\n  {{/main}}\n</main>\n",
        "article": """
        {{<base}}
        {{$main}}
        <article>
          {{$body}}
          {{/body}}
        </article>
        {{/main}}
        {{/base}}

        """,
      ]
    )
    #expect(text.findings.isEmpty)
    #expect(
      text.text == """
        <title>外側</title>
        <main>
          <article>
            <p>本文</p>
          </article>
        </main>

        """)
  }

  @Test("stops with a failure where data make templates include each other without end")
  func endlessData() throws {
    // The inner object has no `next`, so the outer one is found again and again, and doubled.
    let (set, findings) = TemplateSet.compile([
      source("page", "{{#next}}x{{>page}}{{>page}}{{/next}}")
    ])
    #expect(findings.isEmpty)
    var writer = ByteWriter()
    #expect(throws: RenderFailure.endlessRecursion("page")) {
      try set.render("page", .object(["next": .object([:])]), into: &writer)
    }
    #expect(throws: RenderFailure.noTemplate("pgae")) {
      try set.render("pgae", .none, into: &writer)
    }
  }

  @Test("keeps text of any bytes as it is")
  func text() throws {
    var generator = SeededGenerator(state: 3)
    let letters = Array("あ漢a \n\r\t<&{}}".unicodeScalars)
    for _ in 0..<500 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...40, using: &generator) {
        text.append(letters.randomElement(using: &generator) ?? "a")
      }
      let template = String(text)
      if template.contains("{{") { continue }
      #expect(try render(template, .none).text.utf8.elementsEqual(template.utf8))
    }
  }

  @Test("never fails on broken templates, and tells of them")
  func brokenTemplates() throws {
    var generator = SeededGenerator(state: 5)
    let pieces = [
      "{{", "}}", "{{#a}}", "{{/a}}", "{{^b}}", "{{/b}}", "{{$c}}", "{{/c}}", "{{<page}}",
      "{{/page}}",
      "{{>page}}", "{{>d}}", "{{=<% %>=}}", "<%={{ }}=%>", "{{{a}}}", "{{!", "{{a.b}}", "\n", "  ",
      "x",
      "{{}}", "{{.}}", "{{=",
    ]
    for _ in 0..<2_000 {
      let count = Int.random(in: 0...12, using: &generator)
      let text = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      let (set, findings) = TemplateSet.compile([source("page", text), source("d", "{{>page}}")])
      for finding in findings where finding.template == "page" {
        #expect(finding.range.upperBound <= text.utf8.count)
      }
      var writer = ByteWriter()
      let view: View = .object(["a": .flag(true), "b": .none])
      do throws(RenderFailure) {
        try set.render("page", view, into: &writer)
      } catch {
        #expect(error == .endlessRecursion("page"))
      }
      _ = set.check(template: "page", against: .object([.init("a", "", .flag)]))
    }
  }
}
