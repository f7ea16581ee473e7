/// The site as it is shown at one instant: files by their paths, made when they are asked for.
package protocol PreviewEdition: Sendable {
  /// Whether a file stands at a path from the base of the site, as far as is known without waiting.
  func hasFile(at path: String) -> Bool
  /// The bytes of the file at a path, nil where there is none; it may have to be waited for.
  func bytes(at path: String) async throws -> [UInt8]?
}

/// What came of looking at the catalogue again.
package struct Renewal: Sendable {
  package let outcome: RebuildOutcome
  /// The new edition; nil where the one before stays.
  package let edition: (any PreviewEdition)?

  /// There is a new edition.
  package static func edition(_ edition: any PreviewEdition) -> Renewal {
    Renewal(outcome: .published, edition: edition)
  }

  /// The edition that stands stays.
  package static func none(_ outcome: RebuildOutcome) -> Renewal {
    Renewal(outcome: outcome, edition: nil)
  }
}
