/// Reads lists as `search-engine.js` does, by `BrowserRules`.
struct ListReader {
  /// What a mention is worth, as the lists tell it.
  private enum Impact {
    static let inside = 0
    static let text = 1
    static let heading = 2
    static let name = 3
  }

  /// A list with what is noted of it while the lists below it are read.
  struct List {
    var pages: [Int] = []
    var impacts: [Int] = []
    fileprivate var isTaken: [Bool] = []
  }

  private let characters: [UInt16]
  private let pages: Int
  private var position = 0

  /// - Parameters:
  ///   - characters: `SearchFormat.bits` bits each.
  ///   - pages: how many pages there are.
  init(_ characters: [UInt16], pages: Int) {
    self.characters = characters
    self.pages = pages
  }

  /// Whether all characters are read; what is left of the last one is no list.
  var isAtEnd: Bool { (position + SearchFormat.bits - 1) / SearchFormat.bits == characters.count }

  /// A number of `width` bits; what is past the end is 0.
  mutating func number(_ width: Int) -> Int {
    var value = 0
    for _ in 0..<width {
      let place = position / SearchFormat.bits
      let unit = place < characters.count ? Int(characters[place]) - SearchFormat.firstCharacter : 0
      value = value << 1 | unit >> (SearchFormat.bits - 1 - position % SearchFormat.bits) & 1
      position += 1
    }
    return value
  }

  /// Ascending numbers below a total, after their count.
  mutating func numbers() -> [Int] { numbers(gamma(), below: pages) }

  /// A list that stands by itself.
  mutating func list() -> List {
    var list = List()
    list.pages = numbers()
    readImpacts(of: &list)
    list.isTaken = Array(repeating: false, count: list.pages.count)
    return list
  }

  private mutating func readImpacts(of list: inout List) {
    list.impacts = Array(repeating: Impact.text, count: list.pages.count)
    for place in numbers(gamma() - 1, below: list.pages.count) {
      list.impacts[place] = otherImpact()
    }
  }

  /// An impact that is not that of a text.
  private mutating func otherImpact() -> Int {
    if number(1) == 0 { return Impact.heading }
    if number(1) == 0 { return Impact.inside }
    return number(1) == 0 ? Impact.name : Impact.name + 1 + number(SearchFormat.nameBits)
  }

  /// A list that is told by its places in that of a shorter gram, or, if `isPair`, of a single character.
  mutating func list(in shorter: inout List, isPair: Bool) -> List {
    let isMost = number(1) == 1
    var free: [Int] = []
    var taken: [Int] = []
    for place in shorter.pages.indices {
      if shorter.isTaken[place] { taken.append(place) } else { free.append(place) }
    }
    var isHere = Array(repeating: false, count: shorter.pages.count)
    if isMost { for place in free { isHere[place] = true } }
    for number in numbers(gamma() - 1, below: free.count) { isHere[free[number]] = !isMost }
    for number in numbers(gamma() - 1, below: taken.count) { isHere[taken[number]] = true }
    var list = List()
    for place in shorter.pages.indices where isHere[place] {
      shorter.isTaken[place] = true
      list.pages.append(shorter.pages[place])
      if !isPair { list.impacts.append(impact(of: shorter.impacts[place])) }
    }
    if isPair { readImpacts(of: &list) }
    list.isTaken = Array(repeating: false, count: list.pages.count)
    return list
  }

  /// What an impact is in the list of a longer gram.
  private mutating func impact(of shorter: Int) -> Int {
    guard shorter > Impact.text else { return shorter }
    guard number(1) == 1 else { return Impact.text }
    var impact = shorter
    while impact > Impact.name, number(1) == 1 { impact -= 1 }
    return impact
  }

  private mutating func gamma() -> Int {
    var zeros = 0
    // No number of a sound list is longer.
    while zeros < 31, number(1) == 0 { zeros += 1 }
    return 1 << zeros | number(zeros)
  }

  private mutating func numbers(_ count: Int, below total: Int) -> [Int] {
    let low = BrowserRules.lowBits(count, below: total)
    var value = -1
    var found: [Int] = []
    for _ in 0..<count {
      guard position < characters.count * SearchFormat.bits else { break }
      while number(1) == 1 { value += 1 << low }
      value += number(low) + 1
      // A list that is not as it was written leads nowhere rather than past the end.
      guard value < total else { break }
      found.append(value)
    }
    return found
  }
}
