import Foundation
import TestSupport
import Testing

@testable import MarkdownTree

@Suite("Specifications", .enabled(if: TestNeed.markdown.isThere, "\(TestNeed.markdown.complaint)"))
struct SpecificationTests {
  /// Why an example of a specification is not met.
  enum Difference: String {
    case newer = "cmark-gfm 0.29 reads the blocks; the example is of a newer CommonMark"
    case older = "our inlines follow CommonMark 0.31, which changed this"
    case recordLink = "[[名前]] is a record link"
    case bareAddress = "a bare address is a link, as GitHub has it, and the example turns that off"
    case addressEnd = "a bare address ends before the first character outside ASCII"
    case scheme = "ftp is not of the schemes that are linked"
    case tagFilter = "the filter of tags is not used: pages show all raw HTML as text"
    case comment = "comments are not published"
    case element = "<br>, <sub> and <sup> without attributes are elements"
    case foreignTag = "a tag that HTML does not have makes no block"
    case definedPlace = "a definition leads to an address or a path, not to a word"
    case singleTilde = "one tilde stands between numbers (10~20人); only two strike out"

    /// The part of the dialect that is the reason: without it, or with what it left out, the example is met.
    var syntax: (removed: MarkdownSyntax, added: MarkdownSyntax)? {
      switch self {
      case .recordLink, .bareAddress: ([.recordLinks, .bareAddresses], [])
      case .comment: (.comments, [])
      case .element, .foreignTag: (.elements, [])
      case .definedPlace: (.definedPlaces, [])
      case .singleTilde: ([], .singleTildes)
      case .newer, .older, .addressEnd, .scheme, .tagFilter: nil
      }
    }
  }

  /// The examples that are not met; each entry must be needed.
  static let differences: [String: [Int: Difference]] = [
    "commonmark.json": [
      164: .foreignTag, 173: .newer, 179: .comment, 181: .comment, 185: .comment,
      196: .definedPlace,
      205: .definedPlace, 206: .definedPlace, 310: .comment, 311: .comment,
      550: .recordLink, 561: .recordLink, 592: .recordLink, 604: .bareAddress,
      608: .bareAddress, 610: .bareAddress, 613: .bareAddress, 614: .bareAddress,
      627: .comment, 628: .comment,
    ],
    "gfm.json": [
      133: .foreignTag, 146: .comment, 148: .comment, 152: .comment, 163: .definedPlace,
      172: .definedPlace,
      173: .definedPlace, 288: .comment, 289: .comment,
      556: .recordLink, 567: .recordLink, 598: .recordLink, 610: .bareAddress, 614: .bareAddress,
      616: .bareAddress, 619: .bareAddress, 620: .bareAddress, 628: .scheme, 644: .comment,
      645: .older,
      646: .older, 653: .tagFilter,
    ],
    "gfm-extensions.json": [
      12: .element, 17: .singleTilde, 18: .singleTilde, 19: .addressEnd, 22: .tagFilter,
    ],
    "cmark-regression.json": [10: .singleTilde, 11: .singleTilde],
  ]

  @Test(arguments: ["commonmark.json", "gfm.json", "gfm-extensions.json", "cmark-regression.json"])
  func examples(file: String) throws {
    let differences = try #require(Self.differences[file])
    var unmet: Set<Int> = []
    for example in try SpecificationData.examples(file) {
      let actual = normalized(bareHTML(example.markdown))
      // An example that asks for nothing but that nothing crashes.
      if example.html == "<IGNORE>\n" || actual == normalized(example.html) { continue }
      unmet.insert(example.example)
      #expect(
        differences[example.example] != nil,
        """
        \(file) \(example.example), \(example.section):
        \(example.markdown.debugDescription)
        expected \(example.html.debugDescription)
        actual   \(actual.debugDescription)
        """)
    }
    for (example, reason) in differences {
      #expect(unmet.contains(example), "\(file) \(example) is met; it was not: \(reason.rawValue)")
    }
  }

  /// What differs since a part of the dialect is ours is met without that part: nothing else is hidden
  /// behind such a reason.
  @Test(arguments: ["commonmark.json", "gfm.json", "gfm-extensions.json", "cmark-regression.json"])
  func differencesOfTheDialect(file: String) throws {
    let differences = try #require(Self.differences[file])
    for example in try SpecificationData.examples(file) {
      guard let syntax = differences[example.example]?.syntax else { continue }
      let actual = normalized(
        bareHTML(example.markdown, without: syntax.removed, with: syntax.added))
      #expect(actual == normalized(example.html), "\(file) \(example.example)")
    }
  }
}

@Suite(
  "CJK-friendly emphasis", .enabled(if: TestNeed.markdown.isThere, "\(TestNeed.markdown.complaint)")
)
struct CJKFriendlyTests {
  static let pages = [
    ("** around Kana/Han is converted to <strong> 1", "strong.md"),
    ("** around Korean is converted to <strong> 1", "korean.md"),
    (
      "** around pseudo-emoji (CJK symbols that are also unqualified-emoji) is converted to <strong> 1",
      "pseudo-emoji.md"
    ),
    ("process underscores around CJK punctuation 1", "underscore-cjk-punct.md"),
    ("recognizes non-BMP punctuation and symbols 1", "non-bmp.md"),
  ]

  static func expected() throws -> [String: String] {
    try JSONDecoder().decode(
      [String: String].self, from: Data(SpecificationData.text("cjk-friendly/expected.json").utf8))
  }

  @Test(arguments: pages)
  func page(name: String, file: String) throws {
    let expected = try #require(try Self.expected()[name])
    let actual = bareHTML(try SpecificationData.text("cjk-friendly/\(file)"))
    let pairs = zip(
      normalized(actual).split(separator: "\n"), normalized(expected).split(separator: "\n"))
    for (actual, expected) in pairs { #expect(actual == expected) }
    #expect(
      actual.split(separator: "\n").count == expected.split(separator: "\n").count, "lines")
  }

  @Test("the example of the amendment's introduction, without its page")
  func introduction() throws {
    let expected = try #require(try Self.expected()["Example Markdown in README 1"])
    let source = expected.replacing("<p>", with: "").replacing("</p>", with: "\n")
      .replacing("<strong>", with: "**").replacing("</strong>", with: "**")
    #expect(normalized(bareHTML(source)) == normalized(expected) + "\n")
  }

  @Test("strong, strikethrough and a footnote together, but for the footnote's own markup")
  func footnote() throws {
    for name in ["Compatible with GFM extension (1) 1", "Compatible with GFM extension (2) 1"] {
      let expected = try #require(try Self.expected()[name])
      #expect(expected.hasPrefix("<p>あ<strong>()</strong>あ<sup>"))
      #expect(expected.contains("<p><del>あ</del> <a href="))
    }
    let actual = bareHTML("あ**()**あ[^1]\n\n[^1]: ~~あ~~\n")
    #expect(actual.hasPrefix("<p>あ<strong>()</strong>あ<sup "))
    #expect(actual.contains("<p><del>あ</del> <a href="))
  }

  @Test("strikethrough next to CJK text")
  func strikethrough() throws {
    for line in try SpecificationData.text("cjk-friendly/gfm-strikethrough.md")
      .split(separator: "\n")
    {
      let actual = bareHTML(String(line))
      #expect(actual.contains("<del>") && !actual.contains("~"), "\(line): \(actual)")
    }
  }

  @Test("strikethrough away from CJK text is GitHub's, but for single tildes")
  func strikethroughElsewhere() throws {
    let expected = """
      <p><del>Hi</del> Hello, <del>there</del> world!</p>
      <p>This ~~has a</p>
      <p>new paragraph~~.</p>
      <p>This will ~~~not~~~ strike.</p>
      <p>A proper <del>strikethrough</del>.</p>
      <p>These are ~not strikethroughs.</p>
      <p>No, they are not~</p>
      <p>This <del>is ~ legit</del> isn't ~ legit.</p>
      <p>This is not ~~~~~one~~~~~ huge strikethrough.</p>
      <p><del>one</del> <del>two</del> ~~~three~~~</p>
      <p>No ~mismatch~~</p>
      <p><del><strong><em><code>this</code></em></strong></del><br>
      <del><em><strong><code>this</code></strong></em></del><br>
      <del><em><strong><code>this</code></strong></em></del></p>
      <p><del><strong><em>this</em></strong></del><br>
      <del><em><strong>this</strong></em></del><br>
      <del><em><strong>this</strong></em></del></p>
      <p><del>Hi</del> Hello, world!</p>
      <p>This <del>text</del> <del>is</del> ~~~curious~~~.</p>
      <p>[^<del>is</del>1]</p>
      <p>a~~()a~~a</p>
      <p>a~~a()~~a</p>
      <p><del>()</del></p>
      <p>(<del>()</del>)</p>
      <table>
      """
    let actual = normalized(
      bareHTML(try SpecificationData.text("cjk-friendly/gfm-non-cjk.md"), with: .singleTildes))
    for (actual, expected) in zip(actual.split(separator: "\n"), expected.split(separator: "\n")) {
      #expect(actual == expected)
    }
  }
}
