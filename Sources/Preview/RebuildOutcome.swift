/// How a build ended, as far as the preview needs to know.
package enum RebuildOutcome: Sendable, Equatable {
  /// A new edition stands in the published folder.
  case published
  /// The content has errors; the last good edition still stands.
  ///
  /// - diagnosticsText: the report in plain text, as a terminal shows it but without colours.
  case failed(diagnosticsText: String)
  /// The machine could not do it: a full disk, a folder that may not be written.
  case trouble(String)
}
