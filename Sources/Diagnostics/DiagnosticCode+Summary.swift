extension DiagnosticCode {
  /// What is wrong in every fault of the kind, as the guide has it, without an example.
  package var summary: LocalisedText {
    switch self {
    case .encoding:
      LocalisedText("文字コードがUTF-8でない", en: "the file is not UTF-8")
    case .forbiddenCharacter:
      LocalisedText(
        "制御文字、文字でない番号、文字の向きを変える記号がある", en: "the text has a character that no text may have")
    case .invisibleCharacter:
      LocalisedText("見えない文字が入っている", en: "the text has a character that nobody sees")
    case .decomposedCharacter:
      LocalisedText("濁点や半濁点が、仮名から離れた文字になっている", en: "a kana and its sound mark are two characters")
    case .fileName:
      LocalisedText("ファイル名", en: "a name cannot be that of a record or of a published file")
    case .fileLink:
      LocalisedText(
        "`content` や `templates` の中にシンボリックリンクがある", en: "a symbolic link stands among the sources")
    case .unknownCollection:
      LocalisedText("定義にないフォルダーに置かれている", en: "the file is in a folder that is no collection")
    case .frontMatterMissing:
      LocalisedText(
        "先頭に `---` で囲んだ欄がない、または閉じていない",
        en: "the file does not begin with fields between lines of ---")
    case .frontMatterMark:
      LocalisedText(
        "欄を囲む `---` の行の形が違う、または前に余計なものがある", en: "a line is meant as --- and is none")
    case .yamlWrongSign:
      LocalisedText(
        "欄の記号や空白が全角になっている", en: "a sign of the fields has another width")
    case .yamlMissingSpace:
      LocalisedText(
        "`:` や `-` のあとの空白、または値のあいだの `,` がない",
        en: "the space that makes a sign one, or the comma between two values, is missing")
    case .yamlIndentation:
      LocalisedText(
        "行の始まりの位置がそろっていない、またはタブがある", en: "a line begins at another column than its neighbours")
    case .yamlUnclosed:
      LocalisedText("引用符か括弧が閉じていない、または合っていない", en: "a quote or bracket is not closed")
    case .yamlAfterValue:
      LocalisedText("引用符や括弧を閉じたあとに文字がある", en: "text stands behind a closing quote or bracket")
    case .yamlNeedsQuotes:
      LocalisedText("引用符の要る記号が値にある", en: "a value has a sign that needs quotes around it")
    case .yamlCommentInValue:
      LocalisedText("値のあとの ` #` から先が覚え書きになり、ページに出ない", en: "what follows a # is a comment")
    case .yamlCommaInValue:
      LocalisedText(
        "数字や文の中の半角のコンマで値が切れる、またはコンマが余っている", en: "a comma in a number or a text splits it")
    case .yamlStrayLine:
      LocalisedText("欄でも一覧でもない行がある", en: "a line is neither a field nor an entry of a list")
    case .yamlSyntax:
      LocalisedText("欄の書き方が崩れている", en: "the fields are no YAML")
    case .yamlUnsupported:
      LocalisedText(
        "YAMLの `&`、`*`、`!`、2つ目の `---` を使っている",
        en: "the fields use a part of YAML that is not supported")
    case .duplicateKey:
      LocalisedText("同じ欄が2回ある", en: "a field is written twice")
    case .definitionInvalid:
      LocalisedText("定義が成り立たない", en: "the definition does not hold together")
    case .definitionUnknownKey:
      LocalisedText("定義にない設定がある", en: "the definition has a key that does not exist")
    case .definitionRole:
      LocalisedText("その役目がない、その型の欄に付けられない、または2つの欄に付いている", en: "a field cannot have this role")
    case .definitionAmbiguousRole:
      LocalisedText("その役目の欄がどれか決められない", en: "several fields could have a role")
    case .unknownKey:
      LocalisedText("その集まりにない欄", en: "the collection has no such field")
    case .missingField:
      LocalisedText("なくてはならない欄、または組の中の値がない", en: "a required field or value is missing")
    case .recommendedField:
      LocalisedText("あるはずの欄がない", en: "a field that should be there is missing")
    case .wrongShape:
      LocalisedText(
        "一覧と1つの値を取り違えている", en: "a list stands where one value is due, or the other way round")
    case .emptyValue:
      LocalisedText("値が空、または見える文字がない", en: "a value is empty")
    case .unknownChoice:
      LocalisedText("決まった言葉にない", en: "the value is not one of the choices")
    case .invalidText:
      LocalisedText("1行の欄で改行している", en: "a field of one line has a line break")
    case .invalidInteger:
      LocalisedText("整数でない", en: "the value is no integer")
    case .invalidBoolean:
      LocalisedText("はい、いいえのどちらでもない", en: "the value is neither yes nor no")
    case .invalidURL:
      LocalisedText("アドレスでない", en: "the value is no address")
    case .invalidReading:
      LocalisedText("よみが仮名でない", en: "the reading is not in kana")
    case .invalidDate:
      LocalisedText("日付として読めない、またはその日がない", en: "the value is no date")
    case .invalidFiscalYear:
      LocalisedText("年度として読めない、またはその年度がない", en: "the value is no fiscal year")
    case .invalidPeriod:
      LocalisedText("期間として読めない、または逆さま", en: "the value is no period")
    case .invalidMoney:
      LocalisedText("金額として正確に読めない", en: "the value is no exact amount of money")
    case .invalidBudget:
      LocalisedText(
        "予算の組に年度がない、または金額も注もない", en: "a budget has no fiscal year, or neither amount nor note")
    case .invalidNumber:
      LocalisedText("測った値が、数として正確に読めない", en: "a measured value is no exact number")
    case .invalidMeasure:
      LocalisedText(
        "測った値の組に、名、年、値、単位のどれかがない", en: "a measured value lacks its name, year, value or unit")
    case .duplicateMeasure:
      LocalisedText("同じ名と年の値が2つある", en: "a name has two values for one year")
    case .invalidCorporateNumber:
      LocalisedText("法人番号の桁か検査数字が合わない", en: "the digits of a corporate number do not fit")
    case .duplicateEntry:
      LocalisedText("同じ値や同じ相手が2回ある", en: "a value or a record stands twice in a list")
    case .invalidID:
      LocalisedText("以前のidとして読めない", en: "the value is no former id")
    case .otherSpelling:
      LocalisedText("同じ言葉が、ほかの項目とちがう字で書かれている", en: "a word is spelled otherwise than elsewhere")
    case .unusualValue:
      LocalisedText("決めた言葉にも、よく使われる言葉にもない", en: "a word is neither listed nor used often")
    case .duplicateName:
      LocalisedText("名称か別名が、ほかの項目の名前と同じ", en: "a name is that of another record")
    case .formerID:
      LocalisedText(
        "以前のidが、いまある項目のidか、ほかの項目の以前のidと同じ",
        en: "a former id is that of a record, or a former id of another")
    case .unknownReference:
      LocalisedText("その名前の項目がない", en: "no record has this name")
    case .ambiguousReference:
      LocalisedText("その名前の項目がいくつもある", en: "several records have this name")
    case .wrongKindReference:
      LocalisedText(
        "項目はあるが、その欄に書ける種類でない", en: "the record is of a collection that the field does not take")
    case .selfReference:
      LocalisedText("自分自身を指している", en: "a record refers to itself")
    case .draftReference:
      LocalisedText("公開される項目が下書きを指している", en: "a published record refers to a draft")
    case .formerReference:
      LocalisedText("以前のidで指している", en: "a record is referred to by a former id")
    case .relationCycle:
      LocalisedText("上位や前身をたどると元に戻る", en: "a hierarchy leads back to where it began")
    case .unknownLink:
      LocalisedText("リンクの先のページやファイルがない", en: "a link leads to no page or file")
    case .unknownAnchor:
      LocalisedText("リンクの先に、その見出しがない", en: "a link leads to no heading")
    case .forbiddenScheme:
      LocalisedText("リンクにできない種類のアドレス", en: "a link has a scheme that is not allowed")
    case .cutAddress:
      LocalisedText("アドレスが日本語の手前で切れている", en: "an address ends before Japanese letters of its own")
    case .privateAddress:
      LocalisedText(
        "自分の機械や庁内からしか開けないアドレスへのリンク", en: "a link leads to a host that nobody else can reach")
    case .orphanRecord:
      LocalisedText("どの項目ともつながっていない", en: "a record is connected with no other")
    case .ruleMissing:
      LocalisedText("決まりで要るものがない", en: "a rule asks for what is not there")
    case .ruleForbidden:
      LocalisedText("決まりで書かないものが書かれている", en: "a rule forbids what is there")
    case .ruleTooMany:
      LocalisedText("決まりの数より多い", en: "there is more than a rule allows")
    case .ruleNotCovered:
      LocalisedText("ほかの欄にある年度が、年度の欄にない", en: "a fiscal year of one field is missing in another")
    case .ruleOutside:
      LocalisedText(
        "決まりで期間の中にある年度が、期間の外にある", en: "a fiscal year is outside the period, against a rule")
    case .ruleNotOver:
      LocalisedText(
        "決まりで終わっているはずの期間や年度が、目録の時点に終わっていない",
        en: "a time goes on beyond that of the catalogue, against a rule")
    case .ruleWords:
      LocalisedText("決まりで書かない言葉がある", en: "a text has a word that a rule rules out")
    case .ruleSeries:
      LocalisedText(
        "決まりで1つの文に書かない、いくつもの年の数がある", en: "one text has the numbers of several years, against a rule"
      )
    case .ruleReading:
      LocalisedText(
        "ローマ字の読みに、決まりで要る仮名の読みがない",
        en: "a reading in Latin letters has none in kana beside it, against a rule")
    case .rawHTML:
      LocalisedText("HTMLが書かれている", en: "the text has HTML, which is shown as text")
    case .unknownCallout:
      LocalisedText("囲みの印が決まったものでない", en: "the mark of a box is unknown")
    case .typedList:
      LocalisedText("「・」や「①」で始まる行が並んでいる", en: "lines begin with signs that make no list")
    case .brokenComment:
      LocalisedText("コメントの印が崩れている", en: "the marks of a comment are wrong")
    case .imageWithoutText:
      LocalisedText("画像の説明がない", en: "a picture has no description")
    case .imageMissing:
      LocalisedText("画像のファイルがない", en: "the file of a picture is missing")
    case .nearHeading:
      LocalisedText("見出しや区切り線にならない書き方", en: "a heading or rule is missed by a sign")
    case .nearList:
      LocalisedText("箇条書きや引用にならない書き方", en: "a list or quotation is missed by a sign")
    case .nearTable:
      LocalisedText("表の欄の数が合わない、表にならない書き方", en: "a table has rows that do not fit, or is none")
    case .nearCode:
      LocalisedText("コードの囲みが閉じていない、囲みにならない書き方", en: "code is not closed, or is none")
    case .nearLink:
      LocalisedText("リンクや画像にならない書き方", en: "a link or picture is missed by a sign")
    case .nearEmphasis:
      LocalisedText("強調や取り消しにならない書き方", en: "an emphasis or strike is missed by a sign")
    case .nearRuby:
      LocalisedText("ルビにならない書き方", en: "a reading is missed by a sign")
    case .nearFootnote:
      LocalisedText("脚注にならない書き方", en: "a footnote is missed by a sign")
    case .markdownOther:
      LocalisedText("脚注、見出しの段、ルビなどの乱れ", en: "a footnote, heading or reading is out of order")
    case .outputPath:
      LocalisedText(
        "書き出すパスが長すぎるか、ほかと重なる", en: "a published path is too long or is that of another file")
    case .vanishedAddress:
      LocalisedText("公開したアドレスがなくなる", en: "a published address would vanish")
    case .addressLine:
      LocalisedText("`addresses.lock` の行がアドレスとして読めない", en: "a line of addresses.lock is no address")
    case .templateSyntax:
      LocalisedText("テンプレートの書き方が崩れている", en: "a template cannot be read")
    case .templateMissing:
      LocalisedText(
        "呼び出したテンプレートが、`templates/` にもプログラムにもない", en: "a template that is called is missing")
    case .templateUnknownName:
      LocalisedText("そのページにない名前を使っている", en: "a template uses a name that its page does not have")
    case .unusedTemplate:
      LocalisedText("どのページからも、ほかのテンプレートからも呼び出されないテンプレートがある", en: "nothing calls a template")
    case .unusedScript:
      LocalisedText("使われないスクリプトがある", en: "a script is not used")
    case .listWithoutPager:
      LocalisedText(
        "何ページかに分かれる一覧のテンプレートに、次のページへのリンクがない",
        en: "a list goes over several pages, and its template does not lead from one to the next")
    }
  }
}
