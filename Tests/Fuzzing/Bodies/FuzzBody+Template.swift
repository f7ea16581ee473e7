import ByteWriting
import Mustache

extension FuzzBody {
  /// A template, beside one that it may fill or include.
  ///
  /// Findings have their places; what is rendered is UTF-8, and no text of the view comes out unescaped,
  /// whatever the template asks for.
  package static let template = FuzzBody("template") { bytes in
    // Templates that are no UTF-8 are refused before they are compiled.
    guard isText(bytes) else { return nil }
    let sources = [
      TemplateSource(name: "page", path: "page", bytes: bytes),
      TemplateSource(name: "layout", path: "layout", bytes: layout),
    ]
    let (set, problems) = TemplateSet.compile(sources)
    let findings = problems + set.check(template: "page", against: shape)
    for finding in findings {
      let length = finding.path == "page" ? bytes.count : layout.count
      if !lies(finding.range, in: 0..<length) { return "a finding outside: \(finding)" }
    }
    for name in ["page", "layout"] {
      var writer = ByteWriter()
      do throws(RenderFailure) {
        try set.render(name, view, into: &writer)
      } catch {
        guard case .endlessRecursion = error else { return "not rendered: \(error)" }
      }
      if !isText(writer.bytes) { return "a page that is no UTF-8" }
      if contains(writer.bytes, payload), !contains(bytes, payload) { return "a text not escaped" }
    }
    return nil
  }

  private static let layout = Array("<p>{{$main}}{{title}}{{/main}}</p>\n".utf8)
  /// A text with each character that is escaped, and one that no seed has.
  private static let payloadText = "<\u{E0B1}&\"'>"
  private static let payload = Array(payloadText.utf8)

  private static let shape = ViewShape.object([
    .init("title", "", .text), .init("body", "", .html), .init("count", "", .number),
    .init("isOpen", "", .flag), .init("absent", "", .text),
    // One item: sections in each other repeat each other, so that two would double with every level.
    .init("items", "", .list(of: .object([.init("name", "", .text)]))),
    .init("inner", "", .object([.init("name", "", .text)])),
  ])
  private static let view = View.object([
    "title": .text(payloadText), "body": .html(Array("<b>b</b>".utf8)), "count": .number(0),
    "isOpen": .flag(true), "absent": .none,
    "items": .list([.object(["name": .text(payloadText)])]),
    "inner": .object(["name": .text(payloadText)]),
  ])

  private static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    guard let first = part.first, text.count >= part.count else { return false }
    return text.indices.dropLast(part.count - 1).contains {
      text[$0] == first && text[$0..<$0 + part.count].elementsEqual(part)
    }
  }
}
