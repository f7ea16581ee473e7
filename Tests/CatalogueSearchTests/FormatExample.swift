import Foundation

@testable import CatalogueSearch

/// The examples of Documentation/search-format.md, each by its name.
enum FormatExample {
  static let facets = [
    FacetDefinition(
      key: "collection", label: "種別",
      values: [.init(id: "programmes", label: "施策"), .init(id: "bases", label: "拠点")])
  ]

  static let documents = [
    page(
      "bases/ryoshi/", ("bases", "拠点"), "量子拠点", aliases: ["QX"], reading: "りょうしきょてん",
      summary: "研究の拠点。"),
    page(
      "programmes/kaigi/", ("programmes", "施策"), "会議",
      section: .init(anchor: "s1", heading: "第2回", text: "量子について話した。")),
    page(
      "programmes/keikaku/", ("programmes", "施策"), "研究計画", summary: "10年の計画。",
      section: .init(anchor: "", heading: "", text: "量子の研究を行う。")),
  ]

  private static func page(
    _ url: String, _ collection: (key: String, label: String), _ title: String,
    aliases: [String] = [], reading: String? = nil, summary: String = "",
    section: SearchDocument.Section? = nil
  ) -> SearchDocument {
    SearchDocument(
      url: url, collectionKey: collection.key, collection: collection.label, title: title,
      aliases: aliases, readings: reading.map { [$0] } ?? [], summary: summary,
      facets: [.init(key: "collection", values: [collection.key])],
      sections: section.map { [$0] } ?? [])
  }

  /// The text of each example by the name of its block.
  static func texts() async throws -> [String: String] {
    let files = await SearchIndex.build(documents, facets: facets, options: .init(workers: 1))
    let entries = SearchFormat.directory.map(\.name)
    let reader = try DocumentedReader(
      Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes) }), entries: entries)
    let large = await SearchIndex.build(
      GoldenSite.documents, facets: GoldenSite.facets, options: .init(workers: 1))
    let golden = try DocumentedReader(
      Dictionary(uniqueKeysWithValues: large.map { ($0.path, $0.bytes) }), entries: entries)
    return [
      "constants": constants,
      "files": files.filter { !$0.path.hasPrefix("s") && !$0.path.hasPrefix("k") }.map { file in
        file.path + "  " + text(of: file).dropLast()
      }.joined(separator: "\n"),
      "bytes": files.filter { $0.path.hasPrefix("s") }.map { bytes(of: $0) }.joined(),
      "directory": directory(entries, reader),
      "list": list(reader),
      "query": query(reader),
      "large": tables(golden),
    ]
  }

  private static func text(of file: SearchFile) -> String {
    String(
      decoding: stride(from: 2, to: file.bytes.count, by: 2).map {
        UInt16(file.bytes[$0]) | UInt16(file.bytes[$0 + 1]) << 8
      }, as: UTF16.self)
  }

  private static func bytes(of file: SearchFile) -> String {
    let shown = file.bytes.prefix(34).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
    return "\(file.path), \(file.bytes.count) bytes\n"
      + "FF FE                                            UTF-16, low byte first\n"
      + shown[2..<18].joined(separator: " ") + "  mokuroku\n"
      + shown[18..<30].joined(separator: " ") + "              (\"s0\",\n"
      + shown[30..<34].joined(separator: " ") + "                                      [\"\n"
      + "and so on, as text:\n" + text(of: file).dropLast()
  }

  private static func directory(_ entries: [String], _ reader: DocumentedReader) -> String {
    let files = ["p": "pages", "n": "names"]
    return entries.map { entry in
      let value: String
      switch reader.directory[entry] {
      case let number as Int: value = String(number)
      case let list as [String]: value = "[" + list.joined(separator: ", ") + "]"
      default: value = "\"" + reader.text(entry) + "\""
      }
      guard entry.hasPrefix("codes-") else { return padded(entry, 12) + value }
      let kind = String(entry.dropFirst("codes-".count))
      if kind == "s" {
        let named = DocumentedReader.named(in: reader.text(entry), below: reader.number("places"))
        return padded(entry, 12) + value + "  "
          + named.map { "\($0.code) from place \($0.start) on" }.joined(separator: ", ")
      }
      let count = files[kind].map(reader.number) ?? 1
      let codes = (0..<count).map { DocumentedReader.code($0, in: reader.text(entry)) }
      return padded(entry, 12) + value + "  " + codes.joined(separator: " ")
    }.joined(separator: "\n")
  }

  private static func list(_ reader: DocumentedReader) -> String {
    reader.lists(0, telling: "研").steps.map { step in
      (padded(step.bits, 10) + step.meaning)
    }.joined(separator: "\n")
  }

  /// How a query of three characters goes.
  private static func query(_ reader: DocumentedReader) -> String {
    let term = Array("の研究".utf16)
    let (lists, _) = reader.lists(0)
    func told(_ gram: String) -> String {
      let list = lists[gram] ?? DocumentedReader.List()
      let pages = zip(list.pages, list.impacts).map { "\($0) (impact \($1))" }
      return pages.isEmpty ? "no list" : "pages " + pages.joined(separator: ", ")
    }
    let both = (lists["の研"]?.pages ?? []).filter { lists["研究"]?.pages.contains($0) == true }
    let page = both.first ?? 0
    let texts = reader.values["p\(page)"] as? [Any] ?? []
    let section = ((texts[7] as? [[String]])?.first)?[2] ?? ""
    return """
      の研究 is folded to の研究: three units of words, one run
      no gram is crowded: one unit tells the place, hash(の) & \(reader.number("places") - 1) = \(reader.place(of: term))
      the file that begins at place \(reader.file(of: term)) is the last before: the lists are in \(reader.path("s", 0))
      の研究: \(told("の研究"))
      の研: \(told("の研"))
      the last two units that are known begin one unit further: 研究, hash(研) & \(reader.number("places") - 1) = \(reader.place(of: Array(term[1...]))), the same file
      研究: \(told("研究"))
      both: page \(both.map(String.init).joined(separator: ", "))
      code \(page) of codes-p: the page is in \(reader.path("p", page))
      its block \(section) has の研究: \(texts[0]) is found
      """
  }

  /// How a file is named on a site that has tables.
  private static func tables(_ reader: DocumentedReader) -> String {
    let page = 57
    let shift = reader.number("shift-p")
    let tables = (0...(reader.number("pages") - 1) >> shift).map {
      "tp\($0).\(DocumentedReader.code($0, in: reader.text("codes-p"))).js"
    }
    let table = reader.values["tp\(page >> shift)"] as? String ?? ""
    let range = reader.number("range")
    let many = Array("の".utf16)
    let few = Array("京都".utf16)
    func file(_ text: [UInt16]) -> String {
      let first = DocumentedReader.hash(text[..<1]) & (range - 1)
      return "hash(\(DocumentedReader.text([text[0]]))) & \(range - 1) = \(first)"
    }
    return """
      pages \(reader.number("pages")), shift-p \(shift): tables \(tables.joined(separator: " "))
      page \(page): table \(page) >> \(shift) = \(page >> shift), place \(page) & \((1 << shift) - 1) = \(page & ((1 << shift) - 1))
      \(reader.paths["tp\(page >> shift)"] ?? "")  "\(table.prefix(12))…"
      25 bits from bit \((page & ((1 << shift) - 1)) * 25) on: \(reader.path("p", page))
      range \(range), crowded "\(reader.text("crowded"))": γ and gaps as in lists: \(reader.crowded.map(String.init).joined(separator: ", "))
      \(file(many)), crowded: what begins with の is in the file of its first two characters
      \(file(few)), not crowded: hash(京) & \(reader.number("places") - 1) = \(reader.place(of: few)), what begins with 京 is in s\(reader.file(of: few))
      """
  }

  /// The constants of the format, but those that are lists of characters.
  private static var constants: String {
    SearchFormat.constants.sorted { $0.key < $1.key }.map { name, constant in
      let value: String
      switch constant {
      case .number(let number):
        value = number > 0x3000 ? "0x" + String(number, radix: 16, uppercase: true) : "\(number)"
      case .text(let text):
        value =
          switch name {
          case "words": ranges(SearchFormat.words)
          case "separators": ranges(SearchFormat.separators)
          default: "\"" + text + "\""
          }
      case .numbers(let numbers): value = numbers.map(String.init).joined(separator: " ")
      case .texts(let texts): value = texts.joined(separator: " ")
      }
      return padded(name, 16) + value
    }.joined(separator: "\n")
  }

  private static func ranges(_ ranges: [ClosedRange<UInt16>]) -> String {
    ranges.map { range in
      let first = String(range.lowerBound, radix: 16, uppercase: true)
      return range.count == 1
        ? first : first + "-" + String(range.upperBound, radix: 16, uppercase: true)
    }.joined(separator: " ")
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(2, width - text.utf16.count))
  }
}
