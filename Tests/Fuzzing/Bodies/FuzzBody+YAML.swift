import CatalogueSource
import TextRules
import YAMLTree

extension FuzzBody {
  /// Front matter and the YAML in it.
  ///
  /// Both parts lie in the file in their order; nodes lie in the part that was read and children in the
  /// order of their text.
  package static let yaml = FuzzBody("yaml") { given in
    // As every caller does: what is no UTF-8 is refused before.
    let check = TextCheck(given)
    guard check.invalid == nil else { return nil }
    let bytes = check.bytes
    if let parts = FrontMatter(bytes) {
      guard parts.yaml.upperBound <= parts.body.lowerBound, parts.body.upperBound == bytes.count
      else { return "parts outside the file" }
      if let fault = fault(in: bytes, parts.yaml) { return fault }
    }
    return fault(in: bytes, bytes.indices)
  }

  /// The words of a small catalogue, so that slips in its fields are found.
  private static let words = YAMLWords(
    fields: [
      "title": .text, "aliases": .names, "a": .value, "b": .texts, "c": .references, "d": .values,
    ], inner: ["to", "role"], tellsComments: true)

  private static func fault(in bytes: [UInt8], _ range: Range<Int>) -> String? {
    let (root, findings) = YAMLParser.parse(bytes, range: range)
    if let fault = fault(in: bytes, range, root, findings) { return fault }
    for isWhole in [true, false] {
      let read = YAMLReader.read(
        bytes, range: range, words: isWhole ? words : .none, findsEnd: isWhole)
      for repair in read.findings.flatMap(\.repairs) {
        for (one, next) in zip(repair.edits, repair.edits.dropFirst())
        where one.range.upperBound > next.range.lowerBound {
          return "edits that overlap: \(repair)"
        }
        for edit in repair.edits where !lies(edit.range, in: range) {
          return "an edit outside the text: \(repair)"
        }
      }
      if read.closing == nil, !read.isWhole || !read.findings.isEmpty {
        if let fault = places(in: range, read.root, read.findings) { return fault }
      } else if read.closing == nil,
        let fault = fault(in: bytes, range, read.root, read.findings)
      {
        return fault
      }
    }
    return nil
  }

  /// The first finding or node that lies outside the text.
  private static func places(
    in range: Range<Int>, _ root: YAMLNode?, _ findings: [YAMLFinding]
  ) -> String? {
    for finding in findings where !lies(finding.bytes, in: range) {
      return "a finding outside the text: \(finding)"
    }
    var open = root.map { [$0] } ?? []
    while let node = open.popLast() {
      if !lies(node.bytes, in: range) { return "a node outside the text: \(node.bytes)" }
      open += node.sequence ?? node.mapping?.flatMap { [$0.key, $0.value] } ?? []
    }
    return nil
  }

  private static func fault(
    in bytes: [UInt8], _ range: Range<Int>, _ root: YAMLNode?, _ findings: [YAMLFinding]
  ) -> String? {
    for finding in findings where !lies(finding.bytes, in: range) {
      return "a finding outside the text: \(finding)"
    }
    var open = root.map { [$0] } ?? []
    while let node = open.popLast() {
      if !lies(node.bytes, in: range) { return "a node outside the text: \(node.bytes)" }
      let children = node.sequence ?? node.mapping?.flatMap { [$0.key, $0.value] } ?? []
      for (one, next) in zip(children, children.dropFirst())
      where one.bytes.lowerBound > next.bytes.lowerBound {
        return "children out of order: \(one.bytes), \(next.bytes)"
      }
      if let first = children.first, first.bytes.lowerBound < node.bytes.lowerBound {
        return "a child before its parent: \(first.bytes) in \(node.bytes)"
      }
      open += children
    }
    return root == nil && findings.isEmpty && !isBlank(bytes[range])
      ? "nothing read and nothing told" : nil
  }

  /// Whether a text has nothing that YAML takes for content: blanks, comments and marks of documents.
  private static func isBlank(_ text: ArraySlice<UInt8>) -> Bool {
    text.split { $0 == 10 || $0 == 13 }.allSatisfy { line in
      let words = line.drop { $0 == 32 || $0 == 9 }
      return words.isEmpty || [35, 37, 45, 46, 0xC2, 0xE2, 0xEF].contains(words[words.startIndex])
    }
  }
}
