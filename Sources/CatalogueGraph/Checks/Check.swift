package import CatalogueModel
package import Diagnostics

/// A rule over the whole catalogue.
///
/// To add one: a file in this folder with a conforming struct named for the rule, a line in `Checks.all`,
/// a `DiagnosticCode`, and the smallest catalogue that breaks it in `Tests/InvalidSites/`.
package protocol Check: Sendable {
  /// Every place where the catalogue breaks the rule.
  func diagnostics(in catalogue: Catalogue) -> [Diagnostic]
}

/// The rules that every catalogue keeps.
package enum Checks {
  /// All rules; each runs over every catalogue.
  package static let all: [any Check] = [
    NamesAreUnique(), FormerIDsAreFree(), DraftsStayUnpublished(),
    OwnAddressesAreCurrent(), NothingStandsAlone(), HierarchiesHaveNoCycle(), RulesAreKept(),
    SharedWordsAgree(), MeasuresStandOnce(),
  ]
}
