import ArgumentParser
import CatalogueModel
import Comparison
import Diagnostics
import Files
import SystemPackage

/// `mokuroku changes`.
struct ChangesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "changes",
    abstract: .spoken(
      "二つの版をくらべ、何が変わったかを示します。", en: "Compares two editions and tells what changed."),
    discussion: .spoken(
      """
      読むのは、それぞれのフォルダーの build.json と catalogue.json だけです。
      変わったところがあってもなくても、終了コードは 0 です。
      """,
      en: """
        It reads build.json and catalogue.json of each folder, and nothing else.
        The exit code is 0 whether something changed or not.
        """))

  @Argument(help: .spoken("前の版のフォルダー。", en: "The folder of the old edition."))
  var old: String

  @Argument(help: .spoken("新しい版のフォルダー。", en: "The folder of the new edition."))
  var new: String

  @Option(
    name: .long,
    help: .spoken(
      "示し方。\(ChangesFormat.names)のどれか。", en: "The form of what is told.", valueName: "format"))
  var format = ChangesFormat.text

  @Option(
    name: .long,
    help: .spoken(
      "新しい版を見られるアドレス。markdown で、項目とページへのリンクになる。",
      en: "Where the new edition can be seen, for links with markdown."))
  var baseURL: String?

  @Option(name: .long, help: .spoken("メッセージの言語。ja か en。", en: "The language of messages."))
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
