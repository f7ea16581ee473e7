package import Diagnostics

/// A box that a quotation became, since its first line is a mark: `> [!NOTE]`.
package struct Callout: Sendable, Equatable {
  /// The kinds of GitHub's alerts.
  package enum Kind: Int, Sendable, CaseIterable {
    case note
    case tip
    case important
    case warning
    case caution
  }

  /// What it is for.
  package let kind: Kind
  /// The word of the mark in the document's text where it is Japanese, and so its label.
  package let word: CompactRange?
}

extension Callout.Kind {
  /// The word that a page shows.
  ///
  /// 警告 stands for WARNING and 注意 for CAUTION, as on products and in programs in Japanese.
  var label: StaticString {
    switch self {
    case .note: "補足"
    case .tip: "ヒント"
    case .important: "重要"
    case .warning: "警告"
    case .caution: "注意"
    }
  }

  /// The class of the element.
  var name: StaticString {
    switch self {
    case .note: "note"
    case .tip: "tip"
    case .important: "important"
    case .warning: "warning"
    case .caution: "caution"
    }
  }
}

/// Reads the mark of a callout.
enum CalloutScanner {
  /// A mark at the beginning of a quotation's first line.
  struct Mark {
    /// The kind, if the word is known.
    let kind: Callout.Kind?
    let word: Range<Int>
    /// The mark with its brackets.
    let range: Range<Int>
    /// Whether it is written with the signs that a mark has: `[!` and `]`.
    let isExact: Bool
  }

  /// The words in upper case, in the order in which they are offered.
  private static let words: [(String, Callout.Kind)] = [
    ("NOTE", .note), ("TIP", .tip), ("IMPORTANT", .important), ("WARNING", .warning),
    ("CAUTION", .caution), ("補足", .note), ("ヒント", .tip), ("重要", .important), ("警告", .warning),
    ("注意", .caution), ("メモ", .note), ("参考", .note), ("備考", .note), ("注記", .note), ("危険", .warning),
  ]

  /// Words of other tools, and what they are here.
  private static let others: [String: String] = [
    "INFO": "NOTE", "INFORMATION": "NOTE", "MEMO": "NOTE", "ABSTRACT": "NOTE", "SUMMARY": "NOTE",
    "EXAMPLE": "NOTE", "QUOTE": "NOTE", "TODO": "NOTE", "HINT": "TIP", "SUCCESS": "TIP",
    "DANGER": "WARNING", "ERROR": "WARNING", "BUG": "WARNING", "FAILURE": "WARNING",
    "ALERT": "WARNING", "ATTENTION": "CAUTION", "ノート": "補足", "注": "補足", "コツ": "ヒント", "情報": "補足",
    "お知らせ": "補足", "アドバイス": "ヒント", "大切": "重要", "要注意": "注意",
  ]

  /// A mark is no longer, in bytes.
  private static let maximumLength = 80

  /// ] and what is typed for it: ］】」｝}）)〕.
  private static let closing: Set<UInt32> = [
    0x5D, 0xFF3D, 0x3011, 0x300D, 0xFF5D, 0x7D, 0xFF09, 0x29, 0x3015,
  ]

  /// Reads the mark at the beginning of a text, or returns nil where there is none.
  static func scan(_ text: [UInt8], _ content: Range<Int>) -> Mark? {
    let limit = min(content.upperBound, content.lowerBound + maximumLength)
    var index = content.lowerBound
    guard let open = sign("[［【", text, &index, limit), let bang = sign("!！", text, &index, limit)
    else { return nil }
    let start = index
    while index < limit {
      let (value, length) = UTF8Scalars.scalar(text, at: index, limit: limit)
      if closing.contains(value) { break }
      guard isLetter(value) else { return nil }
      index += length
    }
    let word = start..<index
    guard !word.isEmpty, index < limit else { return nil }
    let isClosed = text[index] == UInt8(ascii: "]")
    index += UTF8Scalars.scalar(text, at: index, limit: limit).length
    // `[!a](b)` and `[!a][b]` are links.
    if index < content.upperBound,
      text[index] == UInt8(ascii: "(") || text[index] == UInt8(ascii: "[")
    {
      return nil
    }
    let kind = kind(of: String(decoding: text[word], as: UTF8.self))
    let isExact = open == 1 && bang == 1 && isClosed
    guard isExact || kind != nil else { return nil }
    return Mark(kind: kind, word: word, range: content.lowerBound..<index, isExact: isExact)
  }

  /// Goes over one of some signs and returns its length.
  private static func sign(
    _ signs: String, _ text: [UInt8], _ index: inout Int, _ limit: Int
  ) -> Int? {
    guard index < limit else { return nil }
    let (value, length) = UTF8Scalars.scalar(text, at: index, limit: limit)
    guard signs.unicodeScalars.contains(where: { $0.value == value }) else { return nil }
    index += length
    return length
  }

  private static func isLetter(_ value: UInt32) -> Bool {
    if value < 0x80 { return value | 32 >= 97 && value | 32 <= 122 }
    return CharacterClass.isCJK(value) && !CharacterClass.isPunctuation(value)
      && !CharacterClass.isWhitespace(value)
  }

  /// The kind of box of a word; nil where it is none.
  static func kind(of word: String) -> Callout.Kind? {
    let upper = word.uppercased()
    return words.first { $0.0 == upper }?.1
  }

  /// The words that may have been meant by one that is unknown, best first.
  static func suggestions(for word: String) -> [String] {
    let upper = word.uppercased()
    if let meant = others[upper] { return [meant] }
    let letters = Array(upper.unicodeScalars)
    let near = words.map(\.0).filter { known in
      let other = Array(known.unicodeScalars)
      return upper.contains(known)
        || other.count > 2 && distance(letters, other) <= (other.count > 3 ? 2 : 1)
        || other.count > 1 && known.contains(upper)
    }
    return Array(near.prefix(3))
  }

  /// How many letters have to be changed, put in or taken out.
  private static func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
    var row = Array(0...other.count)
    for (index, letter) in one.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in other.indices {
        let change = diagonal + (letter == other[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(change, row[column] + 1, diagonal + 1)
      }
    }
    return row[other.count]
  }
}
