/// Pathological bodies and front matter, for reading, resolving, checking and reporting; what only the
/// Markdown parser sees is in `MarkdownTreeTests/Pathological.swift`.
extension Hostile {
  static let bodies: [Hostile] = [
    Hostile("undefined footnotes, equal", repeating: "[^x]"),
    Hostile("undefined footnotes, different", each: { "[^x\($0)]" }),
    Hostile("footnotes that lead to the next", each: { "[^x\($0)]: a [^x\($0 + 1)]\n\n" }, "[^x0]"),
    Hostile("unused footnotes", each: { "[^x\($0)]: a\n\n" }),
    Hostile("unknown names in one line", each: { "[[無い\($0)]]" }),
    Hostile("one unknown name", repeating: "[[無い]]"),
    Hostile("one known name in one sentence", repeating: "[[対象]]"),
    Hostile("unknown pages", each: { "[a](/x\($0)/) " }),
    Hostile("unknown files", each: { "[a](x\($0).md) " }),
    Hostile("unknown headings", each: { "# 見出し\($0)\n\n[a](#見出し\($0)x)\n\n" }),
    Hostile("sections of pages", repeating: "[a](#sources) "),
    Hostile("unknown pictures", each: { "![a](/assets/x\($0).png) " }),
    Hostile("equal headings", repeating: "# a\n\n"),
    Hostile("headings named like numbered ones", each: { "# a\n\n# a-\($0)\n\n" }),
    Hostile("headings that skip levels", repeating: "# a\n\n###### b\n\n"),
    Hostile("ruby", repeating: "{漢字|かん|じ}"), Hostile("malformed ruby", repeating: "{漢字|か|ん|じ}"),
    Hostile("raw HTML", repeating: "<b>x</b> "), Hostile("HTML blocks", repeating: "<div>\n\n"),
    Hostile("forbidden schemes", repeating: "[a](javascript:x) "),
    Hostile("pictures without a text", repeating: "![](/assets/a.png) "),
    Hostile("backticks of rising length") { size in
      (0..<Int(Double(2 * size).squareRoot())).map { "a" + String(repeating: "`", count: $0) }
        .joined()
    },
    Hostile("lists of rising depth", each: { String(repeating: "  ", count: $0 % 400) + "- a\n" }),
    Hostile("quotes of rising depth", each: { String(repeating: ">", count: $0 % 90) + " a\n" }),
    Hostile("a table of many columns") { size in
      ["a", "-", "b"].map { String(repeating: "|" + $0, count: size / 6) + "|\n" }.joined()
    },
    Hostile("a row of many cells", "|a|b|\n|-|-|\n", repeating: "|c", "|\n"),
    Hostile("tables with captions", repeating: "表: x\n\n|a|\n|-|\n|b|\n\n"),
    Hostile("definitions of links", each: { "[a\($0)]: /b\n" }),
    Hostile("nothing but marks", repeating: "\u{301}"), Hostile("one line", repeating: "x"),
    Hostile("lines of wide characters", repeating: "漢字\n"), Hostile("tabs", repeating: "\ta\n"),
  ]

  static let frontMatter: [Hostile] = [
    Hostile("aliases", "aliases: [", each: { "別名\($0)" }, by: ", ", "]"),
    Hostile("equal aliases", "aliases: [", repeating: "同じ, ", "同じ]"),
    Hostile("unknown keys", each: { "key\($0): a" }, by: "\n"),
    Hostile("one key again and again", "english: a\n", repeating: "english: a\n"),
    Hostile("keys twice", each: { "k\($0): a\nk\($0): a" }, by: "\n"),
    Hostile("deep flow sequences") { size in
      "notes: " + String(repeating: "[", count: size / 2) + String(repeating: "]", count: size / 2)
    },
    Hostile("deep flow mappings", "notes: ", repeating: "{a: "),
    Hostile("deep block sequences", "notes: ", repeating: "- ", "a"),
    Hostile("keys of rising depth") { size in
      (0..<Int(Double(2 * size).squareRoot())).map { String(repeating: " ", count: $0) + "a:\n" }
        .joined()
    },
    Hostile("a long text", "summary: ", repeating: "長"),
    Hostile("a text of many lines", "summary: >\n", repeating: "  a\n"),
    Hostile("a quoted text of many lines", "summary: \"", repeating: "a\n  ", "\""),
    Hostile("escapes", "summary: \"", repeating: "\\u3042", "\""),
    Hostile("comments", repeating: "# c\n"), Hostile("anchors", each: { "k\($0): &a\($0) b\n" }),
    Hostile("references to an anchor", "notes: [&a b, ", repeating: "*a, ", "c]"),
    Hostile("tags", "notes: [", repeating: "!!str a, ", "b]"),
    Hostile("full-width colons", each: { "k\($0)：a" }, by: "\n"),
    Hostile("full-width colons in one line", "agencies: [", repeating: "{to：対象}, ", "対象]"),
    Hostile("quotes without a comma", "notes: [", repeating: "\"a\" ", "\"b\"]"),
    Hostile("quotes that are not closed", repeating: "english: \"a\n"),
    Hostile("text behind quotes", "notes: [", repeating: "\"a\"b, ", "c]"),
    Hostile("numbers with commas", "notes: [", repeating: "1,234, ", "c]"),
    Hostile("addresses as keys", "agencies: [{", repeating: "a://", "}]"),
    Hostile("comments behind values", each: { "k\($0): a #b" }, by: "\n"),
    Hostile("lines that are no fields", repeating: "漢字\n"),
    Hostile("entries outside a list", "english: a\n", repeating: "- 甲\n"),
    Hostile("entries with other dashes", "notes:\n", repeating: "・甲\n"),
    Hostile("lines of rising columns", "english: a\n") { size in
      (0..<Int(Double(2 * size).squareRoot())).map { String(repeating: "　", count: $0) + "k: a\n" }
        .joined()
    },
    Hostile("brackets that are not closed", each: { "k\($0): [a" }, by: "\n"),
    Hostile("a value of commas of full width", "aliases: [", repeating: "甲、", "甲]"),
    Hostile("backslashes", "english: \"", repeating: "\\新", "\""),
    Hostile("open keys", repeating: "? "), Hostile("colons", "english: ", repeating: ": "),
    Hostile("notes", "notes: [", each: { "注\($0)" }, by: ", ", "]"),
    Hostile("fiscal years", "fiscal_years: [", each: { "\(1900 + $0 % 200)年度" }, by: ", ", "]"),
    Hostile("no fiscal years", "fiscal_years: [", each: { "x\($0)" }, by: ", ", "]"),
    Hostile(
      "lines of a budget", "budget: [",
      each: { "{year: 20\(10 + $0 % 30)年度, amount: \($0)億円}" }, by: ", ", "]"),
    Hostile("unknown partners", "ministries: [", each: { "無\($0)省" }, by: ", ", "]"),
    Hostile("one partner again and again", "ministries: [", repeating: "対象, ", "対象]"),
    Hostile(
      "partners with words", "related: [", each: { _ in "{to: 対象, as: 前身}" }, by: ", ", "]"),
    Hostile("an unknown choice", "kind: ", repeating: "長"),
    Hostile("a long period", "period: ", repeating: "2020年度〜"),
    Hostile("a long address", "address: https://", repeating: "a."),
    Hostile("a long amount", "ceiling: ", repeating: "1億", "円"),
  ]
}
