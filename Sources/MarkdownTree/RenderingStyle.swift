/// Where the HTML differs between the pages and the examples of the specifications.
///
/// It is internal to the module: only tests can ask for the other style.
struct RenderingStyle: Sendable {
  /// Whether the HTML is bare as in the examples: raw HTML passes, line ends stay, headings keep their
  /// levels and have no identifiers, tables, tasks, footnotes and images have no more than they need.
  let isBare: Bool

  /// The style of the pages.
  static let page = RenderingStyle(isBare: false)
}
