import ArgumentParser
import ByteWriting
import CatalogueModel
import CataloguePages
import CatalogueSearch
import Diagnostics
import JapaneseText
import SystemPackage
import Workspace

/// `mokuroku check`.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: .spoken("書いたものを確かめます。何も書き出しません。", en: "Checks what is written, and writes nothing."),
    discussion: .spoken(
      """
      誤りがあれば終了コード 1、--strict なら警告でも 1 になります。
      --search を付けると、誤りがないときに検索の索引をつくり、目録から抜き出した語が一つ残らず
      見つかるかを尋ねます。見つからないものがあれば終了コード 1 になります。
      """,
      en: """
        Ends with 1 where there are errors, with --strict where there are warnings too.
        With --search, where there are no errors, it makes the index of the search and asks it for
        words of the catalogue; it ends with 1 where one is not found.
        """))

  @OptionGroup var catalogue: CatalogueOptions

  @Option(
    name: .long,
    help: .spoken(
      "報告の形。\(ReportFormat.names)のどれか。", en: "The form of the report.", valueName: "format"))
  var format = ReportFormat.text

  @Option(
    name: .long,
    help: .spoken(
      "github、gitlab、sarif で、ファイルのパスの前に付けるフォルダー。なければ --root の（絶対パスなら何も付けない）。",
      en:
        "The folder before the paths of files with github, gitlab and sarif; that of --root by default, none where it is absolute."
    ))
  var pathPrefix: String?

  @Flag(name: .long, help: .spoken("警告も誤りとして数える。", en: "Take warnings for errors."))
  var strict = false

  @Flag(
    name: .long,
    help: .spoken(
      "検索の索引をつくり、書いてある語が見つかるかも確かめる。",
      en: "Make the index of the search too, and ask it for what is written."))
  var search = false

  func validate() throws {
    if search && !format.isLog {
      let message = LocalisedText(
        "--search は --format \(format.rawValue) と一緒には使えません。\(format.rawValue) は書いたものの報告だけです。二度に分けて動かしてください。",
        en:
          "--search cannot be used with --format \(format.rawValue), which reports on the content "
          + "alone; run the command twice")
      throw ValidationError(message.text(in: catalogue.lang))
    }
    guard let pathPrefix else { return }
    if !format.isForRepositories || PathPrefix(pathPrefix) == nil {
      let message = LocalisedText(
        "--path-prefix は --format github、gitlab、sarif と一緒に、リポジトリーのいちばん上から目録までの相対パスで書きます。",
        en: "--path-prefix is for --format github, gitlab and sarif, and is the relative path from "
          + "the root of the repository to the catalogue")
      throw ValidationError(message.text(in: catalogue.lang))
    }
  }

  func run() async throws {
    let checked = try await catalogue.check()
    let report = checked.report
    let setting = ReportFormat.Setting(
      language: catalogue.lang,
      prefix: pathPrefix.flatMap { PathPrefix($0) } ?? PathPrefix(ofRoot: catalogue.root),
      version: ToolVersion.text
    ) { DisplayWidth.columns(of: $0) }
    let bytes = format.bytes(of: report, setting)
    if format == .text { Console.show(bytes) } else { Console.write(bytes) }
    if let remark = format.remark(on: report) {
      Console.complain(remark.text(in: catalogue.lang))
    }
    if format.isLog { Console.say(summary(of: checked).text(in: catalogue.lang)) }
    let isFound = await search && !report.hasErrors ? proveSearch(of: checked) : true
    if !isFound || report.isBlocking(isStrict: strict) {
      throw Trouble.content
    }
  }

  /// The last line for people.
  private func summary(of checked: CheckedSite) -> LocalisedText {
    let count = checked.site?.catalogue.records.count ?? 0
    let errors = checked.report.count(of: .error)
    let warnings = checked.report.count(of: .warning)
    let drafts = checked.draftCount
    return LocalisedText(
      "\(count) 項目\(drafts > 0 ? "と下書き \(drafts) 件" : "")を確かめました。誤り \(errors) 件、警告 \(warnings) 件。",
      en: "checked \(count) records\(drafts > 0 ? " and \(drafts) drafts" : ""): \(errors) errors, "
        + "\(warnings) warnings")
  }

  /// Tells what came of asking the search; gives whether all was found.
  private func proveSearch(of checked: CheckedSite) async -> Bool {
    let workers = catalogue.workerCount
    guard let proof = await checked.proveSearch(workers: workers) else { return false }
    let report = SearchProofReport(proof)
    for complaint in report.complaints.map({ $0.text(in: catalogue.lang) }) {
      if format == .github {
        var out = ByteWriter()
        WorkflowCommand(error: complaint, title: "search").append(to: &out)
        Console.write(out.bytes)
      } else {
        Console.complain(complaint)
      }
    }
    Console.say(report.sentence.text(in: catalogue.lang))
    return proof.isPassed
  }
}

extension ReportFormat: ExpressibleByArgument {}
