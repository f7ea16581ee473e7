package import JapaneseText

/// What a repository tells of when the files of a catalogue's records changed last.
package struct ContentHistory: Sendable, Equatable {
  /// The last change of one file.
  package struct Change: Sendable, Equatable {
    /// The file, from the root of the catalogue: `content/bases/tia.md`.
    package let path: String
    package let instant: JapaneseInstant
    /// Whether the change made the file.
    package let isNew: Bool

    /// Describes a change.
    package init(path: String, instant: JapaneseInstant, isNew: Bool) {
      self.path = path
      self.instant = instant
      self.isNew = isNew
    }
  }

  /// The changes, newest first; what changed long ago may be left out.
  package let changes: [Change]

  /// Joins changes that stand in their order.
  package init(_ changes: [Change]) { self.changes = changes }
}
