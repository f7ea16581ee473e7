import CatalogueModel
import Diagnostics
import MarkdownTree
import TextFolding

/// A link or image of a text, taken apart as far as its file alone tells.
///
/// A class, since a copy of so large a struct costs a dozen reference counts at each resolving.
final class PreparedLink: Sendable {
  /// Where it wants to lead.
  enum Destination: Sendable {
    /// `[[name]]`, or `[[name#anchor]]` where no record has the `#` in its name.
    ///
    /// In `[[#anchor]]` no name is written before the heading: it is one of the same record.
    case name(FoldedName, heading: (name: FoldedName?, anchor: String)?)
    case path(LinkPath)
    case anchor(String)
    case external
  }

  let destination: Destination
  /// The destination as it was written.
  let text: String
  let isImage: Bool
  /// Whether it is a link to a picture only by a slip that is told.
  let isMeantAsImage: Bool
  /// Whether it is a `[[name]]`, which has no text of its own.
  let isNameAlone: Bool
  /// Whether it stands in a cell of a table, where a bar is escaped.
  let isInCell: Bool
  /// The offsets of the destination in the file.
  let bytes: Range<Int>

  /// Takes one of the links of a record apart.
  init(_ place: Int, of record: Record) {
    let link = record.body.references[place]
    text = String(decoding: link.destination, as: UTF8.self)
    isImage = link.isImage
    isMeantAsImage = link.isMeantAsImage
    isNameAlone = link.kind == .record && !link.isLabelled
    bytes = link.destinationRange
    if case .tableCell = record.body.blocks[link.block].kind {
      isInCell = true
    } else {
      isInCell = false
    }
    switch link.kind {
    case .external: destination = .external
    case .record: destination = Self.name(text)
    case .fragment: destination = .anchor(LinkPath.decoded(String(text.dropFirst())))
    case .path: destination = .path(LinkPath(text, from: record.path))
    }
  }

  /// What a link shows that names a record by its id, which is no word of the text: the record's title; nil where it
  /// shows what was typed.
  func label(to record: Record) -> String? {
    guard isNameAlone else { return nil }
    if Self.isID(text, of: record) { return record.title.value }
    guard let hash = text.firstIndex(of: "#"), Self.isID(String(text[..<hash]), of: record) else {
      return nil
    }
    return record.title.value + text[hash...]
  }

  /// The bar and the label by which a link that names a record in other letters than its id has shows the same when
  /// another id is written; nil where it shows the title.
  func keptLabel(to record: Record) -> String? {
    guard isNameAlone, label(to: record) == nil, let shown = LinkText.recordName(text) else {
      return nil
    }
    return (isInCell ? "\\|" : "|") + shown
  }

  /// Whether a name is the id of a record, of now or a former one, as it is spelled and not its title or an alias;
  /// with the collection before it, it is no word in whatever letters.
  private static func isID(_ name: String, of record: Record) -> Bool {
    if record.title.value == name || record.aliases.contains(where: { $0.value == name }) {
      return false
    }
    if name == record.id.name { return true }
    let former = record.allFormerIDs
    if former.contains(where: { $0.name == name }) { return true }
    guard name.contains("/") else { return false }
    let folded = FoldedName(name)
    return ([record.id] + former).contains { FoldedName($0.text) == folded }
  }

  private static func name(_ text: String) -> Destination {
    let heading: (name: FoldedName?, anchor: String)? = text.firstIndex(of: "#").map { hash in
      let name = text[..<hash]
      return (
        name: name.isEmpty ? nil : FoldedName(String(name)),
        anchor: String(text[text.index(after: hash)...])
      )
    }
    return .name(FoldedName(text), heading: heading)
  }
}
