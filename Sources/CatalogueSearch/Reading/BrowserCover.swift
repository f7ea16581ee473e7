/// What is known of one spelling of a term while it is looked up, part by part: the twin of `Cover` in
/// `search-engine.js`.
struct BrowserCover {
  /// A part of a run of words that is to be looked up: from where, and so many units at most.
  private struct Part {
    let run: [UInt16]
    let from: Int
    let most: Int
  }

  /// Whether the spelling is another name of what the term names.
  let isName: Bool
  /// The pages that may have it, with what a mention is worth; nil as long as nothing is known.
  private(set) var list: SearchIndexReader.List?
  /// The list of what it begins with.
  private(set) var start: SearchIndexReader.List?
  /// Whether the lists are sure that all of these have it.
  private(set) var isExact = false
  private let count: Int
  private var todo: [Part]
  /// Where a part ends that many pages have and that none goes on from, unless what stands around is on few.
  private var edge = Int.max

  /// Whether more can be told.
  var isOpen: Bool { !todo.isEmpty }

  init(_ text: String, isName: Bool) {
    self.isName = isName
    let units = BrowserRules.units(of: text)
    count = units.count
    todo = units.split { !BrowserRules.isWord($0) }.map {
      Part(run: Array($0), from: 0, most: Int.max)
    }
  }

  /// Looks one more part up.
  mutating func look(in index: SearchIndexReader) {
    guard !todo.isEmpty else { return }
    let part = todo.removeFirst()
    let (length, found) = index.list(atStartOf: part.run[part.from...].prefix(part.most))
    let end = part.from + length
    let isMany =
      found.map { BrowserRules.isMany($0.pages.count, limit: index.limit, length: length) } ?? false
    if let found {
      start = start ?? found
      list = list.map { Self.narrow($0, to: found) } ?? found
    }
    let isNowhere = found == nil ? length < 2 : (isMany ? end : end - 1) > edge
    edge = Int.max
    if isNowhere {
      list = SearchIndexReader.List(pages: [], impacts: [])
      isExact = true
      todo = []
    } else if part.from == 0, length == count {
      isExact = true
    } else if end < part.run.count, part.most == Int.max {
      let isCapped = length == index.files.layout.longest
      let next = isCapped ? min(end - 3, part.run.count - length) : end - 2
      todo.insert(Part(run: part.run, from: max(part.from + 1, next), most: part.most), at: 0)
      if isMany, !isCapped { edge = end }
    }
    if found == nil, !isNowhere {
      todo.insert(Part(run: part.run, from: part.from, most: length), at: 0)
    }
  }

  /// The pages of both lists.
  ///
  /// Only where a term begins does it tell that it is inside a word, or how long the name is.
  private static func narrow(
    _ list: SearchIndexReader.List, to other: SearchIndexReader.List
  ) -> SearchIndexReader.List {
    list.joined(with: other) { one, other in
      guard let one, let other else { return nil }
      return other > 0 && other < BrowserRules.Worth.name ? min(one, other) : one
    }
  }
}

extension SearchIndexReader.List {
  /// Joins two lists in the order of their pages; a page without an impact is left out.
  func joined(with other: Self, _ join: (Int?, Int?) -> Int?) -> Self {
    var joined = Self(pages: [], impacts: [])
    var (mine, its) = (0, 0)
    while mine < pages.count || its < other.pages.count {
      let page = mine < pages.count ? pages[mine] : Int.max
      let otherPage = its < other.pages.count ? other.pages[its] : Int.max
      let impact = join(
        page <= otherPage ? impacts[mine] : nil, otherPage <= page ? other.impacts[its] : nil)
      if let impact {
        joined.pages.append(min(page, otherPage))
        joined.impacts.append(impact)
      }
      if page <= otherPage { mine += 1 }
      if otherPage <= page { its += 1 }
    }
    return joined
  }
}
