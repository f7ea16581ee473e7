package import CatalogueModel
package import Diagnostics
import MarkdownTree
import YAMLTree

/// Writes the id of a record where another of its ids is written, and leaves all around it as it is.
package struct IDText: Sendable {
  /// The id that is to be written.
  package let id: RecordID
  /// Whether its name alone, without the collection, means the record where the collections are these.
  private let isEnough: @Sendable ([CollectionIndex]) -> Bool

  /// - Parameters:
  ///   - id: the id that is to be written.
  ///   - isEnough: whether its name alone means the record among those of some collections.
  package init(_ id: RecordID, isEnough: @escaping @Sendable ([CollectionIndex]) -> Bool) {
    self.id = id
    self.isEnough = isEnough
  }

  /// The id as it is written in the place of `name`: with the collection where that has it, or needs it.
  func text(for name: String, in collections: [CollectionIndex]) -> String {
    !name.contains("/") && isEnough(collections) ? id.name : id.text
  }

  /// The fix of a reference in a field.
  package func fix(
    of name: Located<String>, in path: String, _ collections: [CollectionIndex]
  ) -> Fix {
    let text = text(for: name.value, in: collections)
    return sure(
      text,
      TextEdit(
        SourceRange(path: path, bytes: name.bytes), with: YAMLScalar.written(text, as: name.style)))
  }

  /// The fix of `[[name]]` or `[[name#heading]]`, of whose decoded destination the first `count` bytes are the
  /// name.
  ///
  /// `label` is written behind it, with its bar, so that the link shows what it showed.
  func fix(
    ofName text: String, count: Int, at range: SourceRange, _ collections: [CollectionIndex],
    label: String? = nil
  ) -> Fix {
    let name = String(decoding: text.utf8.prefix(count), as: UTF8.self)
    let written = self.text(for: name, in: collections)
    let whole = written + String(decoding: text.utf8.dropFirst(count), as: UTF8.self)
    let title = whole + (label ?? "").drop { $0 == "\\" }
    // No escape stands in a destination that is as long as what it says.
    if range.bytes.count == text.utf8.count, label == nil {
      let start = range.bytes.lowerBound
      let place = SourceRange(path: range.path, bytes: start..<(start + count))
      return sure(title, TextEdit(place, with: written))
    }
    return sure(title, TextEdit(range, with: (LinkText.recordName(whole) ?? whole) + (label ?? "")))
  }

  /// The fix of an ordinary link to the record's page or file, whose decoded destination is `text`.
  func fix(ofPath text: String, at range: SourceRange) -> Fix {
    let change = change(of: text, from: range.path)
    return fix(of: text, change, at: range)
  }

  /// The fix of an address of the site itself that leads to the record, of which the first `count` bytes are the
  /// site's.
  func fix(ofAddress text: String, after count: Int, at range: SourceRange) -> Fix {
    // The site's own ends in `/`, and so begins a path from its root.
    let path = String(decoding: text.utf8.dropFirst(count - 1), as: UTF8.self)
    let change = change(of: path, from: range.path)
    let place = (change.place.lowerBound + count - 1)..<(change.place.upperBound + count - 1)
    return fix(of: text, (place, change.text), at: range)
  }

  /// What of a destination is written anew, and how.
  private typealias Change = (place: Range<Int>, text: String)

  private func fix(of text: String, _ change: Change, at range: SourceRange) -> Fix {
    let bytes = Array(text.utf8)
    let whole =
      String(decoding: bytes[..<change.place.lowerBound], as: UTF8.self) + change.text
      + String(decoding: bytes[change.place.upperBound...], as: UTF8.self)
    // No escape stands in a destination that is as long as what it says.
    guard range.bytes.count == bytes.count else {
      return sure(whole, TextEdit(range, with: LinkText.destination(whole)))
    }
    let first = range.bytes.lowerBound
    let place = (first + change.place.lowerBound)..<(first + change.place.upperBound)
    return sure(whole, TextEdit(SourceRange(path: range.path, bytes: place), with: change.text))
  }

  /// What of a path is written anew: the name alone, or the path to another folder.
  private func change(of text: String, from path: String) -> Change {
    let bytes = Array(text.utf8)
    var end = bytes.firstIndex { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "?") } ?? bytes.count
    let isSource = bytes[..<end].suffix(3).elementsEqual(".md".utf8)
    let pathEnd = end
    if bytes[..<end].suffix(11).elementsEqual("/index.html".utf8) { end -= 10 }
    while end > 0, bytes[end - 1] == UInt8(ascii: "/") { end -= 1 }
    if isSource { end -= 3 }
    let start = bytes[..<end].lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    let near =
      String(decoding: bytes[..<start], as: UTF8.self) + id.name
      + String(decoding: bytes[end...], as: UTF8.self)
    if leads(near, from: path) { return (start..<end, id.name) }
    // The record is in another folder.
    return (0..<pathEnd, "/" + id.text + (isSource ? ".md" : "/"))
  }

  /// The one way out: nothing but the record can have been meant.
  private func sure(_ title: String, _ edit: TextEdit) -> Fix {
    Fix(title, edits: [edit], isSure: true)
  }

  /// Whether a destination in the file at `path` is the record's file or page.
  private func leads(_ destination: String, from path: String) -> Bool {
    let link = LinkPath(destination, from: path)
    return link.sourcePath == "content/\(id.text).md" || link.sitePath == id.pagePath
  }
}
