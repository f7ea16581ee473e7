package import CatalogueModel
import Diagnostics
import TextRules

/// The values by which the records of one collection can be narrowed, with the records of each.
package struct FacetIndex: Sendable {
  /// One field of the collection and the values it has in it.
  package struct Facet: Sendable {
    /// The field's key, which is its name in URLs.
    package let key: String
    package let label: String
    package let values: [Value]
    /// Whether a record can have several of the values.
    package let isList: Bool
    /// Whether the values are fiscal years.
    package let namesFiscalYears: Bool
    /// For each slug that a field type gives the name of its folder: the same, unless another value's
    /// counts as the same on some file system (AI and ai).
    fileprivate let folders: [String: String]

    /// The name in URLs of the value for which the field type gives `slug`.
    package func folder(of slug: String) -> String { folders[slug] ?? slug }
  }

  /// One value of a facet.
  package struct Value: Sendable {
    package let label: String
    package let slug: String
    /// The records that have it, in the order of the pages.
    package let records: [RecordIndex]
    /// The record that the value is, where the field is a reference.
    package let target: RecordIndex?
  }

  package let collection: CollectionIndex
  package let facets: [Facet]
  /// For each facet and each record of the collection (from its first) the slugs of its values.
  package let slugs: [[[String]]]

  /// Gathers the facets of a collection.
  package init(collection index: CollectionIndex, in catalogue: Catalogue) {
    let collection = catalogue.schema.collections[index]
    let members = catalogue.members[index]
    var facets: [Facet] = []
    var slugs: [[[String]]] = []
    for place in collection.facets {
      let field = collection.fields[place]
      var gathered = Gathering(field: field)
      var perRecord: [[String]] = []
      perRecord.reserveCapacity(members.count)
      for record in members {
        perRecord.append(gathered.add(record, place, catalogue))
      }
      let joined = gathered.joinSpellings()
      let folders = gathered.folders(joined: joined)
      facets.append(
        Facet(
          key: field.key, label: field.label, values: gathered.values(catalogue, in: folders),
          isList: field.isList, namesFiscalYears: field.type.traits.contains(.fiscalYears),
          folders: folders))
      slugs.append(perRecord.map { Self.names(of: $0, in: folders) })
    }
    self.collection = index
    self.facets = facets
    self.slugs = slugs
  }

  /// The slug of a record as the value of a relation: its id, or with the collection in front where the
  /// relation leads to several, in which ids may be the same.
  package static func slug(of target: RecordIndex, _ relation: Relation, _ catalogue: Catalogue)
    -> String
  {
    let id = catalogue.records[target].id
    return relation.targets.count <= 1 ? id.name : id.collection + "_" + id.name
  }

  /// The names in URLs of one record's values, each once.
  private static func names(of slugs: [String], in folders: [String: String]) -> [String] {
    var names: [String] = []
    for slug in slugs {
      let name = folders[slug] ?? slug
      if !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// The values of one field while they are gathered.
  private struct Gathering {
    let field: FieldDefinition
    private var records: [String: [RecordIndex]] = [:]
    private var first: [String: (label: String, sortKey: [UInt8], target: RecordIndex?)] = [:]

    init(field: FieldDefinition) {
      self.field = field
    }

    /// Adds the values of one record and gives their slugs.
    mutating func add(
      _ record: RecordIndex, _ place: FieldIndex, _ catalogue: Catalogue
    ) -> [String] {
      var slugs: [String] = []
      if let relation = field.relation {
        for target in catalogue.targets(of: relation, from: record) {
          let slug = FacetIndex.slug(of: target, catalogue.schema.relations[relation], catalogue)
          if slugs.contains(slug) { continue }
          slugs.append(slug)
          if first[slug] == nil {
            first[slug] = (
              catalogue.records[target].title.value, SortKey.bytes(of: target.offset), target
            )
          }
          records[slug, default: []].append(record)
        }
        return slugs
      }
      for value in catalogue.records[record].values(ofField: place) {
        let slug = field.type.slug(value.value)
        if slugs.contains(slug) { continue }
        slugs.append(slug)
        if first[slug] == nil {
          first[slug] = (
            field.type.show(value.value).text, field.type.sortKey(value.value), nil
          )
        }
        records[slug, default: []].append(record)
      }
      return slugs
    }

    /// Makes one value of those whose texts fold alike, under the spelling that most records have.
    ///
    /// Gives the slug of the value for each slug that is no value any longer.
    mutating func joinSpellings() -> [String: String] {
      guard field.type.traits.contains(.spelledFreely) else { return [:] }
      let slugs = Dictionary(
        first.map { ($0.value.label, $0.key) }, uniquingKeysWith: { first, _ in first })
      let usual = field.type.sharedWords.first?.usual ?? []
      var spellings = Spellings(listed: usual.filter { slugs[$0] != nil })
      for (slug, value) in first { spellings.add(value.label, times: records[slug]?.count ?? 0) }
      let leaders = spellings.leaders()
      if leaders.isEmpty { return [:] }
      var joined: [String: String] = [:]
      for (slug, value) in first {
        guard let leader = leaders[value.label].flatMap({ slugs[$0] }), leader != slug else {
          continue
        }
        joined[slug] = leader
        let both = Set(records[leader] ?? []).union(records[slug] ?? [])
        records[leader] = both.sorted()
      }
      for slug in joined.keys {
        first[slug] = nil
        records[slug] = nil
      }
      return joined
    }

    /// The names of the values' folders by their slugs, given out in the order of the slugs' bytes.
    ///
    /// Texts that are canonically equivalent (が in one character or two) are one slug to Swift, and one
    /// value.
    func folders(joined: [String: String]) -> [String: String] {
      var names = PortableNames()
      var folders: [String: String] = [:]
      let slugs = first.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      for slug in slugs { folders[slug] = names.name(for: slug) { slug + $0 } }
      for (slug, leader) in joined { folders[slug] = folders[leader] }
      return folders
    }

    /// The values in their order.
    func values(_ catalogue: Catalogue, in folders: [String: String]) -> [Value] {
      let ordered = first.sorted { left, right in
        if left.value.sortKey != right.value.sortKey {
          return left.value.sortKey.lexicographicallyPrecedes(right.value.sortKey)
        }
        return left.key < right.key
      }
      // Years stand with the newest first, as everywhere on the site.
      let shown = field.type.traits.contains(.descends) ? ordered.reversed() : ordered
      return shown.map { slug, value in
        Value(
          label: value.label, slug: folders[slug] ?? slug, records: records[slug] ?? [],
          target: value.target)
      }
    }
  }
}
