/// The parts of the dialect that are ours or GitHub's; only tests turn any of them off.
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

  /// Everything, which is what pages are parsed with.
  static let all = MarkdownSyntax(rawValue: (1 << 7) - 1)
}
