import CataloguePages
import CatalogueSearch
import SearchScripts

/// A script of the program as it is published: stripped, and with short names.
package struct ShippedScript: Sendable {
  /// The name of the file that templates know it by: `search.js`.
  package let name: String
  package let bytes: [UInt8]

  /// The scripts of the search, and that of the pages at former addresses, made once.
  package static let all: [ShippedScript] =
    SearchScript.all.map { ShippedScript($0.name, $0.bytes) }
    + [ShippedScript(RedirectPages.scriptName, SearchScripts.formerAddress)]

  private init(_ name: String, _ source: [UInt8]) {
    self.name = name
    bytes = ScriptNames.shorten(ScriptStripping.strip(source))
  }
}
