import CatalogueModel
import Diagnostics
private import TextFolding

/// No two records share a title or an alias, however it is written.
struct NamesAreUnique: Check {
  func diagnostics(in catalogue: Catalogue) -> [Diagnostic] {
    var first: [FoldedName: (record: RecordIndex, bytes: Range<Int>)] = [:]
    first.reserveCapacity(catalogue.records.count * 2)
    var diagnostics: [Diagnostic] = []
    // Of a draft and a published record the draft is the second, and of a title and an alias the alias: it is the
    // one to mend.
    let published = catalogue.records.indices.filter { !catalogue.records[$0].isDraft }
    let drafts = catalogue.records.indices.filter { catalogue.records[$0].isDraft }
    let order = [published, drafts].flatMap { records in
      records.map { (index: $0, isTitle: true) } + records.map { (index: $0, isTitle: false) }
    }
    for (index, isTitle) in order {
      let record = catalogue.records[index]
      for (place, folded) in record.foldedNames.enumerated() where (place == 0) == isTitle {
        let name = place == 0 ? record.title : record.aliases[place - 1]
        guard let other = first[folded] else {
          first[folded] = (index, name.bytes)
          continue
        }
        if other.record == index {
          if name.bytes != other.bytes { diagnostics.append(repeated(name, record)) }
          continue
        }
        let owner = catalogue.records[other.record]
        diagnostics.append(
          Diagnostic(
            .duplicateName, at: SourceRange(path: record.path, bytes: name.bytes),
            name.value == owner.title.value
              ? LocalisedText(
                "「\(name.value)」は、ほかの項目の名称です。",
                en: "'\(name.value)' is the title of another record")
              : LocalisedText(
                "「\(name.value)」は「\(owner.title.value)」の名前でもあります。",
                en: "'\(name.value)' is also a name of '\(owner.title.value)'"),
            notes: [
              .init(
                LocalisedText("もう一つはここです。", en: "the other is here"),
                at: SourceRange(path: owner.path, bytes: other.bytes))
            ]))
      }
    }
    return diagnostics
  }

  private func repeated(_ name: Located<String>, _ record: Record) -> Diagnostic {
    Diagnostic(
      .duplicateEntry, at: SourceRange(path: record.path, bytes: name.bytes),
      LocalisedText(
        "別名「\(name.value)」は名称かほかの別名と同じです。消して構いません。",
        en: "the alias '\(name.value)' is the same as the title or another alias"))
  }
}
