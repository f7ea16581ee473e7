import Foundation
import SearchScripts
import SystemPackage
import TestSupport
import Testing
import TextFolding

@testable import CatalogueSearch

/// The files in Tests/GoldenSearch, which the engine is asked with as well; its README tells how.
@Suite("The golden index (MOKUROKU_RECORD_SNAPSHOTS=1 writes it anew)")
struct GoldenSearchTests {
  private static let folder = "Tests/GoldenSearch/"

  /// The text of a golden file, after recording what it should be.
  private static func golden(_ name: String, _ text: String) throws -> String {
    try Snapshot.text(folder + name, recording: text)
  }

  /// The files of the golden index as they are kept.
  private static func files() throws -> [SearchFile] {
    try Checkout.text(folder + "index.txt").split(separator: "\n").map { line in
      let parts = line.split(separator: "\t", maxSplits: 1)
      var bytes: [UInt8] = [0xFF, 0xFE]
      for unit in (String(parts[1]) + "\n").utf16 {
        bytes += [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)]
      }
      let path = String(parts[0])
      return SearchFile(path: path, bytes: bytes, isNamedByContent: path != "index.js")
    }
  }

  private static func text(_ units: [UInt16]) -> String { String(decoding: units, as: UTF16.self) }

  @Test("the writer makes the files of the golden index")
  func writesIndex() async throws {
    let files = await SearchIndex.build(GoldenSite.documents, facets: GoldenSite.facets)
    let lines = files.map { file in
      let units = stride(from: 2, to: file.bytes.count, by: 2).map {
        UInt16(file.bytes[$0]) | UInt16(file.bytes[$0 + 1]) << 8
      }
      return file.path + "\t" + Self.text(units)
    }
    let text = lines.joined()
    #expect(try Self.golden("index.txt", text) == text)
    let kept = try Self.files()
    #expect(kept.map(\.path) == files.map(\.path))
    #expect(kept.map(\.bytes) == files.map(\.bytes))
  }

  @Test("the golden index has all that the format has")
  func coversFormat() throws {
    let index = try SearchIndexReader(Self.files())
    let layout = index.files.layout
    #expect(layout.starts.count > 1)
    #expect(!layout.crowded.isEmpty)
    #expect(index.value("tp1") != nil)
    let grams = index.grams
    #expect(Set(grams.map(\.count)) == Set(1...SearchFormat.longestGram))
    // Every impact that there is, and lists on both sides of what is many, short and long.
    let impacts = Set(grams.flatMap { index.list($0)?.impacts ?? [] })
    #expect(impacts.isSuperset(of: [0, 1, 2, 3, 18]))
    #expect(impacts.max() ?? 0 > 3 + 10)
    let counts = Dictionary(grouping: grams, by: \.count).mapValues { grams in
      Set(grams.compactMap { index.list($0)?.pages.count })
    }
    for length in 1...SearchFormat.longestGram {
      #expect(counts[length]?.contains { $0 > 100 } == true, "\(length)")
    }
    // Just as many as need not be told apart.
    #expect(counts[2]?.contains(16) == true)
    for length in 3...4 { #expect(counts[length]?.contains(30) == true, "\(length)") }
    #expect(counts[4]?.contains(64) == true)
  }

  /// The pages of a list as runs of pages that have the same impact: `3:1 5-9:2`.
  private static func runs(_ list: SearchIndexReader.List) -> String {
    var runs: [(first: Int, last: Int, impact: Int)] = []
    for (page, impact) in zip(list.pages, list.impacts) {
      if let run = runs.last, run.last + 1 == page, run.impact == impact {
        runs[runs.count - 1].last = page
      } else {
        runs.append((page, page, impact))
      }
    }
    return runs.map { run in
      (run.first == run.last ? "\(run.first)" : "\(run.first)-\(run.last)") + ":\(run.impact)"
    }.joined(separator: " ")
  }

  @Test("the reader finds the lists of the golden index")
  func readsLists() throws {
    let index = try SearchIndexReader(Self.files())
    let lines = index.grams.map { gram in
      Self.text(gram) + "\t" + (index.list(gram).map(Self.runs) ?? "none")
    }
    let text = (lines + ["\(lines.count) lists"]).joined(separator: "\n") + "\n"
    #expect(try Self.golden("lists.txt", text) == text)
  }

  @Test("texts are folded and cut as in the golden files")
  func foldsTexts() throws {
    let lines = GoldenSite.texts.map { text in
      let folded = Folding.fold(text)
      let units = BrowserRules.hiragana(BrowserRules.units(of: text))
      return [text, folded, Self.text(units)].map(Self.json).joined(separator: "\t")
    }
    let text = lines.joined(separator: "\n") + "\n"
    #expect(try Self.golden("texts.txt", text) == text)
  }

  private static func json(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { quoted += "\\" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }

  /// The queries with the addresses of their first answers, but those that the engine guesses or spells otherwise.
  private static func answers() throws -> [(query: String, urls: [String])] {
    var answers: [(query: String, urls: [String])] = []
    var isGuess = false
    for line in try Checkout.text(folder + "answers.txt").split(separator: "\n") {
      if line.hasPrefix("  ") {
        if !isGuess {
          answers[answers.count - 1].urls.append(String(line.split(separator: "\"")[1]))
        }
        continue
      }
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
      isGuess = parts.count < 4 || parts[1] == "0" || !parts[3].isEmpty
      if !isGuess { answers.append((String(parts[0]), [])) }
    }
    return answers
  }

  @Test("the program answers as the engine does, page after page, unless the engine guesses")
  func answersAsEngine() throws {
    let files = try Self.files()
    let index = try SearchIndexReader(files)
    let pages = ProofPages(index, GoldenSite.documents)
    let search = BrowserSearch(index)
    var compared = 0
    for (query, urls) in try Self.answers() {
      let answer = search.answer(query)
      let terms = pages.needles(of: answer.terms)
      let shown = answer.pages.lazy.filter { pages.isShown($0, terms) }.map { pages.urls[$0] }
      let first = Array(shown.prefix(12))
      // What it does not find the engine has guessed.
      guard !first.isEmpty else { continue }
      compared += 1
      // Dates and numbers have other spellings there; pages with these come in between.
      let isSpelled = query.unicodeScalars.contains { ("0"..."9").contains($0) }
      #expect(first == (isSpelled ? urls.filter(first.contains) : urls), "\(query)")
    }
    #expect(compared > 60, "\(compared)")
  }

  @Test("every page of the golden index passes the proof")
  func provesIndex() throws {
    let proof = SearchProof(of: try Self.files(), GoldenSite.documents, facets: GoldenSite.facets)
    #expect(proof.isPassed, "\(proof.misses.prefix(3)) \(proof.faults.prefix(3))")
  }
}

@Suite("Constants of the search format")
struct SearchFormatTests {
  @Test("the writer and the reader take the same units for words, and cut and mix alike")
  func agrees() {
    for unit in UInt16.min...UInt16.max where GramText.isWord(unit) != BrowserRules.isWord(unit) {
      Issue.record("U+\(String(unit, radix: 16))")
    }
    let scalars: [UInt32] = [0x41, 0x3042, 0xFFFF, 0x10000, 0x20BB7, 0x10FFFF]
    #expect(
      GramText.units(scalars).filter { !GramText.isJoiner($0) } == BrowserRules.units(scalars))
    let kana = Array(UInt16(0x3040)...0x30FF)
    #expect(GramText.hiragana(kana) == BrowserRules.hiragana(kana))
    for gram in [[], [0x4EAC], [0x4EAC, 0x90FD], [0xFFFF, 0, 1, 2, 3, 4]] as [[UInt16]] {
      #expect(Int(GramFiles.hash(gram)) == BrowserRules.hash(gram))
    }
  }

  @Test("every constant stands in a script, and scripts name no other")
  func fillsScripts() throws {
    let sources = [
      SearchScripts.box, SearchScripts.engine, SearchScripts.facets, SearchScripts.names,
      SearchScripts.spellings,
      SearchScripts.questions, SearchScripts.cuts,
    ].map {
      String(decoding: $0, as: UTF8.self)
    }
    let named = sources.flatMap { $0.matches(of: /FORMAT\.(\w+)/).map { String($0.1) } }
    #expect(Set(named) == Set(SearchFormat.constants.keys))
    for script in SearchScript.all {
      #expect(!String(decoding: script.bytes, as: UTF8.self).contains("FORMAT."), "\(script.name)")
    }
    // What the checker of types is told.
    let types = try Checkout.text("Sources/SearchScripts/types.d.ts")
    let table = types.prefix { $0 != "}" }.matches(of: #/  (\w+): /#).map { String($0.1) }
    #expect(Set(table) == Set(SearchFormat.constants.keys))
  }

  @Test("what judges an index names nothing of what writes it")
  func readerStandsAlone() throws {
    let writers = [
      "GramTree", "GramFiles", "GramLists", "GramText", "FrequentGrams", "IndexedText",
      "PlacesInList",
      "ListCode", "BitWriter", "BitSink", "NameTables", "NameLexicon", "ContentHash",
      "Directory.file",
    ]
    for folder in ["Reading", "Proof"] {
      let files = try TestFiles.all(
        in: Checkout.root.appending("Sources/CatalogueSearch/\(folder)"))
      for (path, bytes) in files {
        // What comments tell of the writer is no matter.
        let code = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
          .filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n")
        for writer in writers { #expect(!code.contains(writer), "\(path): \(writer)") }
      }
    }
  }
}
