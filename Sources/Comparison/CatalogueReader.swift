import JSONTree

/// Reads `catalogue.json` of an edition, which anybody may have made.
struct CatalogueReader {
  /// Room for some 80,000 records like those of the shipped catalogue, which have 59 values each.
  static let limits = JSONLimits(bytes: 256 << 20, depth: 32, values: 5_000_000)

  private(set) var records: [ComparedRecord] = []
  private(set) var labels = FieldLabels()

  /// Reads the records and the names of fields; throws an `UnreadableCatalogue` where the bytes are another thing.
  init(_ bytes: [UInt8]) throws(UnreadableCatalogue) {
    let root: JSONNode
    do {
      root = try JSONParser.parse(bytes, limits: Self.limits)
    } catch {
      throw UnreadableCatalogue(offset: error.offset)
    }
    guard let records = root["records"]?.elements else { throw UnreadableCatalogue(offset: 0) }
    var keys: Set<String> = []
    for node in records {
      let record = try Self.record(node)
      if !keys.insert(record.name.key).inserted {
        throw UnreadableCatalogue(offset: node.bytes.lowerBound)
      }
      self.records.append(record)
    }
    if let collections = root["collections"] { try readLabels(collections) }
  }

  /// The members of a record that are no values of its fields.
  private static let names: Set<String> = ["id", "collection", "url", "fields"]

  /// The members that stand behind the fields, as on pages.
  private static let lastNames: Set<String> = ["budget", "sources"]

  private static func record(_ node: JSONNode) throws(UnreadableCatalogue) -> ComparedRecord {
    guard let members = node.members, let collection = node["collection"]?.string,
      let id = node["id"]?.string, let url = node["url"]?.string,
      let title = node["title"]?.string, let declared = node["fields"]?.members
    else { throw UnreadableCatalogue(offset: node.bytes.lowerBound) }
    var fields: [(FieldPlace, JSONNode)] = []
    var places: Set<FieldPlace> = []
    func add(_ place: FieldPlace, _ value: JSONNode) {
      // Of two members with one key the first counts, as everywhere.
      if places.insert(place).inserted && !isNothing(value) { fields.append((place, value)) }
    }
    let own = members.filter { !names.contains($0.key) }
    for member in own where !lastNames.contains(member.key) {
      add(.own(member.key), member.value)
    }
    for member in declared { add(.declared(member.key), member.value) }
    for member in own where lastNames.contains(member.key) {
      add(.own(member.key), member.value)
    }
    return ComparedRecord(
      name: RecordName(collection: collection, id: id, url: url, title: title), fields: fields)
  }

  /// Whether a value says nothing: a field that is not written may be missing, null or empty.
  private static func isNothing(_ value: JSONNode) -> Bool {
    value.isNull || value.elements?.isEmpty ?? false || value.string == ""
  }

  private mutating func readLabels(_ node: JSONNode) throws(UnreadableCatalogue) {
    guard let collections = node.elements else {
      throw UnreadableCatalogue(offset: node.bytes.lowerBound)
    }
    for collection in collections {
      guard let key = collection["key"]?.string, let fields = collection["fields"]?.elements else {
        throw UnreadableCatalogue(offset: collection.bytes.lowerBound)
      }
      for field in fields {
        guard let name = field["key"]?.string, let label = field["label"]?.string else {
          throw UnreadableCatalogue(offset: field.bytes.lowerBound)
        }
        labels.add(label, collection: key, key: name, role: field["role"]?.string)
      }
    }
  }
}

/// Bytes that are no catalogue of an edition, and where that shows.
struct UnreadableCatalogue: Error, Equatable {
  let offset: Int
}
