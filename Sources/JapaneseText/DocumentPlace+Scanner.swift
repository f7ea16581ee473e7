/// Reads the steps of a place in a document, one after the other.
struct PlaceScanner {
  private let scalars: [Unicode.Scalar]
  /// Where each scalar begins in the UTF-8 of the text, and where the last ends.
  private let offsets: [Int]
  private var index = 0

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    var offsets = [0]
    offsets.reserveCapacity(scalars.count + 1)
    for scalar in scalars { offsets.append(offsets[offsets.count - 1] + scalar.utf8.count) }
    self.offsets = offsets
  }

  /// Places have few steps; what goes on longer is one step of words.
  private static let limit = 12

  typealias Step = DocumentPlace.Step
  typealias Kind = DocumentPlace.Kind

  /// The divisions of documents, the larger first.
  private static let divisions = Array("部編章節款目項条号".unicodeScalars)
  /// What stands at the front of a document, in its order; the numbered parts follow.
  private static let front = [
    "全体", "表紙", "目次", "まえがき", "はじめに", "序文", "序章", "序", "要旨", "要約", "概要", "総論",
  ]
  /// What follows the numbered parts.
  private static let back = [
    "各論", "終章", "おわりに", "結び", "あとがき", "参考", "参考資料", "資料", "付録", "附録", "附則", "別表", "別添", "別紙",
  ]
  static let kana = Array(
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン".unicodeScalars)

  /// The steps of the text.
  mutating func steps() -> [Step] {
    var steps: [Step] = []
    while skipSeparators(), steps.count < Self.limit {
      // The heading of a page belongs to its number.
      if let last = steps.last, last.kind == .page, last.heading.isEmpty, let text = quotation() {
        steps[steps.count - 1] = Step(
          kind: last.kind, name: last.name, numbers: last.numbers, heading: text,
          end: offsets[index])
        continue
      }
      steps.append(step())
    }
    return steps
  }

  private mutating func step() -> Step {
    if index > 0, let last = rest() { return last }
    if let step = division() ?? numbered() ?? bracketed() ?? circled() ?? lettered() {
      return step
    }
    return words()
  }

  /// What is left as one step, where there is too much of it.
  private mutating func rest() -> Step? {
    guard scalars.count - index > 200 else { return nil }
    let start = index
    index = scalars.count
    return made(.words, name: text(from: start))
  }

  private func made(
    _ kind: Kind, name: String = "", _ numbers: [Int] = []
  ) -> Step {
    Step(kind: kind, name: name, numbers: numbers, heading: "", end: offsets[index])
  }

  private var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private func text(from start: Int) -> String { Self.text(scalars[start..<index]) }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    for scalar in scalars { text.append(FoldedText.fold(scalar)) }
    return String(text)
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || "、,.．・>＞/／:：".unicodeScalars.contains(scalar)
  }

  /// Goes to the next step; false at the end.
  private mutating func skipSeparators() -> Bool {
    while let next, Self.isSeparator(next) { index += 1 }
    return index < scalars.count
  }

  /// A number in any script, without what stands around it.
  private mutating func number() -> Int? {
    let start = index
    var value = 0
    while let next, let digit = FoldedText.fold(next).digit, index - start < 9 {
      value = value * 10 + digit
      index += 1
    }
    return index > start ? value : kanjiNumber()
  }

  /// 一 to 九十九.
  private mutating func kanjiNumber() -> Int? {
    let digits = Array("一二三四五六七八九".unicodeScalars)
    func digit() -> Int? { next.flatMap { digits.firstIndex(of: $0) }.map { $0 + 1 } }
    let tens = digit()
    if tens != nil { index += 1 }
    guard next == "十" else { return tens }
    index += 1
    let ones = digit()
    if ones != nil { index += 1 }
    return (tens ?? 1) * 10 + (ones ?? 0)
  }

  /// A number whose parts are joined: 2-5-3, 4・5.
  private mutating func numbers() -> [Int] {
    guard let first = number() else { return [] }
    var numbers = [first]
    while let next, "-‐–—―－の・〜~".unicodeScalars.contains(next) {
      let start = index
      index += 1
      guard let number = number() else {
        index = start
        break
      }
      numbers.append(number)
    }
    return numbers
  }

  /// 第2部, 第1章; 第2-5-3表 is named.
  private mutating func division() -> Step? {
    let start = index
    guard next == "第" else { return nil }
    index += 1
    let numbers = numbers()
    guard !numbers.isEmpty, let marker = next else {
      index = start
      return nil
    }
    index += 1
    if let rank = Self.divisions.firstIndex(of: marker) {
      return made(.division(rank), name: String(marker), numbers)
    }
    return made(.named, name: String(marker), numbers)
  }

  /// 1, 1章, 23ページ; `p.23`.
  private mutating func numbered() -> Step? {
    let start = index
    if let letter = next, "pPｐＰ".unicodeScalars.contains(letter) {
      index += 1
      while let next, "pPｐＰ.．  ".unicodeScalars.contains(next) { index += 1 }
      let numbers = numbers()
      if !numbers.isEmpty { return made(.page, numbers) }
      index = start
      return nil
    }
    guard let next, FoldedText.fold(next).digit != nil, let number = number() else { return nil }
    if let marker = self.next, let rank = Self.divisions.firstIndex(of: marker) {
      index += 1
      return made(.division(rank), name: String(marker), [number])
    }
    for word in ["ページ", "頁"] where scalars[index...].starts(with: word.unicodeScalars) {
      index += word.unicodeScalars.count
      return made(.page, [number])
    }
    return made(.number, [number])
  }

  /// (1), （ア）, (A); what has words in it is one.
  private mutating func bracketed() -> Step? {
    guard let open = next, let close = ["(": ")", "（": "）"][String(open)] else { return nil }
    let start = index
    let closing = Array(close.unicodeScalars)[0]
    guard
      let end = scalars[index...].firstIndex(where: {
        $0 == closing || FoldedText.fold($0) == ")"
      })
    else { return nil }
    index += 1
    let inner: (Kind, [Int])?
    if let letter = letter(), index == end {
      inner = letter
    } else {
      index = start + 1
      inner = number().map { (.bracketed, [$0]) }
    }
    let isWhole = index == end
    index = end + 1
    guard isWhole, let (kind, numbers) = inner else {
      return made(.words, name: text(from: start))
    }
    return made(kind, name: "(", numbers)
  }

  /// A letter that counts: ア, A, ⅰ.
  private mutating func letter() -> (Kind, [Int])? {
    guard let next else { return nil }
    let folded = FoldedText.fold(next)
    if let place = Self.kana.firstIndex(of: next) {
      index += 1
      return (.kana, [place + 1])
    }
    if (0x2160...0x217B).contains(next.value) {
      index += 1
      return (.roman, [Int(next.value - 0x2160) % 16 + 1])
    }
    if folded.isASCII, folded.properties.isAlphabetic {
      index += 1
      return (.latin, [Int(folded.value | 32) - 96])
    }
    return nil
  }

  /// ア, A, ⅰ） alone: no other letter stands beside it.
  private mutating func lettered() -> Step? {
    let start = index
    guard let (kind, numbers) = letter() else { return nil }
    if let next, next == ")" || next == "）" { index += 1 }
    if let next, next.properties.isAlphabetic, kind != .roman, circledNumber(next) == nil,
      next != "第"
    {
      index = start
      return nil
    }
    return made(kind, numbers)
  }

  /// ①; several are one step about all of them.
  private mutating func circled() -> Step? {
    var numbers: [Int] = []
    while let next, let number = circledNumber(next) {
      numbers.append(number)
      index += 1
    }
    return numbers.isEmpty ? nil : made(.circled, numbers)
  }

  private func circledNumber(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x2460...0x2473: Int(scalar.value) - 0x2460 + 1
    case 0x3251...0x325F: Int(scalar.value) - 0x3251 + 21
    case 0x32B1...0x32BF: Int(scalar.value) - 0x32B1 + 36
    default: nil
    }
  }

  /// 「…」, to its end.
  private mutating func quotation() -> String? {
    guard next == "「" else { return nil }
    let start = index
    while let next {
      index += 1
      if next == "」" { break }
    }
    return text(from: start)
  }

  /// Words, with the number behind them.
  private mutating func words() -> Step {
    if let text = quotation() { return made(.words, name: text) }
    let start = index
    repeat { index += 1 } while next.map(goesOn) ?? false
    let name = text(from: start)
    if let place = Self.front.firstIndex(of: name) { return made(.front(place), name: name) }
    if let place = Self.back.firstIndex(of: name) { return made(.back(place), name: name) }
    let numbers = next.map { FoldedText.fold($0).digit != nil } ?? false ? numbers() : []
    return numbers.isEmpty ? made(.words, name: name) : made(.named, name: name, numbers)
  }

  /// Whether words go on with a scalar.
  private func goesOn(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isWhitespace || "(（「第.．".unicodeScalars.contains(scalar) {
      return false
    }
    return FoldedText.fold(scalar).digit == nil && circledNumber(scalar) == nil && !isPage
  }

  /// Whether the number of a page comes next: `p.23` behind words without a space.
  private var isPage: Bool {
    guard let letter = next, "pPｐＰ".unicodeScalars.contains(letter), index + 1 < scalars.count
    else { return false }
    let behind = FoldedText.fold(scalars[index + 1])
    return behind == "." || behind.digit != nil
  }
}

extension Unicode.Scalar {
  /// The value of one of `0`...`9`.
  fileprivate var digit: Int? { isDigit ? Int(value) - 0x30 : nil }
}
