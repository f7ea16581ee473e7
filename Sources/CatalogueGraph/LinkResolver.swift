import CatalogueModel
import Diagnostics
import MarkdownTree
import TextFolding
import TextRules

/// Finds where the links and images of the texts lead, and which records the texts mention.
///
/// A class, since each record would copy so large a struct.
final class LinkResolver: Sendable {
  private let schema: Schema
  private let own: OwnAddress?
  private let prepared: IndexedArray<Record, PreparedRecord>
  private let names: NameIndex
  private let assets: [String: AssetSize?]
  /// The addresses of the assets, numbered in their order.
  private let assetCandidates: LazyCandidates
  private let assetNames: [String]
  private let byPath: [String: RecordIndex]
  private let everywhere: [CollectionIndex]
  /// The ids of the sections that the page of a record may have besides its headings.
  private let sections: Set<String>

  /// Prepares to resolve links among records.
  ///
  /// `assets` are the files that texts may show, by their path below `content/`, with the size of
  /// pictures.
  init(
    schema: Schema, prepared: IndexedArray<Record, PreparedRecord>, names: NameIndex,
    assets: [String: AssetSize?], sections: Set<String>
  ) {
    self.sections = sections
    self.schema = schema
    own = OwnAddress(site: schema.site)
    self.prepared = prepared
    self.names = names
    self.assets = assets
    let addresses = assets.keys.sorted().map { "/" + $0 }
    assetNames = addresses
    assetCandidates = LazyCandidates { Candidates(addresses) }
    everywhere = Array(schema.collections.indices)
    byPath = Dictionary(
      prepared.indices.map { (prepared[$0].record.path, $0) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// Adds the targets of one record's links, and its mentions: each other record once.
  func resolve(_ index: RecordIndex, _ part: inout ResolvedRecord, _ known: inout Suggestions) {
    var mentioned: Set<RecordIndex> = [index]
    part.links.reserveCapacity(prepared[index].links.count)
    let links = prepared[index].links
    var labels: [(reference: Int, text: [UInt8])] = []
    for place in links.indices {
      let target = target(of: links[place], in: index, &part, &known)
      part.links.append(target)
      if case .record(let other, _) = target,
        let label = links[place].label(to: prepared[other].record)
      {
        labels.append((place, Array(label.utf8)))
      }
    }
    if !labels.isEmpty {
      let record = prepared[index].record
      part.labelled = record.with(body: record.body.labelled(labels))
    }
    for place in links.indices {
      guard case .record(let other, _) = part.links[place], mentioned.insert(other).inserted else {
        continue
      }
      // Only now: the sentence of every link of a long line would take long.
      let sentence =
        part.labelled?.body.sentence(of: place) ?? prepared[index].sentence(of: place)
      part.mentions.append(Mention(from: index, to: other, sentence: sentence))
    }
  }

  private func target(
    of link: PreparedLink, in index: RecordIndex, _ part: inout ResolvedRecord,
    _ known: inout Suggestions
  ) -> LinkTarget {
    let range = SourceRange(path: prepared[index].record.path, bytes: link.bytes)
    switch link.destination {
    case .external where link.isImage: return foreignImage(at: range, &part)
    case .external:
      return own?.path(of: link.text).map { .ownAddress(link.text, path: $0) }
        ?? .external(link.text)
    case .name(let name, let heading):
      return named(link, name, heading, in: index, at: range, &part, &known)
    case .anchor(let anchor):
      return check(anchor, in: link.text, isName: false, of: index, at: range, &part, &known)
        .map { .anchor($0) } ?? .none
    case .path(let path) where link.isImage: return image(path, link.text, at: range, &part, &known)
    case .path where link.isMeantAsImage: return .none
    case .path(let path): return page(path, link.text, at: range, &part, &known)
    }
  }

  /// `[[名前]]`, or `[[名前#見出し]]` and `[[#見出し]]` where no record has the `#` in its name.
  private func named(
    _ link: PreparedLink, _ name: FoldedName, _ heading: (name: FoldedName?, anchor: String)?,
    in own: RecordIndex, at range: SourceRange, _ part: inout ResolvedRecord,
    _ known: inout Suggestions
  ) -> LinkTarget {
    let text = link.text
    let answer = names.resolve(name, in: everywhere)
    if case .found(let index) = answer { return .record(index, anchor: nil) }
    if let first = names.first(of: answer, called: name) { return .record(first, anchor: nil) }
    if case .former(let index) = answer {
      reportFormer(link, count: text.utf8.count, of: index, at: range, &part)
      return .record(index, anchor: nil)
    }
    if let heading, heading.name == nil {
      return check(heading.anchor, in: text, isName: true, of: own, at: range, &part, &known)
        .map { .anchor($0) } ?? .none
    }
    if let heading, let name = heading.name {
      let answer = names.resolve(name, in: everywhere)
      if case .former(let index) = answer {
        let count = text.utf8.prefix { $0 != UInt8(ascii: "#") }.count
        reportFormer(link, count: count, of: index, at: range, &part)
      }
      if let first = names.first(of: answer, called: name) { return .record(first, anchor: nil) }
      if let index = answer.record {
        return check(heading.anchor, in: text, isName: true, of: index, at: range, &part, &known)
          .map { .record(index, anchor: $0) } ?? .none
      }
    }
    if let fault = wideBar(in: text, at: range) ?? wideHash(in: text, at: range)
      ?? parted(link, at: range)
    {
      part.diagnostics.append(fault)
      return .none
    }
    if case .unknown = answer, mayBeUnread(text, name, heading?.name, &known) { return .none }
    let fault = ReferenceFault(
      name: text, label: "本文のリンク", range: range, form: .recordLink,
      collections: everywhere.filter { !schema.collections[$0].isHidden })
    part.diagnostics.append(fault.diagnostic(answer, names: names, schema: schema, &known))
    return .none
  }

  private func mayBeUnread(
    _ text: String, _ name: FoldedName, _ other: FoldedName?, _ known: inout Suggestions
  ) -> Bool {
    let collections = Array(schema.collections)
    return names.mayBeUnread(text, name, in: collections, &known)
      || other.map { names.unread.has($0, in: collections.map(\.key)) } ?? false
  }

  /// The fault of `[[名前｜語]]` where the part before the wide bar is the name of a record.
  private func wideBar(in text: String, at range: SourceRange) -> Diagnostic? {
    guard let bar = text.firstIndex(of: "｜"), text.index(after: bar) < text.endIndex,
      text.utf8.count == range.bytes.count,
      case .found = names.resolve(FoldedName(String(text[..<bar])), in: everywhere)
    else { return nil }
    let start = range.bytes.lowerBound + text[..<bar].utf8.count
    let place = SourceRange(path: range.path, bytes: start..<start + "｜".utf8.count)
    let name = text[..<bar] + "|" + text[text.index(after: bar)...]
    return Diagnostic(
      .unknownReference, at: place,
      LocalisedText(
        "名前と表示する語を分ける「｜」が全角です。半角の「|」にします。",
        en: "the '｜' between name and text is a wide sign; write '|'"),
      fixes: [Fix(String(name), edits: [TextEdit(place, with: "|")])])
  }

  /// The fault of `[[名前＃見出し]]` where the part before the wide sign is the name of a record.
  private func wideHash(in text: String, at range: SourceRange) -> Diagnostic? {
    guard let hash = text.firstIndex(of: "＃"), text.index(after: hash) < text.endIndex,
      text.utf8.count == range.bytes.count,
      case .found = names.resolve(FoldedName(String(text[..<hash])), in: everywhere)
    else { return nil }
    let start = range.bytes.lowerBound + text[..<hash].utf8.count
    let place = SourceRange(path: range.path, bytes: start..<start + "＃".utf8.count)
    let name = text[..<hash] + "#" + text[text.index(after: hash)...]
    return Diagnostic(
      .unknownReference, at: place,
      LocalisedText(
        "名前と見出しを分ける「＃」が全角です。半角の「#」にします。",
        en: "the '＃' between name and heading is a wide sign; write '#'"),
      fixes: [Fix(String(name), edits: [TextEdit(place, with: "#")])])
  }

  /// The fault of `[[甲、乙]]`, `[[甲/語]]`, `[["甲"]]` and `[[things:a]]`, whose parts are names of records.
  private func parted(_ link: PreparedLink, at range: SourceRange) -> Diagnostic? {
    let text = link.text
    guard text.utf8.count == range.bytes.count, text.utf8.count < 300,
      let parts = NameParts(
        text, isAlone: link.isNameAlone && !link.isInCell,
        isName: {
          if case .found = names.resolve(FoldedName($0), in: everywhere) { true } else { false }
        })
    else { return nil }
    return Diagnostic(
      .unknownReference, at: range, parts.message,
      fixes: parts.written.map { Fix($0, edits: [TextEdit(range, with: $0)]) })
  }

  private func page(
    _ link: LinkPath, _ text: String, at range: SourceRange, _ part: inout ResolvedRecord,
    _ known: inout Suggestions
  ) -> LinkTarget {
    if reportForbidden(in: link, at: range, &part.diagnostics) { return .none }
    // That the address is empty has been told.
    if text.isEmpty { return .none }
    if let fault = wideAddress(text, at: range) ?? misspelled(text, at: range) {
      part.diagnostics.append(fault)
      return .none
    }
    if let index = byPath[link.sourcePath] ?? index(ofPage: link, text, at: range, &part) {
      guard let anchor = link.anchor else { return .record(index, anchor: nil) }
      return check(anchor, in: text, isName: false, of: index, at: range, &part, &known)
        .map { .record(index, anchor: $0) } ?? .none
    }
    if !names.unread.isEmpty, leadsToUnread(link) { return .none }
    if assets[link.assetPath] != nil { return .asset(link.assetPath, width: nil, height: nil) }
    if let fault = withoutScheme(text, at: range) {
      part.diagnostics.append(fault)
      return .none
    }
    if let page = link.sitePath, !link.leadsToSource {
      return .page(page, query: link.query, anchor: link.anchor)
    }
    part.diagnostics.append(
      Diagnostic(
        .unknownLink, at: range,
        LocalisedText(
          "リンクの先「\(text)」がありません。", en: "the link's target '\(text)' does not exist"),
        fixes: meant(by: link, &known)
          .map { pathFix(String(prepared[$0].record.path.dropFirst("content".count)), at: range) }))
    return .none
  }

  /// The records that a link to a file may mean: those of its name in other collections, else the nearest.
  private func meant(by link: LinkPath, _ known: inout Suggestions) -> [RecordIndex] {
    let id = link.sourcePath.dropFirst("content/".count).dropLast(".md".count)
    let moved = link.leadsToSource ? names.moved(String(id)) : []
    return moved.isEmpty ? names.nearest(to: link.lastName, in: everywhere, &known) : moved
  }

  /// The fault of `https：//a.jp/`, which is no address.
  private func wideAddress(_ text: String, at range: SourceRange) -> Diagnostic? {
    guard text.hasPrefix("http：") || text.hasPrefix("https：") else { return nil }
    let address = String(
      text.map { $0 == "：" ? ":" : $0 == "／" ? "/" : $0 == "．" ? "." : $0 })
    guard address.contains("://") else { return nil }
    return Diagnostic(
      .unknownLink, at: range,
      LocalisedText(
        "アドレスの「：」が全角です。半角の「:」にします。", en: "the '：' of the address is a wide sign; write ':'"),
      fixes: [Fix(address, edits: [TextEdit(range, with: address)])])
  }

  /// Whether a link leads to a record, or its file, that could not be read; that has been told.
  private func leadsToUnread(_ link: LinkPath) -> Bool {
    if let record = link.record, names.unread.has(record.name, in: [record.collection]) {
      return true
    }
    return names.unread.ids.contains { link.sourcePath == "content/" + $0.text + ".md" }
  }

  /// Reports a character that the path may not have, and whether there is one.
  private func reportForbidden(
    in link: LinkPath, at range: SourceRange, _ diagnostics: inout [Diagnostic]
  ) -> Bool {
    guard let character = link.forbidden else { return false }
    let group = ForbiddenCharacters.Group(character, at: range.bytes, count: 1)
    diagnostics.append(Diagnostic(group, path: range.path))
    return true
  }

  /// The record whose page a link leads to, or led to before.
  private func index(
    ofPage link: LinkPath, _ text: String, at range: SourceRange, _ part: inout ResolvedRecord
  ) -> RecordIndex? {
    guard let name = link.source ?? link.record?.name else { return nil }
    if let record = link.record, let collection = schema.collection(record.collection),
      case .found(let index) = names.resolve(record.name, in: [collection.index])
    {
      return index
    }
    guard case .former(let index) = names.resolve(name, in: everywhere) else { return nil }
    part.diagnostics.append(
      Diagnostic(
        formerID: text, of: prepared[index].record, at: range,
        names.idText(of: index).fix(ofPath: text, at: range)))
    return index
  }

  /// Reports a name of which the first `count` bytes are a former id.
  private func reportFormer(
    _ link: PreparedLink, count: Int, of index: RecordIndex, at range: SourceRange,
    _ part: inout ResolvedRecord
  ) {
    let record = prepared[index].record
    part.diagnostics.append(
      Diagnostic(
        formerID: String(decoding: link.text.utf8.prefix(count), as: UTF8.self),
        of: record, at: range,
        names.idText(of: index).fix(
          ofName: link.text, count: count, at: range, everywhere,
          label: link.keptLabel(to: record))))
  }

  /// No request leaves the site, so a picture of another site is not shown.
  private func foreignImage(
    at range: SourceRange, _ part: inout ResolvedRecord
  ) -> LinkTarget {
    part.diagnostics.append(
      Diagnostic(
        .imageMissing, at: range,
        LocalisedText(
          "ほかのサイトの画像は使えません。content/assets/ に置いた画像を使います。",
          en: "images of other sites are not shown; put the file below content/assets/")))
    return .none
  }

  private func image(
    _ link: LinkPath, _ destination: String, at range: SourceRange,
    _ part: inout ResolvedRecord, _ known: inout Suggestions
  ) -> LinkTarget {
    if reportForbidden(in: link, at: range, &part.diagnostics) { return .none }
    if let size = assets[link.assetPath] {
      return .asset(link.assetPath, width: size?.width, height: size?.height)
    }
    part.diagnostics.append(
      Diagnostic(
        .imageMissing, at: range,
        LocalisedText(
          "画像「\(destination)」がありません。content/assets/ に置きます。",
          en: "the image '\(destination)' does not exist below content/assets/"),
        fixes: known.answer(
          to: destination, in: nil, among: assetCandidates.value, where: { _ in true }
        ).map { pathFix(assetNames[$0], at: range) }))
    return .none
  }

  /// The id of the heading or section when the record's page has it; otherwise a fault.
  private func check(
    _ anchor: String, in destination: String, isName: Bool, of index: RecordIndex,
    at range: SourceRange, _ part: inout ResolvedRecord, _ known: inout Suggestions
  ) -> String? {
    let other = prepared[index]
    if let found = other.anchor(ofHeading: anchor) { return found }
    if sections.contains(anchor) { return anchor }
    let meant = known.headings(nearestTo: anchor, of: index, among: other.anchors).map {
      destination.prefix { $0 != "#" } + "#" + other.anchors[$0]
    }
    part.diagnostics.append(
      Diagnostic(
        .unknownAnchor, at: range,
        LocalisedText(
          "「\(other.record.title.value)」に見出し「\(anchor)」はありません。",
          en: "'\(other.record.title.value)' has no heading '\(anchor)'"),
        fixes: meant.compactMap { text in
          let written = isName ? LinkText.recordName(text) : LinkText.destination(text)
          return written.map { Fix(text, edits: [TextEdit(range, with: $0)]) }
        }))
    return nil
  }

  /// The fix that leads a link to another path.
  private func pathFix(_ path: String, at range: SourceRange) -> Fix {
    Fix(path, edits: [TextEdit(range, with: LinkText.destination(ofPath: path))])
  }
}
