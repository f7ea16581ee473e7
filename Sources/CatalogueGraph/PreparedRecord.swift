package import CatalogueModel
import Diagnostics
import JapaneseText
import MarkdownTree
import Synchronization
import TextFolding

/// A record with what resolving needs and what depends on its file alone, worked out once.
///
/// A class, since it is kept from one look at the catalogue to the next; all it holds is constant.
package final class PreparedRecord: Sendable {
  package let record: Record
  /// By what it is ordered in its collection.
  let sortKey: [UInt8]
  /// Its names as they are compared: the name of its file, the title, the aliases.
  let names: [FoldedName]
  /// Its id as names are compared: `programmes/q-leap`.
  let idName: FoldedName
  /// Its former ids as names are compared, with and without their collections.
  let formerNames: [FoldedName]
  /// The names that its fields refer to, in the order of the fields and values; nil where none is told.
  let references: [FoldedName?]
  /// The links of its text, in the order of `MarkdownDocument.references`.
  let links: [PreparedLink]
  /// The ids of the headings of its text.
  let anchors: [String]
  /// The names of the headings, worked out when one is first looked up.
  private let headings = Mutex<HeadingNames?>(nil)
  /// The sentences around links that mention records, by the place of the link; empty before one is wanted.
  private let sentences = Mutex<[String?]>([])

  /// Prepares a record of a catalogue with this definition.
  package init(_ record: Record, in schema: Schema) {
    self.record = record
    sortKey = RecordOrder(schema: schema).key(of: record)
    names = [FoldedName(record.id.name)] + record.foldedNames
    idName = FoldedName(record.id.text)
    formerNames = record.allFormerIDs.flatMap { [FoldedName($0.name), FoldedName($0.text)] }
    references = schema.collections[record.collection].fields.compactMap(\.relation).flatMap {
      record.values(ofField: schema.relations[$0].field).compactMap { value -> FoldedName?? in
        guard case .reference(let reference) = value.value else { return nil }
        return .some(reference.name.map { FoldedName($0.value) })
      }
    }
    links = record.body.references.indices.map { PreparedLink($0, of: record) }
    anchors = record.body.headings.map { String(decoding: $0.identifier, as: UTF8.self) }
  }

  /// The id of the heading that a link means: the first that has the text, else the one that has the id.
  func anchor(ofHeading text: String) -> String? {
    if anchors.isEmpty { return nil }
    let names = headings.withLock { headings -> HeadingNames in
      let names = headings ?? HeadingNames(record.body.headings, anchors)
      headings = names
      return names
    }
    return (names.texts[FoldedName(text)] ?? names.ids[text]).map { anchors[$0] }
  }

  /// The sentence around one of the links of its text, worked out when it is first wanted.
  func sentence(of place: Int) -> String {
    if let known = sentences.withLock({ $0.isEmpty ? nil : $0[place] }) { return known }
    let sentence = record.body.sentence(of: place)
    sentences.withLock { sentences in
      if sentences.isEmpty { sentences = Array(repeating: nil, count: links.count) }
      sentences[place] = sentence
    }
    return sentence
  }

  /// Whether it is to other records what `other` is: what they say of it and to it stays the same.
  func isSeen(as other: PreparedRecord) -> Bool {
    self === other
      || (record.id == other.record.id && record.title == other.record.title
        && names == other.names && hasSameHeadings(as: other)
        && record.builtIn == other.record.builtIn
        && record.aliases.map(\.value) == other.record.aliases.map(\.value)
        && record.reading?.text == other.record.reading?.text)
  }

  private func hasSameHeadings(as other: PreparedRecord) -> Bool {
    anchors == other.anchors
      && record.body.headings.elementsEqual(other.record.body.headings) {
        $0.plainText == $1.plainText
      }
  }
}

/// The headings of a text by what links may call them.
private struct HeadingNames {
  /// The first heading of each text.
  private(set) var texts: [FoldedName: Int] = [:]
  private(set) var ids: [String: Int] = [:]

  init(_ headings: [Heading], _ anchors: [String]) {
    for (place, heading) in headings.enumerated() {
      let name = FoldedName(String(decoding: heading.plainText, as: UTF8.self))
      if texts[name] == nil { texts[name] = place }
      ids[anchors[place]] = place
    }
  }
}
