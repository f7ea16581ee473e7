import CatalogueModel
import Diagnostics
import JapaneseText

/// What the years of a record must have in common with its period, and with the time that the catalogue tells of.
extension Judgement {
  /// Each fiscal year of `other` that lies outside the period, once where it first stands.
  func outside(_ other: FieldIndex, of period: FieldIndex, _ rule: Rule) -> [Diagnostic] {
    guard let value = record.values(ofField: period).first, case .period(let span) = value.value
    else { return [] }
    let source = collection.fields[other].type
    var known: Set<FiscalYear> = []
    return record.values(ofField: other).flatMap { source.fiscalYears($0) }.compactMap { year in
      let isEarly = span.start.map { year.value.end < $0.firstDay } ?? false
      let isLate = span.end.map { $0.lastDay < year.value.start } ?? false
      guard isEarly || isLate, known.insert(year.value).inserted else { return nil }
      let (field, range) = (collection.fields[other], collection.fields[period])
      return told(
        .ruleOutside, at: year.bytes, rule,
        LocalisedText(
          "「\(field.label)」の\(year.value.western)は、「\(range.label)」(\(range.key))の外にあります。",
          en: "\(year.value.western) of '\(field.key)' is outside '\(range.key)' (\(range.label))"))
    }
  }

  /// Each field that tells of a time after that of which the catalogue is true, or of none that ends.
  func notOver(_ fields: [FieldIndex], _ rule: Rule) -> [Diagnostic] {
    let asOf = catalogue.schema.site.imprint.asOf
    return fields.compactMap { place in
      let field = collection.fields[place]
      for value in record.values(ofField: place) {
        if case .period(let span) = value.value {
          guard let end = span.end else {
            return told(
              .ruleNotOver, at: value.bytes, rule,
              LocalisedText(
                "「\(field.label)」(\(field.key))に終わりがありません。",
                en: "'\(field.key)' (\(field.label)) has no end"))
          }
          if let asOf, asOf.end < end.firstDay {
            return late(end.western, field, value.bytes, rule)
          }
        }
        for year in field.type.fiscalYears(value) {
          if let asOf, asOf.end < year.value.start {
            return late(year.value.western, field, year.bytes, rule)
          }
        }
      }
      return nil
    }
  }

  private func late(
    _ time: String, _ field: FieldDefinition, _ bytes: Range<Int>, _ rule: Rule
  ) -> Diagnostic {
    told(
      .ruleNotOver, at: bytes, rule,
      LocalisedText(
        "「\(field.label)」(\(field.key))の\(time)は、この目録の時点(as_of)より後です。",
        en: "\(time) of '\(field.key)' (\(field.label)) is after the time of the catalogue (as_of)")
    )
  }
}
