import Testing

@testable import CatalogueSearch

/// Numbers that look random and are the same each time.
private struct Numbers {
  var state: UInt64

  mutating func next(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }
}

@Suite("Lists of grams")
struct GramListTests {
  /// The grams that have lists, told by the units in the files of lists: no reader takes part.
  ///
  /// A gram on more than 16 pages is told apart by the grams that go on from it, from four characters on one
  /// on more than 64; `search-engine.js` relies on the same numbers.
  @Test(
    "grams go on where more pages have them than the limit, or four times as many from four units on",
    arguments: [
      (16, "あい いう うえ えお おか かき き"),
      (17, "あいうえ いうえお うえおか えおかき おかき かき き"),
      (64, "あいうえ いうえお うえおか えおかき おかき かき き"),
      (65, "あいうえおか いうえおかき うえおかき えおかき おかき かき き"),
    ])
  func goesOn(_ pages: Int, _ grams: String) async throws {
    let documents = (0..<pages).map {
      SearchDocument(
        url: "\(100 + $0)/", title: "",
        sections: [.init(anchor: "", heading: "", text: "あいうえおかき")])
    }
    let index = try SearchIndexReader(await SearchIndex.build(documents))
    let units = try #require(index.value("s0")?.list?[0].units)
    #expect(String(decoding: units, as: UTF16.self) == grams.filter { $0 != " " })
  }

  @Test("limits that are asked for are kept", arguments: [1, 4, 8])
  func keepsLimit(_ limit: Int) async throws {
    for (pages, length) in [(limit, 2), (limit + 1, 4), (limit * 4, 4), (limit * 4 + 1, 6)] {
      let documents = (0..<pages).map {
        SearchDocument(
          url: "\(100 + $0)/", title: "",
          sections: [.init(anchor: "", heading: "", text: "あいうえおか")])
      }
      let files = await SearchIndex.build(documents, options: .init(limit: limit))
      let units = try #require(try SearchIndexReader(files).value("s0")?.list?[0].units)
      // The grams of あ come first; those of い follow.
      let first =
        units.prefix { $0 != 0x3044 }.count + units.dropFirst(2).prefix { $0 != 0x3044 }.count
      #expect(first + 1 == max(2, length), "\(limit) \(pages)")
    }
  }

  @Test("gaps are written as each by itself, and so are those of the numbers left out")
  func writesGaps() {
    var numbers = Numbers(state: 5)
    for round in 0..<200 {
      let total = 1 + numbers.next(round < 100 ? 300 : 70_000)
      let part = 1 + numbers.next(40)
      let some = (0..<UInt32(total)).filter { _ in numbers.next(part) == 0 }
      let others = Set(0..<UInt32(total)).subtracting(some).sorted()
      var (bits, one) = (BitString(), BitString())
      let start = numbers.next(31)
      bits.append(1, width: start + 1)
      one.append(1, width: start + 1)
      var (rest, each) = (bits, BitWriter())
      bits.append(numbers: some, below: total)
      rest.append(numbersBut: others, below: total)
      let low = ListCode.lowBits(count: some.count, below: total)
      var next: UInt32 = 0
      for number in some {
        one.append(rice: Int(number - next), low: low)
        next = number + 1
      }
      each.append(1, width: start + 1)
      each.append(numbers: some, below: total)
      for other in [rest, one] {
        #expect(bits.words == other.words)
        #expect(bits.count == other.count)
      }
      #expect(each.finish().count == (bits.count + 14) / 15)
    }
  }

  @Test("each place of a text is one window of its portion, with its page and what follows")
  func readsWindows() async {
    var numbers = Numbers(state: 9)
    var text = IndexedText()
    // More than two blocks of 65,536 places, pages without text among them.
    for _ in 0..<300 {
      for _ in 0..<numbers.next(60) {
        text.addSpelling((0...numbers.next(12)).map { _ in UInt16(1 + numbers.next(40)) })
      }
      text.endPage()
    }
    while text.units.count < 140_000 { text.addSpelling([0x3042, 0x3044]) }
    text.endPage()
    let places = text.units.indices.filter { text.units[$0] != 0 }
    for count in [1, 7, 1_000] {
      var taken = text
      let portions = await TextPortions(&taken, count: count, workers: 2)
      let alphabet = portions.alphabet
      #expect(taken.units.isEmpty)
      let room = WindowRoom(portions)
      #expect(portions.count == places.count)
      var expected: [UInt16: [Int]] = [:]
      for place in places { expected[text.units[place], default: []].append(place) }
      for portion in portions.portions {
        portions.windows(of: portion, to: room[0], hasWeights: true)
        #expect(portion.groups.reduce(0) { $0 + $1.range.count } == portion.count)
        for group in portion.groups {
          let own = expected.removeValue(forKey: alphabet[group.rank]) ?? []
          #expect(own.count == group.range.count)
          // One expectation for all: there are hundreds of thousands of places.
          #expect(
            zip(own, room[1, group.range]).allSatisfy {
              Self.isRight($1, at: $0, in: text, alphabet)
            })
        }
      }
      #expect(expected.isEmpty)
    }
  }

  private static func isRight(
    _ window: GramWindow, at place: Int, in text: IndexedText, _ alphabet: Alphabet
  ) -> Bool {
    let page = Int(window.page)
    guard text.ends[page] > place, page == 0 || text.ends[page - 1] <= place,
      window.weight == text.weights[place]
    else { return false }
    for offset in 1...5 where place + offset < text.units.count {
      let unit = text.units[place + offset]
      let rank = window.rank(at: .init(offset: offset))
      if alphabet[UInt16(rank)] != unit { return false }
      if unit == 0 { return true }
    }
    return true
  }

  @Test("the same documents in another order give the same bytes, whatever the number of workers")
  func isDeterministic() async {
    var numbers = Numbers(state: 3)
    let words = ["研究", "開発", "の", "データ", "基盤", "京都", "東京都", "。", "打ち合わせ", "ロボット", "ろぼっと"]
    let documents = (0..<200).map { number in
      let text = (0..<(4 + numbers.next(60))).map { _ in words[numbers.next(words.count)] }
      return SearchDocument(
        url: "\(1000 + number)/", title: words[numbers.next(words.count)],
        sections: [.init(anchor: "", heading: "", text: text.joined())])
    }
    let files = await SearchIndex.build(documents, options: .init(workers: 1, limit: 4))
    for workers in [2, 5, 16] {
      let other = await SearchIndex.build(
        documents.reversed(), options: .init(workers: workers, limit: 4))
      #expect(files.map(\.path) == other.map(\.path))
      #expect(files.map(\.bytes) == other.map(\.bytes))
    }
  }
}
