import CatalogueModel
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
  /// Whether it is a `[[name]]`, which has no text of its own.
  let isNameAlone: Bool
  /// The offsets of the destination in the file.
  let bytes: Range<Int>

  /// Takes one of the links of a record apart.
  init(_ place: Int, of record: Record) {
    let link = record.body.references[place]
    text = String(decoding: link.destination, as: UTF8.self)
    isImage = link.isImage
    isNameAlone = link.kind == .record && !link.isLabelled
    bytes = link.destinationRange
    switch link.kind {
    case .external: destination = .external
    case .record: destination = Self.name(text)
    case .fragment: destination = .anchor(LinkPath.decoded(String(text.dropFirst())))
    case .path: destination = .path(LinkPath(text, from: record.path))
    }
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
