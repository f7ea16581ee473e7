import ArgumentParser
import CatalogueExport
import CataloguePages
import Diagnostics
import SystemPackage
import Workspace

/// `mokuroku coverage`.
struct CoverageCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: .spoken(
      "出典の文書のどこから何項目を書いたかを、表で示します。",
      en: "Shows how many records were written from which part of a source."))

  @OptionGroup var catalogue: CatalogueOptions

  func run() async throws {
    let checked = try await catalogue.check()
    guard let site = checked.site else {
      Console.show(checked.report, in: catalogue.lang)
      throw Trouble.content
    }
    Console.write(CoverageTable(site.catalogue).markdown)
  }
}
