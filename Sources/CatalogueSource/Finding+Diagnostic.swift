package import Diagnostics
package import MarkdownTree
import TextRules

extension Finding {
  /// The finding in words, for the file at `path`.
  package func diagnostic(path: String) -> Diagnostic {
    let (code, message) = description
    var severity: Diagnostic.Severity?
    var isSure = false
    switch kind {
    case .commentEndInProse: severity = .warning
    // No page shows their text.
    case .unusedFootnote, .duplicateFootnote: severity = .error
    default: break
    }
    if case .nearMiss(let nearMiss) = kind {
      severity = nearMiss.severity
      isSure = nearMiss.hasOneMeaning && repairs.count == 1
    }
    let fixes = repairs.map { repair in
      Fix(
        repair.title,
        edits: repair.edits.map {
          TextEdit(SourceRange(path: path, bytes: $0.range), with: $0.replacement)
        }, isSure: isSure)
    }
    return Diagnostic(
      code, at: SourceRange(path: path, bytes: range), message, fixes: fixes, severity: severity)
  }

  private var description: (DiagnosticCode, LocalisedText) {
    switch kind {
    case .rawHTML:
      (
        .rawHTML,
        LocalisedText(
          "HTMLのうち使えるのは、属性のない <br>、<sub>、<sup> だけです。文字としてそのまま表示します。",
          en: "of HTML only <br>, <sub> and <sup> without attributes work; this is shown as text")
      )
    case .unpairedElement(let tag, let missing):
      (
        .rawHTML,
        LocalisedText(
          "「\(tag)」が「\(missing)」と対になっていません。文字としてそのまま表示します。",
          en: "'\(tag)' is not in a pair with '\(missing)' and is shown as text")
      )
    case .openComment:
      (
        .brokenComment,
        LocalisedText(
          "コメント「<!--」が終わっていません。終わりに「-->」を書きます。",
          en: "the comment '<!--' has no end; write '-->' where it ends")
      )
    case .interruptedComment:
      (
        .brokenComment,
        LocalisedText(
          "コメント「<!--」が、「-->」の前の空の行や、箇条書き、見出しなどで切れています。そのようなところをまたぐコメントは、行の頭から始めます。",
          en: "the comment is cut by an empty line, a list, a heading or the like before its '-->';"
            + " one that goes over these begins its line")
      )
    case .misspelledComment:
      (
        .brokenComment,
        LocalisedText(
          "コメントの印は、半角で「<!--」「-->」と書きます。このままでは、文字として公開されます。",
          en: "a comment is written between '<!--' and '-->'; this would be published as text")
      )
    case .strayCommentEnd:
      (
        .brokenComment,
        LocalisedText(
          "コメントの終わりの「-->」に、始まりの「<!--」がありません。このままでは、文字として公開されます。",
          en: "'-->' has no '<!--' before it; this would be published as text")
      )
    case .commentEndInProse:
      (
        .brokenComment,
        LocalisedText(
          "「-->」はコメントの終わりの印です。矢印なら「→」、文字なら「\\-->」と書きます。",
          en: "'-->' ends a comment; write '→' for an arrow or '\\-->' for the signs")
      )
    case .commentInCode:
      (
        .brokenComment,
        LocalisedText(
          "字下げした行はコードになり、コメントもそのまま公開されます。行の頭の空白を消します。コードなら「```」で囲みます。",
          en: "an indented line is code, and its comment would be published; take the spaces away")
      )
    case .commentInLink:
      (
        .brokenComment,
        LocalisedText(
          "リンクのアドレスや題、名前のなかでは、コメントになりません。コメントを外に出すか、消します。",
          en: "a comment in the address, title or name of a link would be published; take it out")
      )
    case .signAfterComment(let sign):
      other(
        "コメントの後の「\(sign)」は、文字のまま出ます。コメントの後で改行します。",
        en: "'\(sign)' behind a comment is text; begin a line with it")
    case .commentInTable:
      other(
        "コメントの行で表が終わっています。コメントは、欄のなかか、表の外に書きます。",
        en: "the table ends at the comment; put it into a cell or outside the table")
    case .unknownCallout(let word):
      (
        .unknownCallout,
        LocalisedText(
          "「[!\(word)]」という囲みはありません。使えるのは [!NOTE]、[!TIP]、[!IMPORTANT]、[!WARNING]、[!CAUTION] と、"
            + "[!補足]、[!ヒント]、[!重要]、[!警告]、[!注意] です。",
          en: "there is no box '[!\(word)]'; there are NOTE, TIP, IMPORTANT, WARNING and CAUTION")
      )
    case .emptyCallout:
      (
        .unknownCallout,
        LocalisedText(
          "囲みに中身がありません。次の行に「> 」と中身を書きます。",
          en: "the box has no text; write it after '> ' on the next line")
      )
    case .calloutOutsideQuote(let word):
      (
        .unknownCallout,
        LocalisedText(
          "「[!\(word)]」は引用のなかに書くと囲みになります。行を「> 」で始めます。",
          en: "'[!\(word)]' makes a box in a quotation only; begin the line with '> '")
      )
    case .calloutSentence:
      (
        .unknownCallout,
        LocalisedText(
          "囲みの印の後に続けた文は、囲みの題になります。中身なら、次の行に「> 」を付けて書きます。",
          en: "a sentence behind the mark is the title of the box; write the text after '> ' below")
      )
    case .calloutWithoutBang(let word):
      (
        .unknownCallout,
        LocalisedText(
          "この印では囲みになりません。「[!\(word)]」と書きます。",
          en: "this mark makes no box; write '[!\(word)]'")
      )
    case .wideCallout(let word):
      (
        .unknownCallout,
        LocalisedText(
          "囲みの印は、半角で「[!\(word)]」と書きます。",
          en: "the mark of a box is written in ASCII: '[!\(word)]'")
      )
    case .typedList(let sign, let isNumbered):
      (
        .typedList,
        LocalisedText(
          "行の頭の「\(sign)」では箇条書きになりません。改行はそのまま残します。箇条書きにするには、行を「\(isNumbered ? "1. " : "- ")」で始めます。",
          en: "'\(sign)' makes no list; the line breaks are kept. Begin the lines with "
            + "'\(isNumbered ? "1. " : "- ")' to make one")
      )
    case .forbiddenScheme:
      (
        .forbiddenScheme,
        LocalisedText(
          "リンクにできるのは https、http、mailto、tel だけです。",
          en: "links may only use https, http, mailto and tel")
      )
    case .missingAlternativeText:
      (
        .imageWithoutText,
        LocalisedText(
          "画像の説明がありません。![ ] の中に何の図かを書きます。",
          en: "the image has no alternative text")
      )
    case .undefinedFootnote: other("この脚注の中身がありません。", en: "the footnote is not defined")
    case .unusedFootnote:
      other(
        "この脚注はどこからも引かれていないので、ページに出ません。",
        en: "nothing refers to the footnote, and no page shows it")
    case .emptyFootnote:
      other("脚注の「:」の後に中身がありません。", en: "the footnote has no text")
    case .duplicateFootnote:
      other(
        "同じ名前の脚注がもうあるので、この脚注はページに出ません。",
        en: "the footnote is defined twice, and no page shows this one")
    case .duplicateIdentifier:
      other("この見出しのidはもう使われています。", en: "the heading id is already in use")
    case .skippedHeadingLevel:
      other(
        "見出しの段が飛んでいます。一段ずつ下げます。", en: "the heading skips a level")
    case .malformedRuby:
      other(
        "ルビの区切りの数が漢字の数と合いません。", en: "the ruby has neither one reading nor one for each character")
    case .forbiddenCharacter(let character): forbidden(character)
    case .invisibleReference(let reference, let value):
      (
        .invisibleCharacter,
        LocalisedText(
          "「\(reference)」は、見えない文字（\(InvisibleCharacter.name(of: value) ?? "ページに出ない文字")）になります。消します。",
          en: "'\(reference)' stands for a character that nobody sees; remove it")
      )
    case .nearMiss(let nearMiss): (nearMiss.code, nearMiss.message)
    case .oversizedTable: other("表が大きすぎます。", en: "the table is too large")
    case .excessiveDefinitions:
      other(
        "長いリンクの定義が何度も使われています。ここからはリンクにせず、文字のまま表示します。",
        en: "long link definitions are used too often; from here on they are shown as text")
    case .excessiveNesting: other("入れ子が深すぎます。", en: "the text is nested too deeply")
    }
  }

  private func forbidden(_ character: ForbiddenCharacter) -> (DiagnosticCode, LocalisedText) {
    let group = ForbiddenCharacters.Group(character, at: range, count: 1)
    let diagnostic = Diagnostic(group, path: "")
    return (diagnostic.code, diagnostic.message)
  }

  private func other(_ japanese: String, en english: String) -> (DiagnosticCode, LocalisedText) {
    (.markdownOther, LocalisedText(japanese, en: english))
  }
}
