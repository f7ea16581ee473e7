import CataloguePages
import CatalogueSearch
import Digests
import SearchScripts

/// A script of the program as it is published: stripped, with short names and joined declarations.
package struct ShippedScript: Sendable {
  /// The name of the file that templates know it by: `search.js`.
  package let name: String
  package let bytes: [UInt8]

  /// The scripts of the search and of lists, and that of the pages at former addresses, made once.
  package static let all: [ShippedScript] = {
    let scripts = SearchScript.all.map { ShippedScript($0.name, $0.bytes) }
    let digests = Dictionary(uniqueKeysWithValues: scripts.map { ($0.name, $0.digest) })
    return scripts.map { script in
      ShippedScript(
        name: script.name, bytes: SearchScript.fill(parts: script.bytes) { digests[$0] })
    } + lists + [ShippedScript(RedirectPages.scriptName, SearchScripts.formerAddress)]
  }()

  /// The scripts of lists, which read what `CatalogueLists` writes.
  private static var lists: [ShippedScript] {
    [
      ShippedScript("list.js", SearchScripts.list),
      ShippedScript("facet-panel.js", SearchScripts.facetPanel),
      ShippedScript("facets.js", SearchScripts.facetedList),
      ShippedScript("compare-choice.js", SearchScripts.compareChoice),
      ShippedScript("compare.js", SearchScripts.comparison),
    ]
  }

  /// What the published name tells of the content.
  private var digest: String {
    String(SHA256.hexadecimal(bytes).prefix(AssetPaths.digestLength))
  }

  private init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  private init(_ name: String, _ source: [UInt8]) {
    self.name = name
    bytes = ScriptSigns.leaveOut(
      ScriptDeclarations.join(ScriptNames.shorten(ScriptStripping.strip(source))))
  }
}
