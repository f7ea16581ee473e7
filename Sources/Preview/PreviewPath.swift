/// The paths that the preview keeps for itself; no site has names that begin with a dot.
package enum PreviewPath {
  /// The stream of events that pages listen to.
  package static let events = "/.mokuroku/events"
  /// The script that listens.
  package static let script = "/.mokuroku/preview.js"
  /// How the diagnostics over a page look.
  package static let style = "/.mokuroku/preview.css"
}
