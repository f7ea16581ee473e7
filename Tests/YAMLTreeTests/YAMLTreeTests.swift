import Testing

@testable import YAMLTree

/// Parses a whole text.
func parse(_ text: String) -> (root: YAMLNode?, findings: [YAMLFinding], bytes: [UInt8]) {
  let bytes = Array(text.utf8)
  let (root, findings) = YAMLParser.parse(bytes, range: 0..<bytes.count)
  return (root, findings, bytes)
}

/// The text at a range of some bytes.
func text(_ bytes: [UInt8], _ range: Range<Int>) -> String {
  String(decoding: bytes[range], as: UTF8.self)
}

@Suite("YAML trees")
struct YAMLTreeTests {
  @Test(
    "what YAML would turn into something else stays the author's text",
    arguments: [
      "no", "yes", "on", "off", "true", "False", "nul", "~~", "0123", "0x1F", "1:30", "1_000",
      "1e3", ".inf", "2020-04-01", "2020年度", "１２３", "-1", "+1", "1.0", "<<", "=", "-", "令和2年",
    ])
  func keepsScalars(_ value: String) {
    let (root, findings, bytes) = parse("key: \(value == "-" ? "\"-\"" : value)\nlast: x\n")
    #expect(findings.isEmpty)
    #expect(root?["key"]?.scalar == value)
    if value != "-" { #expect(root?["key"].map { text(bytes, $0.bytes) } == value) }
  }

  @Test(
    "an absent value is empty text",
    arguments: [
      "key:\n", "key: \nnext: x\n", "key: # 注\n", "key: \"\"\n", "key: ''\n", "key: ~\n",
      "key: null\n", "key: Null # 注\n", "{key: NULL}\n",
    ])
  func readsAbsentValues(_ source: String) {
    let (root, findings, _) = parse(source)
    #expect(findings.isEmpty)
    #expect(root?["key"]?.scalar?.isEmpty == true)
  }

  @Test("the words for nothing are words between quotes, as keys and as parts of a text")
  func keepsWordsForNothing() {
    let (root, findings, _) = parse("a: \"~\"\nb: 'null'\n~: [null, x null, ~~]\nnull: |\n  null\n")
    #expect(findings.isEmpty)
    #expect(root?.mapping?.compactMap(\.key.scalar) == ["a", "b", "~", "null"])
    #expect(["a", "b", "null"].map { root?[$0]?.scalar } == ["~", "null", "null\n"])
    #expect(root?["~"]?.sequence?.map(\.scalar) == ["", "x null", "~~"])
  }

  @Test(
    "nothing gives no tree and no fault",
    arguments: ["", "\n", "\n\n", "# 注だけ\n", "   ", "\r\n"])
  func readsNothing(_ source: String) {
    let (root, findings, _) = parse(source)
    #expect(root == nil)
    #expect(findings.isEmpty)
  }

  @Test(
    "the bytes of a node are where it was written",
    arguments: [
      ("名称: 経済産業省\n", ["名称", "経済産業省"]),
      ("名称: 経済産業省   # 注\n", ["名称", "経済産業省"]),
      ("a: \"引用 \\\" 符\"\nb: '一''二'\n", ["a", "\"引用 \\\" 符\"", "b", "'一''二'"]),
      (
        "別名: [産総研, \"A,B\", ＡＩＳＴ ]\r\nx: y\r\n",
        ["別名", "[産総研, \"A,B\", ＡＩＳＴ ]", "産総研", "\"A,B\"", "ＡＩＳＴ", "x", "y"]
      ),
      ("- {to: 甲, role: 𠮷野 太郎}\n- 乙\n", ["{to: 甲, role: 𠮷野 太郎}", "to", "甲", "role", "𠮷野 太郎", "乙"]),
      (
        "a:\n  b:\n  - c\n  - d e\n\n\nf: g\n",
        ["a", "b:\n  - c\n  - d e", "b", "- c\n  - d e", "c", "d e", "f", "g"]
      ),
      ("a:\n- b\n- c\nd: e\n", ["a", "- b\n- c", "b", "c", "d", "e"]),
      ("a: [一,\n    二]\n", ["a", "[一,\n    二]", "一", "二"]),
      ("a: 一\n   二\nb: c\n", ["a", "一\n   二", "b", "c"]),
      ("\u{FEFF}a: b\n", ["a", "b"]),
      ("👩‍🔬: é\n", ["👩‍🔬", "é"]),
      ("a: []\nb: {}\n", ["a", "[]", "b", "{}"]),
    ])
  func placesNodes(_ source: String, _ expected: [String]) {
    let (root, findings, bytes) = parse(source)
    #expect(findings.isEmpty)
    var found: [String] = []
    func visit(_ node: YAMLNode, isRoot: Bool) {
      if !isRoot { found.append(text(bytes, node.bytes)) }
      for child in node.sequence ?? [] { visit(child, isRoot: false) }
      for entry in node.mapping ?? [] {
        visit(entry.key, isRoot: false)
        visit(entry.value, isRoot: false)
      }
    }
    if let root { visit(root, isRoot: true) }
    #expect(found == expected)
  }

  @Test(
    "a block scalar has its text, and its range starts at its mark and stays in its lines",
    arguments: [
      ("a: |\n  一行目\n  二行目\nb: c\n", "一行目\n二行目\n"), ("a: >-\n  一行目\n  二行目\nb: c\n", "一行目 二行目"),
      ("a: |-\r\n  一\r\n  二\r\nb: c\r\n", "一\n二"), ("a: |+\n  一\n\nb: c\n", "一\n\n"),
    ])
  func readsBlockScalars(_ source: String, _ expected: String) throws {
    let (root, findings, bytes) = parse(source)
    #expect(findings.isEmpty)
    let node = try #require(root?["a"])
    #expect(node.scalar == expected)
    let written = text(bytes, node.bytes)
    #expect(written.hasPrefix("|") || written.hasPrefix(">"))
    #expect(written.contains("一"))
    #expect(!written.contains("b:"))
    #expect(root?["b"].map { text(bytes, $0.bytes) } == "c")
  }

  @Test("ranges are offsets in the whole file, not in the part that is read")
  func offsetsRanges() throws {
    let source = "---\n名称: 甲\n---\n本文\n"
    let bytes = Array(source.utf8)
    let (root, _) = YAMLParser.parse(bytes, range: 4..<(4 + "名称: 甲\n".utf8.count))
    let node = try #require(root?["名称"])
    #expect(text(bytes, node.bytes) == "甲")
  }

  @Test("one megabyte is read, and its last value is in its place")
  func readsMuch() throws {
    let line = "- {年度: 2020年度, 金額: 17億円}\n"
    let (root, findings, bytes) = parse(
      "list:\n" + String(repeating: line, count: 1_000_000 / line.utf8.count + 1) + "end: 末\n")
    #expect(findings.isEmpty)
    #expect((root?["list"]?.sequence?.count ?? 0) > 20_000)
    let last = try #require(root?["end"])
    #expect(text(bytes, last.bytes) == "末")
  }
}
