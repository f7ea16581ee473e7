import ArgumentParser
import Diagnostics
import Files
import Glibc
import Publishing
import SystemPackage
import Workspace

/// What every command needs to know: which catalogue, and how to speak.
struct CatalogueOptions: ParsableArguments {
  @Option(
    name: .long,
    help: .spoken("catalogue.yml のあるフォルダー。なければ今いるフォルダー。", en: "The folder of catalogue.yml."))
  var root = "."

  @Option(name: .long, help: .spoken("メッセージの言語。ja か en。", en: "The language of messages."))
  var lang = MessageLanguage.japanese

  @Option(
    name: .long,
    help: .spoken("同時に動かす処理の数。", en: "How many chunks of work run at once.", visibility: .hidden))
  var workers: Int?

  /// The folder of the catalogue.
  func rootPath() throws -> FilePath {
    let path = FilePath(root)
    let definition = path.appending(SourceTree.definitionName)
    let files = FileStore()
    if (try? files.status(of: definition, following: true))?.kind != .file {
      if (try? files.status(of: definition)) ?? nil != nil {
        let trouble = SourceTrouble.noDefinition(definition.string)
        Console.complain("mokuroku: " + trouble.message.text(in: lang))
        throw Trouble.environment
      }
      let message = LocalisedText(
        "「\(root)」に catalogue.yml がありません。--root で目録のフォルダーを指してください。",
        en: "there is no catalogue.yml in '\(root)'; name the catalogue's folder with --root")
      throw ValidationError(message.text(in: lang))
    }
    return path
  }

  /// Reads and checks the catalogue, for commands that publish nothing.
  func check() async throws -> CheckedSite {
    let root = try rootPath()
    let options = Build.Options(
      root: root, output: root.appending("public"), workers: workerCount,
      version: ToolVersion.text)
    return try await Trouble.reported(in: lang) { try await Build(options).check() }
  }

  /// How many chunks of work run at once.
  var workerCount: Int { min(256, max(1, workers ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))) }
}

/// The language of a command that reads no catalogue.
struct LanguageOptions: ParsableArguments {
  @Option(name: .long, help: .spoken("メッセージの言語。ja か en。", en: "The language of messages."))
  var lang = MessageLanguage.japanese
}

extension MessageLanguage: ExpressibleByArgument {}
