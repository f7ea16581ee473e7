/// The lists of all grams that begin with some characters, as they will stand in the files.
///
/// Grams form trees: below a gram stand those that go on from it. A gram that more than `limit` pages
/// have is told apart by what follows, so that every query ends in a list that is exact or short enough
/// to look at its pages. Below a gram of one character, and of a crowded one, what follows has files of
/// its own; all else below a gram is in its file, written by the places in the list above.
struct GramTree: Sendable {
  /// A gram whose list stands by itself, with the grams below it that are in the same file.
  struct Piece: Sendable {
    let file: Int
    /// How many units of `units` are the gram; the others are the last units of those below.
    let length: Int
    let units: Range<Int>
    /// The first word of the bits.
    let start: Int
    /// How many bits there are.
    let count: Int
  }

  private(set) var pieces: [Piece] = []
  private(set) var units: [UInt16] = []
  private(set) var bits = BitString()

  private let text: IndexedText
  private let pages: PageNumbers
  /// See `FrequentGrams.marks`.
  private let marks: [UInt8]
  private let files: GramFiles
  private let pageCount: Int
  private let limit: Int

  /// The longest grams that have lists; what goes on longer is known from several.
  static let longest = SearchFormat.longestGram

  /// How many pages need not be told apart that have a gram of some length: longer ones that overlap are
  /// seldom on one page by chance.
  static func limit(_ limit: Int, _ length: Int) -> Int {
    length >= SearchFormat.longGram ? limit * SearchFormat.longGramFactor : limit
  }

  private var splitter = PlaceSplitter()
  /// By the length of a gram, the places of those that go on from it.
  private var places = [[UInt32]](repeating: [], count: longest + 1)
  /// By length, the list of the gram at hand.
  private var lists = [PageList](repeating: PageList(), count: longest + 1)
  /// Where the pages of the list at hand are in the list above.
  private var within = PlacesInList()
  /// The weights at the places at hand.
  private var fetched: [UInt8] = []
  private var gram: [UInt16] = []
  /// Where the piece at hand begins, in `units` and in words of bits.
  private var start = (units: 0, words: 0)

  /// `limit` is how many pages need not be told apart.
  init(
    _ text: IndexedText, pages: PageNumbers, marks: [UInt8], files: GramFiles, limit: Int
  ) {
    self.text = text
    self.pages = pages
    self.marks = marks
    self.files = files
    self.limit = limit
    pageCount = text.ends.count
  }

  /// Adds the grams that begin with one character, which stands at the places of a group.
  mutating func add(_ group: Range<Int>, of all: Places) {
    gram = [text.units[Int(all.all[group.lowerBound])]]
    visit(all.all, group, isRoot: true)
  }

  private mutating func visit(_ source: [UInt32], _ range: Range<Int>, isRoot: Bool) {
    let length = gram.count
    fetch(source, range)
    let isSplit = isRoot && files.isSplit(gram)
    if isRoot {
      begin()
      list(source, range, length)
      // Of single characters and of long grams it is enough to know which names have them.
      if length != 2 { lists[length].forgetHeadings() }
      ListCode.write(lists[length], of: pageCount, to: &bits)
    } else {
      units.append(gram[length - 1])
      bits.append(1, width: 1)
      listBelow(source, range, length)
      ListCode.write(within, to: &bits)
      if length == 2 { ListCode.write(impactsOf: lists[length], to: &bits) }
    }
    let isMany = lists[length].pages.count > Self.limit(limit, length)
    // All grams of two have lists: what is typed wrong is known by those that there are not.
    let hasMore = isMany || length == 1
    let goesOn = hasMore && length < Self.longest
    if isSplit || !goesOn {
      if hasMore { bits.append(0, width: 1) }
      if isRoot { end(length) }
    }
    guard goesOn else { return }
    let parts = split(source, range, length)
    let mine = places[length]
    for part in parts {
      gram.append(part.unit)
      visit(mine, part.range, isRoot: isSplit)
      gram.removeLast()
    }
    if !isSplit {
      bits.append(0, width: 1)
      if isRoot { end(length) }
    }
  }

  /// The places where the gram at hand goes on with each unit, if what the longer gram ends with is frequent:
  /// else the list of the end tells as much.
  private mutating func split(
    _ source: [UInt32], _ range: Range<Int>, _ length: Int
  ) -> [PlaceSplitter.Part] {
    // The last two and three of `length + 1` units; shorter grams have no such end.
    let (pair, pairBit) = length > 1 ? (length - 1, UInt8(5)) : (0, 7)
    let (three, threeBit) = length > 2 ? (length - 2, UInt8(6)) : (0, 7)
    return marks.withUnsafeBufferPointer { marks in
      splitter.split(source, range, at: length, of: text.units, into: &places[length]) { place in
        let isWorth =
          (marks[place + pair] | 128) >> pairBit & (marks[place + three] | 128) >> threeBit & 1
        return 0 &- UInt16(isWorth)
      }
    }
  }

  /// Makes the list of the gram at hand from the places where it stands.
  private mutating func list(_ source: [UInt32], _ range: Range<Int>, _ length: Int) {
    var list = PageList()
    swap(&list, &lists[length])
    list.removeAll()
    Self.eachPage(of: source, range, pages, fetched) { list.add($0, $1) }
    list.end()
    swap(&list, &lists[length])
  }

  /// The same for a gram that goes on from the one whose list was made before.
  private mutating func listBelow(_ source: [UInt32], _ range: Range<Int>, _ length: Int) {
    var (list, shorter) = (PageList(), PageList())
    swap(&list, &lists[length])
    swap(&shorter, &lists[length - 1])
    list.removeAll()
    within.begin(in: shorter)
    Self.eachPage(of: source, range, pages, fetched) { page, best in
      let impact = within.note(page, best, in: &shorter)
      // What one character is worth tells nothing of a word.
      list.add(page, length == 2 ? best : impact)
    }
    if length == 2 { within.forgetChanges() }
    list.end()
    within.end(in: shorter)
    swap(&list, &lists[length])
    swap(&shorter, &lists[length - 1])
  }

  /// Tells each page of some places, in order, with the greatest of the weights there.
  @inline(__always)
  private static func eachPage(
    of source: [UInt32], _ range: Range<Int>, _ pages: PageNumbers, _ weights: [UInt8],
    _ visit: (UInt32, UInt8) -> Void
  ) {
    source.withUnsafeBufferPointer { source in
      weights.withUnsafeBufferPointer { weights in
        var index = range.lowerBound
        while index < range.upperBound {
          let page = pages.page(of: source[index])
          var best: UInt8 = 0
          repeat {
            best = max(best, weights[index - range.lowerBound])
            index += 1
          } while index < range.upperBound && pages.page(of: source[index]) == page
          visit(page, best)
        }
      }
    }
  }

  /// Fetches the weights at places; first all of them, so that they are waited for together.
  private mutating func fetch(_ source: [UInt32], _ range: Range<Int>) {
    if fetched.count < range.count {
      fetched = [UInt8](repeating: 0, count: max(range.count, fetched.count * 2))
    }
    source.withUnsafeBufferPointer { source in
      marks.withUnsafeBufferPointer { marks in
        fetched.withUnsafeMutableBufferPointer { fetched in
          for index in 0..<range.count {
            fetched[index] = marks[Int(source[range.lowerBound + index])] & 31
          }
        }
      }
    }
  }

  private mutating func begin() {
    start = (units.count, bits.words.count)
    units += gram
    bits.append(gram.count - 1, width: SearchFormat.lengthBits)
  }

  private mutating func end(_ length: Int) {
    let count = bits.count - start.words * 32
    bits.alignToWord()
    pieces.append(
      Piece(
        file: files.file(of: gram), length: length, units: start.units..<units.count,
        start: start.words, count: count))
  }
}
