/// All lists of the index, gram by gram.
struct Postings {
  /// The grams in order, see `GramText.key`.
  private(set) var keys: [UInt64] = []
  private var numbers: [UInt32] = []
  private var starts: [Int] = []
  private var pages: [UInt32] = []
  private var symbols: [UInt8] = []

  /// Joins what was collected of consecutive pages.
  init(merging collectors: [GramCollector], pages pageCount: Int) {
    var table = GramTable()
    var counts: [Int] = []
    var numbering: [[UInt32]] = []
    for collector in collectors {
      let numbers = collector.table.keys.map { UInt32(table.number(of: $0)) }
      counts += Array(repeating: 0, count: table.keys.count - counts.count)
      for gram in collector.grams { counts[Int(numbers[Int(gram)])] += 1 }
      numbering.append(numbers)
    }
    var total = 0
    starts.reserveCapacity(counts.count + 1)
    for count in counts {
      starts.append(total)
      total += count
    }
    starts.append(total)
    pages = Array(repeating: 0, count: total)
    symbols = Array(repeating: 0, count: total)
    var next = starts
    var page: UInt32 = 0
    for (collector, numbers) in zip(collectors, numbering) {
      var position = 0
      for end in collector.ends {
        while position < end {
          let gram = Int(numbers[Int(collector.grams[position])])
          pages[next[gram]] = page
          symbols[next[gram]] = collector.symbols[position]
          next[gram] += 1
          position += 1
        }
        page += 1
      }
    }
    let order = table.keys.indices.sorted { table.keys[$0] < table.keys[$1] }
    keys = order.map { table.keys[$0] }
    numbers = order.map { UInt32($0) }
  }

  /// How often each symbol occurs.
  var symbolCounts: [Int] {
    var counts = [Int](repeating: 0, count: 256)
    for symbol in symbols { counts[Int(symbol)] += 1 }
    return counts
  }

  /// The characters of the list of the gram at `index` of `keys`.
  func characters(
    at index: Int, of pageCount: Int, code: SymbolCode, writer: inout BitWriter
  ) -> [UInt16] {
    let gram = Int(numbers[index])
    let range = starts[gram]..<starts[gram + 1]
    return PostingCoder.characters(pages: pages[range], of: pageCount, writer: &writer) {
      code.append(symbols[range.lowerBound + $0], to: &$1)
    }
  }
}
