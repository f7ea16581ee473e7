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
      let folders = gathered.folders()
      facets.append(
        Facet(
          key: field.key, label: field.label, values: gathered.values(catalogue, in: folders),
          folders: folders))
      slugs.append(perRecord.map { $0.map { folders[$0] ?? $0 } })
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

    /// The names of the values' folders by their slugs, given out in the order of the slugs' bytes.
    ///
    /// Texts that are canonically equivalent (が in one character or two) are one slug to Swift, and one
    /// value.
    func folders() -> [String: String] {
      var names = PortableNames()
      var folders: [String: String] = [:]
      let slugs = first.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      for slug in slugs { folders[slug] = names.name(for: slug) { slug + $0 } }
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
