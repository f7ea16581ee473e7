/// Makes the lists of the grams that begin with the characters of a portion, one portion after another.
struct GramTreeBuilder: ~Copyable {
  private var tree = GramTree()

  private let text: TextPortions

  private let frequent: FrequentGrams
  private let files: GramFiles
  private let limit: Int

  private var splitter: WindowSplitter
  /// The ranks of the gram at hand.
  private var gram: [UInt16] = []
  private let windows: WindowRoom
  /// By length, the list of the gram at hand.
  private var lists: PageListRoom
  /// Where the pages of the list at hand are in the list above.
  private var within: PlacesInList
  /// Where the piece at hand begins, in `tree.units` and in words of bits.
  private var start = (units: 0, words: 0)

  /// `limit` is how many pages need not be told apart.
  init(_ text: TextPortions, frequent: FrequentGrams, files: GramFiles, limit: Int) {
    self.text = text
    self.frequent = frequent
    self.files = files
    self.limit = limit
    splitter = WindowSplitter(ranks: text.alphabet.count)
    windows = WindowRoom(text)
    lists = PageListRoom(pages: text.pageCount)
    within = PlacesInList(pages: text.pageCount)
  }

  /// The lists of the grams that begin with the characters of a portion.
  mutating func tree(of portion: TextPortions.Portion) -> GramTree {
    text.windows(of: portion, to: windows[0], hasWeights: true)
    for group in portion.groups {
      gram = [group.rank]
      visit(group.range, isRoot: true)
    }
    var finished = GramTree()
    swap(&finished, &tree)
    finished.trim()
    return finished
  }

  /// Writes the gram at hand, whose windows stand in `range`, and those below it.
  private mutating func visit(_ range: Range<Int>, isRoot: Bool) {
    let length = gram.count
    let isSplit = isRoot && files.isSplit(units)
    if isRoot {
      begin()
      list(range, length)
      ListCode.write(lists[length], of: text.pageCount, to: &tree.bits)
    } else {
      tree.units.append(text.alphabet[gram[length - 1]])
      tree.bits.append(1, width: 1)
      listBelow(range, length)
      ListCode.write(within, to: &tree.bits)
      if length == 2 { ListCode.write(impactsOf: lists[length], to: &tree.bits) }
    }
    let isMany = lists[length].count > GramTree.limit(limit, length)
    // All grams of two have lists: what is typed wrong is known by those that there are not.
    let hasMore = isMany || length == 1
    let goesOn = hasMore && length < GramTree.longest
    if isSplit || !goesOn {
      if hasMore { tree.bits.append(0, width: 1) }
      if isRoot { end(length) }
    }
    guard goesOn else { return }
    for part in split(range, length, keepsPages: isSplit) {
      gram.append(part.rank)
      visit(part.range, isRoot: isSplit)
      gram.removeLast()
    }
    if !isSplit {
      tree.bits.append(0, width: 1)
      if isRoot { end(length) }
    }
  }

  /// Moves the windows of the gram at hand apart by what follows, where the longer gram is worth a list.
  private mutating func split(
    _ range: Range<Int>, _ length: Int, keepsPages: Bool
  ) -> [WindowSplitter.Part] {
    let some = length > 1 ? frequent.continuations(of: gram) : nil
    if let some, some.isEmpty { return [] }
    var parts = splitter.parts(of: windows[length, range], at: length, among: some)
    if parts.isEmpty { return [] }
    splitter.move(
      &parts, of: windows[length, range], at: length, keepsPages: keepsPages, to: windows[length])
    return parts
  }

  /// Makes the list of a gram that stands by itself; its windows have pages.
  private mutating func list(_ range: Range<Int>, _ length: Int) {
    lists[length].read(windows[length, range])
    // Of single characters and of long grams it is enough to know which names have them.
    if length != 2 { lists[length].forgetHeadings() }
  }

  /// Makes the list of a gram below another; its windows have places in the list of that one.
  private mutating func listBelow(_ range: Range<Int>, _ length: Int) {
    // What one character is worth tells nothing of a word.
    within.read(
      windows[length, range], in: lists[length - 1], to: &lists[length],
      keepsImpacts: length == 2)
  }

  /// The units of the gram at hand.
  private var units: [UInt16] { gram.map { text.alphabet[$0] } }

  private mutating func begin() {
    start = (tree.units.count, tree.bits.words.count)
    tree.units += units
    tree.bits.append(gram.count - 1, width: SearchFormat.lengthBits)
  }

  private mutating func end(_ length: Int) {
    let count = tree.bits.count - start.words * 32
    tree.bits.alignToWord()
    tree.pieces.append(
      GramTree.Piece(
        place: files.place(of: units), length: length, units: start.units..<tree.units.count,
        start: start.words, count: count))
  }
}
