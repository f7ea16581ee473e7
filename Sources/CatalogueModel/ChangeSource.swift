/// What tells a site when its records changed last, as `updates` under `site` of `catalogue.yml` says it.
package enum ChangeSource: String, Sendable, CaseIterable {
  /// The commits of the repository that the catalogue is in.
  case git
  /// The field that has the role `updated`.
  case updated
  /// Nothing: the site does not tell.
  case none
}
