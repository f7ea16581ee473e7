import TextRules

/// The way from the root of a repository to the catalogue, which stands before the paths of a report.
///
/// Services that show faults on the lines of a change know files by their paths from that root.
package struct PathPrefix: Sendable, Equatable {
  /// The folders, each with `/` after it; empty where the catalogue is the repository.
  package let text: String

  /// For a catalogue that is the repository.
  package static let none = PathPrefix(text: "")

  private init(text: String) { self.text = text }

  /// The prefix as an operator writes it: `site`, `./site/`; nil where it leads up or to another root.
  package init?(_ written: String) {
    if written.hasPrefix("/") || PrintableName.text(Array(written.utf8)) == nil { return nil }
    let folders = written.split(separator: "/").filter { $0 != "." }
    if folders.contains("..") { return nil }
    text = folders.map { $0 + "/" }.joined()
  }

  /// The prefix for a catalogue at `root`, for a command that runs at the root of the repository.
  ///
  /// An absolute root, or one that leads up, does not tell it: then there is none.
  package init(ofRoot root: String) {
    self = PathPrefix(root) ?? .none
  }
}
