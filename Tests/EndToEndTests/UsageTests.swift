import SystemPackage
import Testing

@Suite("The language of help and complaints")
struct UsageTests {
  private static let commands = [
    [], ["build"], ["serve"], ["check"], ["changes"], ["new"], ["rename"], ["lock"], ["fix"],
    ["explain"],
    ["explain", "code"], ["explain", "templates"], ["explain", "fields"], ["explain", "roles"],
    ["explain", "codes"], ["coverage"],
  ]

  @Test("help is in the language that was asked for", arguments: commands)
  func helpsInOneLanguage(_ command: [String]) async throws {
    let japanese = try await CommandRun(command + ["--help"], in: "/")
    #expect(japanese.status == 0)
    let words = [
      "OVERVIEW", "USAGE", "OPTIONS", "ARGUMENTS", "COMMANDS", "Show ", "See ", "default", "values",
    ]
    for word in words { #expect(!japanese.output.contains(word), "\(word): \(japanese.output)") }
    #expect(japanese.output.contains("使い方: "))
    let english = try await CommandRun(command + ["--help", "--lang", "en"], in: "/")
    #expect(english.status == 0)
    #expect(english.output.contains("USAGE: "))
    let kana = english.output.unicodeScalars.filter { (0x3041...0x30FF).contains($0.value) }
    #expect(kana.isEmpty, "\(english.output)")
  }

  @Test(
    "what is wrong with the arguments is said in Japanese",
    arguments: [
      (["chekc"], "「chekc」というコマンドはありません。"), (["check", "a"], "「a」は余分です。"),
      (["check", "a", "b"], "「a」「b」は余分です。"),
      (["check", "--strcit"], "「--strcit」というオプションはありません。「--strict」のことでしょうか。"),
      (["check", "-x"], "「-x」というオプションはありません。"),
      (["check", "--format"], "「--format <format>」の値がありません。"),
      (["check", "--format", "xml"], "「xml」とは書けません。書けるのは text、json、github、gitlab、sarif です。"),
      (["serve", "--port", "a"], "「--port <port>」に「a」とは書けません。"),
      (["check", "--strict=1"], "「--strict」に値「1」は書けません。"), (["new"], "「<collection>」がありません。"),
      (["explain", "templates", "nichts"], "選べるのは"), (["explain", "nichts"], "という符号はありません。"),
    ])
  func complainsInJapanese(_ arguments: [String], _ sentence: String) async throws {
    let run = try await CommandRun(arguments, in: "/")
    #expect(run.status == 64)
    let first = run.complaints.split(separator: "\n").first ?? ""
    #expect(first.hasPrefix("エラー: ") && first.contains(sentence), "\(run.complaints)")
    for word in ["Error", "Usage", "See ", "Help"] { #expect(!run.complaints.contains(word)) }
    let english = try await CommandRun(arguments + ["--lang", "en"], in: "/")
    #expect(english.status == 64 && english.complaints.hasPrefix("Error: "))
  }

  @Test("what explains fields and roles is in one language")
  func explainsInOneLanguage() async throws {
    for topic in ["fields", "roles", "codes"] {
      let japanese = try await CommandRun(["explain", topic], in: "/")
      #expect(!japanese.output.contains(" the ") && !japanese.output.contains("error"))
      let english = try await CommandRun(["explain", topic, "--lang", "en"], in: "/")
      #expect(english.status == 0 && !english.output.contains("ます"))
      #expect(english.output != japanese.output)
    }
  }
}
