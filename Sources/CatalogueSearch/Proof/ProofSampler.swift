/// Draws the terms of a proof from the documents: the same documents give the same terms.
struct ProofSampler {
  private var terms: [ProofTerm] = []
  private var typed: Set<String> = []
  /// The state of a sequence of numbers (SplitMix64).
  private var state: UInt64

  /// About 500 terms of every kind that a reader types; fewer where a site has too little to draw from.
  static func terms(of documents: [SearchDocument], seed: UInt64) -> [ProofTerm] {
    let stock = Stock(documents)
    var sampler = ProofSampler(state: seed)
    sampler.add(50) { $0.any(stock.titles).map { ProofTerm($0) } }
    sampler.add(40) { $0.any(stock.aliases).map { ProofTerm($0) } }
    sampler.add(30) { $0.any(stock.readings).map { ProofTerm(reading: $0) } }
    sampler.add(15) { $0.piece(stock.readings).map { ProofTerm(reading: $0) } }
    for texts in [stock.titles, stock.summaries, stock.headings, stock.texts] {
      sampler.add(45) { $0.piece(texts).map { ProofTerm($0) } }
    }
    for form in TypedForm.allCases {
      sampler.add(25) { sampler in
        guard let piece = sampler.piece(stock.all) else { return nil }
        let typed = form.type(piece) { sampler.number(below: $0) }
        return typed == piece ? nil : ProofTerm(typed: typed, meaning: piece)
      }
    }
    sampler.add(40) { sampler in
      guard let texts = sampler.any(stock.pages), let one = sampler.piece(texts),
        let other = sampler.piece(texts)
      else { return nil }
      return ProofTerm(one, and: other)
    }
    // What hardly any page has: texts read on over punctuation or their end, and pieces of others.
    sampler.add(25) { sampler in
      sampler.any(stock.pages).flatMap { sampler.seam($0) }.map { ProofTerm($0) }
    }
    sampler.add(20) { sampler in
      guard let one = sampler.piece(stock.all), let other = sampler.piece(stock.all) else {
        return nil
      }
      return ProofTerm(one + other)
    }
    return sampler.terms
  }

  /// The texts of a site by what they are; none is empty.
  private struct Stock {
    var titles: [String] = []
    var aliases: [String] = []
    var readings: [String] = []
    var summaries: [String] = []
    var headings: [String] = []
    var texts: [String] = []
    /// The texts of each page, its reading left out.
    var pages: [[String]] = []
    /// The texts of all pages.
    var all: [String] = []

    init(_ documents: [SearchDocument]) {
      for document in documents {
        titles.append(document.title)
        aliases += document.aliases
        readings += document.readings
        summaries.append(document.summary)
        headings += document.sections.map(\.heading)
        texts += document.sections.map(\.text)
        let sections = document.sections.flatMap { [$0.heading, $0.text] }
        let own = [document.title, document.summary] + document.aliases + sections
        pages.append(own.filter { !$0.isEmpty })
      }
      for list in [\Stock.titles, \.aliases, \.readings, \.summaries, \.headings, \.texts] {
        self[keyPath: list].removeAll(where: \.isEmpty)
      }
      all = titles + aliases + summaries + headings + texts
    }
  }

  /// Adds up to `count` terms that are not drawn yet; gives up where the site has too few.
  private mutating func add(_ count: Int, _ draw: (inout ProofSampler) -> ProofTerm?) {
    var missing = count
    for _ in 0..<(count * 200) where missing > 0 {
      guard let term = draw(&self), term.isWord, typed.insert(term.typed).inserted else { continue }
      terms.append(term)
      missing -= 1
    }
  }

  /// One of some values.
  private mutating func any<Value>(_ values: [Value]) -> Value? {
    values.isEmpty ? nil : values[number(below: values.count)]
  }

  /// One to twelve characters of one of some texts, cut anywhere but over what is no word.
  private mutating func piece(_ texts: [String]) -> String? {
    guard let text = any(texts) else { return nil }
    let scalars = text.unicodeScalars
    let start = scalars.index(scalars.startIndex, offsetBy: number(below: scalars.count))
    let piece = scalars[start...].prefix(1 + number(below: 12)).prefix(while: Self.isWord)
    return piece.isEmpty ? nil : String(piece)
  }

  /// What stands on both sides of punctuation, or of the end of a text: no gram may reach over it.
  private mutating func seam(_ texts: [String]) -> String? {
    let runs = texts.joined(separator: "。").unicodeScalars.split { !Self.isWord($0) }
    guard runs.count > 1 else { return nil }
    let place = number(below: runs.count - 1)
    let before = runs[place].suffix(1 + number(below: 4))
    return String(before) + String(runs[place + 1].prefix(1 + number(below: 4)))
  }

  /// Whether a character is part of words, or shows nothing.
  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.properties.isWhitespace
      && BrowserRules.units(of: String(scalar)).allSatisfy(BrowserRules.isWord)
  }

  private mutating func number(below limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((value ^ (value >> 31)) % UInt64(max(1, limit)))
  }
}
