import Diagnostics
import JSONTree

/// What is said of changes in the user's language.
struct ChangesWords {
  private let language: MessageLanguage

  /// How many values of one list of a record are shown.
  static let valueLimit = 10
  /// How many fields of one record are shown.
  static let fieldLimit = 30

  init(_ language: MessageLanguage) { self.language = language }

  private func say(_ japanese: String, _ english: String) -> String {
    LocalisedText(japanese, en: english).text(in: language)
  }

  var nothing: String { say("変わったところはありません。", "nothing changed") }
  var looksOnly: String {
    say(
      "項目もアドレスも同じです。ページの見せ方や、案内の文が変わりました。",
      "records and addresses are the same; only how or what pages say around them changed")
  }
  var title: String { say("目録の変更", "Changes of the catalogue") }
  var gone: String { say("なくなったアドレス", "Addresses that are gone") }
  var new: String { say("新しいアドレス", "New addresses") }
  var added: String { say("追加した項目", "Records added") }
  var removed: String { say("削除した項目", "Records removed") }
  var changed: String { say("変更した項目", "Records changed") }
  var text: String { say("本文が変わりました", "the text changed") }
  var reordered: String { say("順番が変わりました", "in another order") }

  /// How many records, connexions and files came, changed and went.
  func summary(of changes: EditionChanges) -> String {
    say(
      "項目: 追加 \(changes.added.count)、変更 \(changes.changed.count)、削除 \(changes.removed.count)。"
        + "つながり: 追加 \(changes.relations.added)、削除 \(changes.relations.removed)。"
        + "ファイル: 追加 \(changes.files.added)、変更 \(changes.files.changed)、削除 \(changes.files.removed)。",
      "records: \(changes.added.count) added, \(changes.changed.count) changed, "
        + "\(changes.removed.count) removed; relations: \(changes.relations.added) added, "
        + "\(changes.relations.removed) removed; files: \(changes.files.added) added, "
        + "\(changes.files.changed) changed, \(changes.files.removed) removed")
  }

  /// The head of a list.
  func heading(_ words: String, _ count: Int) -> String {
    say("\(words)（\(count) 件）", "\(words) (\(count))")
  }

  /// Tells that a list goes on.
  func more(_ count: Int) -> String { say("ほかに \(count) 件", "and \(count) more") }

  /// The name of a field.
  func label(of field: FieldChange) -> String {
    if let label = field.label { return label }
    guard case .own(let key) = field.place else { return field.place.path.last ?? "" }
    return switch key {
    case "title": say("名称", "title")
    case "yomi": say("読み", "reading")
    case "aliases": say("別名", "aliases")
    case "summary": say("要約", "summary")
    case "budget": say("予算", "budget")
    case "sources": say("出典", "sources")
    default: key
    }
  }

  /// The lines of a record's changes, in words of the program and of authors.
  func lines(of change: RecordChange) -> [Line] {
    var lines = change.fields.prefix(Self.fieldLimit).map { field in
      let label = Quotation.short(Terminal.printable(label(of: field)))
      return Line(label: label, parts: parts(of: field.kind))
    }
    let rest = change.fields.count - lines.count
    if rest > 0 { lines.append(Line(label: nil, parts: [.words(more(rest))])) }
    if change.isTextChanged { lines.append(Line(label: nil, parts: [.words(text)])) }
    return lines
  }

  /// A change of one field.
  struct Line {
    /// What an author calls the field; nil where the line is not about one.
    let label: String?
    let parts: [Part]
  }

  /// A piece of a line: what the program says, or what an author wrote.
  enum Part {
    case words(String)
    case value(String)
  }

  private func parts(of kind: FieldChange.Kind) -> [Part] {
    switch kind {
    case .value(let old, let new):
      [.value(ShownValue.text(of: old)), .words(" → "), .value(ShownValue.text(of: new))]
    case .list(_, _, isReordered: true): [.words(reordered)]
    case .list(let added, let removed, _):
      list(added, sign: say("＋", "+")) + (added.isEmpty || removed.isEmpty ? [] : [.words(" ")])
        + list(removed, sign: say("－", "-"))
    }
  }

  private func list(_ values: [JSONNode], sign: String) -> [Part] {
    var parts: [Part] = []
    for value in values.prefix(Self.valueLimit) {
      parts += [.words((parts.isEmpty ? "" : " ") + sign), .value(ShownValue.text(of: value))]
    }
    let rest = values.count - Self.valueLimit
    if rest > 0 { parts.append(.words(" " + say("\(sign)ほか \(rest) 件", "\(sign)\(rest) more"))) }
    return parts
  }
}
