private import Diagnostics

extension Record {
  /// What stands before the title of a draft wherever it is shown.
  package static let draftMark = "【下書き】"

  /// The record with the mark of a draft before its title.
  fileprivate var marked: Record {
    Record(
      collection: collection, id: id, path: path,
      title: Located(Self.draftMark + title.value, at: title.bytes, as: title.style),
      reading: reading, readings: readings, aliases: aliases, summary: summary, contents: contents, isWhole: isWhole,
      body: body, builtIn: builtIn, formerKeys: formerKeys)
  }
}

extension Catalogue {
  /// The catalogue with each draft marked in its title, so that it is known for one in every list, link and file
  /// that names it, whatever templates a site has.
  package var withMarkedDrafts: Catalogue {
    if records.allSatisfy({ !$0.isDraft }) { return self }
    return Catalogue(self, records: records.mapped { $0.isDraft ? $0.marked : $0 }, links: links)
  }
}
