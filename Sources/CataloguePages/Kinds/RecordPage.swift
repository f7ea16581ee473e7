package import CatalogueModel
package import CatalogueViews
package import Diagnostics
package import JapaneseText
import MarkdownTree
package import Mustache

/// The page of one record: key facts, figures, text, budget, relations both ways, mentions, sources.
package struct RecordPage: PageKind {
  package static let template = "record"
  package static let summary = LocalisedText("項目のページ", en: "the page of a record")

  package let path: String
  package let title: String
  package let summary: String
  package let trail: [Crumb]
  package let origin: Output.Origin
  package let updated: PartialDate?
  private let index: RecordIndex

  /// Makes the page of a record.
  package init(_ index: RecordIndex, in catalogue: Catalogue) {
    let collection = catalogue.collection(of: index)
    self.init(index, catalogue.records[index], collection, trail: Self.trail(of: collection))
  }

  private init(
    _ index: RecordIndex, _ record: Record, _ collection: Collection, trail: [Crumb]
  ) {
    self.index = index
    updated = collection.field(.updated).flatMap { record.date(ofField: $0) }
    path = record.id.pagePath
    origin = .file(record.path)
    title = record.title.value
    summary = record.summary
    self.trail = trail
  }

  /// The way to the pages of a collection.
  private static func trail(of collection: Collection) -> [Crumb] {
    collection.isHidden ? [] : [Crumb(collection.label, path: collection.key + "/")]
  }

  /// The way to the pages below that of a record.
  static func trail(to index: RecordIndex, in catalogue: Catalogue) -> [Crumb] {
    trail(of: catalogue.collection(of: index))
      + [Crumb(catalogue.records[index].title.value, path: catalogue.path(of: index))]
  }

  package static func pages(of site: SiteContext) -> [Self] {
    let catalogue = site.catalogue
    return catalogue.schema.collections.flatMap { collection in
      let trail = trail(of: collection)
      return catalogue.members[collection.index].map {
        Self($0, catalogue.records[$0], collection, trail: trail)
      }
    }
  }

  /// The records of hidden collections: what their authors have to say about the site.
  package static func guides(of catalogue: Catalogue) -> [Crumb] {
    catalogue.schema.collections.filter(\.isHidden).flatMap { collection in
      catalogue.members[collection.index].map {
        Crumb(catalogue.records[$0].title.value, path: catalogue.path(of: $0))
      }
    }
  }

  /// The first of the guides, which tells who answers for the site.
  private static func firstGuide(of catalogue: Catalogue) -> RecordIndex? {
    guard !catalogue.schema.site.imprint.isEmpty else { return nil }
    return catalogue.schema.collections.lazy.filter(\.isHidden).compactMap {
      catalogue.members[$0.index].first
    }.first
  }

  /// What stands in the sections of the page, which has those that are not empty.
  private struct Content {
    let numbers: RecordNumbers?
    let facts: [View]
    let figures: [String]
    let measures: RecordMeasures?
    let budget: RecordBudget
    let groups: [RelationGroup]
    let cited: [RelationGroup]
    let surroundings: RecordSurroundings?
    let mentions: RecordMentions
    let notes: [String]
    let sources: [View]
    let hasBody: Bool

    var sections: [PageSection] {
      PageSection.allCases.filter { section in
        switch section {
        case .numbers: numbers != nil
        case .facts: !facts.isEmpty
        case .figures: !figures.isEmpty
        case .measures: measures != nil
        case .text: hasBody
        case .budget: !budget.isEmpty
        case .relations: !groups.isEmpty || !cited.isEmpty || surroundings != nil
        case .mentions: mentions.count > 0
        case .notes: !notes.isEmpty
        case .sources: !sources.isEmpty
        }
      }
    }
  }

  private func facts(in site: SiteContext) -> RecordFacts {
    let collection = site.catalogue.records[index].collection
    return RecordFacts(catalogue: site.catalogue, facets: site.facets(of: collection))
  }

  private func content(in site: SiteContext, _ facts: RecordFacts) -> Content {
    let catalogue = site.catalogue
    let record = catalogue.records[index]
    let relations = RecordRelations(catalogue: catalogue)
    let groups = relations.groups(of: index)
    return Content(
      numbers: RecordNumbers(of: index, in: site),
      facts: facts.view(of: index), figures: texts(of: .figures, in: catalogue),
      measures: RecordMeasures(record, catalogue.collection(of: index)),
      budget: RecordBudget(record, catalogue.collection(of: index)),
      groups: groups, cited: relations.citations(of: index),
      surroundings: RecordSurroundings(of: index, others: groups, in: catalogue),
      mentions: RecordMentions(of: index, in: catalogue), notes: texts(of: .notes, in: catalogue),
      sources: relations.sources(of: index), hasBody: !record.body.blocks.isEmpty)
  }

  /// The anchors of the page that its contents lead to.
  func anchors(in site: SiteContext) -> Set<String> {
    let catalogue = site.catalogue
    let entries = entries(
      content(in: site, facts(in: site)), catalogue.records[index],
      isGuide: catalogue.collection(of: index).isHidden, groups: [], cited: [])
    return Set(entries.map(\.anchor))
  }

  package func view(in site: SiteContext) -> ViewObject {
    let catalogue = site.catalogue
    let record = catalogue.records[index]
    let collection = catalogue.collection(of: index)
    let english = texts(of: .english, in: catalogue).first ?? ""
    let facts = facts(in: site)
    let content = content(in: site, facts)
    let sections = content.sections
    let anchors = anchors(of: content, record)
    let hasSiteFacts = Self.firstGuide(of: catalogue) == index
    var contents = entries(
      content, record, isGuide: collection.isHidden,
      groups: content.groups.map { ($0, anchors[$0.key] ?? "") },
      cited: content.cited.map { ($0, anchors[$0.key] ?? "") })
    if hasSiteFacts {
      contents.append(Entry(label: SiteView.label, anchor: SiteView.anchor, depth: 0))
    }
    let reference = RecordReference(
      title: title,
      address: catalogue.schema.site.baseURL + PagePath.encoded(path), site: catalogue.schema.site)
    return [
      "structured_data": .html(
        StructuredData.record(
          record, english: english, at: reference.address, updated: updated, trail: trail,
          in: catalogue.schema.site)),
      "citation": .text(collection.isHidden ? "" : reference.citation),
      "correction": .text(collection.isHidden ? "" : reference.correction),
      "has_site_facts": .flag(hasSiteFacts),
      "collection": .text(collection.label),
      "collection_key": .text(collection.key),
      "collection_path": .text(collection.key + "/"),
      "is_guide": .flag(collection.isHidden),
      "is_draft": .flag(record.isDraft),
      "former_addresses": .text(record.formerAddresses.joined(separator: "、")),
      "reading": .text(reading(record, collection)),
      "summary": .text(record.summary),
      "english": .text(english),
      "aliases": .list(record.aliases.map { .text($0.value) }),
      "alias_line": .text(record.aliases.map(\.value).joined(separator: "、")),
      "has_aliases": .flag(!record.aliases.isEmpty),
      "has_names": .flag(!record.aliases.isEmpty || !english.isEmpty),
      "updated": .text(texts(of: .updated, in: catalogue).first ?? ""),
      "facts": .list(content.facts),
      "spans": .list(
        RecordRelations(catalogue: catalogue).spans(of: index).map { $0.view(in: catalogue) }),
      "surroundings": content.surroundings?.view(anchors, in: catalogue) ?? .none,
      "figures": .list(content.figures.map { .text($0) }),
      "measures": content.measures?.view ?? .none,
      "notes": .list(content.notes.map { .text($0) }),
      "body": .html(RecordBody(site: site, path: path).html(of: index)),
      "has_body": .flag(content.hasBody),
      "numbers": content.numbers?.view(hasOwnChart: !content.budget.isEmpty) ?? .none,
      "budget": content.budget.view,
      "groups": .list(views(of: content.groups, anchors, in: site)),
      "mentions": .list(content.mentions.views),
      "mention_count": .count(content.mentions.count),
      "sources": .list(content.sources),
      "cited": .list(views(of: content.cited, anchors, in: site)),
      "outline": CitedOutline(of: index, in: site)?.view(in: site) ?? .none,
      "cited_label": .text(RecordRelations.citedLabel),
      "cited_anchor": .text(RecordRelations.citedAnchor),
      "has_cited": .flag(!content.cited.isEmpty),
      "json": .text(path + "index.json"),
      "lines": .list(
        RecordLine.lines(of: index, in: catalogue).map { $0.view(of: index, in: catalogue) }),
      "marks": .list(facts.marks(of: index)),
      "contents": .list(contents.map(\.view)),
      "has_contents": .flag(contents.count > 2),
      "sections": .object(Self.headings(of: sections)),
    ]
  }

  /// The headings of the sections that a page has, by the names of all.
  private static func headings(of sections: [PageSection]) -> ViewObject {
    ViewObject(
      sectionNames.map { section, name in
        (name, .text(sections.contains(section) ? section.label : ""))
      })
  }

  private static let sectionNames = PageSection.allCases.map { ($0, ViewName($0.rawValue)) }

  private func texts(of role: FieldRole, in catalogue: Catalogue) -> [String] {
    let field = catalogue.collection(of: index).field(role)
    return field.map { catalogue.texts(of: $0, of: index) } ?? []
  }

  /// The reading where it tells more than the title.
  private func reading(_ record: Record, _ collection: Collection) -> String {
    guard let reading = record.reading?.text, !collection.isHidden, reading != title else {
      return ""
    }
    return reading
  }

  private func views(
    of groups: [RelationGroup], _ anchors: [String: String], in site: SiteContext
  ) -> [View] {
    groups.map { $0.view(of: index, anchor: anchors[$0.key] ?? "", in: site) }
  }

  /// The anchors of the groups by their keys: the label, with the collection behind it where two are alike.
  ///
  /// Headings of the text keep theirs.
  private func anchors(of content: Content, _ record: Record) -> [String: String] {
    var taken = Set(record.body.headings.map { String(decoding: $0.identifier, as: UTF8.self) })
    var anchors: [String: String] = [:]
    for group in content.groups {
      let name = group.label.split(whereSeparator: \.isWhitespace).joined(separator: "-")
      let anchor = [name, "relation-\(name)", "relation-\(group.key)"].first {
        taken.insert($0).inserted
      }
      anchors[group.key] = anchor
    }
    for group in content.cited { anchors[group.key] = "relation-\(group.key)" }
    return anchors
  }

  /// An entry of the page's contents.
  private struct Entry {
    let label: String
    let anchor: String
    /// How many headings stand above it: none above a section, one above a heading within it.
    let depth: Int

    var view: View {
      .object([
        "label": .text(label), "anchor": .text(anchor), "is_inner": .flag(depth > 0),
        "is_innermost": .flag(depth > 1),
      ])
    }
  }

  /// The sections that the page has, with the headings of the text and the groups of relations among them; a guide
  /// is all text.
  private func entries(
    _ content: Content, _ record: Record, isGuide: Bool,
    groups: [(group: RelationGroup, anchor: String)],
    cited: [(group: RelationGroup, anchor: String)]
  ) -> [Entry] {
    func entry(_ group: RelationGroup, _ anchor: String, depth: Int) -> Entry {
      let count = GroupedDigits.text(of: group.items.count)
      return Entry(label: "\(group.label) \(count)件", anchor: anchor, depth: depth)
    }
    var entries: [Entry] = []
    for section in content.sections {
      if !isGuide || section != .text {
        let count =
          section == .mentions ? " \(GroupedDigits.text(of: content.mentions.count))件" : ""
        entries.append(
          Entry(label: section.label + count, anchor: section.identifier, depth: 0))
      }
      if section == .relations {
        entries += groups.map { entry($0, $1, depth: 1) }
        if !cited.isEmpty {
          entries.append(
            Entry(label: RecordRelations.citedLabel, anchor: RecordRelations.citedAnchor, depth: 1))
        }
        entries += cited.map { entry($0, $1, depth: 2) }
      }
      guard section == .text else { continue }
      for heading in record.body.headings where heading.outlineLevel == 1 {
        entries.append(
          Entry(
            label: String(decoding: heading.plainText, as: UTF8.self),
            anchor: String(decoding: heading.identifier, as: UTF8.self), depth: isGuide ? 0 : 1))
      }
    }
    return entries
  }
}

extension RecordPage {
  package static let shape: [ViewShape.Field] =
    [
      .init("collection", "集まりの名前", .text),
      .init("collection_key", "集まりのキー", .text),
      .init("collection_path", "集まりの一覧", .text),
      .init("is_guide", "案内のページか", .flag),
      .init("has_site_facts", "発行者などを示す、最初の案内のページか", .flag),
      .init("structured_data", StructuredData.summary, .html),
      .init("citation", "この項目を引用する文。案内のページでは空", .text),
      .init("correction", "この項目の誤りを知らせるアドレス。なければ空", .text),
      .init("former_addresses", "以前のアドレス。なければ空", .text),
      .init("is_draft", "下書きか(serve だけ)", .flag),
      .init("reading", "読み。案内のページと、題と同じときは空", .text),
      .init("summary", "要約", .text),
      .init("english", "英語名", .text),
      .init("aliases", "別名", .list(of: .text)),
      .init("alias_line", "別名を「、」でつないだもの", .text),
      .init("has_aliases", "別名があるか", .flag),
      .init("has_names", "別名か英語名があるか", .flag),
      .init(
        "marks", "題の上に示す言葉(種類、状態)",
        .list(
          of: .object([
            .init("key", "欄のキー", .text), .init("text", "言葉", .text),
            .init("path", "その言葉で絞り込んだ一覧", .text),
          ]))),
      .init(
        "sections", "節の見出し。節がなければ空",
        .object(PageSection.allCases.map { .init($0.rawValue, $0.label, .text) })),
      .init("has_cited", "この文書を出典とする項目があるか", .flag),
      .init("has_contents", "目次を示すだけの節があるか", .flag),
      .init("updated", "更新日", .text),
      .init("facts", "基本情報", .list(of: .object(RecordFacts.fields))),
      .init("spans", "基本情報のつながりの、期間の表と図", .list(of: SpanTable.shape)),
      .init("surroundings", "まわりの項目の図。少なければ空", RecordSurroundings.shape),
      .init("figures", "主な数値", .list(of: .text)),
      .init("measures", "年ごとの値。なければ空", .object(RecordMeasures.fields)),
      .init("notes", "注記", .list(of: .text)),
      .init("body", "本文", .html),
      .init("has_body", "本文があるか", .flag),
      .init(
        "numbers", "責任を持つ項目の件数と予算。少なければ空", .object(RecordNumbers.fields)),
      .init("budget", "予算。なければ空", .object(RecordBudget.fields)),
      .init("json", "この項目のJSON", .text),
      .init("lines", "前後に続く項目", .list(of: RecordLine.shape)),
      .init(
        "contents", "ページの目次",
        .list(
          of: .object([
            .init("label", "見出し", .text), .init("anchor", "見出しのid", .text),
            .init("is_inner", "節の中の見出しか", .flag),
            .init("is_innermost", "節の中の見出しの、さらに中か", .flag),
          ]))),
    ] + RecordRelations.fields
}
