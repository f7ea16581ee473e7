/// The site as it is shown at one instant: files by their paths, made when they are asked for.
package protocol PreviewEdition: Sendable {
  /// Whether a file stands at a path from the base of the site, as far as is known without waiting.
  func hasFile(at path: String) -> Bool
  /// The bytes of the file at a path, nil where there is none; it may have to be waited for.
  func bytes(at path: String) async throws -> [UInt8]?
}

/// What the author of an edition should look at, though it is shown.
package struct PreviewWarnings: Sendable, Equatable {
  /// The report as a terminal shows it.
  package let text: String
  package let count: Int

  /// Joins a report to the number of its warnings.
  package init(text: String, count: Int) {
    self.text = text
    self.count = count
  }
}

/// What came of looking at the catalogue again.
package struct Renewal: Sendable {
  package let outcome: RebuildOutcome
  /// The new edition; nil where the one before stays.
  package let edition: (any PreviewEdition)?
  /// The warnings of the new edition; nil where there are none.
  package let warnings: PreviewWarnings?

  /// There is a new edition, perhaps with warnings.
  package static func edition(
    _ edition: any PreviewEdition, _ warnings: PreviewWarnings? = nil
  ) -> Renewal {
    Renewal(outcome: .published, edition: edition, warnings: warnings)
  }

  /// The edition that stands stays.
  package static func none(_ outcome: RebuildOutcome) -> Renewal {
    Renewal(outcome: outcome, edition: nil, warnings: nil)
  }
}
