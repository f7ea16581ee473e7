import CatalogueModel
import Diagnostics
import MarkdownTree
import TextRules

/// Finds where the links and images of the texts lead, and which records the texts mention.
struct LinkResolver: Sendable {
  private let schema: Schema
  private let records: IndexedArray<Record, Record>
  private let names: NameIndex
  private let assets: [String: AssetSize?]
  private let assetNames: [String]
  /// The addresses of the assets, numbered as in `assetNames`.
  private let assetCandidates: Candidates
  private let byPath: [String: RecordIndex]
  /// For each record the ids of its headings.
  private let anchors: IndexedArray<Record, Set<String>>
  /// The ids of the sections that the page of a record may have besides its headings.
  private let sections: Set<String>

  /// Prepares to resolve links among `records`.
  ///
  /// `assets` are the files that texts may show, by their path below `content/`, with the size of
  /// pictures.
  init(
    schema: Schema, records: IndexedArray<Record, Record>, names: NameIndex,
    assets: [String: AssetSize?], sections: Set<String>
  ) {
    self.sections = sections
    self.schema = schema
    self.records = records
    self.names = names
    self.assets = assets
    assetNames = assets.keys.sorted().map { "/" + $0 }
    assetCandidates = Candidates(assetNames)
    anchors = records.mapped { record in
      Set(record.body.headings.map { String(decoding: $0.identifier, as: UTF8.self) })
    }
    byPath = Dictionary(
      records.indices.map { (records[$0].path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Adds the targets of one record's links, and its mentions: each other record once.
  func resolve(_ index: RecordIndex, _ part: inout Resolver.Part) {
    let record = records[index]
    var mentioned: Set<RecordIndex> = [index]
    var targets: [LinkTarget] = []
    for (place, link) in record.body.references.enumerated() {
      let target = target(of: link, in: index, &part)
      targets.append(target)
      if case .record(let other, _) = target, mentioned.insert(other).inserted {
        part.mentions.append(
          Mention(from: index, to: other, sentence: record.body.sentence(of: place)))
      }
    }
    part.links.append(targets)
  }

  private func target(
    of link: Reference, in index: RecordIndex, _ part: inout Resolver.Part
  ) -> LinkTarget {
    let record = records[index]
    let destination = String(decoding: link.destination, as: UTF8.self)
    let range = SourceRange(path: record.path, bytes: link.destinationRange)
    switch link.kind {
    case .external where link.isImage: return foreignImage(at: range, &part)
    case .external: return .external(destination)
    case .record: return named(destination, at: range, &part)
    case .fragment:
      let anchor = LinkPath.decoded(String(destination.dropFirst()))
      return check(anchor, in: destination, of: index, at: range, &part)
        .map { .anchor($0) } ?? .none
    case .path where link.isImage: return image(destination, in: record, at: range, &part)
    case .path: return path(destination, in: record, at: range, &part)
    }
  }

  /// `[[名前]]`, or `[[名前#見出し]]` where no record has the `#` in its name.
  private func named(
    _ name: String, at range: SourceRange, _ part: inout Resolver.Part
  ) -> LinkTarget {
    let collections = Array(schema.collections.indices)
    let answer = names.resolve(name, in: collections)
    if case .found(let index) = answer { return .record(index, anchor: nil) }
    if let hash = name.firstIndex(of: "#"),
      case .found(let index) = names.resolve(String(name[..<hash]), in: collections)
    {
      let anchor = String(name[name.index(after: hash)...])
      return check(anchor, in: name, of: index, at: range, &part)
        .map { .record(index, anchor: $0) } ?? .none
    }
    let fault = ReferenceFault(
      name: name, label: "本文のリンク", range: range,
      collections: collections.filter { !schema.collections[$0].isHidden })
    part.diagnostics.append(
      fault.diagnostic(
        answer, names: names, records: records, schema: schema, &part.suggestions))
    return .none
  }

  private func path(
    _ destination: String, in record: Record, at range: SourceRange,
    _ part: inout Resolver.Part
  ) -> LinkTarget {
    let link = LinkPath(destination, from: record.path)
    if reportForbidden(in: link, at: range, &part.diagnostics) { return .none }
    if let index = byPath[link.sourcePath] ?? index(ofPage: link.sitePath) {
      guard let anchor = link.anchor else { return .record(index, anchor: nil) }
      return check(anchor, in: destination, of: index, at: range, &part)
        .map { .record(index, anchor: $0) } ?? .none
    }
    if assets[link.assetPath] != nil { return .asset(link.assetPath, width: nil, height: nil) }
    if let page = link.sitePath, !link.leadsToSource {
      return .page(page, query: link.query, anchor: link.anchor)
    }
    part.diagnostics.append(
      Diagnostic(
        .unknownLink, at: range,
        LocalisedText(
          "リンクの先「\(destination)」がありません。", en: "the link's target '\(destination)' does not exist"),
        suggestions: names.nearest(
          to: link.lastName, in: Array(schema.collections.indices), &part.suggestions
        )
        .map { String(records[$0].path.dropFirst("content".count)) }))
    return .none
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

  /// The record whose page is at a path of the site.
  private func index(ofPage path: String?) -> RecordIndex? {
    guard let parts = path?.split(separator: "/"), parts.count == 2,
      let collection = schema.collection(String(parts[0])),
      case .found(let index) = names.resolve("\(parts[0])/\(parts[1])", in: [collection.index])
    else { return nil }
    return index
  }

  /// No request leaves the site, so a picture of another site is not shown.
  private func foreignImage(
    at range: SourceRange, _ part: inout Resolver.Part
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
    _ destination: String, in record: Record, at range: SourceRange,
    _ part: inout Resolver.Part
  ) -> LinkTarget {
    let link = LinkPath(destination, from: record.path)
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
        suggestions: part.suggestions.answer(
          to: destination, in: nil, among: assetCandidates, where: { _ in true }
        ).map { assetNames[$0] }))
    return .none
  }

  /// The anchor when the record's page has it; otherwise a fault.
  private func check(
    _ anchor: String, in destination: String, of index: RecordIndex, at range: SourceRange,
    _ part: inout Resolver.Part
  ) -> String? {
    if anchors[index].contains(anchor) || sections.contains(anchor) {
      return anchor
    }
    let page = destination.prefix { $0 != "#" }
    let record = records[index]
    part.diagnostics.append(
      Diagnostic(
        .unknownAnchor, at: range,
        LocalisedText(
          "「\(record.title.value)」に見出し「\(anchor)」はありません。",
          en: "'\(record.title.value)' has no heading '\(anchor)'"),
        suggestions: part.suggestions.headings(nearestTo: anchor, of: index, in: records).map {
          page + "#" + String(decoding: record.body.headings[$0].identifier, as: UTF8.self)
        }))
    return nil
  }
}
