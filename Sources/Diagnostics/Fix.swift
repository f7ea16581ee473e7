/// A way out of a fault that a program can go: edits that belong together.
package struct Fix: Hashable, Sendable {
  /// What an author is asked to choose, such as the name that was meant.
  package let title: String
  /// What changes; no two overlap.
  package let edits: [TextEdit]
  /// Whether nothing else can have been meant, so that it may be done without asking its author.
  package let isSure: Bool

  /// Joins a title to its edits.
  package init(_ title: String, edits: [TextEdit], isSure: Bool = false) {
    self.title = title
    self.edits = edits
    self.isSure = isSure
  }
}
