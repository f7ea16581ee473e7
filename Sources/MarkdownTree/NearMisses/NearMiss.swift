/// What was meant as syntax and is shown as text, or was cut, since it is written a little differently.
///
/// Each is one that the guide teaches with a slip in it that authors of Japanese make.
package enum NearMiss: Sendable, Equatable {
  // Headings and rules
  /// `##題`: no space after the marks.
  case headingWithoutSpace(String)
  /// `##　題`: the space after the marks is a wide one.
  case headingWideSpace
  /// `＃＃ 題`.
  case headingWideMark
  /// Seven marks or more.
  case headingTooDeep
  /// `　## 題`: a wide space before the marks.
  case headingIndented
  /// `## 題 {＃id}`, `## 題 {/*id*/}`.
  case headingIdentifier
  /// A sentence that the `---` under it makes a heading.
  case underlinedSentence
  /// A text that the `===` or `---` under it makes a heading.
  case underlinedHeading(String)
  /// `■目的`, `【目的】` with a text directly below.
  case titleSign(String)
  /// `##　` with nothing behind it.
  case emptyHeading
  /// `## 言語は C #`, whose last sign ends the heading.
  case closingMark
  /// `－－－` where a rule is meant.
  case wideRule(String)

  // Lists and quotes
  /// `-項目`, `1.項目`.
  case listWithoutSpace(String)
  /// `-　項目`.
  case listWideSpace(String)
  /// `－ 項目`, `１. 項目`.
  case listWideMark(String)
  /// `　- 項目`.
  case listIndented
  /// `2. 項目` in a paragraph, where only a list from 1 can begin.
  case listInParagraph(String)
  /// An item whose number is shown otherwise than it is typed.
  case listNumber(typed: Int, shown: Int)
  /// `007. 項目`, whose zeros are not shown.
  case listZeros(String, shown: Int)
  /// `2020. 4. 1 に発足した。`, which is a list.
  case numberedSentence
  /// `- [x]項目`, `- [　] 項目`.
  case task
  /// `[ ] 項目` that is no item of a list.
  case taskWithoutList
  /// `＞ 引用`.
  case wideQuote
  /// A line without a mark that the quotation above takes in.
  case lineInQuote
  /// A line without indentation that the item above takes in.
  case lineInItem
  /// `* 印は…`, `+ 3％`: a sign of the sentence that makes a list of it.
  case signAsBullet(String)
  /// A list under an item of a numbered one that is not indented enough to be part of it.
  case listNesting(spaces: Int)
  /// `:::note`, as other dialects begin a box.
  case colonBox(String)
  /// `>30人` at the beginning of a line, which is a quotation.
  case quotedNumber

  // Code
  /// A text that is code since its lines begin with four spaces or a tab.
  case indentedText
  /// A fence, a table or a heading that its indentation makes code.
  case indentedBlock(String)
  /// `~~~取り消し~~~`, whose first sign opens a fence.
  case strikeFence
  /// A fence that nothing closes.
  case unclosedFence
  /// A fence at the end of a line of text, which opens none.
  case gluedFence
  /// A fence that one of fewer signs was meant to close.
  case shortFence
  /// Words behind an opening fence, which no page shows.
  case fenceWords(String)
  /// `｀｀｀`, `'''`.
  case wideFence(String)
  /// A backtick without a second one.
  case unclosedCode
  /// Backticks that are more on one side.
  case unevenCode

  // Tables
  /// Cells beyond the columns of the table, which no page shows.
  case surplusCells(columns: Int, cells: Int)
  /// All rows have more cells than the head.
  case shortTableHead(columns: Int, cells: Int)
  /// A row with fewer cells than the table has columns.
  case missingCells(columns: Int, cells: Int)
  /// A cell that a line end cuts, so that its rest is another row.
  case partedCell
  /// A line of text directly under a table, which became a row.
  case textUnderTable
  /// A delimiter row with another number of columns than the head.
  case delimiterColumns(head: Int, row: Int)
  /// A delimiter row with signs that are none: `|ーー|`.
  case delimiterSigns(String)
  /// A delimiter row with spaces between its dashes, or with other signs: `|…|…|`.
  case delimiterRow
  /// `I 年度 I 件数 I`: other signs where bars are meant.
  case tableBars(String)
  /// Lines that wide spaces cut into a head and rows of numbers.
  case spacedTable
  /// `表; 題` directly before a table.
  case captionSign(String)
  /// A delimiter row below the second row, which leaves the first out of the table.
  case lateDelimiter
  /// Rows without a delimiter row.
  case missingDelimiter
  /// Rows that an empty line parts from their table.
  case partedTable
  /// A second delimiter row, which is shown as a row or as text.
  case surplusDelimiter
  /// Signs that draw the frame of a table: `+---+---+`.
  case framedTable
  /// Lines with commas, as a file of CSV has them.
  case commaTable
  /// A wide space before or behind the rows of a table.
  case tableSpace
  /// `｜a｜b｜`.
  case wideBars
  /// Lines with tabs, as a spreadsheet gives them.
  case tabbedTable

  // Links and pictures
  /// `[名]（URL）`, `［名］(URL)`.
  case linkWideSign(String)
  /// `[名] (URL)`.
  case linkSpace
  /// `(名)[URL]`.
  case linkReversed
  /// `[名](URL`.
  case linkUnclosed
  /// `[名]https://a.jp/`, `[名][https://a.jp/]`.
  case linkWithoutParentheses
  /// `[](https://a.jp/)`, of which a page shows nothing.
  case linkWithoutText
  /// `[名]()`, which leads nowhere.
  case linkWithoutAddress
  /// `[名](//a.jp/)`, `[名](https:a.jp)`, `[名](https:/a.jp)`.
  case addressSlashes
  /// `https://a.jp /policy/`.
  case addressSpace
  /// `https://www,a.jp/`.
  case addressComma
  /// `https://a..jp/`.
  case addressDots
  /// `[名](https://a.jp/　)`.
  case linkTrailingSpace
  /// `[名](a b.pdf)`.
  case linkDestinationSpace
  /// `[名](https://a.jp/ 題)`: a title without quotation marks.
  case linkTitle
  /// `[名](<https://a.jp/)`: one of `<` and `>`.
  case linkAngle(String)
  /// `[名）`: brackets that are no pair.
  case bracketMismatch
  /// `[名][id]` without a definition.
  case linkWithoutDefinition(String)
  /// `[id]：URL`.
  case definitionWideColon
  /// `[目的]: 人材育成`: a definition that no link uses, or that leads to no place.
  case lostDefinition(String)
  /// `https：//`.
  case addressWideSign(String)
  /// `！[図](zu.png)`.
  case imageWideMark
  /// `! [図](zu.png)`.
  case imageSpace
  /// `![資料](/assets/siryo.pdf)`: a document as a picture.
  case imageOfDocument
  /// `[[名前`.
  case recordLinkUnclosed
  /// `[[名⏎前]]`.
  case recordLinkWrapped
  /// `名前]]`.
  case recordLinkUnopened
  /// `[[名前]]]`, `[[[名前]]`.
  case recordLinkSurplus(String)
  /// `[[名前||語]]`.
  case recordLinkBars
  /// `[[名前]`, `[名前]]`.
  case recordLinkOneBracket(String)
  /// `［［名前］］`, `【【名前】】`.
  case recordLinkWideSign(String)
  /// `[[ ]]`.
  case recordLinkEmpty
  /// An address that ends before Japanese letters which may belong to it.
  case cutAddress
  /// An address that only this machine or this office can reach.
  case privateAddress(String)

  // Emphasis
  /// `** 強調 **`.
  case emphasisSpace(String)
  /// `TIA**(拠点)**は`, whose marks stand between a sign and a letter.
  case emphasisTight(String)
  /// `**甲****乙**`, whose inner marks are none.
  case emphasisJoint(String)
  /// `**強調`.
  case emphasisUnclosed(String)
  /// `強調**`.
  case emphasisUnopened(String)
  /// `**強調*`.
  case emphasisUneven
  /// `2*3*4`, `代理人*は…*は`, whose stars make an emphasis.
  case emphasisStars
  /// `__init__.py`, whose marks make an emphasis.
  case emphasisUnderscores(String)
  /// `＊＊強調＊＊`, `〜〜取り消し〜〜`, `__強調__`.
  case emphasisWideMark(String)

  // Ruby
  /// `{漢字｜かんじ}`.
  case rubyWideSign(String)
  /// `{漢字|かんじ`.
  case rubyUnclosed
  /// `{漢字|}`.
  case rubyEmpty
  /// `{漢字||かんじ}`.
  case rubyBars
  /// `{|かんじ}`.
  case rubyWithoutBase
  /// `{漢字/かんじ}`.
  case rubySeparator(String)
  /// `{漢字|かんじ}}`.
  case rubySurplus(String)
  /// `漢字《かんじ》`.
  case rubyAngles

  // Footnotes and line ends
  /// `［＾１］`.
  case footnoteWideMark
  /// `[1]`, `[~1]`, `[^1。`, where a footnote 1 waits for its mark.
  case footnoteReference(String)
  /// `[^1]：中身`.
  case footnoteColon
  /// `[^1]　中身`.
  case footnoteWithoutColon
  /// `[^b c]: 中身`; where it stands alone no page shows it.
  case footnoteSpace(isLost: Bool)
  /// `＜sub＞2＜/sub＞`.
  case wideTag(String)
  /// `単価\-5`, whose backslash is the sign of yen.
  case yenBackslash
  /// A backslash that breaks no line.
  case strayBackslash
  /// `\(a\)`, of which a page shows no backslash.
  case mathBackslash
  /// `\\server\*.xlsx`, `C:\_tmp`, of whose backslashes a page shows fewer.
  case pathBackslash
}
