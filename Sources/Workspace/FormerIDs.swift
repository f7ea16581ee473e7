package import CatalogueModel
import CatalogueSource
package import Diagnostics

/// Edits of the field `former_ids` in the file of a record.
///
/// What the edits make of the file is read before they are given, so that it says what was meant, however the
/// fields are written.
package struct FormerIDs {
  private let record: Record
  private let bytes: [UInt8]
  private let schema: Schema
  /// The collection that the record will be in: its ids are written without it.
  private let home: String

  /// Prepares edits of a record with the bytes of its file, which may move to another collection with them.
  package init(of record: Record, _ bytes: [UInt8], _ schema: Schema, movingTo home: String? = nil)
  {
    self.record = record
    self.bytes = bytes
    self.schema = schema
    self.home = home ?? record.id.collection
  }

  /// Adds an id; nil where the field cannot be written there, or has the id already.
  package func adding(_ id: RecordID) -> [TextEdit]? {
    if known.contains(id) { return nil }
    return insertion(of: text(of: id)).flatMap { checked([$0] + rewritten(but: nil), known + [id]) }
  }

  /// Takes an id out, with the field where it was the only one; nil where it cannot be done.
  package func removing(_ id: RecordID) -> [TextEdit]? {
    guard let content = record.builtIn[.formerIDs], let value = value(of: id) else { return nil }
    let rest = known.filter { $0 != id }
    if rest.isEmpty {
      return checked([edit(line(of: content.key.lowerBound..<content.bytes.upperBound), "")], rest)
    }
    if isFlow(content) {
      let texts = rest.map { text(of: $0) }
      return checked([edit(content.bytes, "[" + texts.joined(separator: ", ") + "]")], rest)
    }
    return checked([edit(line(of: value.bytes), "")] + rewritten(but: id), rest)
  }

  /// Writes one id in the place of another; nil where the other is not there.
  package func replacing(_ id: RecordID, with other: RecordID) -> [TextEdit]? {
    guard let value = value(of: id) else { return nil }
    return checked(
      [edit(value.bytes, text(of: other))] + rewritten(but: id),
      known.map { $0 == id ? other : $0 })
  }

  /// Changes nothing but how the ids are written, where the record moves.
  package func moving() -> [TextEdit]? { checked(rewritten(but: nil), known) }

  private var known: [RecordID] { record.formerIDs.compactMap { record.formerID($0.value) } }

  private func value(of id: RecordID) -> Located<String>? {
    record.formerIDs.first { record.formerID($0.value) == id }
  }

  private func text(of id: RecordID) -> String { id.collection == home ? id.name : id.text }

  /// The edits that write ids with their collection which the record leaves.
  private func rewritten(but taken: RecordID?) -> [TextEdit] {
    if home == record.id.collection { return [] }
    return record.formerIDs.compactMap { value in
      guard let id = record.formerID(value.value), id != taken else { return nil }
      return value.value == text(of: id) ? nil : edit(value.bytes, text(of: id))
    }
  }

  private func insertion(of text: String) -> TextEdit? {
    guard let content = record.builtIn[.formerIDs] else {
      guard let end = FrontMatter(bytes)?.yaml.upperBound else { return nil }
      return edit(end..<end, indentation + "former_ids: [\(text)]" + lineEnd(before: end))
    }
    if isFlow(content) {
      let end = content.bytes.upperBound - 1
      let last = bytes[..<end].last { ![9, 10, 13, 32].contains($0) }
      let separator = last == UInt8(ascii: "[") ? "" : last == UInt8(ascii: ",") ? " " : ", "
      return edit(end..<end, separator + text)
    }
    guard let last = content.values.last else { return nil }
    let line = line(of: last.bytes)
    let mark = bytes[line].firstIndex { $0 != 32 } ?? line.lowerBound
    let indentation = String(repeating: " ", count: mark - line.lowerBound)
    return edit(
      line.upperBound..<line.upperBound,
      indentation + "- " + text + lineEnd(before: line.upperBound))
  }

  /// The blanks before the fields, which may all be indented.
  private var indentation: String {
    guard let key = record.contents.compactMap({ $0?.key.lowerBound }).min() else { return "" }
    return String(repeating: " ", count: key - line(of: key..<key).lowerBound)
  }

  private func isFlow(_ content: Record.Content) -> Bool {
    content.bytes.upperBound > content.bytes.lowerBound
      && bytes[content.bytes.upperBound - 1] == UInt8(ascii: "]")
  }

  /// The lines of a range, with the end of the last.
  private func line(of range: Range<Int>) -> Range<Int> {
    let start = bytes[..<range.lowerBound].lastIndex { $0 == 10 || $0 == 13 }.map { $0 + 1 } ?? 0
    // A block of lines may end where the next line begins.
    let isEnd = range.upperBound > start && [10, 13].contains(bytes[range.upperBound - 1])
    if isEnd { return start..<range.upperBound }
    guard let end = bytes[range.upperBound...].firstIndex(where: { $0 == 10 || $0 == 13 }) else {
      return start..<bytes.count
    }
    let isPair = bytes[end] == 13 && end + 1 < bytes.count && bytes[end + 1] == 10
    return start..<(end + (isPair ? 2 : 1))
  }

  /// The end of the line that ends at an offset.
  private func lineEnd(before end: Int) -> String {
    guard end > 0, bytes[end - 1] == 10 else {
      return end > 0 && bytes[end - 1] == 13 ? "\r" : "\n"
    }
    return end > 1 && bytes[end - 2] == 13 ? "\r\n" : "\n"
  }

  private func edit(_ range: Range<Int>, _ text: String) -> TextEdit {
    TextEdit(SourceRange(path: record.path, bytes: range), with: text)
  }

  /// Whether two values say the same; what names a record may stand at another place.
  private static func sayTheSame(_ left: FieldValue, _ right: FieldValue) -> Bool {
    guard case .reference(let one) = left, case .reference(let other) = right else {
      return left == right
    }
    return one.name?.value == other.name?.value
      && one.attributes.elementsEqual(other.attributes) { $0?.value == $1?.value }
  }

  /// The edits, where the file has these former ids after them and is the same record else.
  private func checked(_ edits: [TextEdit], _ wanted: [RecordID]) -> [TextEdit]? {
    guard let edited = TextEdit.applying(edits, to: bytes, at: record.path) else { return nil }
    let read = RecordReader(schema: schema).read(
      path: record.path, name: record.id.name, collection: schema.collections[record.collection],
      bytes: edited)
    func values(_ record: Record) -> [[FieldValue]] {
      record.contents.map { $0?.values.map(\.value) ?? [] }
    }
    guard let other = read.record,
      zip(values(other), values(record)).allSatisfy({ $0.elementsEqual($1, by: Self.sayTheSame) })
    else { return nil }
    let ids = other.formerIDs.compactMap { RecordIdentifier.former($0.value, in: home) }
    return ids == wanted ? edits : nil
  }
}
