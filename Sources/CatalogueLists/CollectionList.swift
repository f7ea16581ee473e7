import ByteWriting
import CatalogueModel
import CatalogueViews
import Diagnostics
import JapaneseText

/// The list of one collection as scripts read it.
struct CollectionList: Sendable {
  private let collection: Collection
  private let facets: FacetIndex
  private let catalogue: Catalogue
  private let members: Range<RecordIndex>
  private let compared: ComparedFields

  /// How many records share a file of texts.
  private static let length = 500
  /// How many records share a file of fields, of which a page reads those of four records.
  private static let fieldsLength = 100

  /// Prepares the list of a collection.
  init(_ collection: Collection, _ facets: FacetIndex, in catalogue: Catalogue) {
    self.collection = collection
    self.facets = facets
    self.catalogue = catalogue
    members = catalogue.members[collection.index]
    compared = ComparedFields(collection, in: catalogue)
  }

  /// The parts whose texts share a file, in order.
  var parts: [ListPart] { ListPart.parts(of: members.count, length: Self.length) }

  /// The parts whose fields share a file, in order.
  var fieldParts: [ListPart] { ListPart.parts(of: members.count, length: Self.fieldsLength) }

  /// Writes the fields of a part: of each record the values by field.
  func fields(of part: ListPart) -> ListFile {
    ListFile(namedByContent: "\(collection.key).fields\(part.number)") { out in
      out.append(jsonList: part.range) {
        compared.append(valuesOf: members.lowerBound.advanced(by: $0), to: &$1)
      }
    }
  }

  /// Writes the texts of a part: of each record the title, the path of the page and the summary, and its newest
  /// time as pages and tables have it where no facet shows it.
  func file(of part: ListPart) -> ListFile {
    ListFile(namedByContent: "\(collection.key).\(part.number)") { out in
      let records = part.range.map { members.lowerBound.advanced(by: $0) }
      out.append(jsonList: records) { append(entry: $0, to: &$1) }
    }
  }

  private func append(entry index: RecordIndex, to out: inout ByteWriter) {
    let record = catalogue.records[index]
    out.append("[")
    out.append(json: record.title.value)
    out.append(",")
    out.append(json: PagePath.encoded(catalogue.path(of: index)))
    out.append(",")
    out.append(json: record.summary)
    if collection.momentApart != nil {
      let (text, cell) = catalogue.momentTexts(of: index)
      out.append(",")
      out.append(json: text)
      out.append(",")
      out.append(json: cell)
    }
    out.append("]")
  }

  /// Writes the ids, by which records are found that stand side by side.
  var ids: ListFile {
    ListFile(namedByContent: "\(collection.key).ids") { out in
      out.append(jsonList: members) { $1.append(json: catalogue.records[$0].id.name) }
    }
  }

  /// Writes the file of the list, which names the others.
  func file(naming parts: [ListFile], fields: [ListFile], ids: ListFile) -> ListFile {
    return ListFile(key: collection.key) { out in
      out.append("{\"version\":1,\"count\":")
      out.append(decimal: members.count)
      out.append(",\"length\":")
      out.append(decimal: Self.length)
      out.append(",\"site\":")
      out.append(json: catalogue.schema.site.baseURL)
      out.append(",\"texts\":")
      out.append(jsonList: parts) { $1.append(json: $0.name) }
      out.append(",\"ids\":")
      out.append(json: ids.name)
      out.append(",\"fields\":{\"length\":")
      out.append(decimal: Self.fieldsLength)
      out.append(",\"labels\":")
      out.append(jsonList: compared.labels) { $1.append(json: $0) }
      out.append(",\"files\":")
      out.append(jsonList: fields) { $1.append(json: $0.name) }
      out.append("},\"facets\":")
      out.append(jsonList: facets.facets.indices) { append(facet: $0, to: &$1) }
      appendMoments(to: &out)
      appendAmounts(to: &out)
      out.append("}")
    }
  }

  /// Writes a facet: its values, and for each record the places of those that it has.
  private func append(facet place: Int, to out: inout ByteWriter) {
    let facet = facets.facets[place]
    let numbers = Dictionary(
      facet.values.enumerated().map { ($0.element.slug, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    out.append("{\"key\":")
    out.append(json: facet.key)
    out.append(",\"label\":")
    out.append(json: facet.label)
    out.append(",\"years\":")
    out.append(facet.namesFiscalYears ? "true" : "false")
    out.append(",\"values\":")
    out.append(jsonList: facet.values) { value, out in
      out.append("[")
      out.append(json: value.slug)
      out.append(",")
      out.append(json: value.label)
      out.append("]")
    }
    out.append(",\"of\":")
    out.append(jsonList: facets.slugs[place]) { slugs, out in
      let places = slugs.compactMap { numbers[$0] }
      if places.count == 1 { return out.append(decimal: places[0]) }
      out.append(jsonList: places) { $1.append(decimal: $0) }
    }
    out.append("}")
  }

  /// Writes the newest time of each record, where the collection has a field for it.
  private func appendMoments(to out: inout ByteWriter) {
    guard let field = collection.field(.moment) else { return }
    out.append(",\"moment\":{\"label\":")
    out.append(json: collection.fields[field].label)
    out.append(",\"apart\":")
    out.append(collection.momentApart == nil ? "false" : "true")
    out.append(",\"of\":")
    out.append(jsonList: members) { $1.append(json: catalogue.moment(of: $0)) }
    out.append("}")
  }

  /// Writes for each record its years, the newest first: year, yen or null, whether there is more, the stages in
  /// the sum, and what is not in it.
  private func appendAmounts(to out: inout ByteWriter) {
    guard let field = collection.field(.amount) else { return }
    out.append(",\"amount\":{\"label\":")
    out.append(json: collection.fields[field].label)
    out.append(",\"of\":")
    out.append(jsonList: members) { index, out in
      out.append(jsonList: YearAmount.amounts(of: index, in: catalogue)) { amount, out in
        out.append("[")
        out.append(decimal: amount.year.startYear)
        out.append(",")
        if let sum = amount.sum { out.append(decimal: sum.amount) } else { out.append("null") }
        out.append(amount.hasMore ? ",1," : ",0,")
        out.append(json: amount.stages)
        out.append(",")
        out.append(json: amount.leftOut)
        out.append("]")
      }
    }
    out.append("}")
  }
}
