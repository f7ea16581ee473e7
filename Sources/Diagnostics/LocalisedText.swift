/// The language in which the tool speaks to its user.
package enum MessageLanguage: String, Sendable, CaseIterable {
  case japanese = "ja"
  case english = "en"
}

/// One sentence in each language of the tool.
package struct LocalisedText: Hashable, Sendable {
  /// Plain Japanese, one sentence with its full stop.
  package let japanese: String
  /// Plain English, one sentence without a full stop.
  package let english: String

  /// Joins the two versions of a sentence.
  package init(_ japanese: String, en english: String) {
    self.japanese = japanese
    self.english = english
  }

  /// The sentence in `language`.
  package func text(in language: MessageLanguage) -> String {
    switch language {
    case .japanese: japanese
    case .english: english
    }
  }
}
