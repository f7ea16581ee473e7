import ArgumentParser

/// Where the process begins.
@main
enum Program {
  static func main() async {
    Termination.install()
    await Mokuroku.main()
  }
}

/// The command `mokuroku`.
struct Mokuroku: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mokuroku",
    abstract: "型のある項目どうしを結ぶ目録から、静的なサイトをつくります。",
    usage: "mokuroku <command> [--root DIR] [options]",
    discussion: """
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
    version: ToolVersion.withCommit,
    subcommands: [
      BuildCommand.self, ServeCommand.self, CheckCommand.self, ChangesCommand.self, NewCommand.self,
      RenameCommand.self, LockCommand.self, FixCommand.self, ExplainCommand.self,
      CoverageCommand.self,
    ])
}
