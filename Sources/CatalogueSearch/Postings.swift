/// All lists of the index, gram by gram.
struct Postings {
  /// The grams in order, see `GramText.key`.
  private(set) var keys: [UInt64] = []
  private var numbers: [UInt32] = []
  private var starts: [Int] = []
  private var pages: [UInt32] = []
  private var marks: [UInt16] = []
  /// By gram, the pages that are listed besides.
  private var additions: [Int: Set<UInt32>] = [:]

  /// Joins what was collected of consecutive pages.
  ///
  /// `additions` are what pages are listed under besides, as mentions that are not exact.
  init(merging collectors: [GramCollector], additions: [KanaRuns.Addition]) {
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
    marks = Array(repeating: 0, count: total)
    var next = starts
    var page: UInt32 = 0
    for (collector, numbers) in zip(collectors, numbering) {
      var position = 0
      for end in collector.ends {
        while position < end {
          let gram = Int(numbers[Int(collector.grams[position])])
          pages[next[gram]] = page
          marks[next[gram]] = collector.marks[position]
          next[gram] += 1
          position += 1
        }
        page += 1
      }
    }
    add(additions, &table)
    let order = table.keys.indices.sorted { table.keys[$0] < table.keys[$1] }
    keys = order.map { table.keys[$0] }
    numbers = order.map { UInt32($0) }
  }

  private mutating func add(_ additions: [KanaRuns.Addition], _ table: inout GramTable) {
    for addition in additions {
      for key in GramCollector.grams(of: addition.units) {
        let gram = table.number(of: key)
        // A gram that no page has by itself has an empty list.
        if gram + 1 == starts.count { starts.append(starts[gram]) }
        self.additions[gram, default: []].insert(addition.page)
      }
    }
  }

  /// How often each class of marks occurs.
  var classCounts: [Int] {
    var counts = [Int](repeating: 0, count: PostingMark.classes)
    for mark in marks { counts[PostingMark.classOf(mark)] += 1 }
    // An addition makes a page's mark one of anywhere, of any impact.
    for impact in UInt8(0)...3 where !additions.isEmpty {
      counts[PostingMark.classOf(PostingMark.mark(impact: impact, mask: PostingMark.anywhere))] += 1
    }
    return counts
  }

  /// Writes the list of the gram at `index` of `keys`.
  func write<Sink: BitSink>(
    at index: Int, of pageCount: Int, code: MarkCode, to sink: inout Sink
  ) {
    let gram = Int(numbers[index])
    if let others = additions[gram] {
      let list = merged(gram, others)
      PostingCoder.write(pages: list.pages, of: pageCount, to: &sink) {
        code.append(list.marks[$0], to: &$1)
      }
      return
    }
    let range = starts[gram]..<starts[gram + 1]
    PostingCoder.write(pages: pages[range], of: pageCount, to: &sink) {
      code.append(marks[range.lowerBound + $0], to: &$1)
    }
  }

  /// The list of a gram with its additions.
  private func merged(_ gram: Int, _ others: Set<UInt32>) -> (pages: [UInt32], marks: [UInt16]) {
    var found: [UInt32: UInt16] = [:]
    for index in starts[gram]..<starts[gram + 1] { found[pages[index]] = marks[index] }
    for page in others {
      let impact = UInt8((found[page] ?? 0) >> 8)
      found[page] = PostingMark.mark(impact: impact, mask: PostingMark.anywhere)
    }
    let order = found.keys.sorted()
    return (order, order.map { found[$0] ?? 0 })
  }
}
