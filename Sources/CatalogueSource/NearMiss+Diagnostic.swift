import Diagnostics
import MarkdownTree

extension NearMiss {
  /// The code under which an author finds it in the guide.
  var code: DiagnosticCode {
    switch self {
    case .headingWithoutSpace, .headingWideSpace, .headingWideMark, .headingTooDeep,
      .headingIndented,
      .headingIdentifier, .underlinedSentence, .underlinedHeading, .wideRule, .titleSign,
      .emptyHeading, .closingMark:
      .nearHeading
    case .listWithoutSpace, .listWideSpace, .listWideMark, .listIndented, .listInParagraph, .task,
      .taskWithoutList, .wideQuote, .lineInQuote, .lineInItem, .quotedNumber, .listNumber,
      .numberedSentence, .signAsBullet, .listNesting, .listZeros:
      .nearList
    case .colonBox: .unknownCallout
    case .unclosedFence, .wideFence, .unclosedCode, .unevenCode, .indentedText, .indentedBlock,
      .strikeFence, .fenceWords, .gluedFence, .shortFence:
      .nearCode
    case .surplusCells, .shortTableHead, .missingCells, .partedCell, .textUnderTable,
      .delimiterColumns, .lateDelimiter,
      .delimiterSigns, .missingDelimiter, .partedTable, .wideBars, .tabbedTable, .surplusDelimiter,
      .framedTable, .commaTable, .tableSpace, .delimiterRow, .tableBars, .spacedTable, .captionSign:
      .nearTable
    case .linkWideSign, .linkSpace, .linkReversed, .linkUnclosed, .linkDestinationSpace,
      .linkWithoutDefinition, .definitionWideColon, .lostDefinition, .addressWideSign,
      .imageWideMark, .imageSpace, .imageOfDocument,
      .recordLinkUnclosed, .recordLinkUnopened, .recordLinkOneBracket, .recordLinkWideSign,
      .recordLinkEmpty, .recordLinkWrapped, .linkWithoutText, .linkTrailingSpace,
      .linkWithoutAddress, .addressSlashes, .linkTitle, .linkAngle, .bracketMismatch,
      .addressSpace, .addressComma, .recordLinkSurplus, .linkWithoutParentheses, .addressDots,
      .recordLinkBars:
      .nearLink
    case .cutAddress: .cutAddress
    case .privateAddress: .privateAddress
    case .emphasisSpace, .emphasisUnclosed, .emphasisUnopened, .emphasisUneven, .emphasisWideMark,
      .emphasisStars, .emphasisUnderscores, .emphasisTight, .emphasisJoint:
      .nearEmphasis
    case .rubyWideSign, .rubyUnclosed, .rubyEmpty, .rubyBars, .rubyWithoutBase, .rubyAngles,
      .rubySeparator, .rubySurplus:
      .nearRuby
    case .footnoteWideMark, .footnoteColon, .footnoteWithoutColon, .footnoteSpace,
      .footnoteReference:
      .nearFootnote
    case .wideTag: .rawHTML
    case .strayBackslash, .pathBackslash, .mathBackslash, .yenBackslash: .markdownOther
    }
  }

  /// An error where what was written would not be on the page, or the rest of the page would be code.
  var severity: Diagnostic.Severity {
    switch self {
    case .surplusCells, .shortTableHead, .unclosedFence, .strikeFence, .fenceWords, .lostDefinition,
      .footnoteSpace(isLost: true), .footnoteReference, .linkWithoutAddress, .gluedFence,
      .shortFence:
      .error
    default: .warning
    }
  }

  /// Whether nothing else can have been meant, so that its only way out may be gone without asking.
  var hasOneMeaning: Bool {
    switch self {
    case .headingWithoutSpace(let marks): marks.utf8.count > 1
    case .listWithoutSpace(let mark): mark == "-"
    case .headingWideSpace, .headingIndented, .headingIdentifier, .listWideSpace, .listIndented,
      .task, .wideFence, .missingCells, .textUnderTable, .delimiterSigns,
      .missingDelimiter, .wideBars, .linkWideSign, .linkReversed, .linkDestinationSpace,
      .definitionWideColon, .addressWideSign, .imageWideMark, .imageSpace,
      .cutAddress, .emphasisSpace, .rubyWideSign, .footnoteWideMark,
      .footnoteColon, .footnoteWithoutColon:
      true
    default: false
    }
  }

  /// What is wrong and what to do, in a sentence or two.
  var message: LocalisedText {
    lineMessage ?? tableMessage ?? linkMessage ?? inlineMessage
  }

  private var lineMessage: LocalisedText? {
    switch self {
    case .headingWithoutSpace(let marks):
      LocalisedText(
        "「\(marks)」の後に空白がないので、見出しになりません。半角の空白を入れます。",
        en: "no heading: put a space after '\(marks)'")
    case .headingWideSpace:
      LocalisedText(
        "見出しの「#」の後の空白が全角です。半角の空白にします。", en: "no heading: the space after '#' is a wide one")
    case .headingWideMark:
      LocalisedText("見出しの「＃」が全角です。半角の「#」にします。", en: "no heading: the '＃' is a wide sign")
    case .headingTooDeep:
      LocalisedText("見出しの「#」は6つまでです。", en: "no heading: it may have six '#' at most")
    case .headingIndented:
      LocalisedText(
        "見出しの前に全角の空白があるので、見出しになりません。空白を消します。",
        en: "no heading: a wide space stands before it")
    case .headingIdentifier:
      LocalisedText(
        "見出しの名前は {#enkaku} のように、半角の記号と空白のない名前で書きます。",
        en: "the identifier of a heading is written {#name}, with ASCII signs and no space")
    case .underlinedSentence:
      LocalisedText(
        "文のすぐ下の「---」は、その文を見出しにします。区切り線なら、上に空の行を入れます。",
        en: "the '---' under a sentence makes it a heading; a rule needs an empty line above")
    case .underlinedHeading(let signs):
      LocalisedText(
        "文のすぐ下の「\(signs)」は、その文を見出しにし、線としては出ません。見出しなら「## 題」と書き、線なら上に空の行を入れます。",
        en:
          "'\(signs)' makes a heading of the text above; write '## title', or put an empty line above"
      )
    case .titleSign(let sign):
      LocalisedText(
        "「\(sign)」では見出しになりません。改行はそのまま残します。見出しなら「## 題」と書き、文の題なら下に空の行を入れます。",
        en: "'\(sign)' makes no heading; write '## title', or put an empty line below")
    case .emptyHeading:
      LocalisedText(
        "見出しの「#」の後に題がありません。題を書くか、行を消します。",
        en: "the heading has no title; write one or delete the line")
    case .closingMark:
      LocalisedText(
        "見出しの終わりの「#」は、ページに出ません。出すなら前に「\\」を置き、印なら消します。",
        en: "the '#' at the end of a heading is not shown; put a backslash before it, or drop it")
    case .wideRule(let sign):
      LocalisedText(
        "「\(sign)」では区切り線になりません。半角の「---」にします。", en: "'\(sign)' makes no rule; write '---'")
    case .listWithoutSpace(let mark):
      LocalisedText(
        "「\(mark)」の後に空白がないので、箇条書きになりません。半角の空白を入れます。",
        en: "no list: put a space after '\(mark)'")
    case .listWideSpace(let mark):
      LocalisedText(
        "「\(mark)」の後の空白が全角なので、箇条書きになりません。半角の空白にします。",
        en: "no list: the space after '\(mark)' is a wide one")
    case .listWideMark(let mark):
      LocalisedText(
        "「\(mark)」では箇条書きになりません。半角の記号と空白で書きます。",
        en: "no list: '\(mark)' is a wide sign")
    case .listIndented:
      LocalisedText(
        "全角の空白では字下げになりません。半角の空白にします。", en: "no list: it is indented with wide spaces")
    case .listInParagraph(let mark):
      LocalisedText(
        "段落の途中の「\(mark)」からは、箇条書きが始まりません。上に空の行を入れます。",
        en: "no list: one that begins with '\(mark)' needs an empty line above")
    case .listNumber(let typed, let shown):
      LocalisedText(
        "「\(typed)」と書いてありますが、ページには「\(shown)」と出ます。箇条書きの番号は、初めの番号から順に付きます。",
        en: "typed as \(typed), shown as \(shown): a list counts on from its first number")
    case .listZeros(let typed, let shown):
      LocalisedText(
        "「\(typed)」と書いてありますが、ページには「\(shown)」と出ます。箇条書きの番号の頭の0は、出ません。",
        en: "typed as \(typed), shown as \(shown): a list drops the zeros before its numbers")
    case .numberedSentence:
      LocalisedText(
        "行の頭の数と「.」は、箇条書きの番号になります。文なら、「.」の前に「\\」を置きます。",
        en: "a number and '.' begin a list; in a sentence put a backslash before the '.'")
    case .task:
      LocalisedText(
        "済みかどうかの印は、[ ] か [x] と、その後の半角の空白で書きます。",
        en: "no task: write [ ] or [x] and a space")
    case .taskWithoutList:
      LocalisedText(
        "[ ] や [x] の印は、「- 」で始まる箇条書きに付けます。", en: "no task: it must stand in a list, after '- '")
    case .wideQuote:
      LocalisedText("引用の「＞」が全角です。半角の「>」にします。", en: "no quotation: the '＞' is a wide sign")
    case .lineInQuote:
      LocalisedText(
        "この行は、上の引用の続きになります。引用でないなら、上に空の行を入れます。",
        en: "this line goes on with the quotation above; put an empty line above")
    case .lineInItem:
      LocalisedText(
        "この行は、上の項目の続きになります。項目でないなら、上に空の行を入れます。",
        en: "this line goes on with the item above; put an empty line above")
    case .quotedNumber:
      LocalisedText(
        "行の頭の「>」は、引用の印になります。「より多い」の印なら、前に「\\」を置きます。",
        en: "'>' begins a quotation; where it means 'more than', put a backslash before it")
    case .strayBackslash:
      LocalisedText(
        "この「\\」は改行になりません。行の終わりに置くか、消します。", en: "this backslash breaks no line")
    case .signAsBullet(let sign):
      LocalisedText(
        "行の頭の「\(sign) 」は箇条書きの印になり、「\(sign)」は出ません。文の一部なら「\\\(sign)」と書きます。",
        en:
          "'\(sign) ' begins a list and is not shown; write '\\\(sign)' where it is part of the text"
      )
    case .listNesting(let spaces):
      LocalisedText(
        "番号の付いた項目の中の箇条書きは、\(spaces)つの空白で下げます。このままでは別の箇条書きになります。",
        en:
          "a list inside a numbered item is indented by \(spaces) spaces; here it is a list of its own"
      )
    case .colonBox(let mark):
      LocalisedText(
        "「\(mark)」では囲みになりません。「> [!注意]」の行から始め、各行の頭に「> 」を付けます。",
        en: "'\(mark)' makes no box; begin with '> [!NOTE]' and put '> ' before each line")
    case .fenceWords(let words):
      LocalisedText(
        "囲みの始まりの「\(words)」はページに出ません。囲みの前の行に移します。",
        en: "'\(words)' behind the fence is not shown; move it to the line before")
    default: nil
    }
  }

  private var inlineMessage: LocalisedText {
    switch self {
    case .emphasisSpace(let mark):
      LocalisedText(
        "「\(mark)」の内側に空白か改行があるので、印になりません。空白や改行を消します。",
        en: "no emphasis: a space or a line end stands inside '\(mark)'")
    case .emphasisTight(let mark):
      LocalisedText(
        "「\(mark)」は、内側が半角の記号で外側が英数字だと、印になりません。外側に空白を入れます。",
        en: "no emphasis: '\(mark)' between a sign and a letter needs a space outside")
    case .emphasisJoint(let marks):
      LocalisedText(
        "2つの強調の間の「\(marks)」は、文字のまま出ます。1つの強調にするか、間に空白を入れます。",
        en: "'\(marks)' between two emphases is text; make them one, or put a space between")
    case .emphasisUnclosed(let mark):
      LocalisedText("「\(mark)」が閉じていません。", en: "'\(mark)' is not closed")
    case .emphasisUnopened(let mark):
      LocalisedText("「\(mark)」の始まりがありません。", en: "'\(mark)' has no beginning")
    case .emphasisStars:
      LocalisedText(
        "2つの「*」に挟まれた文が強調になり、「*」は出ません。「*」を出すなら、前に「\\」を置きます。",
        en: "two '*' make an emphasis and are not shown; put a backslash before them to show them")
    case .emphasisUnderscores(let mark):
      LocalisedText(
        "「\(mark)」に挟まれた語が強調になり、「\(mark)」は出ません。字として出すなら、コードにするか、前に「\\」を置きます。",
        en: "'\(mark)' makes an emphasis and is not shown; make the word code to show it")
    case .pathBackslash:
      LocalisedText(
        "この「\\」は、後の記号の印になり、ページに出ません。ファイルの場所はコードにします。",
        en: "this backslash is not shown; make the path code")
    case .mathBackslash:
      LocalisedText(
        "「\\(」の「\\」は、ページに出ません。「\\」も出すなら、コードにします。",
        en: "the backslash of '\\(' is not shown; make it code to show it")
    case .yenBackslash:
      LocalisedText(
        "「-」や「+」の前の「\\」は、ページに出ません。「\\」を出すなら「\\\\」、円の印なら「¥」と書きます。",
        en: "the backslash before '-' or '+' is not shown; write it twice, or '¥'")
    case .wideTag(let tag):
      LocalisedText(
        "「\(tag)」が全角なので、印になりません。半角にします。", en: "'\(tag)' has wide signs and is shown as text")
    case .emphasisUneven:
      LocalisedText("前の印と後の印の数が違います。", en: "the marks before and behind differ in number")
    case .emphasisWideMark(let mark):
      LocalisedText("この記号では印になりません。半角の「\(mark)」にします。", en: "no emphasis: write '\(mark)'")
    case .rubyWideSign(let sign):
      LocalisedText(
        "「\(sign)」が全角なので、ルビになりません。{漢字|かんじ} と半角で書きます。", en: "no ruby: '\(sign)' is a wide sign")
    case .rubyUnclosed:
      LocalisedText("ルビの「{」が閉じていません。「}」を入れます。", en: "no ruby: '{' is not closed")
    case .rubyEmpty:
      LocalisedText("ルビの読みがありません。", en: "no ruby: it has no reading")
    case .rubyWithoutBase:
      LocalisedText(
        "ルビを振る字がありません。{漢字|かんじ} と書きます。", en: "no ruby: no text stands before the '|'")
    case .rubyBars:
      LocalisedText(
        "ルビの「|」が続いています。{漢字|かんじ} と1つだけ書きます。", en: "no ruby: write one '|' before the reading")
    case .rubySeparator(let sign):
      LocalisedText(
        "ルビの「\(sign)」を「|」にします。{漢字|かんじ} と書きます。", en: "no ruby: write '|' instead of '\(sign)'")
    case .rubySurplus(let sign):
      LocalisedText("ルビの「\(sign)」が1つ多くあります。消します。", en: "a '\(sign)' too many stands at the ruby")
    case .rubyAngles:
      LocalisedText(
        "《 》ではルビになりません。{漢字|かんじ} と書きます。", en: "no ruby: write it with { | }")
    case .footnoteWideMark:
      LocalisedText("脚注の印は、半角で [^1] と書きます。", en: "no footnote: write [^1] in ASCII")
    case .footnoteReference(let mark):
      LocalisedText(
        "脚注の印は \(mark) と書きます。このままでは、脚注がページに出ません。",
        en: "write \(mark) for the mark of the footnote, which no page shows otherwise")
    case .footnoteWithoutColon:
      LocalisedText(
        "脚注の「]」の後に「:」がありません。[^1]: 中身 と書きます。",
        en: "no footnote: ':' is missing behind ']'")
    case .footnoteSpace:
      LocalisedText(
        "脚注の名前に空白があるので、脚注になりません。[^1]: 中身 のように、空白のない名前で書きます。",
        en: "no footnote: its name has a space")
    default:
      LocalisedText(
        "脚注の中身は、「]」のすぐ後に半角の「:」で書きます。", en: "no footnote: ']' must be followed by an ASCII ':'")
    }
  }
}
