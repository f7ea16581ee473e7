import ArgumentParser
import CatalogueModel
import Comparison
import Diagnostics
import Files
import SystemPackage

/// `mokuroku changes`.
struct ChangesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "changes", abstract: "二つの版をくらべ、何が変わったかを示します。",
    discussion: """
      読むのは、それぞれのフォルダーの build.json と catalogue.json だけです。
      変わったところがあってもなくても、終了コードは 0 です。
      """)

  @Argument(help: "前の版のフォルダー。")
  var old: String

  @Argument(help: "新しい版のフォルダー。")
  var new: String

  @Option(
    name: .long,
    help: ArgumentHelp("示し方。\(ChangesFormat.names)のどれか。", valueName: "format"))
  var format = ChangesFormat.text

  @Option(name: .long, help: "新しい版を見られるアドレス。markdown で、項目とページへのリンクになる。")
  var baseURL: String?

  @Option(name: .long, help: "メッセージの言語。ja か en。")
  var lang = MessageLanguage.japanese

  func validate() throws {
    guard let baseURL, let problem = SiteDefinition.problem(ofBaseURL: baseURL) else { return }
    throw ValidationError(problem.text(in: lang))
  }

  func run() async throws {
    let changes = try await Trouble.reported(in: lang) {
      let files = FileStore()
      return EditionChanges(
        from: try ComparedEdition.read(FilePath(old), files),
        to: try ComparedEdition.read(FilePath(new), files))
    }
    Console.write(format.bytes(of: changes, language: lang, baseURL: baseURL))
  }
}

extension ChangesFormat: ExpressibleByArgument {}
