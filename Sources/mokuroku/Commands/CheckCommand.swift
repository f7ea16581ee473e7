import ArgumentParser
import CatalogueModel
import CataloguePages
import Diagnostics
import SiteBuild
import SystemPackage

/// `mokuroku check`.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "書いたものを確かめます。何も書き出しません。",
    discussion: "誤りがあれば終了コード 1、--strict なら警告でも 1 になります。")

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
    if report.hasErrors || (strict && report.count(of: .warning) > 0) { throw Trouble.content }
  }
}
