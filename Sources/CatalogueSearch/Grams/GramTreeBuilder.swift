/// Makes the lists of the grams that begin with the characters of one portion.
struct GramTreeBuilder {
  private var tree = GramTree()

  private let frequent: FrequentGrams
  private let files: GramFiles
  private let pageCount: Int
  private let limit: Int

  private var splitter = WindowSplitter()
  private var gram: [UInt16] = []
  /// By the length of a gram, the windows of those that go on from it; first those of all characters.
  private var windows = [[GramWindow]](repeating: [], count: GramTree.longest + 1)
  /// By length, the list of the gram at hand.
  private var lists = [PageList](repeating: PageList(), count: GramTree.longest + 1)
  /// Where the pages of the list at hand are in the list above.
  private var within = PlacesInList()
  /// Where the piece at hand begins, in `tree.units` and in words of bits.
  private var start = (units: 0, words: 0)

  /// `windows` are those of a portion; `limit` is how many of all `pages` need not be told apart.
  init(
    _ windows: [GramWindow], frequent: FrequentGrams, files: GramFiles, pages: Int, limit: Int
  ) {
    self.windows[0] = windows
    self.frequent = frequent
    self.files = files
    self.limit = limit
    pageCount = pages
  }

  /// Adds the grams that begin with one character.
  mutating func add(_ group: TextPortions.Group) {
    gram = [group.unit]
    visit(group.range, isRoot: true)
  }

  /// Writes the gram at hand, whose windows stand in `range`, and those below it.
  private mutating func visit(_ range: Range<Int>, isRoot: Bool) {
    let length = gram.count
    let isSplit = isRoot && files.isSplit(gram)
    if isRoot {
      begin()
      list(range, length)
      ListCode.write(lists[length], of: pageCount, to: &tree.bits)
    } else {
      tree.units.append(gram[length - 1])
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
      gram.append(part.unit)
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
    var parts = splitter.parts(of: windows[length - 1][range], at: length)
    parts.removeAll { !frequent.isWorthList(gram, $0.unit) }
    if parts.isEmpty { return [] }
    var target: [GramWindow] = []
    swap(&target, &windows[length])
    splitter.move(
      &parts, of: windows[length - 1][range], at: length, keepsPages: keepsPages, to: &target)
    swap(&target, &windows[length])
    return parts
  }

  /// Makes the list of a gram that stands by itself; its windows have pages.
  private mutating func list(_ range: Range<Int>, _ length: Int) {
    lists[length].read(windows[length - 1][range])
    // Of single characters and of long grams it is enough to know which names have them.
    if length != 2 { lists[length].forgetHeadings() }
  }

  /// Makes the list of a gram below another; its windows have places in the list of that one.
  private mutating func listBelow(_ range: Range<Int>, _ length: Int) {
    var (list, shorter) = (PageList(), PageList())
    swap(&list, &lists[length])
    swap(&shorter, &lists[length - 1])
    // What one character is worth tells nothing of a word.
    within.read(
      windows[length - 1][range], in: &shorter, to: &list, keepsImpacts: length == 2)
    swap(&list, &lists[length])
    swap(&shorter, &lists[length - 1])
  }

  /// Ends the work; gives the lists.
  mutating func finish() -> GramTree {
    var finished = GramTree()
    swap(&finished, &tree)
    finished.trim()
    return finished
  }

  private mutating func begin() {
    start = (tree.units.count, tree.bits.words.count)
    tree.units += gram
    tree.bits.append(gram.count - 1, width: 3)
  }

  private mutating func end(_ length: Int) {
    let count = tree.bits.count - start.words * 32
    tree.bits.alignToWord()
    tree.pieces.append(
      GramTree.Piece(
        file: files.file(of: gram), length: length, units: start.units..<tree.units.count,
        start: start.words, count: count))
  }
}
