import Diagnostics
import YAMLTree

extension YAMLSlip.Kind {
  /// What kind of fault the slip is, and what its author is told.
  var description: (code: DiagnosticCode, message: LocalisedText) {
    switch self {
    case .wrongSign(let sign, let meant): (.yamlWrongSign, Self.wrongSign(sign, meant))
    case .missingSpace(let sign):
      (
        .yamlMissingSpace,
        LocalisedText(
          "「\(sign)」のあとに半角の空白がありません。空白を入れます。", en: "a space is missing behind '\(sign)'")
      )
    case .missingComma:
      (
        .yamlMissingSpace,
        LocalisedText(
          "前の値とのあいだに半角の「,」がありません。「, 」で分けます。", en: "a comma is missing before this value")
      )
    case .tab:
      (
        .yamlIndentation,
        LocalisedText(
          "行の始まりにタブがあります。半角の空白で字下げします。", en: "the line is indented with a tab; use spaces")
      )
    case .indentation(of: .field):
      (
        .yamlIndentation,
        LocalisedText(
          "この欄の字下げが、並ぶ欄とそろっていません。行の始まりをそろえます。",
          en: "the field does not begin at the column of its neighbours")
      )
    case .indentation(of: .item):
      (
        .yamlIndentation,
        LocalisedText(
          "この「-」の字下げが、並ぶ行とそろっていません。行の始まりをそろえます。",
          en: "the entry does not begin at the column of its neighbours")
      )
    case .unclosed, .wrongBracket: (.yamlUnclosed, brackets)
    case .recordLink:
      (
        .yamlUnclosed,
        LocalisedText(
          "欄の名前は「[[ ]]」で囲みません。一覧の「[ ]」の中に名前だけを書きます。",
          en: "names in fields stand between no '[[ ]]'; write a list of names")
      )
    case .extraComma:
      (
        .yamlCommaInValue,
        LocalisedText("「,」の前に値がありません。余分な「,」を消します。", en: "no value stands before the comma")
      )
    case .afterValue(let sign):
      (
        .yamlAfterValue,
        LocalisedText(
          "「\(sign)」で閉じたあとに文字があります。閉じる前に入れるか、値の全体を「\"」で囲みます。",
          en: "text stands behind the closing '\(sign)'")
      )
    case .needsQuotes, .unsupported, .backslash, .escape: quotes
    case .comment:
      (
        .yamlCommentInValue,
        LocalisedText(
          "空白のあとの「#」から先は覚え書きになり、ページに出ません。値の一部なら全体を「\"」で囲み、覚え書きなら前の行に分けて書きます。",
          en:
            "what follows '#' is a comment and is not published; quote the value, or give the comment its own line"
        )
      )
    case .htmlComment:
      (
        .yamlCommentInValue,
        LocalisedText(
          "「<!--」から始まるコメントは、本文にだけ書けます。欄に書くと公開されるので、消します。覚え書きは、前の行に「# 」を付けて書きます。",
          en: "comments of HTML are written in the text only; this would be published, delete it")
      )
    case .comma:
      (
        .yamlCommaInValue,
        LocalisedText(
          "半角の「,」で値が二つに切れます。値を「\"」で囲みます。", en: "the comma splits the value; quote it")
      )
    case .remark(let sign):
      (
        .yamlAfterValue,
        LocalisedText(
          "「\(sign)」で閉じたあとの括弧書きは、この欄に書けません。前の行に「# 」を付けて、覚え書きにします。",
          en:
            "a remark behind '\(sign)' is no part of the list; make it a note with '# ' on the line above"
        )
      )
    case .repeatedKey(let key):
      (.duplicateKey, LocalisedText("「\(key)」が2回書かれています。", en: "'\(key)' stands twice"))
    case .gluedLine, .straySign, .partedList, .splitGroup: (.yamlStrayLine, strayLine)
    case .missingColon, .missingDash, .brokenValue, .strayItem, .mark, .otherComment, .dashedField,
      .itemBesideKey, .valueBesideKey:
      (.yamlStrayLine, strayLine)
    }
  }

  private static func wrongSign(_ sign: String, _ meant: String) -> LocalisedText {
    switch (sign, meant) {
    case ("\u{A0}", _):
      LocalisedText(
        "改行しない空白 U+00A0 があります。半角の空白にするか、消します。",
        en: "a no-break space stands here; use an ordinary one")
    case ("\u{2002}", _), ("\u{2003}", _):
      LocalisedText(
        "幅の違う空白があります。半角の空白にするか、消します。",
        en: "a space of another width stands here; use an ordinary one")
    case ("　", _):
      LocalisedText(
        "全角の空白があります。半角の空白にするか、消します。", en: "a full-width space stands here; use an ordinary one")
    case ("・", _), ("･", _), ("•", _), ("*", _), ("+", _), ("＊", _):
      LocalisedText(
        "「\(sign)」は一覧の印になりません。半角の「- 」(ハイフンと空白)で書きます。",
        en: "'\(sign)' begins no entry; write '- '")
    case ("[", "{"), ("(", "{"), ("（", "{"), ("【", "{"), ("［", "{"):
      LocalisedText(
        "「名前: 値」の組が「\(sign)」で囲まれています。「{ }」で囲みます。", en: "a group stands between '{' and '}'")
    case ("{", "["):
      LocalisedText(
        "一覧が「{ }」で囲まれています。「[ ]」で囲みます。", en: "a list stands between '[' and ']'")
    case (_, ": "):
      LocalisedText(
        "欄の名前のあとが「\(sign)」になっています。半角の「: 」(コロンと空白)で書きます。",
        en: "'\(sign)' stands where ': ' is due")
    case (_, "- "):
      LocalisedText(
        "一覧の印が「\(sign)」になっています。半角の「- 」(ハイフンと空白)で書きます。",
        en: "'\(sign)' stands where '- ' is due")
    case (_, ", "):
      LocalisedText(
        "値の区切りが「\(sign)」になっています。半角の「, 」(コンマと空白)で分けます。",
        en: "'\(sign)' stands where ', ' is due")
    default:
      LocalisedText(
        "「\(sign)」が半角の「\(meant)」ではありません。半角の「\(meant)」で書きます。",
        en: "'\(sign)' stands where '\(meant)' is due")
    }
  }

  private var brackets: LocalisedText {
    switch self {
    case .wrongBracket(let sign, let meant?):
      LocalisedText(
        "「\(sign)」では、開いている括弧を閉じられません。「\(meant)」で閉じます。",
        en: "'\(sign)' does not close the open bracket; '\(meant)' does")
    case .wrongBracket(let sign, nil):
      LocalisedText(
        "「\(sign)」に合う、開く括弧がありません。始まりに書くか、余分な括弧を消します。", en: "'\(sign)' closes nothing")
    case .unclosed(let sign):
      LocalisedText(
        "「\(sign)」が閉じていません。値の終わりに「\(Self.closing(sign))」を書きます。",
        en: "'\(sign)' is not closed")
    default: LocalisedText("", en: "")
    }
  }

  private static func closing(_ sign: String) -> String {
    switch sign {
    case "[": "]"
    case "{": "}"
    default: sign
    }
  }

  private var quotes: (DiagnosticCode, LocalisedText) {
    switch self {
    case .unsupported(let sign):
      (
        .yamlUnsupported,
        LocalisedText(
          "値の先頭の「\(sign)」は特別な印になります。値の全体を「\"」で囲みます。",
          en: "'\(sign)' begins an anchor, alias or tag, which are not supported; quote the value")
      )
    case .backslash:
      (
        .yamlNeedsQuotes,
        LocalisedText(
          "「\"」の中の「\\」は特別な印になります。値の全体を「'」で囲むか、「\\\\」と二つ書きます。",
          en: "a backslash between double quotes begins an escape; use single quotes, or write two")
      )
    case .escape(let sign):
      (
        .yamlNeedsQuotes,
        LocalisedText(
          "「\"」の中の「\(sign)」は、空白や改行などに変わり、書いたとおりには出ません。値の全体を「'」で囲みます。",
          en: "between double quotes '\(sign)' becomes a blank or a control; use single quotes")
      )
    case .needsQuotes(":"):
      (
        .yamlNeedsQuotes,
        LocalisedText(
          "値の中の「: 」は欄の区切りになります。値の全体を「\"」で囲むか、次の欄なら行を分けます。",
          en: "': ' in a value begins another field; quote the value")
      )
    case .needsQuotes(let sign):
      (
        .yamlNeedsQuotes,
        LocalisedText(
          "値の「\(sign)」は特別な印になります。値の全体を「\"」で囲みます。",
          en: "'\(sign)' means something else here; quote the value")
      )
    default: (.yamlSyntax, LocalisedText("", en: ""))
    }
  }

  private var strayLine: LocalisedText {
    switch self {
    case .missingColon(let key):
      LocalisedText(
        "「\(key)」のあとに「:」がありません。「\(key): 値」の形で書きます。", en: "a colon is missing behind '\(key)'")
    case .gluedLine(let sign):
      LocalisedText(
        "「\(sign)」の前に改行がありません。ここで行を分けます。", en: "a line break is missing before '\(sign)'")
    case .straySign(let sign):
      LocalisedText("「\(sign)」は余分です。消します。", en: "'\(sign)' is one too many")
    case .partedList(let key):
      LocalisedText(
        "「\(key)」の一覧の「- 」の行が、離れたところにあります。この行のすぐ下に並べます。",
        en: "the entries do not stand below '\(key)'")
    case .splitGroup:
      LocalisedText(
        "1つの組が「-」で分かれています。上の項目の続きなら、この「-」を空白にします。",
        en: "the dash parts one group into two entries; put a blank in its place")
    case .dashedField:
      LocalisedText("欄の名前の前に一覧の印があります。消します。", en: "a dash stands before a field")
    case .otherComment:
      LocalisedText(
        "覚え書きの書き方が違います。行の先頭に「# 」を付けます。", en: "comments begin with '# '")
    case .itemBesideKey:
      LocalisedText(
        "一覧の「-」が欄の名前と同じ行にあります。次の行から並べます。",
        en: "the first entry stands on the line of its field; begin on the next")
    case .valueBesideKey:
      LocalisedText(
        "一覧の欄の名前と同じ行に値があり、下にも「-」の行があります。値も「- 」の行にします。",
        en: "a value stands on the line of a list with entries below it; make it an entry")
    case .missingDash:
      LocalisedText(
        "一覧の行が「- 」で始まっていません。行の始まりに「- 」(ハイフンと空白)を書きます。",
        en: "the entry of the list does not begin with '- '")
    case .mark:
      LocalisedText(
        "欄を終える形の行ですが、あとに欄が続いています。この行を消します。",
        en: "the line ends the fields, but more fields follow")
    case .strayItem:
      LocalisedText(
        "「-」の行が、一覧の欄の下にありません。値のない欄の行(「名前:」)の下に並べます。",
        en: "an entry stands outside any list")
    default:
      LocalisedText(
        "この行は欄でも一覧でもありません。前の値の続きなら、改行せずに1行で書きます。",
        en: "the line is neither a field nor an entry of a list")
    }
  }
}
