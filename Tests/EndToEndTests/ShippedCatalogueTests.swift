import CatalogueGraph
import CatalogueModel
import CataloguePages
import Diagnostics
import Foundation
import MarkdownTree
import SystemPackage
import TestSupport
import Testing
import TextFolding
import Workspace

/// The catalogue in `content/`, read once for all tests.
enum ShippedCatalogue {
  private static let reading = Task {
    let sources = try await SourceTree.load(Checkout.root, workers: 2)
    return await Checking.check(sources, baseURL: nil, workers: 2)
  }

  static func checked() async throws -> CheckedSite { try await reading.value }
}

@Suite("The shipped catalogue")
struct ShippedCatalogueTests {
  @Test("it has no error, and no warning either")
  func isSound() async throws {
    let faults = try await ShippedCatalogue.checked().report.diagnostics
    let told = faults.map { "\($0.range.path) \($0.code.rawValue) \($0.message.japanese)" }
    #expect(told.prefix(20) == [])
  }

  @Test("it holds the records that the project promises")
  func isComplete() async throws {
    let catalogue = try #require(try await ShippedCatalogue.checked().site).catalogue
    #expect(catalogue.records.count >= 70)
    let names = NameIndex(catalogue)
    let collections = Array(catalogue.schema.collections.indices)
    let missing = [
      "TIA", "OIL", "冠ラボ", "かけはし", "サマー・オープン・フェスティバル", "Nanotech CUPAL", "J-NEXUS",
      "J-Innovation HUB", "AIRC", "ABCI", "日本オープンイノベーション大賞",
      "ムーンショット型研究開発制度", "研究開発税制", "SBIR", "クロスアポイントメント制度",
    ].filter { name in names.resolve(name, in: collections) == .unknown }
    #expect(missing == [])
    let projects = try #require(catalogue.schema.collection("projects"))
    #expect(catalogue.members[projects.index].count == 14)
  }

  @Test("two builds of it are the same bytes, and every page is in the manifest")
  func buildsTwice() async throws {
    try await withTemporaryFolder { folder in
      // A copy, so that someone who is writing meanwhile does not come between the two builds.
      let root = folder.appending("catalogue")
      let sources = try await SourceTree.load(Checkout.root, workers: 1)
      for file in [sources.definition] + sources.content + sources.templates + sources.assets {
        try TestFiles.write(file.bytes, to: root.appending(file.path))
      }
      var editions: [[String: [UInt8]]] = []
      for (number, workers) in [1, 3].enumerated() {
        let output = folder.appending("site\(number)")
        let run = try await CommandRun(
          [
            "build", "--root", root.string, "--output", output.string, "--workers", String(workers),
          ], in: folder)
        #expect(run.status == 0, "\(run.complaints.prefix(2_000))")
        editions.append(try TestFiles.all(in: output))
      }
      #expect(Set(editions[0].keys) == Set(editions[1].keys))
      let different = editions[0].filter { editions[1][$0.key] != $0.value }.keys.sorted()
      #expect(different.prefix(5) == [])
      #expect(editions[0].count > 1_000)
    }
  }
}

@Suite("Editions of the shipped catalogue")
struct ShippedEditionTests {
  /// The paths that a build writes anew, after the folder's first build; the others are the same files.
  private func changedPaths(_ root: FilePath, _ before: inout [String: Int]) async throws -> Int {
    let run = try await CommandRun(["build"], in: root)
    #expect(run.status == 0, "\(run.complaints.prefix(2_000))")
    let output = root.appending("public")
    var after: [String: Int] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: output.string) {
      let found = try FileManager.default.attributesOfItem(atPath: output.appending(name).string)
      if found[.type] as? FileAttributeType == .typeRegular {
        after[name] = found[.systemFileNumber] as? Int
      }
    }
    defer { before = after }
    return after.keys.count { after[$0] != before[$0] }
  }

  /// The programmes of one fiscal year at most whose title stands nowhere else, with the text of their files.
  ///
  /// Each further year has two to three pages with the title of its own.
  private func loners(_ sources: SourceTree) -> [(path: String, title: String, text: String)] {
    let texts = sources.content.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }
    let all = texts.map(\.1).joined()
    return texts.compactMap { path, text in
      guard path.hasPrefix("content/programmes/"),
        let title = text.firstMatch(of: /(?m)^title: ([ぁ-んァ-ヶー一-鿿]{8,})$/)?.1,
        all.ranges(of: title).count == 1,
        text.firstMatch(of: /(?m)^fiscal_years: \[[^\],]*,/) == nil
      else { return nil }
      return (path, String(title), text)
    }
  }

  // `search/index.json`, which has every text, is one more at each edit. Programmes differ by what they are tied to:
  // each agency, year and stage of a budget has pages with the title as well.
  @Test("of five programmes a word changes 15 files or fewer in most, a character in a title 30")
  func changesLittle() async throws {
    try await withTemporaryFolder { root in
      let sources = try await SourceTree.load(Checkout.root, workers: 2)
      for file in [sources.definition] + sources.content + sources.templates + sources.assets {
        try TestFiles.write(file.bytes, to: root.appending(file.path))
      }
      let loners = loners(sources)
      #expect(loners.count > 20)
      var before: [String: Int] = [:]
      #expect(try await changedPaths(root, &before) > 4_000)
      var changes: (word: [Int], title: [Int]) = ([], [])
      for number in 0..<5 {
        let loner = loners[(2 * number + 1) * loners.count / 10]
        let path = root.appending(loner.path)
        try TestFiles.write(loner.text + "\nひとつの言葉を足す。\n", to: path)
        changes.word.append(try await changedPaths(root, &before))
        let middle = loner.title.index(loner.title.startIndex, offsetBy: 4)
        let title =
          number == 0
          ? loner.title.replacingCharacters(in: middle...middle, with: "新")
          : String(loner.title[..<middle]) + "新" + String(loner.title[middle...])
        try TestFiles.write(
          loner.text.replacingOccurrences(of: "title: \(loner.title)", with: "title: \(title)")
            + "\nひとつの言葉を足す。\n", to: path)
        changes.title.append(try await changedPaths(root, &before))
      }
      #expect(changes.word.sorted()[2] <= 15 + 1, "\(changes.word)")
      #expect(changes.title.sorted()[2] <= 30 + 1, "\(changes.title)")
    }
  }
}

@Suite("Own words")
struct OwnWordsTests {
  private static let length = 25
  private static let sources = Checkout.shared("sources")

  /// A text as it is compared: folded, without spaces.
  private static func compared(_ text: String) -> [UInt32] {
    Folding.scalars(of: text).filter { $0 != 0x20 && $0 != 0x0A }
  }

  /// The hashes of all runs of 25 characters.
  private static func runs(of text: [UInt32]) -> [UInt64] {
    guard text.count >= length else { return [] }
    let base: UInt64 = 0x100_0000_01B3
    var power: UInt64 = 1
    for _ in 0..<length { power = power &* base }
    var hash: UInt64 = 0
    var hashes: [UInt64] = []
    hashes.reserveCapacity(text.count)
    for (index, scalar) in text.enumerated() {
      hash = hash &* base &+ UInt64(scalar)
      if index >= length { hash = hash &- UInt64(text[index - length]) &* power }
      if index >= length - 1 { hashes.append(hash) }
    }
    return hashes
  }

  /// The stretches of `text` in which every run of 25 characters is one of `known`.
  private static func stretches(of text: [UInt32], in known: Set<UInt64>) -> [Range<Int>] {
    var stretches: [Range<Int>] = []
    for (start, hash) in runs(of: text).enumerated() where known.contains(hash) {
      if let last = stretches.last, start < last.upperBound - length + 2 {
        stretches[stretches.count - 1] = last.lowerBound..<(start + length)
      } else {
        stretches.append(start..<(start + length))
      }
    }
    return stretches
  }

  /// How many characters of a stretch stand in none of the names.
  private static func own(_ text: [UInt32], _ names: [[UInt32]]) -> Int {
    var isName = [Bool](repeating: false, count: text.count)
    for name in names where name.count <= text.count {
      for start in 0...(text.count - name.count) where text[start] == name[0] {
        if text[start..<(start + name.count)].elementsEqual(name) {
          for place in start..<(start + name.count) { isName[place] = true }
        }
      }
    }
    return isName.count { !$0 }
  }

  @Test(
    "no record repeats 25 characters of a source besides names",
    .enabled(if: TestNeed.sources.isThere, "\(TestNeed.sources.complaint)"))
  func repeatsNothing() async throws {
    let folder = try #require(Self.sources)
    var known: Set<UInt64> = []
    for (_, bytes) in try TestFiles.all(in: folder) {
      known.formUnion(Self.runs(of: Self.compared(String(decoding: bytes, as: UTF8.self))))
    }
    let catalogue = try #require(try await ShippedCatalogue.checked().site).catalogue
    let names = Set(catalogue.records.flatMap { [$0.title.value] + $0.aliases.map(\.value) })
      .map(Self.compared).filter { $0.count >= 2 }
    var found: [String] = []
    for record in catalogue.records {
      let collection = catalogue.schema.collections[record.collection]
      var texts = [record.summary, plain(record.body)]
      for role in [FieldRole.figures, .notes] {
        guard let place = collection.field(role) else { continue }
        for value in record.values(ofField: place) {
          if case .text(let text) = value.value { texts.append(text) }
        }
      }
      for text in texts.map(Self.compared) {
        for stretch in Self.stretches(of: text, in: known) {
          let copied = Array(text[stretch])
          if Self.own(copied, names) < Self.length { continue }
          let words = String(String.UnicodeScalarView(copied.compactMap { Unicode.Scalar($0) }))
          found.append("\(record.path): \(words)")
        }
      }
    }
    #expect(found == [])
  }

  private func plain(_ body: MarkdownDocument) -> String {
    String(decoding: body.plainText(of: 0..<body.inlines.count), as: UTF8.self)
  }

  @Test("the comparison finds a run of 25 characters and not one of 24")
  func findsRuns() {
    let source = Self.compared("これはある文書に書かれている文章であり、二十五字よりも長いものである。")
    let known = Set(Self.runs(of: source))
    #expect(Self.stretches(of: Array(source[3..<28]), in: known) == [0..<25])
    #expect(Self.stretches(of: Array(source[3..<27]), in: known).isEmpty)
    #expect(Self.stretches(of: source, in: known) == [0..<source.count])
    let spaced = Self.compared("前　これは ある文書に\n書かれている文章であり、二十五字よりも長いもの、後")
    #expect(Self.stretches(of: spaced, in: known).count == 1)
    #expect(
      Self.own(Array("abcd".unicodeScalars.map(\.value)), [Array("bc".unicodeScalars.map(\.value))])
        == 2)
  }
}
