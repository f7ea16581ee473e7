import ArgumentParser
import CatalogueModel
import CataloguePages
import CatalogueSearch
import Diagnostics
import SystemPackage
import Workspace

/// `mokuroku check`.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "書いたものを確かめます。何も書き出しません。",
    discussion: """
      誤りがあれば終了コード 1、--strict なら警告でも 1 になります。
      --search を付けると、誤りがないときに検索の索引をつくり、目録から抜き出した語が一つ残らず
      見つかるかを尋ねます。見つからないものがあれば終了コード 1 になります。
      """)

  /// How faults are told.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  @OptionGroup var catalogue: CatalogueOptions

  @Option(name: .long, help: "text か json。")
  var format = Format.text

  @Flag(name: .long, help: "警告も誤りとして数える。")
  var strict = false

  @Flag(name: .long, help: "検索の索引をつくり、書いてある語が見つかるかも確かめる。")
  var search = false

  func validate() throws {
    guard search, format == .json else { return }
    let message = LocalisedText(
      "--search は --format json と一緒には使えません。json は書いたものの報告だけです。二度に分けて動かしてください。",
      en: "--search cannot be used with --format json, which reports on the content alone; "
        + "run the command twice")
    throw ValidationError(message.text(in: catalogue.lang))
  }

  func run() async throws {
    let checked = try await catalogue.check()
    let report = checked.report
    switch format {
    case .json: Console.write(report.json(language: catalogue.lang))
    case .text:
      Console.show(report, in: catalogue.lang)
      let count = checked.site?.catalogue.records.count ?? 0
      Console.say(
        LocalisedText(
          "\(count) 項目を確かめました。誤り \(report.count(of: .error)) 件、警告 \(report.count(of: .warning)) 件。",
          en: "checked \(count) records: \(report.count(of: .error)) errors, "
            + "\(report.count(of: .warning)) warnings"
        ).text(in: catalogue.lang))
    }
    let isFound = await search && !report.hasErrors ? proveSearch(of: checked) : true
    if report.hasErrors || !isFound || (strict && report.count(of: .warning) > 0) {
      throw Trouble.content
    }
  }

  /// Tells what came of asking the search; gives whether all was found.
  private func proveSearch(of checked: CheckedSite) async -> Bool {
    let workers = catalogue.workerCount
    guard let proof = await checked.proveSearch(workers: workers) else { return false }
    let report = SearchProofReport(proof)
    for complaint in report.complaints { Console.complain(complaint.text(in: catalogue.lang)) }
    Console.say(report.sentence.text(in: catalogue.lang))
    return proof.isPassed
  }
}
