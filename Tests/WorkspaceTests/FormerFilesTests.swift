import CatalogueViews
import Testing

@testable import Workspace

@Suite("Files of former editions")
struct FormerFilesTests {
  /// A file of `size` bytes that are `mark`.
  private static func file(
    _ path: String, _ mark: UInt8, size: Int = 1_000, isNamedByContent: Bool = true
  ) -> Output {
    Output(
      path: path, kind: .search, isNamedByContent: isNamedByContent,
      bytes: [UInt8](repeating: mark, count: size))
  }

  @Test("the oldest go first where there are more bytes than the budget")
  func staysWithinTheBudget() throws {
    let files = FormerFiles(budget: 3_000)
    for number in 0..<10 {
      // One file is in every generation, one in a single generation.
      files.keep([Self.file("always", 0), Self.file("s\(number)", UInt8(number))])
      let kept = (0..<10).filter { files["s\($0)"] != nil }
      // The last two, and two older ones: three are more than the budget with what a file costs by itself.
      #expect(kept == Array(max(0, number - 3)...number))
      #expect(files["always"] != nil)
    }
    #expect(try files["s9"]?.bytes() == [UInt8](repeating: 9, count: 1_000))
  }

  @Test("the last two generations stay, however large, and an older one that comes again is new")
  func keepsTheLastTwo() {
    let files = FormerFiles(budget: 0)
    files.keep([Self.file("a", 1)])
    files.keep([Self.file("b", 2)])
    #expect(files["a"] != nil && files["b"] != nil)
    files.keep([Self.file("a", 1)])
    #expect(files["a"] != nil && files["b"] != nil)
    files.keep([Self.file("c", 3)])
    #expect(files["a"] != nil && files["b"] == nil && files["c"] != nil)
  }

  @Test("what is not named by its content, or not made yet, is not kept")
  func keepsNothingElse() {
    let files = FormerFiles()
    files.keep([
      Self.file("index.js", 1, isNamedByContent: false),
      Output(path: "later", kind: .search, isNamedByContent: true) { _ in },
    ])
    #expect(files["index.js"] == nil)
    #expect(files["later"] == nil)
  }

  @Test("very many small files are not free")
  func countsSmallFiles() {
    let files = FormerFiles(budget: 100_000)
    files.keep((0..<10_000).map { Self.file("s\($0)", 0, size: 0) })
    files.keep([])
    files.keep([])
    #expect((0..<10_000).count { files["s\($0)"] != nil } < 500)
  }
}
