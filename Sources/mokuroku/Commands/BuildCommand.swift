import ArgumentParser
import CatalogueModel
import Diagnostics
import SiteBuild
import SystemPackage

/// `mokuroku build`.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "サイトをつくって書き出します。",
    discussion: """
      誤りが1つでもあれば何も書き出さず、前にできたサイトをそのまま残します。
      書き出しは新しい版を隣につくってから一度に入れ替えます。
      """)

  @OptionGroup var catalogue: CatalogueOptions
  @OptionGroup var publication: PublicationOptions

  @Flag(name: .long, help: "警告があるときも書き出さない。")
  var strict = false

  @Flag(name: .long, help: "どの段階に時間がかかったかを示す。")
  var timings = false

  func run() async throws {
    let options = try publication.buildOptions(for: catalogue, isStrict: strict)
    let outcome = try await Trouble.reported(in: catalogue.lang) {
      try await Build(options).run()
    }
    Console.show(outcome.report, in: catalogue.lang)
    if timings {
      for stage in outcome.timings.stages {
        Console.say("\(stage.name)\t\(Int((stage.seconds * 1_000_000).rounded())) µs")
      }
    }
    Console.say(BuildSummary.sentence(outcome, output: options.output).text(in: catalogue.lang))
    if !outcome.isPublished { throw Trouble.content }
  }
}

/// Where the site will stand, in the file system and on the web.
struct PublicationOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: "書き出し先のフォルダー。なければ目録のフォルダーの public。")
  var output: String?

  @Option(name: .long, help: "サイトのアドレス。catalogue.yml の base_url の代わりに使う。")
  var baseURL: String?

  func validate() throws {
    guard let baseURL, let problem = SiteDefinition.problem(ofBaseURL: baseURL) else { return }
    throw ValidationError(problem.japanese)
  }

  /// The options of a build of a catalogue.
  func buildOptions(for catalogue: CatalogueOptions, isStrict: Bool) throws -> Build.Options {
    let root = try catalogue.rootPath()
    return Build.Options(
      root: root, output: output.map { FilePath($0) } ?? root.appending("public"),
      baseURL: baseURL, isStrict: isStrict, workers: catalogue.workerCount,
      version: ToolVersion.text)
  }
}

/// The last line of a build.
enum BuildSummary {
  /// What was published, or why nothing was.
  static func sentence(_ outcome: Build.Outcome, output: FilePath) -> LocalisedText {
    let errors = outcome.report.count(of: .error)
    let warnings = outcome.report.count(of: .warning)
    guard outcome.isPublished else {
      return LocalisedText(
        "誤り \(errors) 件、警告 \(warnings) 件。書き出していません。",
        en: "\(errors) errors, \(warnings) warnings; nothing was written")
    }
    return LocalisedText(
      "\(outcome.recordCount) 項目、\(outcome.pageCount) ページ、\(outcome.fileCount) ファイルを \(output) に書き出しました"
        + (warnings > 0 ? "(警告 \(warnings) 件)。" : "。"),
      en: "wrote \(outcome.recordCount) records, \(outcome.pageCount) pages, "
        + "\(outcome.fileCount) files to \(output)"
        + (warnings > 0 ? " (\(warnings) warnings)" : ""))
  }
}
