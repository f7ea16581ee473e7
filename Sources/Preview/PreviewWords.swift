package import Diagnostics

/// The words of the preview that stand on a page.
package struct PreviewWords: Sendable {
  package let building: String
  package let noSite: String
  /// What to do while the first build runs: nothing.
  package let wait: String
  /// That the page comes back by itself.
  package let heals: String
  /// The heading over the diagnostics on a page of the last good edition.
  package let errors: String
  /// That the page behind is an older edition.
  package let older: String
  /// What stands before and behind the number of warnings on the button that shows them.
  package let warnings: (before: String, after: String)
  /// The button that takes the diagnostics away.
  package let close: String

  package init(_ language: MessageLanguage) {
    switch language {
    case .japanese:
      building = "サイトを作っています"
      noSite = "まだサイトを作れません"
      wait = "できたらこのページに表示します。"
      heals = "誤りを直して保存すると、このページにサイトが出ます。"
      errors = "誤りがあります"
      older = "いま見えているのは、最後に正しく作れた版です。直して保存すると新しくなります。"
      warnings = ("警告が", "件あります")
      close = "閉じる"
    case .english:
      building = "The site is being built"
      noSite = "There is no site yet"
      wait = "It will appear here once it is ready."
      heals = "Once the errors are mended and saved, the site appears here."
      errors = "There are errors"
      older = "What you see is the last good edition. It is renewed once they are mended and saved."
      warnings = ("", " warnings")
      close = "Close"
    }
  }
}
