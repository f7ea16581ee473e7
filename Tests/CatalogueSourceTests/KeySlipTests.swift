import CatalogueModel
import Diagnostics
import TestSupport
import Testing

@testable import CatalogueSource

@Suite("Slips in the keys of the shipped definition")
struct KeySlipTests {
  /// The text with one character left out, put in or exchanged with its neighbour, everywhere.
  static func slips(of word: String) -> Set<String> {
    let characters = Array(word)
    var slips: Set<String> = []
    for index in characters.indices {
      var shorter = characters
      shorter.remove(at: index)
      slips.insert(String(shorter))
      if index + 1 < characters.count {
        var swapped = characters
        swapped.swapAt(index, index + 1)
        slips.insert(String(swapped))
      }
    }
    for index in 0...characters.count {
      for more in ["x", "ー"] {
        var longer = characters
        longer.insert(contentsOf: more, at: index)
        slips.insert(String(longer))
      }
    }
    return slips.filter { !$0.isEmpty && $0 != word }
  }

  @Test("every slip in every key or label is told, with what was meant among the first three")
  func findsSlips() throws {
    let bytes = Array(try Checkout.text("catalogue.yml").utf8)
    let schema = try #require(SchemaReader.read(path: "catalogue.yml", bytes: bytes).schema)
    let reader = RecordReader(schema: schema)
    var tried = 0
    for collection in schema.collections {
      for name in collection.fields.flatMap({ [$0.key, $0.label] }) {
        for slip in Self.slips(of: name) where collection.field(slip) == nil {
          let text = Array("---\n\"\(slip)\": x\n---\n".utf8)
          let faults = reader.read(
            path: "content/a/a.md", name: "a", collection: collection, bytes: text
          )
          .diagnostics.filter { $0.code == .unknownKey }
          tried += 1
          guard faults.count == 1, let fault = faults.first else {
            Issue.record("\(collection.key): '\(slip)' for '\(name)' gave \(faults.count) faults")
            continue
          }
          if String(decoding: text[fault.range.bytes], as: UTF8.self) != "\"\(slip)\""
            || !fault.suggestions.prefix(3).contains(name)
          {
            Issue.record("\(collection.key): '\(slip)' for '\(name)' suggests \(fault.suggestions)")
          }
        }
      }
    }
    #expect(tried > 1_000)
  }
}
