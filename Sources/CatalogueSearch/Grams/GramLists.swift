import Parallelism

/// The lists of all grams, and which files they are to be in.
struct GramLists: Sendable {
  let layout: GramFiles
  let listFiles: ListFiles
  private let trees: [GramTree]
  /// For each file the pieces that it has, in order.
  private let members: [[Member]]

  private struct Member: Sendable {
    let tree: Int
    let piece: Int
  }

  /// Smaller files than this cost more requests than they save bytes.
  private static let leastBytes = 1_500
  /// How many times as many places as a file has on average what stands in one file may take: more makes
  /// larger files, less makes more crowded grams, which all queries fetch with the directory.
  private static let share = 2
  /// How many units portions have.
  ///
  /// More portions take less memory and more time, since each reads all of the text. A small text has portions
  /// for all workers, as far as each is worth the tables that it needs.
  private static let unitsOfPortion = (least: 1 << 12, most: 1 << 20)

  /// Makes the lists of a text: for up to `most` files; `limit` pages need not be told apart by a list.
  ///
  /// The text is empty afterwards.
  init(_ text: inout IndexedText, limit: Int, most: Int, workers: Int) async {
    let count = max(
      text.units.count / Self.unitsOfPortion.most,
      min(text.units.count / Self.unitsOfPortion.least, workers * 4))
    await self.init(
      TextPortions(&text, count: count, workers: workers), limit: limit, most: most,
      workers: workers)
  }

  private init(
    _ text: TextPortions, limit: Int, most: Int, workers: Int
  ) async {
    // A list has about a byte for each place where its gram stands, all lengths taken together.
    let size = Step.down(text.count)
    let count = max(1, min(most, Step.down(size / Self.leastBytes)))
    let frequent = await FrequentGrams.find(
      in: text, limit: limit, share: size / count * Self.share, workers: workers)
    let layout = GramFiles(count: count, crowded: frequent.crowded)
    let chunks = await Parallel.mapChunks(text.portions, workers: workers) { portions in
      var builder = GramTreeBuilder(text, frequent: frequent, files: layout, limit: limit)
      return portions.map { builder.tree(of: $0) }
    }
    trees = chunks.flatMap { $0 }
    var sizes = [Int](repeating: 0, count: layout.places)
    for tree in trees { for piece in tree.pieces { sizes[piece.place] += piece.bytes } }
    let listFiles = ListFiles(sizes, text: size, count: count, most: max(1, most))
    var files = [Int](repeating: 0, count: layout.places)
    var file = -1
    for place in files.indices {
      if file + 1 < listFiles.starts.count, listFiles.starts[file + 1] == place { file += 1 }
      files[place] = file
    }
    var members: [[Member]] = Array(repeating: [], count: listFiles.starts.count)
    for (number, tree) in trees.enumerated() {
      for (place, piece) in tree.pieces.enumerated() {
        members[files[piece.place]].append(Member(tree: number, piece: place))
      }
    }
    self.members = members
    self.listFiles = listFiles
    self.layout = layout
  }

  /// Makes the files and hands them over.
  func files<Output: Sendable>(
    workers: Int, take: @escaping @Sendable (SearchFile) -> Output
  ) async -> [TakenFile<Output>] {
    await Parallel.map(Array(members.indices), workers: workers) {
      TakenFile(file($0), to: take)
    }
  }

  /// Makes the file with a number: `[units, bits]`.
  ///
  /// The bits are, for each gram that stands by itself: its length less 1 in three bits, its list, and if
  /// more than the limit have it, for each gram below a 1 and the same without the length, then a 0.
  private func file(_ number: Int) -> IndexFile {
    var file = IndexFileWriter(key: SearchFormat.key(.lists, listFiles.starts[number]))
    var bits = BitWriter()
    file.append("[\"")
    for member in members[number] {
      let tree = trees[member.tree]
      let piece = tree.pieces[member.piece]
      file.append(plain: tree.units[piece.units])
      bits.append(piece.count, of: tree.bits.words[piece.start...])
    }
    file.append("\",\"")
    file.append(plain: bits.finish())
    file.append("\"]")
    return file.finish()
  }
}
