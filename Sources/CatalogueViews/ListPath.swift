package import CatalogueModel

/// Where the files of lists stand, which pages name and scripts read.
package enum ListPath {
  /// The folder, from the base of the site.
  package static let folder = "lists/"
  /// What the names of the files end with.
  package static let ending = ".js"

  /// The path of the file of a collection.
  package static func file(of collection: Collection) -> String {
    folder + collection.key + ending
  }
}
