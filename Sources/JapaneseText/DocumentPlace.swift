/// A place in a document as those write it who cite it: 第2部第1章第1節1(2)⑧, 各論 p.23「採択結果」, 全体.
///
/// It is a way of steps from the whole to the part. Places are in the order in which the document has them: numbers
/// count as numbers in every script, and what has none stands behind what has one.
package struct DocumentPlace: Sendable {
  /// As written.
  package let text: String
  /// From the whole to the part.
  package let steps: [Step]

  /// One step of the way.
  package struct Step: Sendable {
    let kind: Kind
    /// What is numbered, or the words of a step without a number.
    let name: String
    /// The number; several where a step is about several (①②), or the number has parts (第2-5-3表).
    package let numbers: [Int]
    /// What is written behind the number of a page: its heading between 「 」.
    let heading: String
    /// Where the step ends in the UTF-8 of the text.
    let end: Int
  }

  /// What sort of step it is; siblings of different sorts stand in this order.
  enum Kind: Comparable, Sendable {
    /// 全体, はじめに, 概要 and the like, by their place in a document.
    case front(Int)
    /// 第2部, 第1章: the larger divisions first.
    case division(Int)
    case number
    case bracketed
    case circled
    case roman
    case kana
    case latin
    case page
    /// 第2-5-3表, 脚注4, 政策1.
    case named
    case words
    /// 各論, おわりに, 付録 and the like.
    case back(Int)
  }

  /// Reads a place; every text is one.
  package init(_ text: String) {
    self.text = text
    var scanner = PlaceScanner(text)
    steps = scanner.steps()
  }

  /// The text up to the end of the step before `count`.
  package func label(ofSteps count: Int) -> String {
    guard count > 0, count <= steps.count else { return text }
    let label = String(decoding: text.utf8.prefix(steps[count - 1].end), as: UTF8.self)
    return label.hasSuffix(".") ? String(label.dropLast()) : label
  }

  /// Whether the siblings of a step have the numbers before and behind its own.
  package static func isCounted(_ step: Step) -> Bool {
    switch step.kind {
    case .division, .number, .bracketed, .circled, .roman, .kana: true
    default: false
    }
  }

  /// Whether two steps are counted in one row: both are 第…章, or both (1).
  package static func areAlike(_ one: Step, _ other: Step) -> Bool {
    one.kind == other.kind && one.name == other.name
  }
}

extension DocumentPlace.Step {
  /// The place of a sibling with another number, below `parent`.
  package func sibling(_ number: Int, below parent: String) -> String {
    let digits = "\(number)"
    switch kind {
    case .division: return "\(parent)第\(digits)\(name)"
    case .bracketed: return "\(parent)(\(digits))"
    case .circled: return parent + Self.circled(number)
    case .roman: return "\(parent)\(Self.letter(0x2170, number))）"
    case .kana:
      let letter = PlaceScanner.kana[min(max(number, 1), PlaceScanner.kana.count) - 1]
      return name.isEmpty ? "\(parent)\(letter)" : "\(parent)(\(letter))"
    default:
      // Two numbers would be read as one.
      let isOpen = parent.unicodeScalars.last?.isDigit ?? false
      return parent + (isOpen ? "." : "") + digits
    }
  }

  private static func circled(_ number: Int) -> String {
    switch number {
    case 1...20: letter(0x2460, number)
    case 21...35: letter(0x3251, number - 20)
    case 36...50: letter(0x32B1, number - 35)
    default: "(\(number))"
    }
  }

  /// The letter with a number in a row of letters that begins at `first`.
  private static func letter(_ first: UInt32, _ number: Int) -> String {
    Unicode.Scalar(first + UInt32(number - 1)).map { String($0) } ?? "\(number)"
  }
}

extension DocumentPlace.Step: Comparable, Hashable {
  /// Equal steps are one place, in whichever width they are written.
  package static func == (one: Self, other: Self) -> Bool {
    one.kind == other.kind && one.numbers == other.numbers && one.name == other.name
      && one.heading == other.heading
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(numbers)
    hasher.combine(name)
  }

  package static func < (one: Self, other: Self) -> Bool {
    if one.kind != other.kind { return one.kind < other.kind }
    if one.name != other.name { return one.name.utf8.lexicographicallyPrecedes(other.name.utf8) }
    if one.numbers != other.numbers { return one.numbers.lexicographicallyPrecedes(other.numbers) }
    return one.heading.utf8.lexicographicallyPrecedes(other.heading.utf8)
  }
}

extension DocumentPlace: Comparable {
  /// Equal places are one, however they are written.
  package static func == (one: Self, other: Self) -> Bool { one.steps == other.steps }

  /// The whole stands before its parts.
  package static func < (one: Self, other: Self) -> Bool {
    one.steps.lexicographicallyPrecedes(other.steps)
  }
}
