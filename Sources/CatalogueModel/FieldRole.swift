package import Diagnostics

/// What a field is to its record, besides being one of its fields.
///
/// Pages, exports and the search ask for a role and never for a key: a catalogue may call its fields what
/// it likes. Names, summary and the like have their role by their key, which is the same in every
/// catalogue; the others are said with `role:` in `catalogue.yml`.
package enum FieldRole: String, Sendable, CaseIterable {
  // By the key of the field, which is the raw value.
  case title
  case reading = "yomi"
  case aliases
  case summary
  case english
  case figures
  case notes
  case updated
  case sources

  // By `role:`, whose word is the raw value.
  /// Who answers for the record: the relation to its owners.
  case responsible
  /// The time that the record belongs to, by which lists are sorted.
  case moment
  /// What sort of thing the record is.
  case kind
  /// The budget, with its chart, its table and the pages of fiscal years.
  case amount
  /// What was measured, with its table and charts.
  case measures
  /// Where the record is.
  case place
  /// From when to when the record ran.
  case period

  // By `role:` of a field in the `edge` of a relation.
  /// The prize that the connexion is about: what was given, or may be.
  case prize
  /// In which round the prize was given.
  case round
  /// From when the connexion holds.
  case since
  /// Until when it held.
  case until

  /// The roles that a definition gives with `role:`.
  package static let given: [FieldRole] = [
    .responsible, .moment, .kind, .amount, .measures, .place, .period,
  ]

  /// The roles that a definition gives with `role:` to the fields of a connexion.
  package static let ofEdges: [FieldRole] = [.prize, .round, .since, .until]

  /// What a field of the role is and what becomes of it, for `mokuroku explain roles`.
  package var summary: LocalisedText {
    switch self {
    case .title: LocalisedText("名称。ページの題になります。", en: "the name, which is the title of the page")
    case .reading: LocalisedText("読み。五十音順と検索に使います。", en: "the reading, for sorting and search")
    case .aliases: LocalisedText("別名。参照と検索に使います。", en: "other names, for references and search")
    case .summary:
      LocalisedText("要約。一覧とページのはじめに出ます。", en: "the summary, in lists and at the head of the page")
    case .english: LocalisedText("英語名。題の下に出ます。", en: "the English name, below the title")
    case .figures: LocalisedText("主な数値。ページに節ができます。", en: "figures, a section of the page")
    case .notes: LocalisedText("注記。ページに節ができます。", en: "notes, a section of the page")
    case .updated:
      LocalisedText("更新日。「最近の更新」に使います。", en: "the date of the last change, for the feed")
    case .sources:
      LocalisedText("出典。ページに節ができます。", en: "where the facts stand, a section of the page")
    case .responsible:
      LocalisedText(
        "責任を持つ相手。年度のページに所管として出ます。", en: "who is responsible, on the pages of fiscal years")
    case .moment:
      LocalisedText("項目の時期。一覧を新しい順に並べます。", en: "the time of the record, for newest-first lists")
    case .kind:
      LocalisedText("種類。はじめの集まりなら、ホームから引けます。", en: "the kind, a way in from the home page")
    case .amount:
      LocalisedText("予算。表、図、年度のページになります。", en: "the budget, with its table, chart and fiscal years")
    case .measures:
      LocalisedText("測った値。年ごとの表と図になります。", en: "measured values, with a table by year and charts")
    case .place: LocalisedText("場所。テンプレートで見分けられます。", en: "the place, which templates can tell")
    case .period:
      LocalisedText(
        "項目が続いた期間。相手のページで帯の図になり、年表に始まりと終わりが載ります。",
        en: "how long the record ran: bars on the pages of others, and the timeline")
    case .prize:
      LocalisedText(
        "つながり（edge）の欄で、賞の名前。round と並べば、表彰のページが受賞の表になります。",
        en: "in the edge of a relation, the prize; with 'round' beside it, a table of winners")
    case .round:
      LocalisedText(
        "つながり（edge）の欄で、表彰の回。受賞の表が新しい回から並びます。",
        en: "in the edge of a relation, the round in which a prize was given")
    case .since:
      LocalisedText(
        "つながり（edge）の欄で、始まり。期間が帯の図になり、年表に載ります。",
        en: "in the edge of a relation, from when: bars of the periods, and the timeline")
    case .until:
      LocalisedText(
        "つながり（edge）の欄で、終わり。期間が帯の図になり、年表に載ります。",
        en: "in the edge of a relation, until when: bars of the periods, and the timeline")
    }
  }

  /// The role that a field has by its key.
  package static func named(_ key: String) -> FieldRole? {
    FieldRole(rawValue: key).flatMap { (given + ofEdges).contains($0) ? nil : $0 }
  }

  /// Whether a field of `type` can have the role.
  package func fits(_ type: any FieldType, isList: Bool) -> Bool {
    switch self {
    case .figures, .notes: isList
    case .aliases, .sources: isList && type.roles.contains(self)
    case .title, .reading, .summary, .english, .updated: !isList && type.roles.contains(self)
    case .responsible, .moment, .kind, .amount, .measures, .place: type.roles.contains(self)
    case .period, .prize, .round, .since, .until: !isList && type.roles.contains(self)
    }
  }

  /// The places in which a field of the role stands apart from the other fields.
  var ownPlaces: [FieldListing] {
    switch self {
    case .title, .reading, .summary: FieldListing.allCases
    case .aliases: [.page, .search, .json]
    case .english, .figures, .notes, .measures: [.page]
    case .updated: [.page, .search]
    case .sources: [.page, .json]
    case .amount: [.page, .json]
    case .responsible, .moment, .kind, .place, .period, .prize, .round, .since, .until: []
    }
  }
}

/// Where the fields of a record are listed one after the other.
package enum FieldListing: Sendable, CaseIterable {
  /// The key facts of the record's page.
  case page
  /// The fields that the search reads.
  case search
  /// The member `fields` of the record's JSON.
  case json
  /// The columns of the collection's table.
  case table
}
