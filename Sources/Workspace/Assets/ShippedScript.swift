import CatalogueSearch

/// A script of the program as it is published: stripped, and with short names.
package struct ShippedScript: Sendable {
  /// The name of the file that templates know it by: `search.js`.
  package let name: String
  package let bytes: [UInt8]

  /// The scripts of the search, made once.
  package static let all: [ShippedScript] = SearchScript.all.map { script in
    ShippedScript(
      name: script.name, bytes: ScriptNames.shorten(ScriptStripping.strip(script.bytes)))
  }
}
