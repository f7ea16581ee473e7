/// The words of the argument parser in Japanese: its help, and what it says of arguments that it does not understand.
///
/// The parser has words of its own and no way to give it others. What it writes has few forms, which are known by their
/// first and last words; a text without one is left as it is.
enum JapaneseUsage {
  /// The first words of errors.
  static let errorPrefix = "エラー: "

  /// A help text or an error of the parser in Japanese.
  static func text(_ english: String) -> String {
    var lines = english.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if let first = lines.first, first.hasPrefix(errorPrefix) {
      let isRoot = lines.contains { $0.contains("'mokuroku --help'") }
      lines[0] = errorPrefix + complaint(String(first.dropFirst(errorPrefix.count)), isRoot)
    }
    return lines.map(line).joined(separator: "\n")
  }

  // MARK: - Help

  private static let beginnings = [
    ("OVERVIEW: ", ""), ("USAGE: ", "使い方: "), ("Usage: ", "使い方: "), ("Help:  ", "説明: "),
    ("ARGUMENTS:", "引数:"), ("OPTIONS:", "オプション:"), ("SUBCOMMANDS:", "コマンド:"),
  ]
  private static let words = [
    ("Show the version.", "版を示す。"), ("Show help information.", "使い方を示す。"),
    ("Show subcommand help information.", "コマンドの使い方を示す。"),
    ("<subcommand>", "<コマンド>"), ("<command>", "<コマンド>"), ("[options]", "[オプション]"),
  ]

  private static func line(_ line: String) -> String {
    if let command = middle(of: line, "  See '", "' for detailed help.")
      ?? middle(of: line, "  See '", "' for more information.")
    {
      let shown = command.replacing("<subcommand>", with: "<コマンド>")
      return "  くわしくは \(shown) で見られます。"
    }
    var line = line
    for (english, japanese) in beginnings where line.hasPrefix(english) {
      line = japanese + line.dropFirst(english.count)
    }
    for (english, japanese) in words { line = line.replacing(english, with: japanese) }
    return withoutValues(line)
  }

  /// The line with what may be written, and what holds where nothing is, in Japanese.
  private static func withoutValues(_ line: String) -> String {
    if line.hasSuffix("(default)") || line.contains(" (default) ") {
      // The label of a command keeps its width, so that the columns stay.
      return line.replacing("(default)", with: "(既定)   ")
    }
    guard line.hasSuffix(")") else { return line }
    if let start = line.firstRange(of: " (values: ") {
      let parts = line[start.upperBound...].dropLast().replacing("default: ", with: "").split(
        separator: "; ", maxSplits: 1)
      let standard = parts.count > 1 ? "。書かなければ \(parts[1])" : ""
      return line[..<start.lowerBound] + "(\(parts.first ?? "") のどれか\(standard))"
    }
    if let start = line.firstRange(of: " (default: ") {
      return line[..<start.lowerBound] + "(書かなければ \(line[start.upperBound...].dropLast()))"
    }
    return line
  }

  // MARK: - Complaints

  private static func complaint(_ english: String, _ isRoot: Bool) -> String {
    if let argument = middle(of: english, "Unexpected argument '", "'") {
      return isRoot ? "「\(argument)」というコマンドはありません。" : "「\(argument)」は余分です。"
    }
    if let start = english.firstRange(of: " unexpected arguments: '"), english.hasSuffix("'") {
      let arguments = english[start.upperBound...].dropLast().replacing("', '", with: "」「")
      return "「\(arguments)」は余分です。"
    }
    if let option = middle(of: english, "Unknown option '", "'?") {
      let parts = option.split(separator: "'. Did you mean '", maxSplits: 1)
      if parts.count == 2 { return "「\(parts[0])」というオプションはありません。「\(parts[1])」のことでしょうか。" }
    }
    if let option = middle(of: english, "Unknown option '", "'") {
      return "「\(option)」というオプションはありません。"
    }
    if let option = middle(of: english, "Missing value for '", "'") {
      return "「\(option)」の値がありません。"
    }
    if let argument = middle(of: english, "Missing expected argument '", "'") {
      return "「\(argument)」がありません。"
    }
    if let rest = middle(of: english, "The option '", "' was specified.") {
      let parts = rest.split(separator: "' does not take any value, but '", maxSplits: 1)
      if parts.count == 2 { return "「\(parts[0])」に値「\(parts[1])」は書けません。" }
    }
    return invalidValue(english) ?? english
  }

  private static func invalidValue(_ english: String) -> String? {
    guard english.hasPrefix("The value '"), let place = english.firstRange(of: "' is invalid for '")
    else {
      return nil
    }
    let value = english[..<place.lowerBound].dropFirst("The value '".count)
    let rest = english[place.upperBound...]
    let end = rest.firstIndex(of: "'") ?? rest.endIndex
    let option = rest[..<end]
    var text = "「\(option)」に「\(value)」とは書けません。"
    if let choices = rest.firstRange(of: "Please provide one of ") {
      let names = rest[choices.upperBound...].split(separator: "'").enumerated()
        .filter { $0.offset % 2 == 0 }.map { String($0.element) }
      text += "書けるのは \(names.joined(separator: "、")) です。"
    }
    return text
  }

  /// What stands between a beginning and an end.
  private static func middle(of text: String, _ beginning: String, _ end: String) -> String? {
    guard text.hasPrefix(beginning), text.hasSuffix(end), text.count >= beginning.count + end.count
    else { return nil }
    return String(text.dropFirst(beginning.count).dropLast(end.count))
  }
}
