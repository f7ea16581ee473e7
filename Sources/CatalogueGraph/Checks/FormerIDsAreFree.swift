import CatalogueModel
import Diagnostics

/// No former id of a record is the id of a record, or a former id of another: one address leads to one page.
struct FormerIDsAreFree: Check {
  /// A record with one of its former ids.
  private typealias Former = (record: RecordIndex, name: Located<String>)

  func diagnostics(in catalogue: Catalogue) -> [Diagnostic] {
    let formers = catalogue.records.indices.filter { !catalogue.records[$0].formerIDs.isEmpty }
    if formers.isEmpty { return [] }
    var living: [RecordID: RecordIndex] = [:]
    for (index, record) in catalogue.records.indexed { living[record.id] = index }
    var first: [RecordID: Former] = [:]
    var diagnostics: [Diagnostic] = []
    // Of a draft and a published record the draft is the second: it is the one to mend.
    let order =
      formers.filter { !catalogue.records[$0].isDraft }
      + formers.filter { catalogue.records[$0].isDraft }
    for index in order {
      let record = catalogue.records[index]
      for name in record.formerIDs {
        guard let id = record.formerID(name.value) else { continue }
        if let holder = living[id] {
          diagnostics.append(clash(of: name, in: record, with: catalogue.records[holder]))
        } else if let other = first[id] {
          diagnostics.append(
            repetition(of: name, in: record, after: other, in: catalogue.records[other.record]))
        } else {
          first[id] = (index, name)
        }
      }
    }
    return diagnostics
  }

  private func clash(
    of name: Located<String>, in record: Record, with holder: Record
  ) -> Diagnostic {
    let place = SourceRange(path: record.path, bytes: name.bytes)
    if holder === record {
      return Diagnostic(
        .formerID, at: place,
        LocalisedText(
          "「\(name.value)」は、この項目のいまのidです。以前のidからは消します。",
          en: "'\(name.value)' is the id that the record has now"))
    }
    let holderPlace = SourceRange(path: holder.path, bytes: holder.title.bytes)
    if holder.isDraft && !record.isDraft {
      // The published record was first.
      return Diagnostic(
        .formerID, at: holderPlace,
        LocalisedText(
          "この項目のid「\(holder.id.text)」は「\(record.title.value)」の以前のidなので、使えません。ファイル名を変えます。",
          en: "the id '\(holder.id.text)' is a former id of '\(record.title.value)'"),
        notes: [Self.note(place)])
    }
    return Diagnostic(
      .formerID, at: place,
      LocalisedText(
        "以前のid「\(name.value)」は、いまは「\(holder.title.value)」のidです。どちらかを変えます。",
        en: "the former id '\(name.value)' is the id of '\(holder.title.value)' now"),
      notes: [Self.note(holderPlace)])
  }

  private func repetition(
    of name: Located<String>, in record: Record, after other: Former, in owner: Record
  ) -> Diagnostic {
    if owner === record {
      return Diagnostic(
        .formerID, at: SourceRange(path: record.path, bytes: name.bytes),
        LocalisedText(
          "以前のid「\(name.value)」は、この項目の「\(other.name.value)」と同じidを指します。どちらか1つにします。",
          en:
            "the former ids '\(name.value)' and '\(other.name.value)' of the record are the same id"
        ),
        notes: [Self.note(SourceRange(path: owner.path, bytes: other.name.bytes))])
    }
    return Diagnostic(
      .formerID, at: SourceRange(path: record.path, bytes: name.bytes),
      LocalisedText(
        "以前のid「\(name.value)」は「\(owner.title.value)」にも書かれています。どちらか1つにします。",
        en: "the former id '\(name.value)' is given for '\(owner.title.value)' too"),
      notes: [Self.note(SourceRange(path: owner.path, bytes: other.name.bytes))])
  }

  private static func note(_ place: SourceRange) -> Diagnostic.Note {
    Diagnostic.Note(LocalisedText("もう一つはここです。", en: "the other is here"), at: place)
  }
}
