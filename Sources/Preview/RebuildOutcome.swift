/// How a look at the catalogue ended, as far as the preview needs to know.
package enum RebuildOutcome: Sendable, Equatable {
  /// There is a new edition.
  case published
  /// Nothing is another than before.
  case unchanged
  /// The content has errors; the last good edition is still shown.
  ///
  /// - diagnosticsText: the report in plain text, as a terminal shows it but without colours.
  case failed(diagnosticsText: String)
  /// The machine could not do it: a folder that is missing, a file that may not be read.
  case trouble(String)
}
