import ByteWriting
import Foundation
import SystemPackage
import TestSupport

@testable import MarkdownTree

/// The data of the specifications (`TestNeed.markdown`).
enum SpecificationData {
  /// An example of CommonMark or of GitHub's dialect.
  struct Example: Decodable {
    var example: Int
    var section: String
    var markdown: String
    var html: String
  }

  /// The folder of the data, where it is at hand.
  static let folder = Checkout.shared("specs")

  static func examples(_ name: String) throws -> [Example] {
    guard folder != nil else { return [] }
    return try JSONDecoder().decode(
      [Example].self, from: Data(text(name).utf8))
  }

  static func text(_ name: String) throws -> String {
    guard let folder else { return "" }
    return try TestFiles.text(folder.appending(name))
  }
}

/// Parses with the page's dialect and renders as the pages are.
func html(
  _ markdown: String, headingShift: Int = 0,
  resolve: ((Reference) -> ResolvedReference)? = nil
) -> String {
  let document = MarkdownParser.parse(Array(markdown.utf8))
  var writer = ByteWriter()
  MarkdownRenderer.render(document, into: &writer, headingShift: headingShift) { index in
    let reference = document.references[index]
    return resolve?(reference) ?? ResolvedReference(href: reference.destination)
  }
  return String(decoding: writer.bytes, as: UTF8.self)
}

/// Parses with the page's dialect but for the filter of schemes, and renders bare as the examples are.
func bareHTML(
  _ markdown: String, without removed: MarkdownSyntax = [], with added: MarkdownSyntax = []
) -> String {
  let source = Array(markdown.utf8)
  let document = MarkdownParser.parse(
    source, range: source.indices,
    syntax: MarkdownSyntax.all.subtracting(removed).subtracting(.schemeFilter).union(added))
  var writer = ByteWriter()
  MarkdownRenderer.render(
    document, into: &writer, headingShift: 0, style: RenderingStyle(isBare: true)
  ) { index in
    document.references[index].kind == .record
      ? .unresolved : ResolvedReference(href: document.references[index].destination)
  }
  return String(decoding: writer.bytes, as: UTF8.self)
}

/// Takes away what HTML does not distinguish: how empty elements end, how `'` is written,
/// the order of a box's attributes.
func normalized(_ html: String) -> String {
  html.replacingOccurrences(of: " />", with: ">").replacingOccurrences(of: "/>", with: ">")
    .replacingOccurrences(of: "&#39;", with: "'")
    .replacingOccurrences(
      of: "<input type=\"checkbox\" disabled=\"\">", with: "<input disabled=\"\" type=\"checkbox\">"
    )
    .replacingOccurrences(
      of: "<input type=\"checkbox\" checked=\"\" disabled=\"\">",
      with: "<input checked=\"\" disabled=\"\" type=\"checkbox\">")
}
