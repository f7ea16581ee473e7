import ArgumentParser
import CatalogueModel
import Diagnostics
import Publishing
import Workspace

/// `mokuroku rename`.
struct RenameCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename",
    abstract: .spoken(
      "項目のidを変え、参照とリンクを書き直します。", en: "Changes the id of a record, with all references and links."),
    discussion: .spoken(
      """
      ファイルの名前を変え、ほかの項目の参照（欄、[[id]]、ファイルやページへのリンク）を新しいidにします。
      名称や別名での参照は、そのままで通じるので書き換えません。前のidは former_ids に残し、前のアドレスから送ります。
      書き換えたあとの目録を先に確かめ、新しい誤りが出るときは何も書き換えません。
      途中で止められたときは、次に動かしたときに残りを書き換えます。

        mokuroku rename programmes/q-leap quantum-leap
        mokuroku rename programmes/q-leap schemes/q-leap    別の集まりに移す（欄が合うとき）
      """,
      en: """
        The file gets its new name, and references of other records (fields, [[id]], links to files and pages) the new id.
        References by title or alias stay, since they still lead there. The old id is kept under former_ids, and its address leads on.
        The catalogue is checked as it will be; where that has new errors, nothing is written.
        A run that was stopped is completed by the next.

          mokuroku rename programmes/q-leap quantum-leap
          mokuroku rename programmes/q-leap schemes/q-leap    to another collection, where the fields fit
        """))

  @Argument(
    help: .spoken(
      "いまのid。集まり/id の形。", en: "The id of now, with its collection.", valueName: "collection/id"))
  var old: String

  @Argument(
    help: .spoken(
      "新しいid。別の集まりに移すなら 集まり/id。",
      en: "The new id, with a collection where the record moves to another.", valueName: "new-id"))
  var new: String

  @Flag(
    name: .long,
    help: .spoken(
      "前のidを former_ids に残さない。前のアドレスはなくなる。",
      en: "Do not keep the old id under former_ids: its address vanishes."))
  var noFormer = false

  @Flag(
    name: .long, help: .spoken("書き換えず、何が変わるかを示す。", en: "Show what would change, and write nothing.")
  )
  var dryRun = false

  @OptionGroup var catalogue: CatalogueOptions

  func run() async throws {
    let language = catalogue.lang
    let root = try catalogue.rootPath()
    guard let old = RecordID(old) else {
      throw ValidationError(
        LocalisedText(
          "いまのidは programmes/q-leap のように、集まりと / から書きます。",
          en: "the id of now is written with its collection, as in programmes/q-leap"
        ).text(in: language))
    }
    let new = RecordID(new) ?? RecordID(collection: old.collection, name: new)
    let isResumed = (try? ContentEdits.requireFinished(in: root)) == nil
    let sources = try await EditedCatalogue.sources(
      root, workers: catalogue.workerCount, isDryRun: dryRun, in: language)
    let renaming = RecordRenaming(
      of: sources, from: old, to: new, keepsFormer: !noFormer, isResumed: isResumed,
      workers: catalogue.workerCount)
    let edits: ContentEdits
    do {
      edits = try await renaming.edits()
    } catch RenamingRefusal.done(let old, let new) {
      // Whoever repeats a run that was stopped has what was asked for.
      Console.say(RenamingRefusal.done(old, new).message.text(in: language))
      return
    } catch {
      throw refusal(error)
    }
    if dryRun {
      Console.write(edits.difference)
      return
    }
    try await Trouble.reported(in: language) { try edits.apply(in: root) }
    let count = edits.changes.count
    Console.say(
      LocalisedText(
        "\(old.text) を \(new.text) にしました。\(count) ファイルを書き換えました。"
          + (sources.addresses == nil ? "" : "新しいアドレスは mokuroku lock で足してください。"),
        en: "renamed \(old.text) to \(new.text): \(count) files were changed"
          + (sources.addresses == nil ? "" : "; add the new address with 'mokuroku lock'")
      ).text(in: language))
  }

  /// How the command ends where nothing was renamed.
  private func refusal(_ refusal: RenamingRefusal) -> any Error {
    let message = refusal.message.text(in: catalogue.lang)
    switch refusal {
    case .unknownCollection, .unknownRecord, .invalidID, .device, .sameID, .done:
      return ValidationError(message)
    case .faulty(let report), .faults(let report):
      Console.show(report, in: catalogue.lang)
      Console.complain(message)
      return Trouble.content
    case .taken, .formerOfOther, .unwritable:
      Console.complain(message)
      return Trouble.environment
    }
  }
}
