package import Diagnostics
package import YAMLTree

/// What `catalogue.yml` declares: the site, the collections with their fields, and the relations.
package struct Schema: Sendable {
  package let site: SiteDefinition
  /// In the order of the file, which is the order of the pages.
  package let collections: IndexedArray<Collection, Collection>
  /// Every relation of every collection; an `Edge` names one by its position here.
  package let relations: IndexedArray<Relation, Relation>
  /// The rules about records, in the order of the file.
  package let rules: [Rule]
  /// What becomes of warnings.
  package let reports: [ReportSetting]

  /// Joins the parts of a definition.
  package init(
    site: SiteDefinition, collections: IndexedArray<Collection, Collection>,
    relations: IndexedArray<Relation, Relation>, rules: [Rule] = [],
    reports: [ReportSetting] = []
  ) {
    self.site = site
    self.collections = collections
    self.relations = relations
    self.rules = rules
    self.reports = reports
  }

  /// The collection with this key.
  package func collection(_ key: String) -> Collection? {
    collections.first { $0.key == key }
  }
}

/// What is said of the site as a whole.
package struct SiteDefinition: Sendable, Equatable {
  package let title: String
  package let description: String
  /// The address at which the site will stand, ending in `/`.
  package let baseURL: String
  /// The BCP 47 tag of the content.
  package let language: String
  /// Names at the top of the output that others put there and that a new edition carries over.
  package let keep: [Located<String>]
  /// Who answers for it.
  package let imprint: Imprint
  /// What tells when its records changed last; nil for git where the catalogue is in a repository, else the field.
  package let updates: ChangeSource?

  /// Describes a site.
  package init(
    title: String, description: String, baseURL: String, language: String,
    keep: [Located<String>] = [], imprint: Imprint = Imprint(), updates: ChangeSource? = nil
  ) {
    self.title = title
    self.description = description
    self.baseURL = baseURL
    self.language = language
    self.keep = keep
    self.imprint = imprint
    self.updates = updates
  }

  /// The same site at another address, which ends in `/`.
  package func at(baseURL: String) -> Self {
    Self(
      title: title, description: description, baseURL: baseURL, language: language, keep: keep,
      imprint: imprint, updates: updates)
  }

  /// Whether git is to tell when the records changed last.
  package var asksGit: Bool { updates == nil || updates == .git }

  /// The path of `baseURL`, beginning and ending in `/`.
  package var basePath: String {
    let parts = baseURL.split(separator: "/", omittingEmptySubsequences: false)
    let path = parts.dropFirst(3).joined(separator: "/")
    return "/" + path
  }

  /// What is wrong with an address as the base of a site; nil when nothing is.
  package static func problem(ofBaseURL url: String) -> LocalisedText? {
    let parts = url.split(separator: "/", omittingEmptySubsequences: false)
    let isWeb = url.hasPrefix("https://") || url.hasPrefix("http://")
    let isPlain = url.utf8.allSatisfy {
      $0 > 32 && $0 < 127 && !Array("\"'<>?#@\\".utf8).contains($0)
    }
    let host = parts.dropFirst(2).first.map { $0.prefix { $0 != ":" } } ?? ""
    // One empty part may end it, the one behind the last slash.
    let path = parts.dropFirst(3)
    let inner = path.last == "" ? path.dropLast() : path
    let isClean = inner.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
    if isWeb && isPlain && isClean && host.contains(where: { $0 != "." }) { return nil }
    return LocalisedText(
      "サイトのアドレスは https://example.jp/ のように書きます。",
      en: "the base URL must look like https://example.jp/")
  }
}

/// One kind of record: a folder under `content/`, a list page and a page for each record.
///
/// A class, as `Record` is: every page asks for collections, fields and relations many times.
package final class Collection: Sendable {
  /// The collection's position in `Schema.collections`.
  package let index: CollectionIndex
  /// Its name in URLs and folders.
  package let key: String
  /// Its name on pages.
  package let label: String
  /// The word with which its records are counted: 件, 機関.
  package let counter: String
  package let description: String
  package let fields: IndexedArray<FieldDefinition, FieldDefinition>
  /// The fields by which its list can be narrowed.
  package let facets: [FieldIndex]
  /// The field that orders its records; they stand by reading when nil.
  package let order: FieldIndex?
  /// Whether its records are pages of the site rather than things of the catalogue.
  package let isHidden: Bool
  /// The keys that it had before, at whose addresses pages lead on.
  package let formerKeys: [String]
  private let placement: FieldPlacement

  /// Describes a collection.
  package init(
    index: CollectionIndex, key: String, label: String, counter: String, description: String,
    fields: IndexedArray<FieldDefinition, FieldDefinition>, facets: [FieldIndex],
    order: FieldIndex?,
    isHidden: Bool, formerKeys: [String] = []
  ) {
    self.index = index
    self.key = key
    self.label = label
    self.counter = counter
    self.description = description
    self.fields = fields
    self.facets = facets
    self.order = order
    self.isHidden = isHidden
    self.formerKeys = formerKeys
    placement = FieldPlacement(fields, order: order)
  }

  /// The columns of the collection's table, in its order.
  ///
  /// First what every record has, where the field is nil, then the fields that have one value.
  package var tableColumns: [(key: String, label: String, field: FieldIndex?)] {
    let leading: [(String, String, FieldIndex?)] = [
      ("id", "ファイル名", nil), ("url", "ページのパス", nil), (FieldRole.title.rawValue, "名称", nil),
      (FieldRole.reading.rawValue, "読み", nil), (FieldRole.summary.rawValue, "要約", nil),
    ]
    return leading + fields(in: .table).map { (fields[$0].key, fields[$0].label, $0) }
  }

  /// The field that has a role.
  package func field(_ role: FieldRole) -> FieldIndex? { placement.field(role) }

  /// The fields that stand among the others in a listing, in their order.
  ///
  /// The rest stands there in a place of its own, or not at all.
  package func fields(in listing: FieldListing) -> [FieldIndex] { placement.fields(in: listing) }

  /// The field with this key or label.
  package func field(_ name: String) -> FieldIndex? {
    fields.firstIndex { $0.key == name } ?? fields.firstIndex { $0.label == name }
  }
}

/// One field of a collection, or of the connexion between two records.
package final class FieldDefinition: Sendable {
  /// Its name in front matter and exports.
  package let key: String
  /// Its name on pages, which front matter may use too.
  package let label: String
  package let type: any FieldType
  package let isList: Bool
  package let isRequired: Bool
  /// Whether a record without it gets a warning.
  package let isRecommended: Bool
  /// The field and choice that excuse a record from a recommended field.
  package let excuse: Excuse?
  /// The relation that the field declares.
  package let relation: RelationIndex?
  /// What the field is to its record; no two fields of a collection have one role.
  package let role: FieldRole?

  /// A field and the value of it that make another field needless.
  package struct Excuse: Sendable, Equatable {
    package let field: String
    package let value: String

    package init(field: String, value: String) {
      self.field = field
      self.value = value
    }
  }

  /// Describes a field.
  package init(
    key: String, label: String, type: any FieldType, isList: Bool = false, isRequired: Bool = false,
    isRecommended: Bool = false, excuse: Excuse? = nil, relation: RelationIndex? = nil,
    role: FieldRole? = nil
  ) {
    self.key = key
    self.label = label
    self.type = type
    self.isList = isList
    self.isRequired = isRequired
    self.isRecommended = isRecommended
    self.excuse = excuse
    self.relation = relation
    self.role = role
  }

  /// The field with another role.
  package func having(_ role: FieldRole?) -> FieldDefinition {
    FieldDefinition(
      key: key, label: label, type: type, isList: isList, isRequired: isRequired,
      isRecommended: isRecommended, excuse: excuse, relation: relation, role: role)
  }

  /// Reads one value of the field.
  package func readOne(_ node: YAMLNode, _ reader: inout FieldReader) -> Located<FieldValue>? {
    var inner = FieldReader(path: reader.path, label: label, isRequired: isRequired)
    let value = type.read(node, &inner)
    reader.take(inner)
    return value.map { Located($0, at: node.bytes, as: node.style) }
  }
}

/// A kind of connexion, declared once and shown on both records.
package final class Relation: Sendable {
  /// The collection of the record that writes it.
  package let collection: CollectionIndex
  /// Its field in that collection.
  package let field: FieldIndex
  /// `collection.field`, which is its name among all relations.
  package let key: String
  /// Its field's key, which is its name in exports.
  package let fieldKey: String
  /// What the writing record calls it: 所管.
  package let label: String
  /// What the other record calls it: 所管施策.
  ///
  /// Empty where the words say it.
  package let inverseLabel: String
  /// The collections in which the other record may be.
  package let targets: [CollectionIndex]
  /// The connexion's own fields.
  package let edgeFields: IndexedArray<EdgeField, FieldDefinition>
  /// The words of a relation between equals with their inverses, in the order of the pages.
  package let words: [Word]
  /// The two of its words that lead along a line, from the earlier to the later; nil where none do.
  package let sequence: Sequence?
  /// Whether the other record may be left untold.
  package let isOpen: Bool
  /// Whether it says where facts stand rather than what belongs together.
  package let isCitation: Bool

  /// A word of a relation and what the other record's page says instead.
  package struct Word: Sendable, Equatable {
    package let word: String
    package let inverse: String

    package init(word: String, inverse: String) {
      self.word = word
      self.inverse = inverse
    }
  }

  /// The words for what came before a record and for what came after it: 前身, 後継.
  package struct Sequence: Sendable, Equatable {
    package let before: String
    package let after: String

    package init(before: String, after: String) {
      self.before = before
      self.after = after
    }
  }

  /// Describes a relation.
  package init(
    collection: CollectionIndex, field: FieldIndex, key: String, fieldKey: String, label: String,
    inverseLabel: String, targets: [CollectionIndex],
    edgeFields: IndexedArray<EdgeField, FieldDefinition>, words: [Word],
    sequence: Sequence? = nil, isOpen: Bool, isCitation: Bool
  ) {
    self.collection = collection
    self.field = field
    self.key = key
    self.fieldKey = fieldKey
    self.label = label
    self.inverseLabel = inverseLabel
    self.targets = targets
    self.edgeFields = edgeFields
    self.words = words
    self.sequence = sequence
    self.isOpen = isOpen
    self.isCitation = isCitation
  }

  /// The field of the connexion that has a role.
  package func edgeField(_ role: FieldRole) -> EdgeFieldIndex? {
    edgeFields.firstIndex { $0.role == role }
  }

  /// The field of the connexion that holds the word.
  package var wordField: EdgeFieldIndex? {
    words.isEmpty ? nil : edgeFields.firstIndex { $0.type.traits.contains(.relationWord) }
  }

  /// What the other record is called from the far side of `word`.
  package func inverse(of word: String) -> String {
    words.first { $0.word == word }?.inverse ?? word
  }
}
