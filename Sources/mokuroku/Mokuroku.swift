import ArgumentParser
import Diagnostics
import Glibc

/// Where the process begins.
@main
enum Program {
  static func main() async {
    Termination.install()
    if let trouble = OpenFileLimit.trouble(in: .spoken) {
      Console.complain("mokuroku: " + trouble)
      exit(Trouble.environment.rawValue)
    }
    do {
      var command = try Mokuroku.parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      end(with: error)
    }
  }

  /// Ends with what was thrown: a request for help, wrong arguments, or the code of a command.
  private static func end(with error: any Error) -> Never {
    let code = Mokuroku.exitCode(for: error)
    let isJapanese = MessageLanguage.spoken == .japanese
    // Japanese has no blanks to break lines at; a terminal breaks them itself.
    let text = Mokuroku.fullMessage(for: error, columns: isJapanese ? 10_000 : nil)
    if !text.isEmpty {
      let line = isJapanese ? JapaneseUsage.text(text) : text
      if code.isSuccess { Console.say(line) } else { Console.complain(line) }
    }
    exit(code.rawValue)
  }
}

/// The command `mokuroku`.
struct Mokuroku: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mokuroku",
    abstract: .spoken(
      "型のある項目どうしを結ぶ目録から、静的なサイトをつくります。",
      en: "Makes a static site of a catalogue of typed records that refer to each other."),
    usage: "mokuroku <command> [--root DIR] [options]",
    discussion: .spoken(
      """
      catalogue.yml のあるフォルダーで使います。別の場所で使うときは --root で指します。

        mokuroku serve               つくって http://localhost:8000 で見ながら書く
        mokuroku check               書いたものを確かめる(何も書き出さない)
        mokuroku build               public/ に書き出す
        mokuroku new programmes my-programme --title 名称
                                     項目のひな形をつくる
        mokuroku rename programmes/old new
                                     項目のidを変え、参照とリンクを書き直す
        mokuroku lock                公開したアドレスを addresses.lock に書く
        mokuroku fix                 ほかに直しようのない誤りを直す
        mokuroku changes OLD NEW     二つの版をくらべる

      終了コード: 0 できた、1 内容に誤りがある(--search なら検索で見つからないものがある)、2 環境の都合でできない、64 使い方が違う。
      """,
      en: """
        Run it in the folder of catalogue.yml, or name that folder with --root.

          mokuroku serve               make the site, show it at http://localhost:8000 while you write
          mokuroku check               check what is written, write nothing
          mokuroku build               write the site to public/
          mokuroku new programmes my-programme --title TITLE
                                       begin a record
          mokuroku rename programmes/old new
                                       change the id of a record, with all references and links
          mokuroku lock                write the published addresses to addresses.lock
          mokuroku fix                 mend what can be mended in one way only
          mokuroku changes OLD NEW     compare two editions

        Exit codes: 0 done, 1 errors in the content (or, with --search, words that the search does not find), 2 the machine could not, 64 wrong usage.
        """),
    version: ToolVersion.withCommit,
    subcommands: [
      BuildCommand.self, ServeCommand.self, CheckCommand.self, ChangesCommand.self, NewCommand.self,
      RenameCommand.self, LockCommand.self, FixCommand.self, ExplainCommand.self,
      CoverageCommand.self,
    ])

  static var _errorPrefix: String {
    MessageLanguage.spoken == .japanese ? JapaneseUsage.errorPrefix : "Error: "
  }
}
