/// The sections of a record's page besides its text, with their anchors.
///
/// The anchors begin with `section-`, so that headings of a text keep their own.
package enum PageSection: String, Sendable, CaseIterable {
  /// What the record has to answer for, in numbers.
  case numbers
  case facts
  case figures
  case measures
  case text
  case budget
  case relations
  case mentions
  case notes
  case sources

  /// The `id` on the page.
  package var identifier: String { "section-" + rawValue }

  /// The heading on the page.
  package var label: String {
    switch self {
    case .numbers: "件数と予算"
    case .facts: "基本情報"
    case .figures: "主な数値"
    case .measures: "数値の推移"
    case .text: "内容"
    case .budget: "予算"
    case .relations: "つながり"
    case .mentions: "この項目にふれている項目"
    case .notes: "注記"
    case .sources: "出典"
    }
  }

  /// Every anchor.
  package static let identifiers: Set<String> = Set(allCases.map(\.identifier))
}
