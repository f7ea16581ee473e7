package import CatalogueModel
package import Diagnostics
package import Files
package import SystemPackage

/// What git tells of a catalogue: when the files of its records changed last, as of the commit that is checked out.
///
/// What was not committed yet changes nothing of it, so that one commit gives one history, in whatever folder.
package struct GitHistory: Sendable {
  /// Why there is no history, or not all of it.
  package enum Shortfall: Sendable, Equatable {
    /// The catalogue is in no repository, or not committed.
    case none
    /// The commits were copied to a certain depth only, and the changes of most records lie below.
    case shallow
    /// The repository cannot be read here.
    case unreadable
  }

  /// The changes; nil where they are not known.
  package let content: ContentHistory?
  /// Nil where the changes are known.
  package let shortfall: Shortfall?
  /// What the history was read from; nil where that is nothing.
  private let place: WorkTree?

  /// A history that is read nowhere.
  package static let none = GitHistory(content: nil, shortfall: Shortfall.none, place: nil)

  /// Reads the history of the catalogue in the folder `root`; what another history was read from is not read again.
  ///
  /// Nothing is wrong with a catalogue whose history cannot be read: that is told, and no trouble.
  package static func read(
    _ root: FilePath, files: FileStore = FileStore(), after former: GitHistory? = nil
  ) -> GitHistory {
    var place: WorkTree?
    do {
      place = try WorkTree.around(root, files)
      guard let place else { return none }
      if let former, former.place == place { return former }
      do {
        return try read(place, files)
      } catch GitTrouble.missing {
        // What was packed meanwhile stands elsewhere now.
        return try read(place, files)
      }
    } catch {
      return GitHistory(content: nil, shortfall: .unreadable, place: place)
    }
  }

  private static func read(
    _ place: WorkTree, _ files: FileStore
  ) throws(GitTrouble) -> GitHistory {
    let idLength = place.head.bytes.count
    let reader = CommitReader(
      try ObjectStore(place.common, idLength: idLength, files),
      path: place.prefix + ["content"], idLength: idLength)
    guard let found = try HistoryWalk.run(from: place.head, reader, shallow: place.shallow) else {
      return GitHistory(content: nil, shortfall: Shortfall.none, place: place)
    }
    return found.isCutOff
      ? GitHistory(content: nil, shortfall: .shallow, place: place)
      : GitHistory(content: ContentHistory(found.changes), shortfall: nil, place: place)
  }

  /// Whether another history tells the same.
  package func isSame(as other: GitHistory) -> Bool {
    content == other.content && shortfall == other.shortfall
  }
}

extension GitHistory {
  /// What whoever builds a site should know of it, by what the site takes for the source of changes; nil where there is
  /// nothing to mend.
  package func remark(for source: ChangeSource?) -> LocalisedText? {
    guard source == nil || source == .git else { return nil }
    switch shortfall {
    case nil: return nil
    case .some(.none):
      return source == nil
        ? nil
        : LocalisedText(
          "updates: git とありますが、目録が git のコミットにないので、「最近の更新」と feed.atom には updated の欄を使いました。",
          en:
            "'updates' is git, but the catalogue is in no commit of git, so that what changed last is "
            + "told by the field 'updated'")
    case .shallow:
      return LocalisedText(
        "git の履歴が途中までしかない(shallow)ので、「最近の更新」と feed.atom には updated の欄を使いました。"
          + "git fetch --unshallow をするか、CIで全部の履歴を取ります(fetch-depth: 0、GIT_DEPTH: 0)。",
        en:
          "the history of git is shallow, so that what changed last is told by the field 'updated'; "
          + "run 'git fetch --unshallow', or have the CI fetch all of it (fetch-depth: 0, GIT_DEPTH: 0)"
      )
    case .unreadable:
      return LocalisedText(
        "git の履歴を読めないので、「最近の更新」と feed.atom には updated の欄を使いました。",
        en: "the history of git cannot be read, so that what changed last is told by the field "
          + "'updated'")
    }
  }
}
