/// A way out of a fault that a program can go: edits that belong together.
package struct Fix: Hashable, Sendable {
  /// What an author is asked to choose, such as the name that was meant.
  package let title: String
  /// What changes; no two overlap.
  package let edits: [TextEdit]

  /// Joins a title to its edits.
  package init(_ title: String, edits: [TextEdit]) {
    self.title = title
    self.edits = edits
  }
}
