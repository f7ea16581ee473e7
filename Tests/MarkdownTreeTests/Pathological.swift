/// Inputs that make a careless parser slow or deep, each about as long as asked.
enum Pathological {
  /// The names of the inputs, in a fixed order.
  static var names: [String] { patterns.map(\.name) }

  /// The input of a name, about `size` bytes long.
  static func input(_ name: String, size: Int) -> [UInt8] {
    guard let pattern = patterns.first(where: { $0.name == name }) else { return [] }
    let (before, middle, after) = pattern.parts
    let count = max(1, size / max(1, middle.utf8.count + after.utf8.count))
    return Array((before + repeated(middle, count) + repeated(after, count)).utf8)
  }

  private static func repeated(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: text.isEmpty ? 0 : count)
  }

  private static let wideHeader =
    repeated("|a", 5000) + "|\n" + repeated("|-", 5000) + "|\n"

  /// What is repeated: a beginning, a middle, and as many ends.
  private static let patterns: [(name: String, parts: (String, String, String))] = [
    ("nested strong emphasis", ("", "*a **a ", "b** b* ")),
    ("many emphasis closers with no openers", ("", "a_ ", "")),
    ("many emphasis openers with no closers", ("", "_a ", "")),
    ("openers and closers multiple of 3", ("a**b", "c* ", "")),
    ("mismatched openers and closers", ("", "*a_ ", "")),
    ("alternating delimiters", ("", "*_~", "")),
    ("tildes of both lengths", ("", "~a ~~b ", "")),
    ("one delimiter run", ("a", "*", "")),
    ("runs without text", ("", "** ", "")),
    ("many link closers with no openers", ("", "a]", "")),
    ("many link openers with no closers", ("", "[a", "")),
    ("many image openers with no closers", ("", "![a", "")),
    ("link openers and emphasis closers", ("", "[ a_", "")),
    ("inline links in image openers", ("", "![", "[a](b)")),
    ("nested brackets", ("", "[", "a]")),
    ("pattern [ (]( repeated", ("", "[ (](", "")),
    ("pattern ![[]() repeated", ("", "![[]()", "")),
    ("pattern [a](<b repeated", ("", "[a](<b", "")),
    ("pattern [a](b \" repeated", ("", "[a](b \"", "")),
    ("pattern [a](b repeated", ("", "[a](b", "")),
    ("unclosed titles", ("", "[a](b (", "")),
    ("undefined labels with definitions", ("[z]: /z\n\n", "[a][b]", "")),
    ("long label texts", ("[z]: /z\n\n", "[aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "]")),
    ("many definitions", ("", "[a]: b\n", "")),
    ("definitions each alone", ("", "[a]: b\n\n", "")),
    ("definitions of different labels", ("", "[a", "]: b\n\n")),
    ("one footnote, many marks", ("[^a]: x\n\n", "[^a]", "")),
    ("many footnotes", ("", "[^a]: x\n\n", "")),
    ("undefined footnotes", ("", "[^a", "")),
    ("nested block quotes", ("", "> ", "a")),
    ("block quotes without spaces", ("", ">", "a")),
    ("deep quotes on every line", ("", "> > > > > > > > > > > > > > > > > > > > a\n", "")),
    ("nested lists on a line", ("", "- ", "a")),
    ("nested ordered lists", ("", "1. ", "a")),
    ("alternating quotes and lists", ("", "> - ", "a")),
    ("list items", ("", "- a\n", "")),
    ("empty list items", ("", "-\n", "")),
    ("backslashes", ("", "\\", "")),
    ("backticks of one length", ("", "`a ``b ", "")),
    ("unclosed code", ("", "a``b```c````", "")),
    ("unclosed comments", ("a ", "<!-- a", "")),
    ("comments", ("a ", "<!-- a -->", "")),
    ("comments alone on lines", ("a\n", "    <!-- a -->\n", "")),
    ("comments in instructions", ("a ", "<? <!-- -->", " ?>")),
    ("comments in an instruction", ("a <?", "<!-- -->", " ?>")),
    ("comments in a block", ("<div>\n", "<!-- -->", "")),
    ("comments before text", ("", "<!-- -->a\n", "")),
    ("comments in a row", ("|a|\n|-|\n|", "<!-- | -->`", "")),
    ("headings with comments", ("", "# a <!-- -->\n", "")),
    ("nested elements", ("", "<sub>a", "</sub>")), ("open elements", ("", "<sub>", "")),
    ("elements that end nowhere", ("", "<sub>", "</sup>")),
    ("elements across each other", ("", "<sub><sup>", "</sub></sup>")),
    ("elements across links", ("", "[<sub>](a)", "</sub>")),
    ("brackets in elements", ("", "<sub>[a*</sub>", "")), ("breaks", ("", "<br>\n", "")),
    ("tags that end", ("a", "<b>", "</b>")), ("tags that do not end", ("a", "<b><c>", "</d>")),
    ("callouts", ("", "> [!NOTE] a\n> b\n\n", "")), ("nested callouts", ("", "> [!NOTE]\n", "")),
    ("unknown callouts", ("", "> [!NOET]\n> b\n\n", "")),
    ("lines of a typed list", ("", "・a\n", "")), ("lines of typed numbers", ("", "①a\n１．b\n", "")),
    ("typed lists", ("", "・a\n・b\n\n", "")), ("wide blanks", ("a\n", "　", "")),
    ("nested typed lists", ("・a\n", "　・b\nc\n", "")),
    ("unclosed instructions", ("a ", "<? a", "")),
    ("unclosed declarations", ("a ", "<!A ", "")),
    ("unclosed CDATA", ("a ", "<![CDATA[ a", "")),
    ("unclosed tags", ("a ", "<a b=\"", "")),
    ("unclosed tags of both quotes", ("a ", "<a b='\" ", "")),
    ("angle brackets", ("a ", "<", "")),
    ("angle brackets before colons", ("a ", "<ab:", "")),
    ("mail addresses without an end", ("", "a@", "")),
    ("mail addresses with underscores", ("", "_a", "@b.c ")),
    ("long local part", ("", "a_", "@b.c")),
    ("schemes", ("", "http://", "")),
    ("hosts", ("", "www.", "")),
    ("address full of brackets", ("http://a/", "(", ")")),
    ("address full of ends", ("http://a/", "&a;", "")),
    ("entities", ("", "&#0;", "")),
    ("unknown entities", ("", "&abcdefghij;", "")),
    ("ampersands", ("", "&", "")),
    ("null bytes", ("", "a\0", "")),
    ("ruby openers", ("", "{漢|", "")),
    ("ruby", ("", "{漢|かん}", "")),
    ("record openers", ("", "[[a", "")),
    ("record links", ("", "[[a|*b]]", "")),
    ("record labels with brackets", ("", "[[a|![b*]]", "")),
    ("table with many columns", ("", "|a", "\n")),
    ("table with many columns and its delimiters", ("|", "x|", "")),
    ("delimiter rows in one paragraph", ("", "a\n:-:|-\n", "")),
    ("rows shorter than the header", ("|a|b|c|d|e|f|\n|-|-|-|-|-|-|\n", "a\n", "")),
    ("rows much shorter than the header", (wideHeader, "a\n", "")),
    ("setext underlines", ("", "a\n=\n", "")),
    ("equal headings", ("", "# a\n", "")),
    ("headings that underline nothing", ("[a]: b\n", "=\n", "")),
    ("hard breaks", ("", "a  \n", "")),
    ("line ends between wide characters", ("", "漢\n", "")),
    ("carriage returns", ("", "a\r", "")),
    ("blank lines in a list", ("- a\n", "\n", "")),
    ("tabs", ("", "\t", "a")),
    ("fences", ("", "```\n", "")),
    ("HTML blocks", ("", "<div>\n\n", "")),
    ("tasks", ("", "- [ ] a\n", "")),
  ]
}
