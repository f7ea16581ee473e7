/// The parts of the dialect that are ours or GitHub's; only tests turn any of them on or off.
struct MarkdownSyntax: OptionSet {
  let rawValue: Int

  /// `[[名前]]`.
  static let recordLinks = MarkdownSyntax(rawValue: 1 << 0)
  /// `{漢字|かんじ}`.
  static let ruby = MarkdownSyntax(rawValue: 1 << 1)
  /// Links for bare addresses.
  static let bareAddresses = MarkdownSyntax(rawValue: 1 << 2)
  /// `~~x~~`.
  static let strikethrough = MarkdownSyntax(rawValue: 1 << 3)
  /// `## 見出し {#id}`.
  static let headingIdentifiers = MarkdownSyntax(rawValue: 1 << 4)
  /// `表: 題` before a table.
  static let captions = MarkdownSyntax(rawValue: 1 << 5)
  /// No links to schemes outside the allow-list.
  static let schemeFilter = MarkdownSyntax(rawValue: 1 << 6)
  /// Comments are not shown.
  static let comments = MarkdownSyntax(rawValue: 1 << 7)
  /// `<br>`, `<sub>` and `<sup>` are elements.
  static let elements = MarkdownSyntax(rawValue: 1 << 8)
  /// `> [!NOTE]`.
  static let callouts = MarkdownSyntax(rawValue: 1 << 9)
  /// A line that begins like an item of a Japanese list is a line of its own.
  static let listedLines = MarkdownSyntax(rawValue: 1 << 10)

  /// A definition of a link leads to an address or a path.
  static let definedPlaces = MarkdownSyntax(rawValue: 1 << 11)

  /// Everything, which is what pages are parsed with.
  static let all = MarkdownSyntax(rawValue: (1 << 12) - 1)

  /// `~x~` strikes out, as on GitHub; no page has it.
  static let singleTildes = MarkdownSyntax(rawValue: 1 << 16)
}
