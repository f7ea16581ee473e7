import ArgumentParser
import Diagnostics
import Files
import JapaneseText
import Preview
import Publishing
import SystemPackage
import Workspace

/// `mokuroku serve`.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "サイトをつくり、この機械の中だけで見られるようにします。",
    discussion: """
      content、templates、catalogue.yml を見張り、変わるたびにつくり直してページを読み込み直します。
      見せるためのサイトは、この命令が動いているあいだだけ別の場所にあります。public/ には書き出しません。
      誤りがあるあいだは前にできたサイトを見せ、誤りをその上に示します。直せば元に戻ります。
      """)

  @OptionGroup var catalogue: CatalogueOptions
  @OptionGroup var publication: PublicationOptions

  @Option(name: .long, help: "ポートの番号。0 なら空いた番号。")
  var port = 8000

  func run() async throws {
    let language = catalogue.lang
    let folder = try await Trouble.reported(in: language) { try PrivateFolder() }
    defer { folder.remove() }
    let options = try publication.buildOptions(
      for: catalogue, output: folder.path.appending("site"), isStrict: false, isDurable: false)
    let server = PreviewServer(
      configuration: PreviewServer.Configuration(
        root: options.output, mark: Manifest.name, port: port,
        watched: SourceTree.names.map { options.root.appending($0) }, language: language)
    ) {
      await Self.build(options, language)
    } log: { notice in
      // A good build has said so itself, with its numbers.
      if notice != .built(.published) { Console.say(notice.text.text(in: language)) }
    }
    do {
      let ending = try await server.run()
      if ending == .terminated { throw ExitCode(Termination.code) }
    } catch let failure as PreviewFailure {
      Console.complain("mokuroku: " + failure.text.text(in: language))
      throw Trouble.environment
    }
  }

  /// One build for the preview; what goes wrong is told by its outcome.
  private static func build(
    _ options: Build.Options, _ language: MessageLanguage
  ) async -> RebuildOutcome {
    do {
      let outcome = try await Build(options).run()
      if outcome.isPublished {
        Console.say(
          BuildSummary.previewed(outcome).text(in: language))
        return .published
      }
      let report = outcome.report.text(language: language) { DisplayWidth.columns(of: $0) }
      return .failed(diagnosticsText: String(decoding: report, as: UTF8.self))
    } catch {
      return .trouble(Trouble.sentence(of: error, in: language))
    }
  }
}
