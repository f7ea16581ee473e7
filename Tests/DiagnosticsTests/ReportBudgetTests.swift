import JapaneseText
import Testing

@testable import Diagnostics

@Suite("Budgets of reports")
struct ReportBudgetTests {
  private let path = "content/programmes/a.md"

  private func text(
    _ diagnostics: [Diagnostic], _ sources: [String: [UInt8]] = [:],
    _ language: MessageLanguage = .japanese
  ) -> String {
    let report = DiagnosticReport(diagnostics) { sources[$0] }
    return String(
      decoding: report.text(language: language) { DisplayWidth.columns(of: $0) }, as: UTF8.self)
  }

  private func fault(
    _ message: String, _ bytes: Range<Int> = 0..<1, _ path: String? = nil,
    _ severity: Diagnostic.Severity = .error, suggestions: [String] = []
  ) -> Diagnostic {
    Diagnostic(
      .unknownReference, at: SourceRange(path: path ?? self.path, bytes: bytes),
      LocalisedText(message, en: message), suggestions: suggestions, severity: severity)
  }

  // MARK: Excerpts

  @Test(
    "a long line is shown around the fault, which is underlined right",
    arguments: [
      ("x", 0), ("x", 30), ("x", 60), ("x", 5000), ("日", 0), ("日", 20), ("日", 33), ("日", 4000),
      ("𠮷", 700), ("か\u{3099}", 400), ("\t", 900),
    ])
  func clipsExcerpts(_ filler: String, _ before: Int) {
    let head = String(repeating: filler, count: before)
    let line = head + "悪い" + String(repeating: filler, count: 6000)
    let start = head.utf8.count
    let source = Array("題\n\(line)\n次".utf8)
    let lines = text([fault("無", 4 + start..<4 + start + 6)], [path: source])
      .split(separator: "\n")
    let excerpt = lines[1].dropFirst(5)
    let carets = lines[2].dropFirst(5)
    #expect(excerpt.contains("悪い"))
    #expect(DisplayWidth.columns(of: String(excerpt)) <= Excerpt.width + 2)
    #expect(excerpt.hasSuffix("…"))
    let shown = excerpt.unicodeScalars.split(separator: "悪", maxSplits: 1)[0]
    #expect(
      DisplayWidth.columns(of: before == 0 ? "" : String(shown))
        == carets.prefix { $0 == " " }.count)
    #expect(carets.filter { $0 == "^" }.count == 4)
  }

  @Test("a line that has room is shown whole")
  func keepsShortLines() {
    let source = String(repeating: "あ", count: 40) + "い" + String(repeating: "x", count: 18)
    #expect(text([fault("無", 120..<123)], [path: Array(source.utf8)]).contains("│ \(source)\n"))
  }

  @Test("an underline is no longer than the window")
  func clipsUnderlines() {
    let source = Array(repeating: UInt8(ascii: "x"), count: 50_000)
    let lines = text([fault("無", 10..<40_000)], [path: source]).split(separator: "\n")
    #expect(lines[2].count { $0 == "^" } == Excerpt.width - 10)
  }

  @Test("a line of nothing but marks without a width is cut too")
  func clipsMarks() {
    let source = Array(String(repeating: "\u{3099}", count: 50_000).utf8)
    #expect(text([fault("無", 60_000..<60_003)], [path: source]).utf8.count < 2_000)
  }

  @Test(
    "marks that turn the direction or end a line never reach the terminal",
    arguments: ["\u{202E}", "\u{2028}", "\u{2029}", "\u{2066}", "\u{200F}", "\u{061C}", "\u{85}"])
  func keepsTerminalSafe(_ mark: String) {
    let report = text(
      [fault("「\(mark)」無", suggestions: [mark])], [path: Array("a\(mark)b".utf8)])
    #expect(!report.unicodeScalars.contains { String($0) == mark })
    #expect(report.contains("\u{FFFD}"))
  }

  @Test("4,000 faults in one long line are reported in little")
  func boundsOneLine() {
    let word = "[[無い項目]]"
    let source = Array(String(repeating: word, count: 4000).utf8)
    let faults = (0..<4000).map { number in
      fault("「\(number)」無", number * word.utf8.count..<(number + 1) * word.utf8.count)
    }
    let report = DiagnosticReport(faults) { _ in source }
    #expect(report.text(language: .japanese) { $0.count }.count < 40_000)
    #expect(report.json(language: .japanese).count < 4000 * 250)
  }

  // MARK: Quotations

  @Test("a sentence quotes at most 80 characters of each text of an author")
  func shortensQuotations() {
    let long = String(repeating: "長", count: 5_000)
    let fault = Diagnostic(
      .unknownReference, at: SourceRange(path: path, bytes: 0..<1),
      LocalisedText(
        "「\(long)」は「\(long)」の名前でもあります。", en: "the record's '\(long)' is a name of '\(long)'"),
      notes: [.init(LocalisedText("「\(long)」です。", en: "'\(long)' is here"))])
    let short = String(repeating: "長", count: 79) + "…"
    #expect(fault.message.japanese == "「\(short)」は「\(short)」の名前でもあります。")
    #expect(fault.message.english == "the record's '\(short)' is a name of '\(short)'")
    #expect(fault.notes[0].text.english == "'\(short)' is here")
  }

  @Test(
    "no sentence is long, whatever marks of quotation an author writes",
    arguments: ["「", "」", "「」", "'", "' ", " 'a' ", "\u{3099}", "」は「", "x"])
  func boundsSentences(_ text: String) {
    let long = String(repeating: text, count: 20_000)
    for sentence in ["「\(long)」は無い。", "'\(long)' is not there", long] {
      let fault = fault(sentence)
      #expect(fault.message.japanese.unicodeScalars.count <= 400)
      #expect(fault.message.english.unicodeScalars.count <= 400)
    }
  }

  @Test(
    "sentences without long quotations stay as they are",
    arguments: [
      "「所管」に書けるのは省庁です。", "the link's target 'x' does not exist",
      String(repeating: "とても長い説明の文です。", count: 12),
    ])
  func keepsSentences(_ sentence: String) {
    #expect(fault(sentence).message.japanese == sentence)
    #expect(fault(sentence).message.english == sentence)
  }

  @Test("a long suggestion is cut on the terminal and whole in JSON, where it replaces a text")
  func cutsSuggestions() {
    let long = String(repeating: "候", count: 120)
    let report = DiagnosticReport([fault("無", suggestions: [long])]) { _ in nil }
    #expect(
      text([fault("無", suggestions: [long])]).contains(String(repeating: "候", count: 79) + "…\n"))
    #expect(String(decoding: report.json(language: .japanese), as: UTF8.self).contains(long))
  }

  // MARK: Equal faults and totals

  @Test("equal faults are one report with their places")
  func joinsEqualFaults() {
    let faults = [
      fault("無", 0..<1), fault("有", 1..<2), fault("無", 2..<3), fault("無", 0..<1, "content/b.md"),
      fault("無", 4..<5, nil, .warning), fault("無", 5..<6, suggestions: ["x"]),
    ]
    #expect(
      text(faults.shuffled(), [path: Array("abcdefg".utf8)]) == """
        content/b.md:1:1: エラー[reference/unknown] 無
            ほかに 2 か所: content/programmes/a.md:1:1、content/programmes/a.md:1:3
        content/programmes/a.md:1:2: エラー[reference/unknown] 有
         1 │ abcdefg
           │  ^
        content/programmes/a.md:1:5: 警告[reference/unknown] 無
         1 │ abcdefg
           │     ^
        content/programmes/a.md:1:6: エラー[reference/unknown] 無
         1 │ abcdefg
           │      ^
            候補: x

        """)
    #expect(text(faults, [:], .english).contains("    and 2 more: content/programmes/a.md:1:1, "))
  }

  @Test("at most ten further places and ten notes are listed")
  func boundsPlaces() {
    let faults = (0..<24).map { fault("無", $0..<$0 + 1) }
    let told = text(faults, [path: Array(repeating: 120, count: 30)])
    #expect(told.contains("ほかに 23 か所: "))
    #expect(told.contains("content/programmes/a.md:1:11、…\n"))
    #expect(!told.contains(":1:12"))
    let notes = (0..<25).map { Diagnostic.Note(.init("注\($0)", en: "note \($0)")) }
    let noted = text([
      Diagnostic(
        .duplicateName, at: SourceRange(path: path, bytes: 0..<1), .init("無", en: "no"),
        notes: notes)
    ])
    #expect(noted.contains("    注9\n    ほかに 15 件\n"))
    #expect(!noted.contains("注10"))
  }

  @Test("a file shows at most 50 reports, errors first, and the total is told")
  func boundsFiles() {
    let warnings = (0..<60).map { fault("警\($0)", $0..<$0 + 1, nil, .warning) }
    let errors = (0..<40).map { fault("誤\($0)", 100 + $0..<101 + $0) }
    let told = text(warnings + errors + [fault("他", 0..<1, "content/b.md")])
    #expect(told.components("エラー[") == 41)
    #expect(told.components("警告[") == 10)
    #expect(told.contains(" 警9\n") && !told.contains(" 警10\n"))
    #expect(
      told.hasSuffix(
        "全 101 件のうち 50 件を省きました(content/programmes/a.md 50 件)。"
          + "check --format json はすべてを示します。\n"))
  }

  @Test("a run shows at most 1,000 reports, errors first, and names the files with most others")
  func boundsRuns() {
    let faults = (0..<60).flatMap { file in
      (0..<30).map { number in
        fault(
          "無\(file)-\(number)", number..<number + 1, "content/\(100 + file).md",
          number < 20 ? .warning : .error)
      }
    }
    let told = text(faults, [:], .english)
    #expect(told.components("error[") == 600)
    #expect(told.components("warning[") == 400)
    #expect(
      told.contains(
        "800 of 1800 faults are left out (content/120.md: 20, content/121.md: 20, "
          + "content/122.md: 20, content/123.md: 20, content/124.md: 20, 35 more files)"))
    let json = DiagnosticReport(faults) { _ in nil }.json(language: .english)
    #expect(String(decoding: json, as: UTF8.self).components("\"code\"") == 1800)
  }
}

extension String {
  /// How often a word stands in the text.
  fileprivate func components(_ word: String) -> Int {
    var rest = self[...]
    var count = 0
    while let found = rest.firstRange(of: word) {
      count += 1
      rest = rest[found.upperBound...]
    }
    return count
  }
}
