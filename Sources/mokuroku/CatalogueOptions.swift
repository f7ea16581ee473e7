import ArgumentParser
import Diagnostics
import Glibc
import JapaneseText
import SiteBuild
import SystemPackage

/// What every command needs to know: which catalogue, and how to speak.
struct CatalogueOptions: ParsableArguments {
  @Option(name: .long, help: "catalogue.yml のあるフォルダー。なければ今いるフォルダー。")
  var root = "."

  @Option(name: .long, help: "メッセージの言語。ja か en。")
  var lang = MessageLanguage.japanese

  @Option(name: .long, help: ArgumentHelp("同時に動かす処理の数。", visibility: .hidden))
  var workers: Int?

  /// The folder of the catalogue.
  func rootPath() throws -> FilePath {
    let path = FilePath(root)
    guard FileStore.kind(of: path.appending(SourceTree.definitionName)) == .file else {
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

extension MessageLanguage: ExpressibleByArgument {}

/// What the command says besides its result.
enum Console {
  /// Writes bytes to the standard output.
  static func write(_ bytes: [UInt8]) { put(bytes, STDOUT_FILENO) }

  /// Writes a line to the standard output.
  static func say(_ line: String) { put(Array((line + "\n").utf8), STDOUT_FILENO) }

  /// Writes a line to the standard error.
  static func complain(_ line: String) { put(Array((line + "\n").utf8), STDERR_FILENO) }

  /// Writes a report to the standard error as text.
  static func show(_ report: DiagnosticReport, in language: MessageLanguage) {
    put(
      report.text(language: language) { DisplayWidth.columns(of: $0) }, STDERR_FILENO)
  }

  private static func put(_ bytes: [UInt8], _ descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0 && errno == EINTR { continue }
      if written <= 0 { return }
      rest = rest.dropFirst(written)
    }
  }
}

/// Words the troubles of the machine and ends with their exit code.
enum Trouble {
  /// The exit code of content errors.
  static let content = ExitCode(1)
  /// The exit code of troubles with the environment.
  static let environment = ExitCode(2)

  /// Runs a command's work; what it throws is told in one line and ends it with code 2.
  static func reported<Value>(
    in language: MessageLanguage, _ work: () async throws -> Value
  ) async throws -> Value {
    do {
      return try await work()
    } catch let error where error is OutputRefusal || error is FileTrouble {
      Console.complain("mokuroku: " + sentence(of: error, in: language))
      throw environment
    }
  }

  /// What the machine could not do, in one sentence.
  static func sentence(of error: any Error, in language: MessageLanguage) -> String {
    if let refusal = error as? OutputRefusal { return sentence(refusal).text(in: language) }
    return "\(error)"
  }

  private static func sentence(_ refusal: OutputRefusal) -> LocalisedText {
    switch refusal {
    case .notMadeByMokuroku(let path):
      LocalisedText(
        "「\(path)」には Mokuroku が書いたのではないファイルがあります。空のフォルダーか別の場所を --output で指してください。",
        en: "'\(path)' has files that Mokuroku did not write; name an empty folder with --output")
    case .overlapsSources(let path):
      LocalisedText(
        "「\(path)」は目録の元のファイルと重なるので、書き出し先にできません。",
        en: "'\(path)' overlaps the sources of the catalogue and cannot be the output")
    case .busy(let path):
      LocalisedText(
        "「\(path)」にはいま別の mokuroku が書き出しています。終わってからもう一度つくってください。",
        en: "another mokuroku is writing '\(path)'; try again when it is done")
    case .notAFolder(let path):
      LocalisedText(
        "「\(path)」はフォルダーではないので、書き出し先にできません。",
        en: "'\(path)' is not a folder and cannot be the output")
    }
  }
}
