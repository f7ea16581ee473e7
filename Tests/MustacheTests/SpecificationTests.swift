import ByteWriting
import Foundation
import Mustache
import SystemPackage
import TestSupport
import Testing

/// The tests of the Mustache specification (`TestNeed.mustache`).
@Suite("Mustache specification")
struct SpecificationTests {
  static let files = [
    "comments", "delimiters", "inheritance", "interpolation", "inverted", "partials", "sections",
  ]

  static let folder = Checkout.shared("specs/mustache")

  static let examples: [SpecificationExample] = files.flatMap { file in
    guard let folder,
      let text = try? TestFiles.text(folder.appending(file + ".json")),
      let content = try? JSONDecoder().decode(SpecificationFile.self, from: Data(text.utf8))
    else { return [SpecificationExample]() }
    return content.tests.map { SpecificationExample(file: file, test: $0) }
  }

  @Test(
    "example renders as expected",
    .enabled(if: TestNeed.mustache.isThere, "\(TestNeed.mustache.complaint)"), arguments: examples)
  func example(_ example: SpecificationExample) throws {
    let sources =
      [TemplateSource(name: "", path: "template", bytes: Array(example.test.template.utf8))]
      + (example.test.partials ?? [:]).sorted { $0.key < $1.key }.map { name, text in
        TemplateSource(name: name, path: name, bytes: Array(text.utf8))
      }
    let (set, _) = TemplateSet.compile(sources, rawText: .allowed)
    var writer = ByteWriter()
    try set.render("", example.test.data.view, into: &writer)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == example.test.expected)
  }

  @Test(
    "every file is read whole",
    .enabled(if: TestNeed.mustache.isThere, "\(TestNeed.mustache.complaint)"))
  func counts() {
    let counts = Self.files.map { file in Self.examples.count { $0.file == file } }
    #expect(counts == [12, 14, 27, 42, 22, 12, 34])
  }
}

/// An example with the file it is from.
struct SpecificationExample: Sendable, CustomTestStringConvertible {
  let file: String
  let test: SpecificationFile.Test

  var testDescription: String { "\(file): \(test.name)" }
}

/// A file of the specification.
struct SpecificationFile: Sendable, Decodable {
  struct Test: Sendable, Decodable {
    let name: String
    let template: String
    let partials: [String: String]?
    let data: JSONView
    let expected: String
  }

  let tests: [Test]
}

/// A view read from JSON.
struct JSONView: Sendable, Decodable {
  let view: View

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      view = .none
    } else if let flag = try? container.decode(Bool.self) {
      view = .flag(flag)
    } else if let number = try? container.decode(Int.self) {
      view = .number(number)
    } else if let number = try? container.decode(Double.self) {
      view = .text("\(number)")
    } else if let text = try? container.decode(String.self) {
      view = .text(text)
    } else if let list = try? container.decode([JSONView].self) {
      view = .list(list.map(\.view))
    } else {
      let entries = try container.decode([String: JSONView].self).sorted { $0.key < $1.key }
      view = .object(ViewObject(entries.map { (ViewName($0.key), $0.value.view) }))
    }
  }
}
