import Diagnostics
import MarkdownTree

extension NearMiss {
  /// What is wrong with a link, a picture or an address; nil for other slips.
  var linkMessage: LocalisedText? {
    switch self {
    case .linkWideSign(let sign):
      LocalisedText(
        "「\(sign)」が全角なので、リンクになりません。[名](アドレス) と半角で書きます。",
        en: "no link: '\(sign)' is a wide sign; write [name](address)")
    case .linkSpace:
      LocalisedText(
        "「]」と「(」の間に空白か改行があるので、リンクになりません。それを消します。",
        en: "no link: a space or a line end stands between ']' and '('")
    case .linkReversed:
      LocalisedText("括弧が逆です。[名](アドレス) と書きます。", en: "no link: write [name](address)")
    case .linkUnclosed:
      LocalisedText("リンクの「(」が閉じていません。「)」を入れます。", en: "no link: its '(' is not closed")
    case .linkDestinationSpace:
      LocalisedText(
        "リンクの先に空白があるので、リンクになりません。< > で囲みます。",
        en: "no link: its destination has a space; put it between < and >")
    case .linkWithoutText:
      LocalisedText(
        "リンクの名がないので、ページに何も出ません。[名](アドレス) と書きます。",
        en: "the link has no text and is not seen; write [name](address)")
    case .linkWithoutAddress:
      LocalisedText(
        "リンクの先が空です。( ) の中にアドレスを書くか、名だけにします。",
        en: "the link has no address; write one, or the text alone")
    case .addressSlashes:
      LocalisedText(
        "アドレスの始まりが「https://」の形になっていません。「https://」から書きます。",
        en: "the address does not begin like 'https://'")
    case .addressSpace:
      LocalisedText(
        "アドレスの途中に空白があり、そこで切れています。空白を消します。", en: "a space cuts the address; remove it")
    case .addressComma:
      LocalisedText(
        "アドレスの「,」は、その先のサイトの名にありません。「.」にします。", en: "no host has a ',' in its name; write '.'")
    case .addressDots:
      LocalisedText("アドレスに「.」が2つ続いています。1つにします。", en: "two dots follow each other in the address")
    case .linkWithoutParentheses:
      LocalisedText(
        "アドレスが ( ) の中にないので、リンクになりません。[名](アドレス) と書きます。",
        en: "no link: the address must stand between '(' and ')'")
    case .recordLinkBars:
      LocalisedText(
        "リンクの「|」が続いています。[[名前|語]] と1つだけ書きます。", en: "write one '|' between the name and the text")
    case .recordLinkSurplus(let sign):
      LocalisedText(
        "リンクの「\(sign)」が1つ多くあります。消します。", en: "a '\(sign)' too many stands at the link")
    case .linkTrailingSpace:
      LocalisedText(
        "アドレスの終わりに全角の空白があります。空白を消します。", en: "a wide space stands at the end of the address")
    case .linkTitle:
      LocalisedText(
        "リンクの先の後の題は、半角の「\"」で囲みます。このままでは、リンクになりません。",
        en: "no link: a title behind the address stands between '\"'")
    case .linkAngle(let sign):
      LocalisedText(
        "リンクの先の「\(sign)」に、相手がありません。消すか、「<」と「>」で囲みます。",
        en:
          "the '\(sign)' at the address has no second one; drop it, or put the address between '<' and '>'"
      )
    case .bracketMismatch:
      LocalisedText(
        "「[」と「）」は対になりません。同じ種類の括弧にします。", en: "'[' and '）' are no pair; write brackets of one kind")
    case .linkWithoutDefinition(let label):
      LocalisedText(
        "リンクの先 [\(label)]: がこのファイルにありません。[名](アドレス) と書きます。",
        en: "no link: the file has no definition [\(label)]:")
    case .definitionWideColon:
      LocalisedText(
        "リンクの先は、「]」のすぐ後に半角の「:」で書きます。", en: "no definition: ']' must be followed by an ASCII ':'")
    case .lostDefinition(let label):
      LocalisedText(
        "「[\(label)]:」で始まる行は、リンクの先を決める行と読まれ、ページに出ません。文として出すには、「[」の前に「\\」を置きます。",
        en: "no page shows the line '[\(label)]:', which defines a link; put '\\' before '['")
    case .addressWideSign(let sign):
      LocalisedText(
        "アドレスの「\(sign)」が全角なので、リンクになりません。半角にします。", en: "no address: '\(sign)' is a wide sign")
    case .imageWideMark:
      LocalisedText("画像の「！」が全角です。半角の「!」にします。", en: "no picture: the '！' is a wide sign")
    case .imageSpace:
      LocalisedText(
        "「!」と「[」の間に空白があるので、画像になりません。空白を消します。", en: "no picture: a space stands between '!' and '['")
    case .imageOfDocument:
      LocalisedText(
        "この先は画像のファイルではありません。リンクにするには「!」を消します。",
        en: "this is no file of a picture; drop the '!' to link it")
    case .recordLinkUnclosed:
      LocalisedText("「[[」が閉じていません。名前の後に「]]」を入れます。", en: "no link: '[[' is not closed")
    case .recordLinkUnopened:
      LocalisedText("「]]」の相手の「[[」がありません。名前の前に入れます。", en: "no link: ']]' has no '[['")
    case .recordLinkOneBracket(let sign):
      LocalisedText(
        "「\(sign)」が1つしかないので、リンクになりません。[[名前]] と書きます。", en: "no link: one '\(sign)' is missing")
    case .recordLinkWideSign(let sign):
      LocalisedText(
        "「\(sign)」ではリンクになりません。半角で [[名前]] と書きます。",
        en: "no link: '\(sign)' is a wide sign; write [[name]]")
    case .recordLinkWrapped:
      LocalisedText(
        "「[[」と「]]」の間で改行しているので、リンクになりません。1行に書きます。",
        en: "no link: a line end stands between '[[' and ']]'; write it on one line")
    case .recordLinkEmpty:
      LocalisedText("リンクの名前か表示する語がありません。", en: "no link: it has no name, or no text")
    case .cutAddress:
      LocalisedText(
        "アドレスは日本語の手前までがリンクになります。ここもアドレスなら < > で囲みます。",
        en: "the address ends before this; put the whole between < and >")
    case .privateAddress(let host):
      LocalisedText(
        "「\(host)」は、ほかの人からは開けません。", en: "nobody else can reach '\(host)'")
    default: nil
    }
  }
}
