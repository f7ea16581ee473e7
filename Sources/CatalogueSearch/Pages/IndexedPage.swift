/// What the index needs to know of one page, worked out from its document alone.
///
/// The same document always gives the same value, whatever else the site has. So whoever builds the index
/// again after an edit can keep the values of all other pages.
package struct IndexedPage: Sendable {
  /// The address of the page, by which pages are numbered.
  package let url: String
  /// Whether it is about the site.
  let isAside: Bool
  /// The key and the label of the record's collection.
  let collectionKey: String
  let collection: String
  let facets: [SearchDocument.FacetValues]
  let rubies: [SearchDocument.Ruby]
  /// Title, reading, aliases and id, each once.
  private(set) var names: [IndexedName]
  /// The folded texts, block by block.
  private(set) var blocks: FoldedBlocks
  /// The readings of the names, as hiragana units.
  let readings: [[UInt16]]
  /// Words of two kanji that stand by themselves, see `KnownWords`.
  let words: [UInt32]
  /// The texts as they are written into the page's file.
  private(set) var texts: PageFileTexts

  /// Works out what the index needs of a document.
  package init(_ document: SearchDocument) {
    url = document.url
    isAside = document.isAside
    collectionKey = document.collectionKey
    collection = document.collection
    facets = document.facets
    rubies = document.rubies
    readings = document.readings.map { GramText.hiragana(GramText.units(of: $0)) }
    var blocks = FoldedBlocks()
    let titleKey = GramText.key(blocks.add(document.title, .name))
    var names = [(document.title, titleKey)] + zip(document.readings, readings.map(GramText.key))
    for alias in document.aliases {
      names.append((alias, GramText.key(blocks.add(alias, .name))))
    }
    blocks.add(document.summary, .heading)
    var words: [UInt32] = []
    blocks.each { block, _ in KnownWords.find(in: block, &words) }
    for section in document.sections {
      blocks.add(section.heading, document.isAside ? .aside : .heading)
      blocks.add(section.text, document.isAside ? .aside : .text)
    }
    self.names = Self.once(names).map { name, key in
      IndexedName(name, key, of: document.title, titleKey)
    }
    // An id is no text of the page: it finds what nothing else does, moonshot.
    let id = GramText.key(GramText.units(of: document.id))
    if !id.isEmpty, !self.names.contains(where: { $0.key.elementsEqual(id) }) {
      self.names.append(IndexedName(document.id, id, of: document.title, titleKey, isWhole: true))
    }
    blocks.trim()
    self.blocks = blocks
    self.words = words
    texts = PageFileTexts(document)
  }

  /// Lets go of the folded texts.
  mutating func forgetBlocks() { blocks = FoldedBlocks() }

  /// Lets go of the texts of the page's file.
  mutating func forgetTexts() { texts = PageFileTexts() }

  /// Leaves out names that stood before.
  private static func once(_ names: [(String, [UInt16])]) -> [(String, [UInt16])] {
    // Comparing a few names is quicker than hashing them.
    if names.count < 8 {
      return names.enumerated().compactMap { place, name in
        names[..<place].contains { $0.0 == name.0 } ? nil : name
      }
    }
    var known: Set<String> = []
    return names.filter { known.insert($0.0).inserted }
  }
}
