import Diagnostics
import MarkdownTree

extension NearMiss {
  /// What is wrong with a table, a fence or code; nil for other slips.
  var tableMessage: LocalisedText? {
    switch self {
    case .surplusCells(let columns, let cells):
      LocalisedText(
        "表は\(columns)列ですが、この行には欄が\(cells)つあります。多い欄はページに出ません。",
        en:
          "the row has \(cells) cells where the table has \(columns) columns; the surplus is not shown"
      )
    case .shortTableHead(let columns, let cells):
      LocalisedText(
        "見出しの行は\(columns)列ですが、その下の行には欄が\(cells)つあります。多い欄はページに出ません。",
        en:
          "the head has \(columns) columns where the rows have \(cells) cells; the surplus is not shown"
      )
    case .missingCells(let columns, let cells):
      LocalisedText(
        "表は\(columns)列ですが、この行には欄が\(cells)つしかありません。空の欄も「|」で書きます。",
        en: "the row has \(cells) cells where the table has \(columns) columns")
    case .lateDelimiter:
      LocalisedText(
        "区切りの行が2行目の下にあるので、1行目が表に入りません。見出しの行のすぐ下に移します。",
        en: "the first row is outside the table; move the delimiter row directly under it")
    case .delimiterRow:
      LocalisedText(
        "見出しの行の下の行が |---|---| の形でないので、表になりません。",
        en: "no table: the row under the head is not written |---|---|")
    case .tableBars(let sign):
      LocalisedText(
        "表の「\(sign)」が「|」でないので、表の区切りになりません。半角の「|」にします。",
        en: "'\(sign)' parts no cells of a table; write '|'")
    case .spacedTable:
      LocalisedText(
        "全角の空白で区切った行は、表になりません。", en: "no table: lines with wide spaces run together into one")
    case .captionSign(let sign):
      LocalisedText(
        "「\(sign)」では表の題になりません。「表: 題」と書きます。", en: "no caption: write ':' instead of '\(sign)'")
    case .partedCell:
      LocalisedText(
        "表の欄の中で改行されていて、次の行が別の行になります。1行に書き、欄の中の改行は「<br>」にします。",
        en: "a line end cuts the cell; write the row on one line, with '<br>' where the cell breaks"
      )
    case .textUnderTable:
      LocalisedText(
        "表のすぐ下の文は、表の行になります。上に空の行を入れます。",
        en: "a line of text directly under a table is a row of it; put an empty line above")
    case .delimiterColumns(let head, let row):
      LocalisedText(
        "区切りの行は\(row)列ですが、見出しの行は\(head)列なので、表になりません。列の数を合わせます。",
        en: "no table: the head has \(head) columns where the delimiter row has \(row)")
    case .delimiterSigns(let sign):
      LocalisedText(
        "区切りの行の「\(sign)」が半角の「-」でないので、表になりません。",
        en: "no table: the delimiter row has '\(sign)' where '-' is due")
    case .missingDelimiter:
      LocalisedText(
        "見出しの行の下に |---|---| の行がないので、表になりません。",
        en: "no table: the row |---|---| under the head is missing")
    case .partedTable:
      LocalisedText(
        "空の行で表が切れています。空の行を消します。", en: "an empty line parts this from its table")
    case .wideBars:
      LocalisedText("表の「｜」が全角です。半角の「|」にします。", en: "no table: the '｜' is a wide sign")
    case .tabbedTable:
      LocalisedText(
        "タブで区切った行は、表になりません。", en: "no table: lines with tabs run together into one")
    case .surplusDelimiter:
      LocalisedText(
        "見出しと中身を分ける行は、表に1つだけです。この行は、文字のまま出ます。",
        en: "a table has one delimiter row; this one is shown as text")
    case .framedTable:
      LocalisedText(
        "「+---+」の枠では表になりません。見出しの行の下に「|---|---|」を置きます。",
        en: "no table: write '|---|---|' below the head instead of '+---+'")
    case .commaTable:
      LocalisedText(
        "コンマで区切った行は、表になりません。", en: "no table: lines with commas run together into one")
    case .tableSpace:
      LocalisedText(
        "表の行の前か後に、全角の空白があります。空白を消します。",
        en: "a wide space stands before or behind a row of the table")
    case .strikeFence:
      LocalisedText(
        "行の頭の「~~~」はコードの囲みになり、この行がページに出ません。取り消しは「~~」で囲みます。",
        en: "'~~~' opens a fence of code, and this line is not shown; write '~~'")
    case .unclosedFence:
      LocalisedText(
        "この囲みが閉じていないので、ここから後がコードになります。",
        en: "nothing closes this fence: what follows is code")
    case .gluedFence:
      LocalisedText(
        "行の終わりの「```」は、コードの囲みの始まりになりません。次の行に移します。",
        en: "a fence at the end of a line of text opens none; move it to the next line")
    case .shortFence:
      LocalisedText(
        "この囲みを閉じる印の数が、始まりより少ないので、ここから後がコードになります。同じ数にします。",
        en: "the fence that closes this one has fewer signs, and what follows is code")
    case .wideFence(let sign):
      LocalisedText(
        "「\(sign)」ではコードの囲みになりません。半角の「```」にします。", en: "'\(sign)' is no fence; write '```'")
    case .indentedText:
      LocalisedText(
        "行の頭に空白が4つ以上(またはタブが)あるので、この文はコードになります。空白を消します。コードなら「```」で囲みます。",
        en: "four spaces or a tab make this text code; take them away, or use '```' for code")
    case .indentedBlock(let sign):
      LocalisedText(
        "行の頭に空白が4つ以上(またはタブが)あるので、「\(sign)」の行は印にならず、コードになります。空白を消します。",
        en: "four spaces or a tab make the line of '\(sign)' code; take them away")
    case .unclosedCode:
      LocalisedText("「`」の相手がありません。", en: "a '`' has no second one")
    case .unevenCode:
      LocalisedText("「`」の数が前と後で違います。", en: "the numbers of '`' differ")
    default: nil
    }
  }
}
