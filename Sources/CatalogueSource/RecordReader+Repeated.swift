import CatalogueModel
import Diagnostics
import YAMLTree

/// Fields that stand below the `---` that ends them, and above it too.
extension RecordReader.File {
  /// Joins the report of the line that parts the fields with those of the fields that it repeats: they are one fault.
  mutating func joinRepeated(_ root: YAMLNode?, behind border: Range<Int>) {
    guard
      let mark = diagnostics.firstIndex(where: {
        $0.code == .frontMatterMark && $0.range.bytes.lowerBound == border.lowerBound
      })
    else { return }
    let lower = (root?.mapping ?? []).filter { $0.key.bytes.lowerBound >= border.upperBound }
    let repeated = lower.filter { entry in
      diagnostics.contains { $0.code == .duplicateKey && $0.range.bytes == entry.key.bytes }
    }
    guard let entry = repeated.first else { return }
    var isSound = true
    let told = diagnostics[mark]
    diagnostics.removeAll { fault in
      guard
        repeated.contains(where: {
          $0.key.bytes.lowerBound <= fault.range.bytes.lowerBound
            && fault.range.bytes.upperBound <= $0.value.bytes.upperBound
        })
      else { return false }
      if fault.code != .duplicateKey { isSound = false }
      return true
    }
    guard let place = diagnostics.firstIndex(of: told) else { return }
    let fixes =
      lower.count == 1
      ? ways(out: entry, above: root, moving: told.fixes.first, isSound: isSound) : []
    diagnostics[place] = Diagnostic(
      told.code, at: told.range,
      LocalisedText(
        "ここで欄が終わり、下の欄は本文になります。上にもある欄なので、どちらか1つを残し、「---」の上に書きます。",
        en: "the fields end here, and those below are text; they stand above too: keep one"),
      fixes: fixes, severity: told.severity)
  }

  /// The ways out for one field that stands on both sides: the lower goes up, or goes.
  private func ways(
    out lower: YAMLNode.Entry, above root: YAMLNode?, moving: Fix?, isSound: Bool
  ) -> [Fix] {
    guard let name = lower.key.scalar,
      let upper = root?.mapping?.first(where: { entry in
        guard let other = entry.key.scalar else { return false }
        return other == name
          || collection.field(other).map { $0 == collection.field(name) } ?? false
      })
    else { return [] }
    let gone = { (entry: YAMLNode.Entry) in
      TextEdit(SourceRange(path: path, bytes: lines(of: entry)), with: "")
    }
    let stays = { (entry: YAMLNode.Entry) in
      let text = String(decoding: source[lines(of: entry)], as: UTF8.self)
      return Quotation.short(
        text.split(whereSeparator: \.isNewline).map { $0.drop { $0 == " " } }.joined(separator: " ")
      )
    }
    let below = moving.map { Fix(stays(lower), edits: [gone(upper)] + $0.edits) }
    return (isSound ? [below].compactMap { $0 } : []) + [Fix(stays(upper), edits: [gone(lower)])]
  }

  /// The lines that a field takes.
  private func lines(of entry: YAMLNode.Entry) -> Range<Int> {
    var last = max(entry.key.bytes.upperBound, entry.value.bytes.upperBound)
    while last > entry.key.bytes.upperBound, source[last - 1] <= 32 { last -= 1 }
    return FrontMatter.lineStart(
      entry.key.bytes.lowerBound, source)..<FrontMatter.lineEnd(
        last, source)
  }
}
