import ArgumentParser
import Diagnostics
import Files
import Glibc
import JapaneseText
import Preview
import Publishing
import SystemPackage
import Workspace

/// `mokuroku serve`.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: .spoken(
      "サイトをつくり、この機械の中だけで見られるようにします。", en: "Makes the site and shows it on this machine only."),
    discussion: .spoken(
      """
      content、templates、catalogue.yml を見張り、変わるとすぐに読み直してページを新しくします。
      ページは開かれたときにつくります。何も書き出しません。
      誤りがあるあいだは誤りのなかったときのサイトを見せ、誤りをその上に示します。直せば元に戻ります。
      ネットワークの共有フォルダーなど、変更の知らせが届かない場所では、1秒ごとに確かめます。
      """,
      en: """
        It watches content, templates and catalogue.yml, and reads them again whenever they change.
        A page is made when it is asked for; nothing is written.
        While there are errors, the last edition without them is shown below the errors.
        Where no notices of changes come, as from a shared folder, it looks every second.
        """))

  @OptionGroup var catalogue: CatalogueOptions
  @OptionGroup var address: AddressOptions

  @Option(name: .long, help: .spoken("ポートの番号。0 なら空いた番号。", en: "The port; 0 for any that is free."))
  var port = 8000

  @Flag(
    name: .long,
    help: .spoken(
      "変更の知らせを待たず、1秒ごとに確かめる。知らせが届かないのに自動で切り替わらないときに使う。",
      en: "Look every second, without waiting for notices of changes."))
  var poll = false

  func run() async throws {
    let language = catalogue.lang
    // Once, since what it stands for may be moved away and another put in its place.
    let root = WorkingFolder.absolute(
      try catalogue.rootPath(), shellFolder: getenv("PWD").map { String(cString: $0) })
    let preview = PreviewedCatalogue(
      root: root, baseURL: address.baseURL, workers: catalogue.workerCount, language: language)
    let server = PreviewServer(
      configuration: PreviewServer.Configuration(
        port: port, watched: SourceTree.names.map { root.appending($0) }, language: language,
        polls: poll)
    ) {
      await preview.renew()
    } log: { notice in
      // A good look has said so itself, with its numbers.
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
}
