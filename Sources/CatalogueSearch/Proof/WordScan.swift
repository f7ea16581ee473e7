/// Tells which pages have which words by reading every text once: no index, so that it can judge one.
struct WordScan {
  /// The pages that have each of the words, in the order of the words.
  private(set) var pages: [Set<Int>]
  private let words: [[UInt16]]
  /// The words that begin with each unit.
  private var byStart: [[Int]]

  /// Looks for folded words; an empty one is nowhere.
  init(_ words: [[UInt16]]) {
    self.words = words
    pages = Array(repeating: [], count: words.count)
    byStart = Array(repeating: [], count: 1 << 16)
    for (number, word) in words.enumerated() {
      if let start = word.first { byStart[Int(start)].append(number) }
    }
  }

  /// Notes the words that a folded text of a page has.
  mutating func read(_ text: [UInt16], page: Int) {
    for start in text.indices {
      let candidates = byStart[Int(text[start])]
      for number in candidates where Self.has(text, words[number], at: start) {
        pages[number].insert(page)
      }
    }
  }

  private static func has(_ text: [UInt16], _ word: [UInt16], at start: Int) -> Bool {
    guard start + word.count <= text.count else { return false }
    for offset in word.indices where text[start + offset] != word[offset] { return false }
    return true
  }
}
