package import Diagnostics

/// The forms in which changes can be had: the one list of them.
package enum ChangesFormat: String, Sendable, CaseIterable {
  /// For a terminal or a log.
  case text
  /// For the discussion of a change.
  case markdown
  /// For any program; has every change whole.
  case json

  /// The words for all of them, as an option takes them.
  package static var names: String { allCases.map(\.rawValue).joined(separator: "、") }

  /// The changes in this form, UTF-8; `baseURL` is where the new edition can be read, if anywhere.
  package func bytes(
    of changes: EditionChanges, language: MessageLanguage, baseURL: String?
  ) -> [UInt8] {
    switch self {
    case .text: ChangesText(changes, ChangesWords(language)).bytes
    case .markdown: ChangesMarkdown(changes, ChangesWords(language), baseURL: baseURL).bytes
    case .json: ChangesJSON(changes).bytes
    }
  }
}
