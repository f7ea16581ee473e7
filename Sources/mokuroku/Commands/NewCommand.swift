import ArgumentParser
import CatalogueModel
import CataloguePages
import Diagnostics
import Files
import Glibc
import SystemPackage
import Workspace

/// `mokuroku new`.
struct NewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: .spoken("項目のひな形をつくります。", en: "Begins a record."),
    discussion: .spoken("ファイルがもうあるときは何もしません。", en: "Does nothing where the file exists already."))

  @Argument(
    help: .spoken(
      "集まり。programmes や bases など、catalogue.yml にあるもの。",
      en: "A collection of catalogue.yml, such as programmes or bases."))
  var collection: String

  @Argument(
    help: .spoken(
      "id。ファイル名になる。半角の小文字、数字、ハイフンだけ。",
      en: "The id, which names the file: a-z, 0-9 and hyphens only."))
  var id: String

  @Option(name: .long, help: .spoken("名称。", en: "The title."))
  var title = ""

  @OptionGroup var catalogue: CatalogueOptions

  func run() async throws {
    let root = try catalogue.rootPath()
    let language = catalogue.lang
    let checked = try await catalogue.check()
    guard let schema = checked.site?.catalogue.schema else {
      Console.show(checked.report, in: language)
      throw Trouble.content
    }
    guard let definition = schema.collection(collection) else {
      throw ValidationError(
        LocalisedText(
          "「\(collection)」という集まりはありません。選べるのは"
            + schema.collections.map(\.key).joined(separator: "、") + "です。",
          en: "there is no collection '\(collection)'; choose one of "
            + schema.collections.map(\.key).joined(separator: ", ")
        ).text(in: language))
    }
    guard RecordIdentifier.isValid(id) else {
      throw ValidationError(
        LocalisedText(
          "id は半角の小文字、数字、ハイフンだけで付けます。", en: "an id may only have a-z, 0-9 and hyphens"
        ).text(in: language))
    }
    let path = root.appending("content/\(collection)/\(id).md")
    let files = FileStore()
    if try await Trouble.reported(in: language, { try files.status(of: path) }) != nil {
      Console.complain(
        LocalisedText("\(path) はもうあります。", en: "\(path) exists already").text(in: language))
      throw Trouble.environment
    }
    try await Trouble.reported(in: language) {
      try files.makeFolder(path.removingLastComponent())
      let skeleton = RecordSkeleton(collection: definition, title: title, today: Self.today())
      try files.create(path, skeleton.bytes)
    }
    Console.say(LocalisedText("\(path) をつくりました。", en: "made \(path)").text(in: language))
  }

  /// The day in the machine's time zone, as ISO 8601.
  private static func today() -> String {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    let month = String(parts.tm_mon + 101).dropFirst()
    let day = String(parts.tm_mday + 100).dropFirst()
    return "\(parts.tm_year + 1900)-\(month)-\(day)"
  }
}
