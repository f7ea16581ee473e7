private import Diagnostics

/// One connexion between two records, as one of them wrote it.
package struct Edge: Sendable, Equatable {
  /// The record that wrote it.
  package let from: RecordIndex
  /// The other record; nil in an open relation whose other side is not told.
  package let to: RecordIndex?
  /// Its kind.
  package let relation: RelationIndex
  /// The values of the relation's edge fields, in their order.
  package let attributes: IndexedArray<EdgeField, FieldValue?>
  /// Where it was written.
  package let bytes: Range<Int>

  /// Describes a connexion.
  package init(
    from: RecordIndex, to: RecordIndex?, relation: RelationIndex,
    attributes: IndexedArray<EdgeField, FieldValue?>, bytes: Range<Int>
  ) {
    self.from = from
    self.to = to
    self.relation = relation
    self.attributes = attributes
    self.bytes = bytes
  }

  /// Whether both tell one fact, wherever it was written.
  package func says(theSameAs other: Edge) -> Bool {
    relation == other.relation && from == other.from && to == other.to
      && attributes == other.attributes
  }

  /// A number that is the same for all edges that tell one fact.
  package var factHash: Int {
    var hasher = Hasher()
    hasher.combine(to)
    for case let attribute? in attributes { attribute.hashLikeness(into: &hasher) }
    return hasher.finalize()
  }
}

/// A place in a record's text that names another record.
package struct Mention: Sendable, Equatable {
  /// The record whose text it is.
  package let from: RecordIndex
  package let to: RecordIndex
  /// The sentence around it, as plain text.
  package let sentence: String

  /// Describes a mention.
  package init(from: RecordIndex, to: RecordIndex, sentence: String) {
    self.from = from
    self.to = to
    self.sentence = sentence
  }
}

/// Where a link of a text leads.
package enum LinkTarget: Sendable, Equatable {
  /// A record, perhaps one of its headings.
  case record(RecordIndex, anchor: String?)
  /// A page or file of the site by its path from the base, without the leading `/`.
  case page(String, query: String?, anchor: String?)
  /// A heading of the same page.
  case anchor(String)
  /// An address elsewhere.
  case external(String)
  /// An address of the site itself, written out with its host, and the path of the page from the base.
  case ownAddress(String, path: String)
  /// A file among the assets, with the size of the picture in CSS pixels where it is known.
  case asset(String, width: Int?, height: Int?)
  /// Nothing: the link is shown as text.
  case none
}

/// The whole catalogue with every name resolved: a graph of records.
///
/// Records stand in the order of the pages: by collection, then by the collection's own order. So the
/// position of a record is also its rank, and a sorted list of positions is in the order of the pages.
package struct Catalogue: Sendable {
  package let schema: Schema
  package let records: IndexedArray<Record, Record>
  package let edges: IndexedArray<Edge, Edge>
  package let mentions: IndexedArray<Mention, Mention>
  /// For each record the edges that it wrote, in the order of its fields.
  package let outgoing: IndexedArray<Record, [EdgeIndex]>
  /// For each record the edges that lead to it, by the rank of their writers.
  package let incoming: IndexedArray<Record, [EdgeIndex]>
  /// For each record the mentions of it, by the rank of their writers.
  package let mentionedBy: IndexedArray<Record, [MentionIndex]>
  /// For each record where the links of its text lead, in the order of `MarkdownDocument.references`.
  package let links: IndexedArray<Record, [LinkTarget]>
  /// For each collection the positions of its records.
  package let members: IndexedArray<Collection, Range<RecordIndex>>
  /// When the files of the records changed last; nil where no repository tells it, or the site does not ask one.
  package var history: ContentHistory?

  /// Joins the parts of a resolved catalogue.
  package init(
    schema: Schema, records: IndexedArray<Record, Record>, edges: IndexedArray<Edge, Edge>,
    mentions: IndexedArray<Mention, Mention>, links: IndexedArray<Record, [LinkTarget]>
  ) {
    self.schema = schema
    self.records = records
    self.edges = edges
    self.mentions = mentions
    self.links = links
    var outgoing = IndexedArray<Record, [EdgeIndex]>(repeating: [], count: records.count)
    var incoming = outgoing
    for (index, edge) in edges.indexed {
      outgoing[edge.from].append(index)
      if let to = edge.to { incoming[to].append(index) }
    }
    var mentionedBy = IndexedArray<Record, [MentionIndex]>(repeating: [], count: records.count)
    for (index, mention) in mentions.indexed { mentionedBy[mention.to].append(index) }
    self.outgoing = outgoing
    self.incoming = incoming
    self.mentionedBy = mentionedBy
    var start = records.startIndex
    members = schema.collections.mapped { collection in
      let end = records[start...].firstIndex { $0.collection != collection.index }
      let range = start..<(end ?? records.endIndex)
      start = range.upperBound
      return range
    }
  }

  /// The same graph with other texts: the records are in the same order, and what they write of each other
  /// is the same.
  package init(
    _ former: Catalogue, records: IndexedArray<Record, Record>,
    links: IndexedArray<Record, [LinkTarget]>
  ) {
    self.records = records
    self.links = links
    schema = former.schema
    edges = former.edges
    mentions = former.mentions
    outgoing = former.outgoing
    incoming = former.incoming
    mentionedBy = former.mentionedBy
    members = former.members
    history = former.history
  }

  /// Whether another catalogue of the same definition has the same records in the same order, with the same
  /// names, fields and connexions; their texts may be others.
  package func hasSameFacts(as other: Catalogue) -> Bool {
    records.count == other.records.count && edges == other.edges
      && zip(records, other.records).allSatisfy { $0.hasSameFacts(as: $1) }
  }

  /// The collection of a record.
  package func collection(of record: RecordIndex) -> Collection {
    schema.collections[records[record].collection]
  }

  /// The path of a record's page from the base of the site: `programmes/q-leap/`.
  package func path(of record: RecordIndex) -> String { records[record].id.pagePath }
}
