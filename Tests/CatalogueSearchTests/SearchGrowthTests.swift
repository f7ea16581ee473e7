import Testing

@testable import CatalogueSearch

/// The work on hostile documents grows with their size, not with the square of it.
///
/// Eight times the input would take 64 times as long, where linear work takes 8 times. The margin is wide,
/// and a short run counts as nothing.
@Suite("Growth of the search", .serialized)
struct SearchGrowthTests {
  /// How often a measurement that looks bad is repeated: other tests run at the same time.
  private static let attempts = 3
  private static let factor = 8
  private static let limit = 24.0
  /// Shorter runs are mostly other work.
  private static let shortest = Duration.milliseconds(30)

  /// Documents that somebody who means harm might write, about `size` units of text.
  enum Hostile: String, CaseIterable, CustomTestStringConvertible {
    case aliases = "aliases of one record"
    case equalAliases = "equal aliases of one record"
    case body = "one body without punctuation"
    case spellings = "spellings of one word"
    case rubies = "words that begin alike, with readings"
    case longRubies = "long words with readings, in a text of the same"
    case readings = "readings of one word"

    var testDescription: String { rawValue }

    func documents(_ size: Int) -> [SearchDocument] {
      var document = SearchDocument(url: "a/", title: "標的")
      func text(_ text: String) {
        document.sections = [.init(anchor: "", heading: "", text: text)]
      }
      switch self {
      case .aliases: document.aliases = (0..<size / 8).map { "別の名称\($0)" }
      case .equalAliases: document.aliases = Array(repeating: "別の名称", count: size / 4)
      case .body: text((0..<size / 6).map { "研究の\($0 % 997)" }.joined())
      case .spellings:
        text((0..<size / 16).map { Self.spelling($0) }.joined(separator: "と"))
      case .rubies:
        document.rubies = (0..<size / 16).map { .init(base: "量子技術\($0)", reading: "りょうし\($0)") }
        text(String(repeating: "量子技術を", count: size / 10))
      case .longRubies:
        let bases = (0..<16).map { String(repeating: "量", count: size / 32 - $0) }
        document.rubies = bases.map { .init(base: $0, reading: "りょう") }
        text(String(repeating: "量", count: size / 2))
      case .readings:
        document.rubies = (0..<size / 16).map { .init(base: "量子", reading: "りょうし\($0)") }
        text(String(repeating: "量子を", count: size / 6))
      }
      return [document]
    }

    /// One of 2¹⁵ spellings of a word that has large and small kana.
    private static func spelling(_ number: Int) -> String {
      (0..<15).map { number >> $0 & 1 == 0 ? "ヤ" : "ャ" }.joined()
    }
  }

  @Test("an index is built in linear time", .timeLimit(.minutes(5)), arguments: Hostile.allCases)
  func isLinear(_ hostile: Hostile) async {
    let small = hostile.documents(40_000)
    let large = hostile.documents(40_000 * Self.factor)
    var (least, most) = (Duration.seconds(3600), Duration.seconds(3600))
    for _ in 0..<Self.attempts {
      most = min(most, await Self.time(large))
      least = min(least, await Self.time(small))
      if most <= max(least, Self.shortest) * Self.limit { return }
    }
    Issue.record("\(Self.factor) times the input takes \(most / least) times as long: \(most)")
  }

  private static func time(_ documents: [SearchDocument]) async -> Duration {
    let clock = ContinuousClock()
    let start = clock.now
    let files = await SearchIndex.build(documents, options: .init(workers: 1))
    let duration = clock.now - start
    #expect(files.contains { $0.path.hasPrefix("p0.") })
    return duration
  }
}
