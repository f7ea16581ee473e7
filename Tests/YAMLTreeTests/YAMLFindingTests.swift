import TestSupport
import Testing

@testable import YAMLTree

@Suite("Faults in YAML")
struct YAMLFindingTests {
  @Test(
    "a key that stands twice is told with the place of the first, by the letters it means",
    arguments: [
      ("a: 1\nb: 2\na: 3\n", "a", 10..<11, 0..<1), ("{a: 1, a: 2}", "a", 7..<8, 1..<2),
      ("名: 1\n\"名\": 2\n", "名", 7..<12, 0..<3), ("x:\n  k: 1\n  k: 2\n", "k", 12..<13, 5..<6),
    ])
  func findsDuplicates(
    _ source: String, _ key: String, _ bytes: Range<Int>, _ first: Range<Int>
  ) {
    #expect(
      parse(source).findings == [
        YAMLFinding(kind: .duplicateKey(key, first: first), bytes: bytes)
      ])
  }

  @Test("the third time a key stands, the first is still the first")
  func namesTheFirst() {
    let findings = parse("a: 1\na: 2\na: 3\n").findings
    #expect(findings.map(\.bytes) == [5..<6, 10..<11])
    #expect(findings.map(\.kind) == Array(repeating: .duplicateKey("a", first: 0..<1), count: 2))
  }

  @Test("one key in two mappings is no duplicate")
  func allowsSameKeyElsewhere() {
    #expect(parse("a: {k: 1}\nb: {k: 2}\nc:\n  - k: 3\n  - k: 4\n").findings.isEmpty)
  }

  @Test(
    "anchors, aliases and tags are refused where they stand",
    arguments: [
      ("a: &x 甲\nb: *x\n", ["x", "x"]), ("a: !!int 3\n", ["tag:yaml.org,2002:int"]),
      ("a: !甲 3\n", ["!"]), ("a: [*重要]\n", ["*"]), ("a: &重要\n", ["&"]), ("a: &l [1]\n", ["l"]),
      ("a: &m {b: 1}\n", ["m"]),
      ("a: *unknown\n", ["unknown"]), ("*x : 1\n", ["x"]),
    ])
  func refusesDecorations(_ source: String, _ names: [String]) {
    let findings = parse(source).findings
    let found = findings.compactMap { finding -> String? in
      if case .unsupported(let name) = finding.kind { name } else { nil }
    }
    #expect(found == names, "\(findings)")
  }

  @Test(
    "a fault of syntax is on the line where the reader stumbles",
    arguments: [
      ("a: [1, 2\nb: 3\n", 2...3), ("a: 1\nb: [2, 3\n", 2...2), ("a: \"開いたまま\n\n", 1...1),
      ("a: b: c\n", 1...1),
      ("名称: 甲\n 乙: 丙\n", 2...2), ("a: 1\n\tb: 2\n", 2...2), ("a: {b: 1\n\n", 1...1),
      ("a: ]\n", 1...1),
      ("a: @x\n", 1...1), ("a: `x`\n", 1...1), ("名: 甲\n%x\n", 2...3), ("a: 'x' y\n", 1...1),
      ("一: 1\n二: 2\n三\n四: 4\n", 3...4), ("a: \"\\q\"\n", 1...1), ("- a\nb: c\n", 2...2),
    ])
  func placesSyntaxFaults(_ source: String, _ lines: ClosedRange<Int>) throws {
    let (_, findings, bytes) = parse(source)
    let finding = try #require(findings.last)
    guard case .syntax(let problem) = finding.kind else {
      Issue.record("\(finding)")
      return
    }
    #expect(!problem.isEmpty)
    let line = bytes[..<finding.bytes.lowerBound].count { $0 == 10 } + 1
    #expect(lines.contains(line), "line \(line): \(problem)")
  }

  @Test(
    "the entries before a fault of syntax are kept, those that it cuts off are not",
    arguments: [
      ("a: 1\nb: [2\nc: 3\n", ["a"]), ("a: [\n", []), ("a: 1\nb: 2\n c: 3\n", ["a", "b"]),
      ("a: {x: 1}\nb:\n  - {to: 甲}\n  - {to: 乙\n", ["a"]), ("a: 1\nb: \"開いた\n", ["a"]),
    ])
  func keepsWhatWasRead(_ source: String, _ keys: [String]) {
    let (root, findings, _) = parse(source)
    #expect(root?.mapping?.compactMap(\.key.scalar) == keys)
    #expect(findings.count == 1)
  }

  @Test(
    "a control character is found where it stands",
    arguments: [
      "名称: 甲\u{1}乙\n", "a: b\nc: \u{1B}[31m\n", "a: b\u{0}c\n", "日本: \u{7F}\n", "a: \u{FFFF}\n",
    ])
  func placesControlCharacters(_ source: String) throws {
    let (_, findings, bytes) = parse(source)
    let finding = try #require(findings.first)
    let place = finding.bytes.lowerBound
    let scalar = String(decoding: bytes[place...], as: UTF8.self).unicodeScalars.first
    let value = try #require(scalar?.value)
    #expect(value < 32 && value != 10 || value == 127 || value == 0xFFFF, "offset \(place)")
  }

  @Test(
    "what follows the first document is never dropped in silence",
    arguments: [
      "a: b\n---\nc: d\n", "a: b\n...\nc: d\n", "{a: b}\nc: d\n", "[a] b\n", "a\n---\n",
      "\"a\" b\n",
    ])
  func tellsWhatFollows(_ source: String) {
    #expect(!parse(source).findings.isEmpty)
  }

  @Test("a document may end with its own mark")
  func allowsTheEnd() {
    #expect(parse("a: b\n...\n").findings.isEmpty)
    #expect(parse("---\na: b\n").root?["a"]?.scalar == "b")
  }

  @Test("nesting has a limit, which is told and not crashed on", arguments: [66, 500, 900, 20_000])
  func limitsDepth(_ depth: Int) throws {
    let source = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    #expect(!parse(source).findings.isEmpty)
  }

  @Test("nesting that front matter may have is read")
  func allowsDepth() {
    let source = String(repeating: "[", count: 60) + String(repeating: "]", count: 60)
    let (root, findings, _) = parse(source)
    #expect(root != nil)
    #expect(findings.isEmpty)
  }

  @Test("no text crashes the reader")
  func survivesNoise() {
    let stock = Array("ab:-[]{},\"'|>#&*!%@` \n\r\t日𠮷\u{FEFF}?=<".unicodeScalars)
    var generator = SeededGenerator(state: 7)
    for _ in 0..<3_000 {
      var scalars = String.UnicodeScalarView()
      for _ in 0..<Int(generator.next() % 24) {
        scalars.append(stock[Int(generator.next() % UInt64(stock.count))])
      }
      let (root, findings, bytes) = parse(String(scalars))
      var nodes = root.map { [$0] } ?? []
      while let node = nodes.popLast() {
        #expect(node.bytes.lowerBound >= 0 && node.bytes.upperBound <= bytes.count)
        nodes += node.sequence ?? []
        nodes += (node.mapping ?? []).flatMap { [$0.key, $0.value] }
      }
      for finding in findings { #expect(finding.bytes.upperBound <= bytes.count) }
    }
  }

  @Test("no text crashes the reader of slips, and every edit lies in it")
  func survivesSlips() {
    let stock = [
      "a", ":", "：", " ", "　", "-", "・", "－", "\n", "\n", "\n  ", "\t", "[", "]", "{", "}", "［",
      "］", "｛", "｝", ",",
      "、", "\"", "'", "“", "”", "#", "＃", "|", ">", "*", "&", "!", "@", "1,234", "title", "to", "b",
      "c", "---", "\\",
      "漢字", "?", "=", "；", "<!--", "...", "\r\n",
    ]
    let words = YAMLWords(
      fields: ["title": .text, "a": .value, "b": .texts, "c": .references], inner: ["to"],
      tellsComments: true)
    var generator = SeededGenerator(state: 23)
    for round in 0..<20_000 {
      var text = ""
      for _ in 0..<Int(generator.next() % 24) {
        text += stock[Int(generator.next() % UInt64(stock.count))]
      }
      let bytes = Array(text.utf8)
      let read = YAMLReader.read(
        bytes, range: bytes.indices, words: round % 2 == 0 ? words : .none,
        findsEnd: round % 3 == 0)
      var nodes = read.root.map { [$0] } ?? []
      while let node = nodes.popLast() {
        #expect(node.bytes.lowerBound >= 0 && node.bytes.upperBound <= bytes.count)
        nodes += node.sequence ?? []
        nodes += (node.mapping ?? []).flatMap { [$0.key, $0.value] }
      }
      for finding in read.findings {
        #expect(finding.bytes.upperBound <= bytes.count)
        for repair in finding.repairs {
          for edit in repair.edits { #expect(edit.range.upperBound <= bytes.count) }
          for (one, next) in zip(repair.edits, repair.edits.dropFirst()) {
            #expect(
              one.range.upperBound <= next.range.lowerBound, "\(text.debugDescription) \(repair)")
          }
        }
      }
    }
  }
}
