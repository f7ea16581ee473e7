import ArgumentParser
import CatalogueModel
import CataloguePages
import CatalogueViews
import Diagnostics
import Files
import Publishing
import SystemPackage
import Workspace

/// `mokuroku build`.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: .spoken("サイトをつくって書き出します。", en: "Makes the site and writes it."),
    discussion: .spoken(
      """
      誤りが1つでもあれば何も書き出さず、前にできたサイトをそのまま残します。
      書き出しは新しい版を隣につくってから一度に入れ替えます。
      """,
      en: """
        With one error nothing is written, and the edition that stands stays as it is.
        The new edition is made beside the old one and takes its place at once.
        """))

  @OptionGroup var catalogue: CatalogueOptions
  @OptionGroup var address: AddressOptions

  @Option(
    name: .shortAndLong,
    help: .spoken(
      "書き出し先のフォルダー。なければ目録のフォルダーの public。",
      en: "The folder to write to; public in the folder of the catalogue by default."))
  var output: String?

  @Option(
    name: .long,
    help: .spoken(
      "build.json に書いておく、元にしたものの名前（コミットなど）。",
      en: "What the edition is made from, such as a commit, for build.json."))
  var source: String?

  @Flag(
    name: .long,
    help: .spoken(
      "項目が前の版の半分より少なくなっても書き出す。", en: "Write even where fewer than half of the records are left."))
  var allowShrinking = false

  @Flag(
    name: .long,
    help: .spoken("警告があるときも書き出さない。", en: "Write nothing where there are warnings either."))
  var strict = false

  @Flag(name: .long, help: .spoken("どの段階に時間がかかったかを示す。", en: "Show how long each stage took."))
  var timings = false

  func validate() throws {
    guard let source, let problem = Manifest.problem(ofSource: source) else { return }
    throw ValidationError(problem.text(in: catalogue.lang))
  }

  func run() async throws {
    let language = catalogue.lang
    let output = try output.map { FilePath($0) } ?? catalogue.rootPath().appending("public")
    var options = Build.Options(
      root: try catalogue.rootPath(), output: output, baseURL: address.baseURL, isStrict: strict,
      allowsShrinking: allowShrinking, workers: catalogue.workerCount, version: ToolVersion.text)
    options.source = source
    let build = Build(options) {
      let waiting = LocalisedText(
        "「\(output)」に別の mokuroku が書き出しているので、終わるのを待っています。",
        en: "another mokuroku is writing '\(output)'; waiting for it to be done")
      Console.complain("mokuroku: " + waiting.text(in: language))
    }
    let outcome = try await Trouble.reported(in: language) { try await build.run() }
    Console.show(outcome.report, in: language)
    if timings {
      for stage in outcome.timings.stages {
        Console.say("\(stage.name)\t\(Int((stage.seconds * 1_000_000).rounded())) µs")
      }
    }
    if let remark = outcome.historyRemark {
      Console.complain("mokuroku: " + remark.text(in: language))
    }
    if let remark = outcome.publication.flatMap({ BuildSummary.remark($0, output: output) }) {
      Console.complain("mokuroku: " + remark.text(in: language))
    }
    Console.say(BuildSummary.sentence(outcome, output: output).text(in: language))
    if !outcome.isPublished { throw Trouble.content }
  }
}

/// The address that a site is made for.
struct AddressOptions: ParsableArguments {
  @Option(
    name: .long,
    help: .spoken(
      "サイトのアドレス。catalogue.yml の base_url の代わりに使う。",
      en: "The address of the site, in the place of base_url in catalogue.yml."))
  var baseURL: String?

  func validate() throws {
    guard let baseURL, let problem = SiteDefinition.problem(ofBaseURL: baseURL) else { return }
    throw ValidationError(problem.japanese)
  }
}

/// The last lines of a build.
enum BuildSummary {
  /// What an operator should know of how the edition was put in its place; nil when there is nothing.
  static func remark(_ publication: Publication, output: FilePath) -> LocalisedText? {
    if let shortfall = publication.shortfall {
      return LocalisedText(
        "新しい版は公開しましたが、あと片付けが終わっていません。次に書き出すときに片付けます。\(shortfall.message.japanese)",
        en: "the new edition is published, but not all is tidied up, which the next build does: "
          + shortfall.message.english)
    }
    if !publication.asides.isEmpty {
      let names = publication.asides
      return LocalisedText(
        "新しい版は公開しましたが、権限がなく消せないものを「\(names.joined(separator: "」「"))」に移しました。消せる人が消してください。",
        en: "the new edition is published, but what may not be removed was moved to "
          + "'\(names.joined(separator: "', '"))'; somebody who may should remove it")
    }
    if publication.isWhole || publication.isUnchanged { return nil }
    return LocalisedText(
      "「\(output)」は一度に入れ替えられない場所なので、ファイルを一つずつ置き換えました。そのあいだは新旧が混ざって見えます。",
      en: "'\(output)' cannot be exchanged as a whole, so files were replaced one by one; "
        + "meanwhile readers could see both editions mixed")
  }

  /// What a preview shows now, with the warnings of its report and whether they were told before.
  static func previewed(
    _ site: CheckedSite, _ report: DiagnosticReport, isToldBefore: Bool
  ) -> LocalisedText {
    let warnings = report.count(of: .warning)
    let records = site.site?.catalogue.records.count ?? 0
    let drafts = site.draftCount
    let pages = site.map?.pageCount ?? 0
    return LocalisedText(
      "\(records) 項目\(drafts > 0 ? "(うち下書き \(drafts) 件)" : "")、\(pages) ページを見られます"
        + (warnings > 0 ? "(警告 \(warnings) 件\(isToldBefore ? "、前と同じ" : ""))。" : "。"),
      en:
        "showing \(records) records\(drafts > 0 ? " (\(drafts) of them drafts)" : ""), \(pages) pages"
        + (warnings > 0 ? " (\(warnings) warnings\(isToldBefore ? ", as before" : ""))" : ""))
  }

  /// What was published, or why nothing was.
  static func sentence(_ outcome: Build.Outcome, output: FilePath) -> LocalisedText {
    let errors = outcome.report.count(of: .error)
    let warnings = outcome.report.count(of: .warning)
    let drafts = outcome.draftCount
    let remark = [
      warnings > 0 ? LocalisedText("警告 \(warnings) 件", en: "\(warnings) warnings") : nil,
      drafts > 0
        ? LocalisedText("下書き \(drafts) 件は公開していません", en: "\(drafts) drafts are not published") : nil,
    ].compactMap { $0 }
    let japanese = remark.isEmpty ? "。" : "(" + remark.map(\.japanese).joined(separator: "、") + ")。"
    let english = remark.isEmpty ? "" : " (" + remark.map(\.english).joined(separator: ", ") + ")"
    guard outcome.isPublished else {
      return LocalisedText(
        "誤り \(errors) 件、警告 \(warnings) 件。書き出していません。",
        en: "\(errors) errors, \(warnings) warnings; nothing was written")
    }
    if outcome.publication?.isUnchanged == true {
      return LocalisedText(
        "\(outcome.recordCount) 項目、\(outcome.pageCount) ページ、\(outcome.fileCount) ファイル。\(output) の版と同じなので、そのままにしました"
          + japanese,
        en: "\(outcome.recordCount) records, \(outcome.pageCount) pages, "
          + "\(outcome.fileCount) files: \(output) has just these and was left as it is"
          + english)
    }
    return LocalisedText(
      "\(outcome.recordCount) 項目、\(outcome.pageCount) ページ、\(outcome.fileCount) ファイルを \(output) に書き出しました"
        + japanese,
      en: "wrote \(outcome.recordCount) records, \(outcome.pageCount) pages, "
        + "\(outcome.fileCount) files to \(output)"
        + english)
  }
}
