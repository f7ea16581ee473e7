package import CatalogueModel
package import Diagnostics

/// What one record comes to in the graph.
package struct ResolvedRecord: Sendable {
  package internal(set) var edges: [Edge] = []
  package internal(set) var mentions: [Mention] = []
  /// Where the links of its text lead, in their order.
  package internal(set) var links: [LinkTarget] = []
  /// The record with what its text shows for links that name records by their ids; nil where it is as written.
  package internal(set) var labelled: Record?
  package internal(set) var diagnostics: [Diagnostic] = []
}
