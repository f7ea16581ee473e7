import CatalogueModel
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import CatalogueSource

/// Slips that are put into the shipped records at random places, as authors make them.
@Suite("Slips in the shipped records")
struct SlipMutationTests {
  /// A file with one slip: where it is, and the code of its report.
  struct Mutant {
    let text: [UInt8]
    let place: Int
    let code: DiagnosticCode
  }

  /// The front matter of a record, taken apart as far as slips need it.
  private struct Source {
    let lines: [String]
    /// The numbers of the lines that are fields of one line, with key and value.
    let fields: [(line: Int, key: String, value: String)]
    /// The numbers of the lines that are entries of a list.
    let items: [Int]
    /// The line that ends the front matter.
    let end: Int

    init(_ text: String) {
      lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      end = lines.dropFirst().firstIndex(of: "---") ?? 0
      var fields: [(Int, String, String)] = []
      var items: [Int] = []
      for (number, line) in lines[1..<end].enumerated() {
        if line.hasPrefix("  - ") {
          items.append(number + 1)
        } else if let colon = line.firstIndex(of: ":"), !line.hasSuffix(":") {
          fields.append(
            (number + 1, String(line[..<colon]), String(line[line.index(colon, offsetBy: 2)...])))
        }
      }
      (self.fields, self.items) = (fields, items)
    }

    /// The file with other lines in the place of one; the slip stands behind `before` on the first of them.
    func mutant(_ line: Int, _ text: String, after before: String, _ code: DiagnosticCode) -> Mutant
    {
      var changed = lines
      changed[line] = text
      let start = lines[..<line].reduce(0) { $0 + $1.utf8.count + 1 }
      return Mutant(
        text: Array(changed.joined(separator: "\n").utf8), place: start + before.utf8.count,
        code: code)
    }
  }

  private typealias Slip = @Sendable (Source, inout SeededGenerator) -> Mutant?

  private static func field(
    _ source: Source, _ generator: inout SeededGenerator, where isFit: (String, String) -> Bool
  ) -> (line: Int, key: String, value: String)? {
    source.fields.filter { isFit($0.key, $0.value) }.randomElement(using: &generator)
  }

  private static let texts: Set<String> = ["title", "summary", "english", "location"]

  /// A field of text without quotes.
  private static func text(
    _ source: Source, _ generator: inout SeededGenerator
  ) -> (line: Int, key: String, value: String)? {
    field(source, &generator) { texts.contains($0) && !$1.hasPrefix("\"") && !$1.contains(" ") }
  }

  private static func ofField(
    _ code: DiagnosticCode, _ write: @escaping @Sendable (String, String) -> (String, String)
  ) -> Slip {
    { source, generator in
      guard
        let (line, key, value) = field(
          source, &generator, where: { _, value in !value.hasPrefix("|") })
      else { return nil }
      let (text, before) = write(key, value)
      return source.mutant(line, text, after: before, code)
    }
  }

  private static func ofText(
    _ code: DiagnosticCode, _ write: @escaping @Sendable (String, String) -> (String, String)
  ) -> Slip {
    { source, generator in
      guard let (line, key, value) = text(source, &generator) else { return nil }
      let (text, before) = write(key, value)
      return source.mutant(line, text, after: before, code)
    }
  }

  private static func ofItem(
    _ code: DiagnosticCode, skipsFirst: Bool = false,
    _ write: @escaping @Sendable (String) -> (String, String)?
  ) -> Slip {
    { source, generator in
      let items = source.items.filter { !skipsFirst || source.items.contains($0 - 1) }
      guard let line = items.randomElement(using: &generator) else { return nil }
      guard let (text, before) = write(String(source.lines[line].dropFirst(4))) else { return nil }
      return source.mutant(line, text, after: before, code)
    }
  }

  private static func ofList(
    _ code: DiagnosticCode, _ write: @escaping @Sendable (String, String) -> (String, String)?
  ) -> Slip {
    { source, generator in
      guard
        let (line, key, value) = field(
          source, &generator, where: { $1.hasPrefix("[") && $1.hasSuffix("]") }),
        let (text, before) = write(key, value)
      else { return nil }
      return source.mutant(line, text, after: before, code)
    }
  }

  /// Each kind of slip by a name.
  private static let slips: [(String, Slip)] = [
    ("：", ofField(.yamlWrongSign) { ("\($0)：\($1)", $0) }),
    ("： ", ofField(.yamlWrongSign) { ("\($0)： \($1)", $0) }),
    (":値", ofField(.yamlMissingSpace) { ("\($0):\($1)", $0) }),
    (" :値", ofField(.yamlMissingSpace) { ("\($0) :\($1)", "\($0) ") }),
    (":　", ofField(.yamlWrongSign) { ("\($0):　\($1)", "\($0):") }),
    (": 　", ofField(.yamlWrongSign) { ("\($0): 　\($1)", "\($0): ") }),
    ("no colon", ofField(.yamlStrayLine) { ("\($0) \($1)", String($0.dropLast())) }),
    ("=", ofField(.yamlWrongSign) { ("\($0)=\($1)", $0) }),
    ("a space before", ofField(.yamlIndentation) { (" \($0): \($1)", "") }),
    ("a tab before", ofField(.yamlIndentation) { ("\t\($0): \($1)", "") }),
    ("　 before", ofField(.yamlWrongSign) { ("　\($0): \($1)", "") }),
    ("twice", ofField(.duplicateKey) { ("\($0): \($1)\n\($0): \($1)", "\($0): \($1)\n") }),
    ("＃", ofField(.yamlWrongSign) { ("＃ 確認\n\($0): \($1)", "") }),
    ("open quote", ofText(.yamlUnclosed) { ("\($0): \"\($1)", "\($0): ") }),
    ("open '", ofText(.yamlUnclosed) { ("\($0): '\($1)", "\($0): ") }),
    ("behind a quote", ofText(.yamlAfterValue) { ("\($0): \"\($1)\"（補）", "\($0): \"\($1)\"") }),
    (": in a text", ofText(.yamlNeedsQuotes) { ("\($0): 補足: \($1)", "\($0): 補足") }),
    ("# in a text", ofText(.yamlCommentInValue) { ("\($0): \($1) #12", "\($0): \($1) ") }),
    ("@", ofText(.yamlNeedsQuotes) { ("\($0): @\($1)", "\($0): ") }),
    ("`", ofText(.yamlNeedsQuotes) { ("\($0): `\($1)`", "\($0): ") }),
    ("%", ofText(.yamlNeedsQuotes) { ("\($0): %\($1)", "\($0): ") }),
    ("*", ofText(.yamlUnsupported) { ("\($0): *\($1)", "\($0): ") }),
    ("&", ofText(.yamlUnsupported) { ("\($0): &\($1)", "\($0): ") }),
    ("!", ofText(.yamlUnsupported) { ("\($0): !\($1)", "\($0): ") }),
    ("> text", ofText(.yamlNeedsQuotes) { ("\($0): > \($1)", "\($0): ") }),
    ("- text", ofText(.yamlNeedsQuotes) { ("\($0): - \($1)", "\($0): ") }),
    ("[仮] text", ofText(.yamlNeedsQuotes) { ("\($0): [仮] \($1)", "\($0): ") }),
    ("{仮} text", ofText(.yamlNeedsQuotes) { ("\($0): {仮} \($1)", "\($0): ") }),
    ("“”", ofText(.yamlWrongSign) { ("\($0): “\($1)”", "\($0): ") }),
    ("text　", ofText(.yamlWrongSign) { ("\($0): \($1)　", "\($0): \($1)") }),
    ("a broken line", ofText(.yamlStrayLine) { ("\($0): \($1)\nを行うもの。", "\($0): \($1)\n") }),
    ("－", ofItem(.yamlWrongSign) { ("  － \($0)", "  ") }),
    ("・", ofItem(.yamlWrongSign) { ("  ・\($0)", "  ") }),
    ("ー", ofItem(.yamlWrongSign) { ("  ー \($0)", "  ") }),
    ("-値", ofItem(.yamlMissingSpace) { ("  -\($0)", "  ") }),
    ("tab -", ofItem(.yamlIndentation) { ("\t- \($0)", "") }),
    ("　-", ofItem(.yamlWrongSign) { ("　- \($0)", "") }),
    ("shifted -", ofItem(.yamlIndentation, skipsFirst: true) { ("   - \($0)", "") }),
    (
      "open }", ofItem(.yamlUnclosed) { $0.hasPrefix("{") ? ("  - \($0.dropLast())", "  - ") : nil }
    ),
    (
      "｝",
      ofItem(.yamlWrongSign) {
        $0.hasPrefix("{") ? ("  - \($0.dropLast())｝", "  - \($0.dropLast())") : nil
      }
    ),
    ("｛", ofItem(.yamlWrongSign) { $0.hasPrefix("{") ? ("  - ｛\($0.dropFirst())", "  - ") : nil }),
    (
      "： in braces",
      ofItem(.yamlWrongSign) { item in
        guard item.hasPrefix("{"), let colon = item.firstIndex(of: ":") else { return nil }
        return ("  - \(item[..<colon])：\(item[colon...].dropFirst(2))", "  - \(item[..<colon])")
      }
    ),
    (
      ":値 in braces",
      ofItem(.yamlMissingSpace) { item in
        guard item.hasPrefix("{"), let colon = item.firstIndex(of: ":") else { return nil }
        return ("  - \(item[..<colon]):\(item[colon...].dropFirst(2))", "  - \(item[..<colon])")
      }
    ),
    (
      "、 in braces",
      ofItem(.yamlWrongSign) { item in
        guard item.hasPrefix("{"), let comma = item.firstRange(of: ", ") else { return nil }
        return (
          "  - \(item[..<comma.lowerBound])、\(item[comma.upperBound...])",
          "  - \(item[..<comma.lowerBound])"
        )
      }
    ),
    (
      "1,100 in braces",
      ofItem(.yamlCommaInValue) { item in
        guard let amount = item.firstRange(of: "amount: "),
          !item[amount.upperBound...].hasPrefix("\"")
        else {
          return nil
        }
        let before = item[..<amount.upperBound]
        let rest = item[amount.upperBound...].drop { $0 != "," && $0 != "}" }
        return ("  - \(before)1,100億円\(rest)", "  - \(before)1")
      }
    ),
    ("open ]", ofList(.yamlUnclosed) { ("\($0): \($1.dropLast())", "\($0): ") }),
    ("］", ofList(.yamlWrongSign) { ("\($0): \($1.dropLast())］", "\($0): \($1.dropLast())") }),
    ("［", ofList(.yamlWrongSign) { ("\($0): ［\($1.dropFirst())", "\($0): ") }),
    ("]]", ofList(.yamlUnclosed) { ("\($0): \($1)]", "\($0): \($1)") }),
    (
      "、",
      ofList(.yamlWrongSign) { key, value in
        guard key == "fiscal_years", let comma = value.firstRange(of: ", ") else { return nil }
        let before = "\(key): \(value[..<comma.lowerBound])"
        return ("\(before)、\(value[comma.upperBound...])", before)
      }
    ),
    (
      "1,234",
      ofList(.yamlCommaInValue) { key, value in
        guard key == "figures" else { return nil }
        return ("\(key): [採択1,234件, \(value.dropFirst())", "\(key): [採択1")
      }
    ),
    ("－－－", { source, _ in source.mutant(0, "－－－", after: "", .frontMatterMark) }),
    ("a blank line first", { source, _ in source.mutant(0, "\n---", after: "", .frontMatterMark) }),
    (
      "ーーー at the end",
      { source, _ in source.mutant(source.end, "ーーー", after: "", .frontMatterMark) }
    ),
    (
      "-- at the end", { source, _ in source.mutant(source.end, "--", after: "", .frontMatterMark) }
    ),
    ("no end", { source, _ in source.mutant(source.end, "", after: "", .frontMatterMissing) }),
  ]

  private static func shipped() throws -> (
    reader: RecordReader,
    files: [(path: String, name: String, collection: Collection, text: String)]
  ) {
    let definition = try Checkout.text("catalogue.yml")
    let schema = try #require(
      SchemaReader.read(path: "catalogue.yml", bytes: Array(definition.utf8)).schema)
    var files: [(String, String, Collection, String)] = []
    for collection in schema.collections {
      let names = try Checkout.names(in: "content/\(collection.key)")
      for name in names where name.hasSuffix(".md") {
        let path = "content/\(collection.key)/\(name)"
        files.append((path, String(name.dropLast(3)), collection, try Checkout.text(path)))
      }
    }
    return (RecordReader(schema: schema), files)
  }

  @Test("each is one report at its place, and its first fix gives a clean file back")
  func tellsSlips() throws {
    let (reader, files) = try Self.shipped()
    var generator = SeededGenerator(state: 11)
    var (count, single, placed, named, mended) = (0, 0, 0, 0, 0)
    var wrong: [String] = []
    for (number, file) in files.enumerated() where number % 8 == 0 {
      let source = Source(file.text)
      for (name, slip) in Self.slips {
        guard let mutant = slip(source, &generator) else { continue }
        func told(_ bytes: [UInt8]) -> [Diagnostic] {
          reader.read(path: file.path, name: file.name, collection: file.collection, bytes: bytes)
            .diagnostics
        }
        let diagnostics = told(mutant.text)
        let own = diagnostics.first { $0.code == mutant.code } ?? diagnostics.first
        let isPlaced = own?.range.bytes.lowerBound == mutant.place
        let after = own?.fixes.first.flatMap {
          TextEdit.applying($0.edits, to: mutant.text, at: file.path)
        }
        let isMended = after.map { told($0).isEmpty } ?? false
        count += 1
        single += diagnostics.count == 1 ? 1 : 0
        placed += isPlaced ? 1 : 0
        named += own?.code == mutant.code ? 1 : 0
        mended += isMended ? 1 : 0
        if diagnostics.count != 1 || !isPlaced || own?.code != mutant.code || !isMended {
          let line =
            String(decoding: mutant.text, as: UTF8.self).split(separator: "\n")
            .first { !file.text.contains($0) } ?? ""
          wrong.append(
            "\(name) \(file.path) \(mutant.place) \(line.prefix(100)): "
              + diagnostics.map { "\($0.code.rawValue) \($0.range.bytes)" }.joined(separator: ", ")
              + (isMended ? "" : " not mended"))
        }
      }
    }
    func percent(_ number: Int) -> Double { (Double(number) * 1000 / Double(count)).rounded() / 10 }
    let rates =
      "\(count) slips: one report \(percent(single)) %, exact place \(percent(placed)) %, "
      + "right remedy \(percent(named)) %, mended by the first fix \(percent(mended)) %"
    print(rates)
    let samples = wrong.prefix(40).joined(separator: "\n")
    #expect(count > 3_000)
    #expect(placed == count, "\(rates)\n\(samples)")
    #expect(percent(single) >= 98, "\(rates)\n\(samples)")
    #expect(percent(named) >= 95, "\(rates)\n\(samples)")
    #expect(percent(mended) >= 95, "\(rates)\n\(samples)")
    if ProcessInfo.processInfo.environment["MOKUROKU_SHOW_SLIPS"] != nil { print(samples) }
  }
}
