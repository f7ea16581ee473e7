import Diagnostics
import JapaneseText
import TestSupport
import Testing
import Workspace

/// The work on hostile content grows with its size, not with the square of it.
///
/// Eight times the input would take 64 times as long, where linear work takes 8 times. The margin is wide,
/// and a short run counts as nothing.
@Suite("Growth of hostile content", .serialized)
struct GrowthTests {
  /// How often a measurement that looks bad is repeated: other tests run at the same time.
  private static let attempts = 3
  private static let factor = 8
  private static let limit = 24.0
  /// Shorter runs are mostly other work.
  private static let shortest = Duration.milliseconds(8)

  @Test(
    "a body is checked and reported in linear time", .timeLimit(.minutes(5)),
    arguments: Hostile.bodies)
  func body(_ hostile: Hostile) async {
    await expectLinear { size in
      GrowthTests.catalogue(TestRecord("programmes/a", "標的", body: hostile.text(size)))
    }
  }

  @Test(
    "front matter is checked and reported in linear time", .timeLimit(.minutes(5)),
    arguments: Hostile.frontMatter)
  func frontMatter(_ hostile: Hostile) async {
    await expectLinear { size in
      GrowthTests.catalogue(TestRecord("programmes/a", "標的", hostile.text(size)))
    }
  }

  @Test(
    "many records are checked and reported in linear time", .timeLimit(.minutes(5)),
    arguments: [
      "chain", "cycle", "equal names", "references to equal names", "one hub", "unknown partners",
      "references to a draft", "equal former ids", "references to former ids",
    ])
  func records(_ kind: String) async {
    await expectLinear { size in
      let count = size / 100
      return GrowthTests.catalogue(
        (0..<count).map { number in
          let (next, last) = (number + 1, count - 1)
          switch kind {
          case "chain":
            return TestRecord(
              "programmes/c\(number)", "連\(number)", "related: [{to: 連\(min(next, last)), as: 前身}]")
          case "cycle":
            return TestRecord(
              "programmes/c\(number)", "連\(number)", "related: [{to: 連\(next % count), as: 前身}]")
          case "equal names": return TestRecord("programmes/c\(number)", "同")
          case "references to equal names":
            return TestRecord("programmes/c\(number)", "同", "related: [{to: 同, as: 前身}]")
          case "one hub":
            return TestRecord(
              "programmes/c\(number)", "点\(number)", "ministries: [対象]", body: "[[対象]]")
          case "references to a draft":
            return TestRecord(
              "programmes/c\(number)", "点\(number)",
              number == 0 ? "draft: true" : "related: [{to: 点0, as: 前身}]", body: "[[点0]]")
          case "equal former ids":
            return TestRecord(
              "programmes/c\(number)", "点\(number)", "former_ids: [same]", body: "[[same]]")
          case "references to former ids":
            return TestRecord(
              "programmes/c\(number)", "点\(number)", "former_ids: [f\(number)]",
              body: "[[f\(last - number)]]")
          default:
            return TestRecord("programmes/c\(number)", "点\(number)", "ministries: [対象の\(number)省]")
          }
        })
    }
  }

  @Test(
    "a list of published addresses is read and reported in linear time", .timeLimit(.minutes(5)),
    arguments: ["/programmes/c%/\n", "/x%/y/\n", "x%\n", "/%"])
  func addresses(_ line: String) async {
    await expectLinear { size in
      var catalogue = GrowthTests.catalogue(
        (0..<size / 200).map { TestRecord("programmes/n\($0)", "新\($0)", "ministries: [対象]") })
      catalogue.lock = (0..<size / 20).map { line.replacing("%", with: "\($0)") }.joined()
      return catalogue
    }
  }

  @Test("one record that names a draft very often is reported in linear time")
  func drafts() async {
    await expectLinear { size in
      let entries = (0..<size / 30).map { "{to: 下, as: 前身, 相手: 下\($0)}" }
      return GrowthTests.catalogue(
        [TestRecord("programmes/d", "下", "draft: true")]
          + [TestRecord("programmes/a", "上", "related: [\(entries.joined(separator: ", "))]")])
    }
  }

  /// A catalogue of the records and one that they may refer to.
  private static func catalogue(_ records: TestRecord...) -> TestCatalogue { catalogue(records) }

  private static func catalogue(_ records: [TestRecord]) -> TestCatalogue {
    TestCatalogue {
      TestRecord("ministries/t", "対象")
      records
    }
  }

  /// Fails where eight times the input takes more than `limit` times as long, measured again where it looks bad.
  private func expectLinear(_ catalogue: (Int) -> TestCatalogue) async {
    let large = catalogue(Hostile.size)
    let small = catalogue(Hostile.size / Self.factor)
    var (least, most) = (Duration.seconds(3600), Duration.seconds(3600))
    for _ in 0..<Self.attempts {
      most = min(most, await time(large))
      least = min(least, await time(small))
      if most <= max(least, Self.shortest) * Self.limit { return }
    }
    Issue.record("\(Self.factor) times the input takes \(most / least) times as long: \(most)")
  }

  /// The time of a check and its reports, which are also looked at.
  private func time(_ catalogue: TestCatalogue) async -> Duration {
    let sources = catalogue.sources
    let (outputs, duration) = await SmallStack.run {
      let report = await Checking.check(sources, baseURL: nil, workers: 1).report
      return MessageLanguage.allCases.map { language in
        report.text(language: language) { DisplayWidth.columns(of: $0) }
      } + [report.json(language: .japanese)]
    }
    for text in outputs.prefix(2) {
      #expect(text.count < 600_000)
      #expect(ReportReading.problem(in: text) == nil)
    }
    let size = sources.content.reduce(0) { $0 + $1.bytes.count }
    #expect(outputs[2].count < 150 * size + 10_000)
    return duration
  }
}
