import CatalogueModel
import Diagnostics

/// Words the faults of a name that does not lead to one record.
struct ReferenceFault {
  let name: String
  let label: String
  let range: SourceRange
  /// The collections in which the name was looked for.
  let collections: [CollectionIndex]

  /// How many records are listed that have the name.
  private static let noteLimit = 10

  func diagnostic(
    _ answer: NameIndex.Answer, names: NameIndex, schema: Schema,
    _ suggestions: inout Suggestions
  ) -> Diagnostic {
    let records = names.records
    let wanted = collections.map { schema.collections[$0].label }.joined(separator: "か")
    let wantedKeys = collections.map { schema.collections[$0].key }.joined(separator: " or ")
    switch answer {
    case .ambiguous(let found):
      let isMore = found.count == NameIndex.answerLimit
      return Diagnostic(
        .ambiguousReference, at: range,
        LocalisedText(
          "「\(label)」の「\(name)」は\(found.count)つ\(isMore ? "以上" : "")の項目の名前です。正式名かidで書きます。",
          en:
            "'\(name)' of '\(label)' is the name of \(found.count) records\(isMore ? " or more" : "")"
        ),
        suggestions: found.prefix(3).map { records[$0].id.text },
        notes: found.prefix(Self.noteLimit).map { note(records[$0]) })
    case .wrongCollection(let found):
      let owners = Set(found.map { records[$0].collection }).sorted().map { schema.collections[$0] }
      return Diagnostic(
        .wrongKindReference, at: range,
        LocalisedText(
          "「\(label)」に書けるのは\(wanted)です。「\(name)」は"
            + owners.map(\.label).joined(separator: "と")
            + "です。",
          en: "'\(label)' takes \(wantedKeys), but '\(name)' is in "
            + owners.map(\.key).joined(separator: ", ")),
        suggestions: names.suggestions(for: name, in: collections, &suggestions),
        notes: found.prefix(Self.noteLimit).map { note(records[$0]) })
    default:
      return Diagnostic(
        .unknownReference, at: range,
        LocalisedText(
          "「\(label)」の「\(name)」という\(wanted)は登録されていません。",
          en: "no record of \(wantedKeys) is called '\(name)', which '\(label)' refers to"),
        suggestions: names.suggestions(for: name, in: collections, &suggestions))
    }
  }

  private func note(_ record: Record) -> Diagnostic.Note {
    Diagnostic.Note(
      LocalisedText(
        "「\(record.title.value)」はここにあります。", en: "'\(record.title.value)' is here"),
      at: SourceRange(path: record.path, bytes: record.title.bytes))
  }
}
