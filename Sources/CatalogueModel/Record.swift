package import Diagnostics
package import JapaneseText
package import MarkdownTree
package import TextFolding

/// One thing of the catalogue as its file describes it, before names are resolved.
///
/// A class, because every page looks at many records and a copy of so large a struct costs a dozen
/// reference counts; all it holds is constant, so it is a value in all but name.
package final class Record: Sendable {
  /// The values of one field in the order in which they were written.
  package struct Content: Sendable, Equatable {
    package let values: [Located<FieldValue>]
    private let keyPlace: CompactRange
    private let place: CompactRange
    /// Whether the author wrote an empty list, rather than values that could not be read.
    package let isNothing: Bool
    /// Whether some of what was written could not be read.
    package let isPartial: Bool
    /// The column of the dashes of a list of lines; negative where it is none.
    private let dash: Int8

    /// Joins the values of a field to their place; `dash` is the column of the dashes of a list of lines.
    package init(
      values: [Located<FieldValue>], key: Range<Int>, bytes: Range<Int>, isNothing: Bool = false,
      isPartial: Bool = false, dash: Int? = nil
    ) {
      self.values = values
      self.dash = dash.flatMap { Int8(exactly: $0) } ?? -1
      keyPlace = CompactRange(key)
      place = CompactRange(bytes)
      self.isNothing = isNothing
      self.isPartial = isPartial
    }

    /// Where the key stands.
    package var key: Range<Int> { keyPlace.range }
    /// Where the whole value of the key stands.
    package var bytes: Range<Int> { place.range }
    /// The column of the dashes, where the value is a list of lines.
    package var dashColumn: Int? { dash < 0 ? nil : Int(dash) }
  }

  package let collection: CollectionIndex
  package let id: RecordID
  /// Its file, relative to the root.
  package let path: String
  package let title: Located<String>
  /// How the title is read.
  package let reading: Reading?
  /// How its names are read: the title first, then what other fields of readings tell.
  package let readings: [Reading]
  package let aliases: [Located<String>]
  /// The title and the aliases as names are compared.
  package let foldedNames: [FoldedName]
  package let summary: String
  /// Content for each field of the collection; nil where none was written.
  package let contents: IndexedArray<FieldDefinition, Content?>
  /// Whether all of the front matter could be read, so that what is not there was not written.
  package let isWhole: Bool
  /// The text below the front matter; its ranges are offsets in the file.
  package let body: MarkdownDocument
  /// What was written in the fields that every record may have.
  package let builtIn: [BuiltInField: Content]
  /// The keys that its collection had before.
  let formerKeys: [String]
  /// Whether it is shown to its authors only.
  package let isDraft: Bool

  /// Describes a record.
  package init(
    collection: CollectionIndex, id: RecordID, path: String, title: Located<String>,
    reading: Reading?, readings: [Reading], aliases: [Located<String>], summary: String,
    contents: IndexedArray<FieldDefinition, Content?>, isWhole: Bool,
    body: MarkdownDocument, builtIn: [BuiltInField: Content], formerKeys: [String]
  ) {
    self.collection = collection
    self.id = id
    self.path = path
    self.title = title
    self.reading = reading
    self.readings = readings
    self.aliases = aliases
    foldedNames = [FoldedName(title.value)] + aliases.map { FoldedName($0.value) }
    self.summary = summary
    self.contents = contents
    self.isWhole = isWhole
    self.body = body
    self.builtIn = builtIn
    self.formerKeys = formerKeys
    isDraft = builtIn[.draft]?.values.first?.value == .boolean(true)
  }

  /// The same record with another text.
  package func with(body: MarkdownDocument) -> Record {
    Record(
      collection: collection, id: id, path: path, title: title, reading: reading,
      readings: readings, aliases: aliases,
      summary: summary, contents: contents, isWhole: isWhole, body: body,
      builtIn: builtIn, formerKeys: formerKeys)
  }

  /// Whether another record has the same names and fields; its text may be another.
  package func hasSameFacts(as other: Record) -> Bool {
    self === other
      || (id == other.id && title == other.title && aliases == other.aliases
        && readings == other.readings && summary == other.summary && contents == other.contents
        && builtIn == other.builtIn)
  }

  /// The ids that it had before, as written: of its collection, or `collection/name` of another.
  package var formerIDs: [Located<String>] {
    (builtIn[.formerIDs]?.values ?? []).compactMap { value in
      guard case .text(let text) = value.value else { return nil }
      return Located(text, at: value.bytes, as: value.style)
    }
  }

  /// The ids that it had before, each once: those that it gives, then all of its own under the former keys of its
  /// collection.
  package var allFormerIDs: [RecordID] {
    let given = formerIDs.compactMap { formerID($0.value) }
    if formerKeys.isEmpty { return given }
    let names = [id.name] + given.filter { $0.collection == id.collection }.map(\.name)
    let others = formerKeys.flatMap { key in names.map { RecordID(collection: key, name: $0) } }
    var seen = Set(given)
    return given + others.filter { seen.insert($0).inserted }
  }

  /// The addresses at which its page stood before, from the root of the site: `/programmes/q-leap/`.
  package var formerAddresses: [String] { allFormerIDs.map { "/" + $0.pagePath } }

  /// The former id that `text` is; nil where it has not the shape of one.
  package func formerID(_ text: String) -> RecordID? {
    RecordIdentifier.former(text, in: id.collection)
  }

  /// The values of a field of the record's collection.
  package func values(ofField index: FieldIndex) -> [Located<FieldValue>] {
    contents[index]?.values ?? []
  }
}
