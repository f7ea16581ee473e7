package import CatalogueModel
package import CatalogueViews
import Diagnostics
import JapaneseText
import MarkdownTree
import Parallelism

/// The records as the search sees them: what a page shows of a record by its own words.
///
/// What other records say of it (relations from their side, mentions) is left out: those records are
/// found themselves.
package struct SearchDocuments: Sendable {
  private let catalogue: Catalogue
  private let indices: IndexedArray<Collection, FacetIndex>
  /// For each collection the labels of its facets' values, by `key/slug`.
  private let labels: IndexedArray<Collection, [String: String]>

  /// Prepares the documents of a catalogue with the facets of its collections.
  package init(_ catalogue: Catalogue, facets: IndexedArray<Collection, FacetIndex>) {
    self.catalogue = catalogue
    indices = facets
    labels = facets.mapped { index in
      Dictionary(
        index.facets.flatMap { facet in
          facet.values.map { ("\(facet.key)/\($0.slug)", $0.label) }
        }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// The facet by the record's collection, which every record has.
  private static let collectionKey = "collection"

  /// The facets of all collections; those of one key are one facet.
  package var facets: [FacetDefinition] {
    var definitions = [
      FacetDefinition(
        key: Self.collectionKey, label: "種別",
        values: catalogue.schema.collections.filter { !$0.isHidden }
          .map { FacetDefinition.Value(id: $0.key, label: $0.label) })
    ]
    for index in indices {
      for facet in index.facets {
        let values = facet.values.map { value in
          FacetDefinition.Value(
            id: identifier(of: value.slug, facet.key, index.collection), label: value.label)
        }
        guard let place = definitions.firstIndex(where: { $0.key == facet.key }) else {
          definitions.append(FacetDefinition(key: facet.key, label: facet.label, values: values))
          continue
        }
        let known = Set(definitions[place].values.map(\.id))
        definitions[place].values += values.filter { !known.contains($0.id) }
      }
    }
    return definitions
  }

  /// The id of a facet's value among all collections.
  ///
  /// It is the slug, with the collection in front where an earlier collection has the slug for a value of
  /// another name: 指針 of the programmes is not 指針・手引 of the documents.
  private func identifier(of slug: String, _ key: String, _ collection: CollectionIndex) -> String {
    guard let label = labels[collection]["\(key)/\(slug)"] else { return slug }
    let first = labels[..<collection].lazy.compactMap { $0["\(key)/\(slug)"] }.first
    guard let first, first != label else { return slug }
    return catalogue.schema.collections[collection].key + "_" + slug
  }

  /// The documents of all records.
  package func all(workers: Int) async -> [SearchDocument] {
    await Parallel.map(Array(catalogue.records.indices), workers: workers) { document(of: $0) }
  }

  /// What the documents say that records refer to, in their order.
  package var references: [SearchReference] {
    catalogue.records.indices.flatMap { index in
      let collection = catalogue.collection(of: index)
      let targets = collection.fields(in: .search).compactMap { collection.fields[$0].relation }
        .flatMap { catalogue.edges(of: $0, from: index).compactMap(\.to) }
      return targets.map {
        SearchReference(from: catalogue.path(of: index), to: catalogue.path(of: $0))
      }
    }
  }

  /// The document of one record.
  func document(of index: RecordIndex) -> SearchDocument {
    let record = catalogue.records[index]
    let collection = catalogue.collection(of: index)
    // On a page about the site, code is an example of what somebody types: it is found elsewhere.
    let texts = record.body.sections(hasCode: !collection.isHidden)
    var sections = texts.map { section in
      SearchDocument.Section(
        anchor: section.identifier.map { String(decoding: $0, as: UTF8.self) } ?? "",
        heading: String(decoding: section.title, as: UTF8.self),
        text: String(decoding: section.plainText, as: UTF8.self))
    }
    // Last, so that what is cited of a page is its sentences rather than its fields.
    let facts = facts(of: index, collection) + formerAddresses(of: record)
    if !facts.isEmpty {
      sections.append(
        SearchDocument.Section(anchor: "", heading: "", text: facts.joined(separator: "\n")))
    }
    return SearchDocument(
      url: catalogue.path(of: index), collectionKey: collection.key, collection: collection.label,
      title: record.title.value,
      aliases: record.aliases.map(\.value), readings: record.readings.map(\.text),
      summary: record.summary, rubies: rubies(of: record), facets: facetValues(of: index),
      sections: sections, isAside: collection.isHidden)
  }

  private func rubies(of record: Record) -> [SearchDocument.Ruby] {
    record.body.rubies.enumerated().map { number, ruby in
      let base = String(decoding: record.body.base(of: ruby), as: UTF8.self)
      let reading = String(decoding: record.body.reading(of: ruby), as: UTF8.self)
      // One kanji is no word that is looked for; with what follows it, it is: 冠ラボ.
      let rest =
        base.unicodeScalars.count > 1
        ? "" : String(decoding: record.body.rest(ofRuby: number), as: UTF8.self)
      return SearchDocument.Ruby(base: base + rest, reading: reading + rest)
    }
  }

  private func facetValues(of index: RecordIndex) -> [SearchDocument.FacetValues] {
    let collection = catalogue.collection(of: index)
    let own = indices[collection.index]
    let place = catalogue.members[collection.index].lowerBound.distance(to: index)
    return [SearchDocument.FacetValues(key: Self.collectionKey, values: [collection.key])]
      + own.facets.indices.map { number in
        let key = own.facets[number].key
        return SearchDocument.FacetValues(
          key: key,
          values: own.slugs[number][place].map { identifier(of: $0, key, collection.index) })
      }
  }

  /// What ends the label of a field and each of its values but the last: no word reaches over the end of a
  /// line, and scripts show no new one behind a space or a comma.
  private static let (afterLabel, afterValue) = (" \n", "、\n")

  /// The fields that the page shows, one after the other.
  private func facts(of index: RecordIndex, _ collection: Collection) -> [String] {
    collection.fields(in: .search).compactMap { place in
      let field = collection.fields[place]
      let values =
        field.relation.map { references(of: index, $0) }
        ?? catalogue.records[index].values(ofField: place).compactMap {
          field.type.searchText($0.value)
        }
      return values.isEmpty
        ? nil : field.label + Self.afterLabel + values.joined(separator: Self.afterValue)
    }
  }

  /// One line with the former addresses of a record, as the foot of its page shows them.
  private func formerAddresses(of record: Record) -> [String] {
    let addresses = record.formerAddresses
    return addresses.isEmpty
      ? [] : ["以前のアドレス" + Self.afterLabel + addresses.joined(separator: Self.afterValue)]
  }

  private func references(of index: RecordIndex, _ relation: RelationIndex) -> [String] {
    catalogue.edges(of: relation, from: index).map { edge in
      let detail = EdgeDetail.text(of: edge, in: catalogue.schema)
      guard let to = edge.to else { return detail }
      return catalogue.records[to].title.value + (detail.isEmpty ? "" : "（\(detail)）")
    }
  }
}
