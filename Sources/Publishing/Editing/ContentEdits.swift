package import Diagnostics
package import Workspace

/// Changes to files of a catalogue that are made whole or not at all.
///
/// They are worked out in memory first, so that the catalogue can be checked as it will be
/// (``sources(after:)``), shown as a difference (``difference``) and only then be written
/// (`apply(in:_:)`).
package struct ContentEdits: Sendable, Equatable {
  /// What becomes of one file.
  package struct Change: Sendable, Equatable {
    /// Where it stands, relative to the root; where it will stand, if it is new.
    package let path: String
    /// Where it will stand.
    package fileprivate(set) var newPath: String
    /// Its bytes as they were read; nil where the file is new.
    package let before: [UInt8]?
    package fileprivate(set) var after: [UInt8]

    /// Whether nothing is another than before.
    fileprivate var isNothing: Bool { path == newPath && before == after }
  }

  /// The files that change, sorted by path.
  package private(set) var changes: [Change] = []

  /// Changes nothing yet.
  package init() {}

  /// Does edits to the files of a catalogue; those that leave a file as it is are no change.
  ///
  /// Nil where two edits overlap, or where one is outside its file or in a file that was not read.
  package init?(_ edits: [TextEdit], in sources: SourceTree) {
    let files = sources.bytesByPath
    for (path, edits) in Dictionary(grouping: edits, by: \.range.path) {
      guard let before = files[path],
        let after = TextEdit.applying(edits, to: before, at: path)
      else { return nil }
      changes.append(Change(path: path, newPath: path, before: before, after: after))
    }
    settle()
  }

  /// Whether no file changes.
  package var isEmpty: Bool { changes.isEmpty }

  /// Moves a file of the catalogue, with the edits that are done to it already.
  package mutating func move(_ file: SourceTree.File, to newPath: String) {
    if let place = changes.firstIndex(where: { $0.path == file.path }) {
      changes[place].newPath = newPath
    } else {
      changes.append(
        Change(path: file.path, newPath: newPath, before: file.bytes, after: file.bytes))
    }
    settle()
  }

  /// Writes the whole of a file; `before` are its bytes, nil where it is new.
  package mutating func write(_ path: String, before: [UInt8]?, after: [UInt8]) {
    changes.removeAll { $0.path == path }
    changes.append(Change(path: path, newPath: path, before: before, after: after))
    settle()
  }

  private mutating func settle() {
    changes.removeAll(where: \.isNothing)
    changes.sort { $0.path < $1.path }
  }

  /// The files of a catalogue as they will be.
  package func sources(after sources: SourceTree) -> SourceTree {
    let changes = Dictionary(
      changes.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    return sources.replacing { file in
      guard let change = changes[file.path] else { return file }
      return SourceTree.File(path: change.newPath, bytes: change.after)
    }
  }

  /// The changes as a unified difference, as `patch` and `git apply` read it.
  package var difference: [UInt8] { UnifiedDifference.bytes(of: changes) }
}
