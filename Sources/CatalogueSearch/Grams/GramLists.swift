import Parallelism

/// The lists of all grams, and the files that they are in.
struct GramLists {
  let files: [IndexFile]
  let layout: GramFiles

  /// Smaller files than this cost more requests than they save bytes.
  private static let leastBytes = 1_500

  /// Makes the lists of a text: in up to `most` files; `limit` pages need not be told apart by a list.
  init(_ text: IndexedText, limit: Int, most: Int, workers: Int) async {
    let places = Places(text)
    let pages = PageNumbers(text)
    // A list has about a byte for each place where its gram stands, all lengths taken together.
    let size = Step.down(places.all.count)
    let count = max(1, min(most, Step.down(size / Self.leastBytes)))
    let frequent = await FrequentGrams.find(
      in: text, places, pages, limit: limit, share: size / count * 3 / 2,
      workers: workers)
    let marks = frequent.marks(text)
    let layout = GramFiles(count: count, crowded: frequent.crowded)
    let trees = await Parallel.map(places.portions(workers * 8), workers: workers) { groups in
      var tree = GramTree(
        text, pages: pages, marks: marks, files: layout, limit: limit)
      for group in groups { tree.add(group, of: places) }
      return tree
    }
    var members: [[(tree: Int, piece: Int)]] = Array(repeating: [], count: count)
    for (number, tree) in trees.enumerated() {
      for (place, piece) in tree.pieces.enumerated() { members[piece.file].append((number, place)) }
    }
    let numbered = members.enumerated().map { ($0.offset, $0.element) }
    files = await Parallel.map(numbered, workers: workers) { number, members in
      Self.file(number, members, trees)
    }
    self.layout = layout
  }

  /// Makes the file of some pieces: `[units, bits]`.
  ///
  /// The bits are, for each gram that stands by itself: its length less 1 in three bits, its list, and if
  /// more than the limit have it, for each gram below a 1 and the same without the length, then a 0.
  private static func file(
    _ number: Int, _ members: [(tree: Int, piece: Int)], _ trees: [GramTree]
  ) -> IndexFile {
    var file = IndexFileWriter(key: SearchFormat.key(.lists, number))
    var bits = BitWriter()
    file.append("[\"")
    for member in members {
      let tree = trees[member.tree]
      let piece = tree.pieces[member.piece]
      file.append(plain: tree.units[piece.units])
      var rest = piece.count
      var word = piece.start
      while rest > 0 {
        let width = min(rest, 32)
        bits.append(Int(tree.bits.words[word] >> UInt32(32 - width)), width: width)
        rest -= width
        word += 1
      }
    }
    file.append("\",\"")
    file.append(plain: bits.finish())
    file.append("\"]")
    return file.finish()
  }
}
