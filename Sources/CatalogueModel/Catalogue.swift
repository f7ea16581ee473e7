private import Diagnostics

/// One connexion between two records, as one of them wrote it.
package struct Edge: Sendable {
  /// The record that wrote it, as a place in `Catalogue.records`.
  package let from: Int
  /// The other record; nil in an open relation whose other side is not told.
  package let to: Int?
  /// Its kind, as a place in `Schema.relations`.
  package let relation: Int
  /// The values of the relation's edge fields, in their order.
  package let attributes: [FieldValue?]
  /// Where it was written.
  package let bytes: Range<Int>

  /// Describes a connexion.
  package init(
    from: Int, to: Int?, relation: Int, attributes: [FieldValue?], bytes: Range<Int>
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
  /// The record whose text it is, as a place in `Catalogue.records`.
  package let from: Int
  package let to: Int
  /// The sentence around it, as plain text.
  package let sentence: String

  /// Describes a mention.
  package init(from: Int, to: Int, sentence: String) {
    self.from = from
    self.to = to
    self.sentence = sentence
  }
}

/// Where a link of a text leads.
package enum LinkTarget: Sendable, Equatable {
  /// A record, perhaps one of its headings.
  case record(Int, anchor: String?)
  /// A page or file of the site by its path from the base, without the leading `/`.
  case page(String, query: String?, anchor: String?)
  /// A heading of the same page.
  case anchor(String)
  /// An address elsewhere.
  case external(String)
  /// A file among the assets, with the size of the picture in CSS pixels where it is known.
  case asset(String, width: Int?, height: Int?)
  /// Nothing: the link is shown as text.
  case none
}

/// The whole catalogue with every name resolved: a graph of records.
///
/// Records stand in the order of the pages: by collection, then by the collection's own order. So the
/// place of a record is also its rank, and lists of places sort by number.
package struct Catalogue: Sendable {
  package let schema: Schema
  package let records: [Record]
  package let edges: [Edge]
  package let mentions: [Mention]
  /// For each record the edges that it wrote, in the order of its fields.
  package let outgoing: [[Int]]
  /// For each record the edges that lead to it, by the rank of their writers.
  package let incoming: [[Int]]
  /// For each record the mentions of it, by the rank of their writers.
  package let mentionedBy: [[Int]]
  /// For each record where the links of its text lead, in the order of `MarkdownDocument.references`.
  package let links: [[LinkTarget]]
  /// For each collection the places of its records.
  package let members: [Range<Int>]

  /// Joins the parts of a resolved catalogue.
  package init(
    schema: Schema, records: [Record], edges: [Edge], mentions: [Mention], links: [[LinkTarget]]
  ) {
    self.schema = schema
    self.records = records
    self.edges = edges
    self.mentions = mentions
    self.links = links
    var outgoing = [[Int]](repeating: [], count: records.count)
    var incoming = outgoing
    for (index, edge) in edges.enumerated() {
      outgoing[edge.from].append(index)
      if let to = edge.to { incoming[to].append(index) }
    }
    var mentionedBy = [[Int]](repeating: [], count: records.count)
    for (index, mention) in mentions.enumerated() { mentionedBy[mention.to].append(index) }
    self.outgoing = outgoing
    self.incoming = incoming
    self.mentionedBy = mentionedBy
    var members: [Range<Int>] = []
    var start = 0
    for collection in schema.collections {
      var end = start
      while end < records.count, records[end].collection == collection.index { end += 1 }
      members.append(start..<end)
      start = end
    }
    self.members = members
  }

  /// The collection of a record.
  package func collection(of record: Int) -> Collection {
    schema.collections[records[record].collection]
  }

  /// `collection/id`, by which exports name a record.
  package func key(of record: Int) -> String {
    collection(of: record).key + "/" + records[record].id
  }

  /// The path of a record's page from the base of the site: `programmes/q-leap/`.
  package func path(of record: Int) -> String { key(of: record) + "/" }
}
