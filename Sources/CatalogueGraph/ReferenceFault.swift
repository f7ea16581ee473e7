import CatalogueModel
import Diagnostics
import MarkdownTree
import YAMLTree

/// Words the faults of a name that does not lead to one record.
struct ReferenceFault {
  /// How the name is written, which says how another is.
  enum Form {
    case scalar(ScalarStyle?)
    /// Between `[[` and `]]`.
    case recordLink
  }

  let name: String
  let label: String
  let range: SourceRange
  let form: Form
  /// The collections in which the name was looked for.
  let collections: [CollectionIndex]
  /// What says of a known record what stands in brackets behind its name; empty where nothing can.
  var group: String?

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
        fixes: fixes(found.prefix(3).map { records[$0].id.text }),
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
        fixes: fixes(meant(names, &suggestions)),
        notes: found.prefix(Self.noteLimit).map { note(records[$0]) })
    default:
      return Diagnostic(
        .unknownReference, at: range,
        LocalisedText(
          "「\(label)」の「\(name)」という\(wanted)は登録されていません。",
          en: "no record of \(wantedKeys) is called '\(name)', which '\(label)' refers to"),
        fixes: group.map(fixes) ?? fixes(meant(names, &suggestions)),
        // Where it was put by hand, if it was.
        notes: names.moved(name).map { note(records[$0]) })
    }
  }

  /// What may be written instead, nearest first.
  private func meant(_ names: NameIndex, _ suggestions: inout Suggestions) -> [String] {
    names.suggestions(for: name, in: collections, &suggestions) { text in
      if case .recordLink = form { LinkText.recordName(text) != nil } else { true }
    }
  }

  private func fixes(group: String) -> [Fix] {
    group.isEmpty ? [] : [Fix(group, edits: [TextEdit(range, with: group)])]
  }

  private func fixes(_ texts: [String]) -> [Fix] {
    switch form {
    case .scalar(let style): Fix.writing(texts, at: range, as: style)
    case .recordLink:
      texts.map { text in
        Fix(text, edits: [TextEdit(range, with: LinkText.recordName(text) ?? text)])
      }
    }
  }

  private func note(_ record: Record) -> Diagnostic.Note {
    Diagnostic.Note(
      LocalisedText(
        "「\(record.title.value)」はここにあります。", en: "'\(record.title.value)' is here"),
      at: SourceRange(path: record.path, bytes: record.title.bytes))
  }
}
