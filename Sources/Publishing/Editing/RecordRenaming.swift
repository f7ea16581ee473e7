import CatalogueGraph
package import CatalogueModel
import CataloguePages
package import Diagnostics
package import Workspace

/// Gives a record another id: its file moves, and every place that writes the id writes the new one.
///
/// All of it is worked out and checked in memory before anything is written (``ContentEdits``).
package struct RecordRenaming: Sendable {
  private let sources: SourceTree
  private let old: RecordID
  private let new: RecordID
  private let keepsFormer: Bool
  private let isResumed: Bool
  private let workers: Int

  /// Prepares a renaming.
  ///
  /// - Parameters:
  ///   - sources: the files of the catalogue.
  ///   - old: the id of now.
  ///   - new: the id that it gets.
  ///   - keepsFormer: whether the record keeps the id of now among its former ids.
  ///   - isResumed: whether the changes of an earlier run were completed just now, which may have been these.
  ///   - workers: how many records are read at once.
  package init(
    of sources: SourceTree, from old: RecordID, to new: RecordID, keepsFormer: Bool,
    isResumed: Bool = false, workers: Int
  ) {
    self.sources = sources
    self.old = old
    self.new = new
    self.keepsFormer = keepsFormer
    self.isResumed = isResumed
    self.workers = workers
  }

  /// The changes of the files, after which the catalogue has no fault that it had not before.
  package func edits() async throws(RenamingRefusal) -> ContentEdits {
    let before = await checked(sources)
    guard let catalogue = before.site?.catalogue, !before.report.hasErrors else {
      throw .faulty(before.report)
    }
    let target = try target(in: catalogue)
    let record = catalogue.records[target]
    guard let file = sources.content.first(where: { $0.path == record.path }) else {
      throw .unknownRecord(old, near: [])
    }
    var edits = IDReferences(to: target, in: catalogue).edits(writing: new)
    edits += try formerEdits(of: record, file.bytes, catalogue.schema)
    guard var changes = ContentEdits(edits, in: sources) else { throw .unwritable(record.path) }
    changes.move(file, to: "content/\(new.text).md")
    let after = await checked(changes.sources(after: sources))
    let new = newFaults(after.report, than: before.report)
    if !new.diagnostics.isEmpty { throw .faults(new) }
    return changes
  }

  private func checked(_ sources: SourceTree) async -> CheckedSite {
    await Checking.check(sources, baseURL: nil, workers: workers, drafts: .shown)
  }

  /// The record, where the new id is free.
  private func target(in catalogue: Catalogue) throws(RenamingRefusal) -> RecordIndex {
    let keys = catalogue.schema.collections.map(\.key)
    for key in [old.collection, new.collection] where !keys.contains(key) {
      throw .unknownCollection(key, keys)
    }
    guard let target = catalogue.records.firstIndex(where: { $0.id == old }) else {
      let renamed = catalogue.records.first { $0.id == new }
      if let renamed, isResumed || has(renamed, old) { throw .done(old, new) }
      let names = catalogue.records.filter { $0.id.collection == old.collection }.map(\.id.name)
      throw .unknownRecord(
        old, near: Nearest.words(to: old.name, among: names).map { old.collection + "/" + $0 })
    }
    if RecordIdentifier.isDevice(new.name) { throw .device(new.name) }
    if !RecordIdentifier.isValid(new.name) { throw .invalidID(new.name) }
    if new == old { throw .sameID(old) }
    let path = "content/\(new.text).md"
    if sources.content.contains(where: { $0.path == path }) { throw .taken(path) }
    if let owner = catalogue.records.indices.first(where: { index in
      index != target && has(catalogue.records[index], new)
    }) {
      throw .formerOfOther(new, catalogue.records[owner].path)
    }
    return target
  }

  /// Whether an id is a former one of a record.
  private func has(_ record: Record, _ id: RecordID) -> Bool {
    record.formerIDs.contains { record.formerID($0.value) == id }
  }

  /// The edits that write the id of now among the former ids, and take the new one out where it was one.
  private func formerEdits(
    of record: Record, _ bytes: [UInt8], _ schema: Schema
  ) throws(RenamingRefusal) -> [TextEdit] {
    let field = FormerIDs(of: record, bytes, schema, movingTo: new.collection)
    let returns = has(record, new)
    let edits =
      !keepsFormer
      ? (returns ? field.removing(new) : field.moving())
      : returns ? field.replacing(new, with: old) : field.adding(old)
    guard let edits else { throw .unwritable(record.path) }
    return edits
  }

  /// What is wrong afterwards and was not before: more faults of a kind in a file than it had.
  private func newFaults(
    _ after: DiagnosticReport, than before: DiagnosticReport
  ) -> DiagnosticReport {
    var known: [String: Int] = [:]
    for fault in before.diagnostics { known[key(of: fault), default: 0] += 1 }
    return after.leavingOut { fault in
      // That is what the author asked for.
      if !keepsFormer && fault.code == .vanishedAddress { return true }
      let key = key(of: fault)
      known[key, default: 0] -= 1
      return known[key, default: 0] >= 0
    }
  }

  private func key(of fault: Diagnostic) -> String {
    let path = fault.range.path
    let isMoved = path == "content/\(old.text).md"
    return fault.code.rawValue + " " + (isMoved ? "content/\(new.text).md" : path)
  }
}

/// Why a record is not renamed; nothing was changed.
package enum RenamingRefusal: Error {
  /// The catalogue has errors already, so that not all references are known.
  case faulty(DiagnosticReport)
  /// The catalogue would have these faults.
  case faults(DiagnosticReport)
  /// The record has the new id already, and had the old one.
  case done(RecordID, RecordID)
  case unknownCollection(String, [String])
  case unknownRecord(RecordID, near: [String])
  case invalidID(String)
  /// Windows has a device of the name.
  case device(String)
  case sameID(RecordID)
  /// Another record's file stands there.
  case taken(String)
  /// The new id is a former id of the record at this path.
  case formerOfOther(RecordID, String)
  /// The file is written in a way in which the edits cannot be done.
  case unwritable(String)

  package var message: LocalisedText {
    switch self {
    case .faulty:
      LocalisedText(
        "目録に誤りがあるので、名前を変えていません。先に直してください。",
        en: "the catalogue has errors, so that nothing was renamed; mend them first")
    case .faults:
      LocalisedText(
        "名前を変えると上の誤りが出るので、何も書き換えていません。",
        en: "renaming would bring the faults above, so that nothing was changed")
    case .done(let old, let new):
      LocalisedText(
        "\(old.text) は、もう \(new.text) になっています。何も書き換えていません。",
        en: "'\(old.text)' is '\(new.text)' already; nothing was changed")
    case .device(let name):
      LocalisedText(
        "「\(name)」は、Windowsが機器の名前として使うので、idにできません。",
        en: "'\(name)' is a device of Windows and no id")
    case .unknownCollection(let key, let keys):
      LocalisedText(
        "「\(key)」という集まりはありません。選べるのは" + keys.joined(separator: "、") + "です。",
        en: "there is no collection '\(key)'; choose one of " + keys.joined(separator: ", "))
    case .unknownRecord(let id, let near):
      LocalisedText(
        "「\(id.text)」という項目はありません。" + (near.isEmpty ? "" : "「\(near[0])」のことですか。"),
        en: "there is no record '\(id.text)'" + (near.isEmpty ? "" : "; did you mean '\(near[0])'?")
      )
    case .invalidID(let name):
      LocalisedText(
        "「\(name)」はidにできません。半角の小文字、数字、ハイフンだけで、100字までで付けます。",
        en: "'\(name)' is no id, which may only have a-z, 0-9 and hyphens, 100 at most")
    case .sameID(let id):
      LocalisedText("「\(id.text)」はいまのidです。", en: "'\(id.text)' is the id already")
    case .taken(let path):
      LocalisedText("\(path) はもうあります。", en: "\(path) exists already")
    case .formerOfOther(let id, let path):
      LocalisedText(
        "「\(id.text)」は \(path) の以前のidなので、使えません。前のアドレスをもう使わないなら、そのファイルの former_ids から消します。",
        en:
          "'\(id.text)' is a former id of \(path); take it out of former_ids there if its address "
          + "is no longer needed")
    case .unwritable(let path):
      LocalisedText(
        "\(path) は書き換えられない形で書かれています。former_ids の欄を行に書いてから、もう一度動かしてください。",
        en:
          "\(path) is written in a way that cannot be edited; write former_ids on lines of its own "
          + "and run the command again")
    }
  }
}
