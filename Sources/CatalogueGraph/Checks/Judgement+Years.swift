import CatalogueModel
import Diagnostics
import JapaneseText
import YAMLTree

extension Judgement {
  /// Each fiscal year that values of `other` name and `years` does not have, once where it first stands.
  func uncovered(_ other: FieldIndex, by years: FieldIndex, _ rule: Rule) -> [Diagnostic] {
    // A field that is not there, or cannot be read, is told by others.
    guard let content = record.contents[years], !content.values.isEmpty, !content.isPartial else {
      return []
    }
    let (type, source) = (collection.fields[years].type, collection.fields[other].type)
    var known = Set(record.values(ofField: years).flatMap { type.fiscalYears($0) }.map(\.value))
    let (written, severity) = (known, rule.severity)
    return record.values(ofField: other).flatMap { source.fiscalYears($0) }.compactMap { year in
      if !known.insert(year.value).inserted { return nil }
      // The rule's own sentence cannot name the year.
      let rule = Diagnostic.Note(
        LocalisedText(rule.sentence ?? "この決まりによります。", en: rule.sentence ?? "the rule is here"),
        at: rule.range)
      return Diagnostic(
        .ruleNotCovered, at: SourceRange(path: record.path, bytes: year.bytes),
        LocalisedText(
          "「\(collection.fields[other].label)」の\(year.value.western)が、「\(collection.fields[years].label)」(\(collection.fields[years].key))にありません。",
          en: "\(year.value.western) of '\(collection.fields[other].label)' is missing in "
            + "'\(collection.fields[years].key)' (\(collection.fields[years].label))"),
        fixes: additions(of: year.value, to: years) + replacements(of: year, by: written),
        notes: [rule], severity: severity)
    }
  }

  /// The edit that adds a year at the end of a list between brackets; of a list in lines the indentation is
  /// not known here.
  private func additions(of year: FiscalYear, to years: FieldIndex) -> [Fix] {
    guard let content = record.contents[years], let last = content.values.last,
      last.bytes.upperBound < content.bytes.upperBound
    else { return [] }
    let end = last.bytes.upperBound
    let label = collection.fields[years].label
    return [
      Fix(
        "「\(label)」に\(year.western)を加える",
        edits: [
          TextEdit(SourceRange(path: record.path, bytes: end..<end), with: ", " + year.western)
        ])
    ]
  }

  /// The edits that write the nearest of the years that are there.
  private func replacements(of year: Located<FiscalYear>, by years: Set<FiscalYear>) -> [Fix] {
    func distance(_ other: FiscalYear) -> Int { abs(other.startYear - year.value.startYear) }
    let nearest = years.min { (distance($0), $0.startYear) < (distance($1), $1.startYear) }
    return Fix.writing(
      nearest.map { [$0.western] } ?? [],
      at: SourceRange(path: record.path, bytes: year.bytes), as: year.style)
  }
}
