import ArgumentParser
import Diagnostics

extension MessageLanguage {
  /// The language of this run: `--lang en` asks for English, wherever it stands.
  ///
  /// Help and complaints about arguments are written before the arguments are understood.
  static let spoken = language(of: CommandLine.arguments)

  private static func language(of arguments: [String]) -> MessageLanguage {
    let pairs = zip(arguments, arguments.dropFirst())
    let isEnglish =
      pairs.contains { $0 == "--lang" && $1 == english.rawValue }
      || arguments.contains("--lang=" + english.rawValue)
    return isEnglish ? .english : .japanese
  }
}

extension String {
  /// A text in the language of this run.
  static func spoken(_ japanese: String, en english: String) -> String {
    LocalisedText(japanese, en: english).text(in: .spoken)
  }
}

extension ArgumentHelp {
  /// A help text in the language of this run.
  static func spoken(
    _ japanese: String, en english: String, valueName: String? = nil,
    visibility: ArgumentVisibility = .default
  ) -> ArgumentHelp {
    ArgumentHelp(.spoken(japanese, en: english), valueName: valueName, visibility: visibility)
  }
}
