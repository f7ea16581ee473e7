import Diagnostics
import JSONTree

/// A value of a record's JSON as people read it, in one short line.
enum ShownValue {
  /// The value's words; `–` for none.
  static func text(of value: JSONNode?) -> String {
    guard let value else { return "–" }
    let text = Terminal.printable(words(of: value))
    return text.isEmpty ? "–" : Quotation.short(text)
  }

  private static func words(of value: JSONNode) -> String {
    switch value.kind {
    case .null: "–"
    case .boolean(let isTrue): isTrue ? "true" : "false"
    case .number(let digits): digits
    case .string(let text): text
    case .array(let elements): joined(elements, "、")
    case .object(let members): words(of: members)
    }
  }

  /// As many of the values as are shown at all.
  private static func joined(_ values: [JSONNode], _ separator: String) -> String {
    values.prefix(Quotation.limit).map(words).joined(separator: separator)
  }

  /// The words of a budget, a source or a connexion: what it is about, then what is said of it.
  private static func words(of members: [JSONMember]) -> String {
    // An amount is told as the source prints it, a record by its title.
    let isPrinted = isWritten("printed", members)
    let isTitled = isWritten("title", members)
    let values = members.filter { member in
      !member.value.isNull && !(["yen", "value"].contains(member.key) && isPrinted)
        && !(member.key == "to" && isTitled)
    }
    guard let first = values.first else { return "" }
    let rest = joined(values.dropFirst().map(\.value), " ")
    let head = words(of: first.value)
    if rest.isEmpty { return head }
    return first.key == "fiscalYear" ? head + " " + rest : head + "（" + rest + "）"
  }

  private static func isWritten(_ key: String, _ members: [JSONMember]) -> Bool {
    members.contains { $0.key == key && !$0.value.isNull }
  }
}
