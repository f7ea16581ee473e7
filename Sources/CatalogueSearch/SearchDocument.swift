/// One page as search sees it: what a record is called, what it is about and what its sections say.
///
/// All texts are plain text as a reader sees it, without markup. The index folds them itself.
package struct SearchDocument: Sendable {
  /// A word of the page with its reading in kana, from ruby or from another record's title.
  package struct Ruby: Sendable, Hashable {
    package var base: String
    package var reading: String

    package init(base: String, reading: String) {
      self.base = base
      self.reading = reading
    }
  }

  /// The text from one heading to the next.
  package struct Section: Sendable {
    /// The fragment of the section's address without `#`; empty for the text before all headings.
    package var anchor: String
    package var heading: String
    package var text: String

    package init(anchor: String, heading: String, text: String) {
      self.anchor = anchor
      self.heading = heading
      self.text = text
    }
  }

  /// What the page has in one facet.
  package struct FacetValues: Sendable {
    /// The key of a `FacetDefinition`.
    package var key: String
    /// The ids of values of that definition; ids that it does not have are left out.
    package var values: [String]

    package init(key: String, values: [String]) {
      self.key = key
      self.values = values
    }
  }

  /// The address of the page, relative to the root of the site and percent-encoded.
  package var url: String
  /// The key of the record's collection; empty where nobody asks for it.
  package var collectionKey: String
  /// The label of the record's collection, as shown beside a result.
  package var collection: String
  package var title: String
  package var aliases: [String]
  /// The readings of the names in kana, that of the title first.
  package var readings: [String]
  package var summary: String
  package var rubies: [Ruby]
  package var facets: [FacetValues]
  package var sections: [Section]
  /// Whether it is about the site and no record of the catalogue: what its sections say comes last.
  package var isAside: Bool

  /// The last part of the address, the id of the record, where it is words; empty where it is a number or code.
  var id: String {
    guard let id = url.split(separator: "/").last, id.utf8.count > 1,
      id.utf8.allSatisfy({ $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 == 0x2D })
    else { return "" }
    return String(id)
  }

  package init(
    url: String, collectionKey: String = "", collection: String = "", title: String,
    aliases: [String] = [],
    readings: [String] = [], summary: String = "", rubies: [Ruby] = [], facets: [FacetValues] = [],
    sections: [Section] = [], isAside: Bool = false
  ) {
    self.url = url
    self.collectionKey = collectionKey
    self.collection = collection
    // A name is one line.
    self.title = title.replacing("\n", with: " ")
    self.aliases = aliases.map { $0.replacing("\n", with: " ") }
    self.readings = readings
    self.summary = summary
    self.rubies = rubies
    self.facets = facets
    self.sections = sections
    self.isAside = isAside
  }
}

/// A facet that results can be narrowed by, with its values in the order they are shown.
package struct FacetDefinition: Sendable {
  /// One value of a facet.
  package struct Value: Sendable {
    /// What stands in the address of a search, `?ministries=meti`.
    package var id: String
    package var label: String

    package init(id: String, label: String) {
      self.id = id
      self.label = label
    }
  }

  /// The name of the parameter in the address of a search; not `q`.
  package var key: String
  package var label: String
  package var values: [Value]

  package init(key: String, label: String, values: [Value]) {
    self.key = key
    self.label = label
    self.values = values
  }
}

/// One file of the index.
package struct SearchFile: Sendable {
  /// Relative to the folder of the search: `index.js`, `s12.k3x9q.js`.
  package var path: String
  package var bytes: [UInt8]
  /// Whether the name tells the content, so that what has this name never changes.
  package var isNamedByContent: Bool
}
