import Diagnostics
import Publishing
import SystemPackage
import Workspace

/// What commands that change files of a catalogue do first.
enum EditedCatalogue {
  /// Ends what an earlier run left, says so, and reads the catalogue.
  static func sources(
    _ root: FilePath, workers: Int, isDryRun: Bool, in language: MessageLanguage
  ) async throws -> SourceTree {
    try await Trouble.reported(in: language) {
      if isDryRun { try ContentEdits.requireFinished(in: root) }
      if try !isDryRun && ContentEdits.finish(in: root) {
        Console.complain(
          "mokuroku: "
            + LocalisedText(
              "前に途中で止まった書き換えの残りを書き換えました。",
              en: "completed the changes of an earlier run that had been stopped"
            ).text(in: language))
      }
      return try await SourceTree.load(root, workers: workers)
    }
  }
}
