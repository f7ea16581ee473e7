import ArgumentParser
import CatalogueViews
import Diagnostics
import Publishing
import SystemPackage
import Workspace

/// `mokuroku lock`.
struct LockCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lock",
    abstract: .spoken(
      "公開したアドレスを addresses.lock に書きます。", en: "Writes the published addresses to addresses.lock."),
    discussion: .spoken(
      """
      addresses.lock があると、check と build が、なくなるアドレスを警告します（--strict なら誤り）。
      新しいアドレスを足します。なくなったアドレスがあれば何も書かず、--forget を付けたときだけ消します。
      """,
      en: """
        With addresses.lock, check and build warn of published addresses that would vanish (errors with --strict).
        New addresses are added. Where some vanished nothing is written, unless --forget removes them.
        """))

  @Flag(name: .long, help: .spoken("なくなったアドレスを消す。", en: "Remove the addresses that vanished."))
  var forget = false

  @Flag(
    name: .long, help: .spoken("書かずに、何が変わるかを示す。", en: "Show what would change, and write nothing."))
  var dryRun = false

  @OptionGroup var catalogue: CatalogueOptions

  /// How many addresses are named that vanished.
  private static let listed = 20

  func run() async throws {
    let language = catalogue.lang
    let root = try catalogue.rootPath()
    let sources = try await EditedCatalogue.sources(
      root, workers: catalogue.workerCount, isDryRun: dryRun, in: language)
    let checked = await Checking.check(sources, baseURL: nil, workers: catalogue.workerCount)
    guard let map = checked.map, !checked.report.hasErrors else {
      Console.show(checked.report, in: language)
      Console.complain(
        LocalisedText(
          "目録に誤りがあるので、addresses.lock を書いていません。",
          en: "the catalogue has errors, so that addresses.lock was not written"
        ).text(in: language))
      throw Trouble.content
    }
    let lock = sources.addresses.map { AddressLock($0) } ?? AddressLock()
    let known = lock.lines.map(\.address)
    let vanished = known.filter { !map.hasAddress($0) }
    if !vanished.isEmpty && !forget {
      tell(of: vanished)
      throw Trouble.content
    }
    let addresses = AddressLock.addresses(of: map)
    let kept = known.filter { map.hasAddress($0) }
    var edits = ContentEdits()
    edits.write(
      SourceTree.addressesName, before: sources.addresses?.bytes,
      after: lock.bytes(of: kept + addresses))
    if dryRun {
      Console.write(edits.difference)
      return
    }
    try await Trouble.reported(in: language) { [edits] in try edits.apply(in: root) }
    let all = Set(kept + addresses)
    let new = all.subtracting(known).count
    Console.say(
      LocalisedText(
        "addresses.lock: アドレス \(all.count) 件（足したもの \(new) 件、消したもの \(vanished.count) 件）。",
        en: "addresses.lock: \(all.count) addresses (\(new) added, \(vanished.count) dropped)"
      ).text(in: language))
  }

  private func tell(of vanished: [String]) {
    for address in vanished.prefix(Self.listed) { Console.complain("/" + address) }
    if vanished.count > Self.listed { Console.complain("… (\(vanished.count))") }
    Console.complain(
      LocalisedText(
        "公開したアドレス \(vanished.count) 件がなくなっているので、何も書いていません。名前を変えた項目なら former_ids に前のidを書き（mokuroku check が候補を示します）、"
          + "なくしてよければ --forget を付けます。",
        en:
          "\(vanished.count) published addresses have vanished, so that nothing was written; write the "
          + "old ids of renamed records as their former_ids ('mokuroku check' makes suggestions), or "
          + "use --forget if that is meant"
      ).text(in: catalogue.lang))
  }
}
