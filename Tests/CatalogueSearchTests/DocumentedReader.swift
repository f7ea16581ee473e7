import Foundation

/// A reader of the index that is written by Documentation/search-format.md alone, and tells what it reads.
///
/// It shares nothing with the program: what the page does not tell, it does not know.
struct DocumentedReader {
  /// The pages of a gram with what it is worth on each.
  struct List: Equatable {
    var pages: [Int] = []
    var impacts: [Int] = []
    var taken: Set<Int> = []
  }

  /// Some bits, and what they say.
  struct Step {
    let bits: String
    let meaning: String
  }

  /// The value of each file by its key, as JSON.
  private(set) var values: [String: Any] = [:]
  private(set) var paths: [String: String] = [:]
  let directory: [String: Any]

  /// A file that is not as the page says.
  struct Fault: Error {
    let path: String
  }

  /// Reads files by their paths from the folder of the search.
  init(_ files: [String: [UInt8]], entries: [String]) throws {
    for (path, bytes) in files {
      let text = String(
        decoding: stride(from: 2, to: bytes.count, by: 2).map {
          UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8
        }, as: UTF16.self)
      guard Array(bytes.prefix(2)) == [0xFF, 0xFE], text.hasPrefix("mokuroku("),
        text.hasSuffix(")\n")
      else { throw Fault(path: path) }
      let json = "[" + text.dropFirst("mokuroku(".count).dropLast(2) + "]"
      let called = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [Any]
      guard let called, called.count == 2, let key = called[0] as? String else {
        throw Fault(path: path)
      }
      values[key] = called[1]
      paths[key] = path
    }
    guard let told = values["index"] as? [Any], told.count == entries.count else {
      throw Fault(path: "index.js")
    }
    directory = Dictionary(uniqueKeysWithValues: zip(entries, told))
  }

  func number(_ entry: String) -> Int { directory[entry] as? Int ?? 0 }
  func text(_ entry: String) -> String { directory[entry] as? String ?? "" }

  /// The name of a file by its key, from the directory or from a table.
  func path(_ kind: String, _ number: Int) -> String {
    let shift = self.number("shift-" + kind)
    var (codes, place) = (text("codes-" + kind), number)
    if shift > 0 {
      codes = values["t\(kind)\(number >> shift)"] as? String ?? ""
      place = number & ((1 << shift) - 1)
    }
    guard kind == "s" else { return "\(kind)\(number).\(Self.code(place, in: codes)).js" }
    let named = Self.named(in: codes, below: shift > 0 ? 1 << shift : self.number("places"))
    return "\(kind)\(number).\(named.first { $0.start == place }?.code ?? "").js"
  }

  /// The places below a total that files of lists begin at, and their codes.
  static func named(in codes: String, below total: Int) -> [(start: Int, code: String)] {
    var bits = Bits(codes)
    let starts = bits.numbers(bits.gamma(""), below: total, "")
    return starts.map { ($0, digits(bits.number(25))) }
  }

  /// The places that files of lists begin at.
  var starts: [Int] {
    let shift = number("shift-s")
    if shift == 0 {
      return Self.named(in: text("codes-s"), below: number("places")).map(\.start)
    }
    return (0..<number("places") >> shift).flatMap { table in
      Self.named(in: values["ts\(table)"] as? String ?? "", below: 1 << shift)
        .map { table << shift + $0.start }
    }
  }

  /// The code with a place among several.
  static func code(_ place: Int, in codes: String) -> String {
    var bits = Bits(codes)
    for _ in 0..<place { _ = bits.number(25) }
    return digits(bits.number(25))
  }

  private static func digits(_ code: Int) -> String {
    let digits = String(code, radix: 32)
    return String(repeating: "0", count: 5 - digits.count) + digits
  }

  static func hash(_ gram: some Sequence<UInt16>) -> Int {
    var mixed: UInt32 = 0
    for unit in gram {
      mixed = (mixed ^ UInt32(unit)) &* 0x9E37_79B1
      mixed ^= mixed >> 15
    }
    return Int(mixed)
  }

  /// The hashes of the crowded grams.
  var crowded: [Int] {
    if text("crowded").isEmpty { return [] }
    var bits = Bits(text("crowded"))
    return bits.numbers(bits.gamma(""), below: number("range"), "")
  }

  /// The place that the file of a text's beginning begins at.
  func file(of text: [UInt16]) -> Int {
    let place = place(of: text)
    return starts.last { $0 <= place } ?? 0
  }

  /// The place of the gram that tells the file of a text's beginning.
  func place(of text: [UInt16]) -> Int {
    let crowded = Set(crowded)
    var length = 1
    while length < min(number("longest"), text.count),
      crowded.contains(Self.hash(text[..<length]) & (number("range") - 1))
    {
      length += 1
    }
    return Self.hash(text[..<length]) & (number("places") - 1)
  }

  /// The lists of a file, and for the tree of one gram the steps by which it is read.
  func lists(_ file: Int, telling told: String = "") -> (lists: [String: List], steps: [Step]) {
    guard let value = values["s\(file)"] as? [String], value.count == 2 else { return ([:], []) }
    var bits = Bits(value[1])
    var units = Array(value[0].utf16)[...]
    var lists: [String: List] = [:]
    var steps: [Step] = []
    func take(_ count: Int) -> [UInt16] {
      defer { units = units.dropFirst(count) }
      return Array(units.prefix(count))
    }
    func finish(_ gram: [UInt16], _ list: inout List) {
      let isMany = list.pages.count > number("limit") * (gram.count >= 4 ? 4 : 1)
      if gram.count == 1 || isMany {
        while bits.number(1, "a gram goes on from here") == 1 {
          bits.correct(bits.isTelling ? "a gram goes on from \(Self.text(gram))" : "")
          let longer = gram + take(1)
          bits.note("the next character makes it \(Self.text(longer))")
          var below = bits.list(in: &list, isPair: gram.count == 1)
          finish(longer, &below)
        }
        bits.correct(bits.isTelling ? "no other gram goes on from \(Self.text(gram))" : "")
      }
      lists[Self.text(gram)] = list
    }
    while !units.isEmpty {
      let isTold = units.first == told.utf16.first
      let start = bits.position
      bits.begin(isTold)
      if isTold {
        bits.note("bit \(start), character \(value[0].utf16.count - units.count) of the grams")
      }
      let length = bits.number(3, "length, less 1") + 1
      let gram = take(length)
      bits.note(
        length == 1
          ? "the next character is the gram \(Self.text(gram))"
          : "the next \(length) characters are the gram \(Self.text(gram))")
      var list = bits.list(below: number("pages"))
      finish(gram, &list)
      steps += bits.steps
    }
    return (lists, steps)
  }

  static func text(_ units: [UInt16]) -> String { String(decoding: units, as: UTF16.self) }
}

extension DocumentedReader {
  /// Bits in characters of 15, read from the highest on.
  struct Bits {
    private let bits: [UInt8]
    private(set) var position = 0
    private(set) var steps: [Step] = []
    private(set) var isTelling = false

    init(_ text: String) {
      bits = text.utf16.flatMap { unit in
        (0..<15).map { UInt8((unit - 0x4E00) >> (14 - $0) & 1) }
      }
    }

    /// Begins to tell the steps, or does not.
    mutating func begin(_ isTelling: Bool) {
      self.isTelling = isTelling
      steps = []
    }

    mutating func note(_ meaning: String) {
      if isTelling { steps.append(Step(bits: "", meaning: meaning)) }
    }

    /// Says better what the last bits were.
    mutating func correct(_ meaning: String) {
      guard isTelling, let last = steps.popLast() else { return }
      steps.append(Step(bits: last.bits, meaning: meaning))
    }

    private mutating func tell(since start: Int, _ meaning: String) {
      guard isTelling, position > start else { return }
      let read = bits[start..<min(position, bits.count)].map(String.init).joined()
      steps.append(Step(bits: read, meaning: meaning))
    }

    private mutating func bit() -> Int {
      defer { position += 1 }
      return position < bits.count ? Int(bits[position]) : 0
    }

    private mutating func plain(_ width: Int) -> Int {
      (0..<width).reduce(0) { value, _ in value << 1 | bit() }
    }

    mutating func number(_ width: Int, _ meaning: String = "") -> Int {
      let start = position
      let value = plain(width)
      tell(since: start, "\(meaning): \(value)")
      return value
    }

    /// A number of at least 1 in Elias' gamma code.
    mutating func gamma(_ meaning: String, less: Int = 0) -> Int {
      let start = position
      var zeros = 0
      while zeros < 31, bit() == 0 { zeros += 1 }
      let value = 1 << zeros | plain(zeros)
      tell(since: start, "γ \(value): \(value - less) \(meaning)")
      return value - less
    }

    /// Ascending numbers below a total.
    mutating func numbers(_ count: Int, below total: Int, _ meaning: String) -> [Int] {
      var low = 0
      while count > 0, (count << (low + 1)) * 10 < total * 7 { low += 1 }
      var (found, next): ([Int], Int) = ([], 0)
      for _ in 0..<count {
        let start = position
        var gap = 0
        while position < bits.count, bit() == 1 { gap += 1 << low }
        gap += plain(low)
        found.append(next + gap)
        let kind = low == 0 ? "" : ", \(low) low bit\(low > 1 ? "s" : "")"
        tell(since: start, "gap \(gap)\(kind): \(meaning) \(next + gap)")
        next += gap + 1
      }
      return found
    }

    /// A list that stands by itself.
    mutating func list(below total: Int) -> List {
      var list = List()
      list.pages = numbers(gamma("pages"), below: total, "page")
      list.impacts = impacts(of: list.pages)
      return list
    }

    private mutating func impacts(of pages: [Int]) -> [Int] {
      var impacts = pages.map { _ in 1 }
      let count = gamma("of them with an impact that is not 1", less: 1)
      for place in numbers(count, below: pages.count, "that at place") {
        let start = position
        if bit() == 0 {
          impacts[place] = 2
        } else if bit() == 0 {
          impacts[place] = 0
        } else {
          impacts[place] = bit() == 0 ? 3 : 4 + plain(4)
        }
        tell(since: start, "impact \(impacts[place]) on page \(pages[place])")
      }
      return impacts
    }

    /// A list that is told by its places in that of a shorter gram.
    mutating func list(in shorter: inout List, isPair: Bool) -> List {
      let start = position
      let isMost = bit() == 1
      tell(
        since: start, isMost ? "most free places: those left out follow" : "the free places follow")
      let places = Array(shorter.pages.indices)
      let free = places.filter { !shorter.taken.contains($0) }
      let taken = places.filter { shorter.taken.contains($0) }
      let told = numbers(
        gamma(isMost ? "left out" : "of them", less: 1), below: free.count, "free place")
      let here = isMost ? free.indices.filter { !told.contains($0) } : told
      let again = numbers(gamma("taken places", less: 1), below: taken.count, "taken place")
      let found = (here.map { free[$0] } + again.map { taken[$0] }).sorted()
      shorter.taken.formUnion(found)
      var list = List(pages: found.map { shorter.pages[$0] })
      note("pages " + list.pages.map(String.init).joined(separator: ", "))
      list.impacts = isPair ? impacts(of: list.pages) : found.map { kept(shorter.impacts[$0]) }
      return list
    }

    /// An impact of a page in the list of a longer gram.
    private mutating func kept(_ impact: Int) -> Int {
      guard impact > 1 else { return impact }
      guard number(1, "kept") == 1 else { return 1 }
      var impact = impact
      while impact > 3, number(1, "a step less") == 1 { impact -= 1 }
      return impact
    }
  }
}
