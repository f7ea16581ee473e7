import CatalogueModel
import Diagnostics
import YAMLTree

/// Demands of rules that speak of times and of words.
extension SchemaReader {
  /// The name of a record's text in a rule.
  private static let bodyNames = ["本文", "text"]

  /// `within: {period: [fiscal_years, budget]}`: the years of the second lie in the period.
  mutating func within(_ node: YAMLNode, _ collection: Collection) -> Rule.Demand? {
    var pairs: [(period: FieldIndex, of: FieldIndex)] = []
    for entry in entries(node, "within") {
      guard
        let period = ruleField(
          entry.key, collection, "期間を書く欄", en: "takes no period",
          where: { $0.type is PeriodType })
      else { continue }
      for node in entry.value.sequence ?? [entry.value] {
        if let other = yearField(node, collection) { pairs.append((period, other)) }
      }
    }
    return pairs.isEmpty ? nil : .within(pairs)
  }

  /// `ended: [period, fiscal_years]`: they are over at the time of the catalogue.
  mutating func timed(_ node: YAMLNode, _ collection: Collection) -> Rule.Demand? {
    let fields = named(node, "ended").compactMap {
      ruleField($0, collection, "期間や年度を書く欄", en: "takes neither periods nor years") {
        $0.type is PeriodType || $0.type.traits.contains(.fiscalYears)
      }
    }
    return fields.isEmpty ? nil : .ended(fields)
  }

  /// `avoids: {summary: [創設に向け], 本文: [創設に向け]}`: the texts have none of the words.
  mutating func avoiding(_ node: YAMLNode, _ collection: Collection) -> Rule.Demand? {
    var texts: [(place: Rule.TextPlace, words: [String])] = []
    for entry in entries(node, "avoids") {
      var place = Rule.TextPlace.body
      if !Self.bodyNames.contains(entry.key.scalar ?? "") {
        guard let field = textField(entry.key, collection) else { continue }
        place = .field(field)
      }
      let nodes = entry.value.sequence ?? [entry.value]
      let words = nodes.compactMap { node -> String? in
        if let word = node.scalar, !FieldReader.isBlank(word) { return word }
        invalid(node.bytes, "avoids には言葉を並べます。", en: "'avoids' takes lists of words")
        return nil
      }
      if !words.isEmpty { texts.append((place, words)) }
    }
    return texts.isEmpty ? nil : .avoids(texts)
  }

  /// `no_series: [figures]`: no text tells the numbers of several years.
  mutating func texts(_ node: YAMLNode, _ collection: Collection) -> Rule.Demand? {
    let fields = named(node, "no_series").compactMap { textField($0, collection) }
    return fields.isEmpty ? nil : .noSeries(fields)
  }

  /// `kana: {yomi: [alias_yomi]}`: beside a reading in Latin letters one stands in kana.
  mutating func spelled(_ node: YAMLNode, _ collection: Collection) -> Rule.Demand? {
    var pairs: [(reading: FieldIndex, beside: [FieldIndex])] = []
    for entry in entries(node, "kana") {
      guard let reading = readingField(entry.key, collection) else { continue }
      let nodes = entry.value.sequence ?? [entry.value]
      let beside = nodes.compactMap { readingField($0, collection) }
      if !beside.isEmpty { pairs.append((reading, beside)) }
    }
    return pairs.isEmpty ? nil : .kana(pairs)
  }

  private mutating func textField(_ node: YAMLNode, _ collection: Collection) -> FieldIndex? {
    ruleField(node, collection, "文字を書く欄", en: "takes no text") { $0.type is TextType }
  }

  private mutating func readingField(_ node: YAMLNode, _ collection: Collection) -> FieldIndex? {
    ruleField(node, collection, "読みを書く欄", en: "takes no reading") { $0.type is ReadingType }
  }

  /// The field of a name, where it is of the sort that the demand is about; another is reported.
  private mutating func ruleField(
    _ node: YAMLNode, _ collection: Collection, _ sort: String, en lack: String,
    where isRight: (FieldDefinition) -> Bool
  ) -> FieldIndex? {
    guard let name = node.scalar, let place = collection.field(name) else {
      return place(of: node.scalar ?? "", node, collection.fields)
    }
    if isRight(collection.fields[place]) { return place }
    invalid(node.bytes, "「\(name)」は\(sort)ではありません。", en: "'\(name)' \(lack)")
    return nil
  }

  /// The entries of a demand; one without entries is reported.
  private mutating func entries(_ node: YAMLNode, _ key: String) -> [YAMLNode.Entry] {
    let entries = mapping(node, key)
    if entries.isEmpty, let value = node[key], value.mapping != nil { reportEmpty(key, value) }
    return entries
  }

  /// The names of a demand; one without names is reported.
  private mutating func named(_ node: YAMLNode, _ key: String) -> [YAMLNode] {
    let nodes = list(node, key)
    if let value = node[key], value.sequence?.isEmpty == true { reportEmpty(key, value) }
    return nodes
  }

  private mutating func reportEmpty(_ key: String, _ value: YAMLNode) {
    invalid(value.bytes, "「\(key)」に欄の名前がありません。", en: "'\(key)' names no field")
  }
}
