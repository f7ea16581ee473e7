import ArgumentParser
import Diagnostics
import Publishing
import SystemPackage
import Workspace

/// `mokuroku fix`.
struct FixCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fix",
    abstract: .spoken(
      "ほかに直しようのない誤りを直します。", en: "Mends the faults that can be mended in one way only."),
    discussion: .spoken(
      """
      「令和1年度」を「令和元年度」にするような、書いた人に尋ねるまでもない直しだけをします。
      候補から選ぶものは直しません。直す字のほかは1バイトも変えず、すべて直すか、何も変えないかです。
      --dry-run を付けると、書きかえずに、変わるところだけを示します。
      直せない誤りが残れば終了コード 1 になります。
      """,
      en: """
        It mends only what need not be asked, such as 令和1年度 for 令和元年度, and chooses nothing.
        No other byte is changed, and all is mended or nothing.
        --dry-run shows what would change and writes nothing.
        It ends with 1 where errors are left.
        """))

  @OptionGroup var catalogue: CatalogueOptions

  @Flag(
    name: .long,
    help: .spoken("何も書きかえず、変わるところを差分で示す。", en: "Show what would change, and write nothing."))
  var dryRun = false

  func run() async throws {
    let (root, language, workers) = (
      try catalogue.rootPath(), catalogue.lang, catalogue.workerCount
    )
    let sources = try await EditedCatalogue.sources(
      root, workers: workers, isDryRun: dryRun, in: language)
    let repair = try await Trouble.reported(in: language) {
      let repair = await ContentRepair(of: sources) {
        await Checking.check($0, baseURL: nil, workers: workers)
      }
      if !dryRun { try repair.edits.apply(in: root) }
      return repair
    }
    if dryRun { Console.write(repair.edits.difference) }
    let report = repair.site.report
    Console.show(report, in: language)
    Console.complain(summary(of: repair).text(in: language))
    if report.hasErrors { throw Trouble.content }
  }

  private func summary(of repair: ContentRepair) -> LocalisedText {
    let (files, faults) = (repair.edits.changes.count, repair.mended)
    let left = repair.site.report.diagnostics.count
    return dryRun
      ? LocalisedText(
        "直せるのは \(files) ファイルの \(faults) か所です。何も書きかえていません。残る報告は \(left) 件です。",
        en:
          "\(faults) faults in \(files) files can be fixed, nothing was written; \(left) reports are left"
      )
      : LocalisedText(
        "\(files) ファイルの \(faults) か所を直しました。残る報告は \(left) 件です。",
        en: "fixed \(faults) faults in \(files) files; \(left) reports are left")
  }
}
