import CatalogueModel
import Diagnostics
import YAMLTree

extension SchemaReader {
  /// The two words of a relation that lead along a line: `sequence: [前身, 後継]`.
  mutating func sequence(_ node: YAMLNode) -> Relation.Sequence? {
    guard let setting = node["sequence"] else { return nil }
    let words = words(node)
    let named = list(node, "sequence").map { $0.scalar ?? "" }
    // That it is no list has been told.
    if setting.scalar != nil { return nil }
    guard named.count == 2,
      words.contains(where: { $0.word == named[0] && $0.inverse == named[1] })
    else {
      invalid(
        setting.bytes,
        "「sequence」には、words のなかで逆になっている2つの言葉を、前、後の順に書きます。例: [前身, 後継]",
        en:
          "'sequence' names two words that are each other's inverse, the earlier one first: [前身, 後継]"
      )
      return nil
    }
    return Relation.Sequence(before: named[0], after: named[1])
  }
}
