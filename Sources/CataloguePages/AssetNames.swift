/// The names under which the site's assets are published, by their own names.
///
/// A published name carries a piece of the content's digest, so that it may be kept for ever:
/// `site.css` becomes `assets/site.1a2b3c4d5e.css`.
package struct AssetNames: Sendable, Equatable {
  /// An asset with its name in templates and its published path.
  package struct Entry: Sendable, Equatable {
    /// The file's name below `assets/`: `site.css`.
    package let name: String
    /// The path from the base of the site.
    package let path: String

    package init(name: String, path: String) {
      self.name = name
      self.path = path
    }

    /// The name in templates: `site_css`.
    package var templateName: String {
      String(
        name.map { ($0.isASCII && ($0.isLetter || $0.isNumber)) ? $0 : "_" })
    }
  }

  /// The assets in the order of their names.
  package let entries: [Entry]

  /// Sorts the assets.
  package init(_ entries: [Entry]) {
    self.entries = entries.sorted { $0.name < $1.name }
  }

  /// The published path of the asset with this name.
  package func path(of name: String) -> String? {
    entries.first { $0.name == name }?.path
  }
}
