/// A mistake of one kind and the same mended, as the guide has them.
package struct DiagnosticExample: Sendable, Equatable {
  package let wrong: String
  package let right: String

  init(_ wrong: String, _ right: String) {
    self.wrong = wrong
    self.right = right
  }
}

extension DiagnosticCode {
  /// The example of the kind in `Documentation/guide/diagnostics.md`, in Japanese; a test compares them.
  package var example: DiagnosticExample {
    switch self {
    case .encoding:
      DiagnosticExample(
        "Shift_JIS、EUC-JP、UTF-16などで保存したファイル、名前だけ `.md` にしたWordやPDF、壊れた1バイト",
        "UTF-8で保存し直す。報告の最後の行が、エディターごとの手順です")
    case .forbiddenCharacter:
      DiagnosticExample(
        "ワープロから貼った見えない U+202E",
        "報告の場所の文字を消す")
    case .invisibleCharacter:
      DiagnosticExample(
        "ウェブのページから貼った U+200B（ゼロ幅の空白）、U+00AD、途中の U+FEFF、`summary: 調べ 、考える`",
        "消す。外字はふつうの字に直す。漢字の異体字の印と、絵文字をつなぐ印は、そのままでよい")
    case .decomposedCharacter:
      DiagnosticExample(
        "Macのファイル名から貼った「て」＋「゛」",
        "「で」の1字にする")
    case .fileName:
      DiagnosticExample(
        "`Q_LEAP.md`、`量子.md`、`con.md`、`assets/zu.svg`、`assets/zu?.png`",
        "`q-leap.md`、`assets/zu.png`")
    case .fileLink:
      DiagnosticExample(
        "`content/programmes/a.md` → `/mnt/a.md`",
        "リンクの先のファイルを写して置く。`catalogue.yml`、`content`、`templates`、集まりのフォルダーはリンクでよい")
    case .unknownCollection:
      DiagnosticExample(
        "`content/programs/a.md`",
        "`content/programmes/a.md`")
    case .frontMatterMissing:
      DiagnosticExample(
        "`# 題` で始まるファイル",
        "`---`、`title: 題`、`---` の3行で始める")
    case .frontMatterMark:
      DiagnosticExample(
        "`－－－`、`--`、`***`、前の空の行、コードの囲み、欄のあいだの `---`",
        "`---` だけを、ファイルの先頭から書く。欄のあいだの行は消す")
    case .yamlWrongSign:
      DiagnosticExample(
        "`kind：税制`、`aliases: ［TIA、つくば］`、`・項目`、`＃ 覚え書き`",
        "`kind: 税制`、`aliases: [TIA, つくば]`、`- 項目`、`# 覚え書き`")
    case .yamlMissingSpace:
      DiagnosticExample(
        #"`kind:税制`、`-項目`、`["TIA" "つくば"]`"#,
        #"`kind: 税制`、`- 項目`、`["TIA", "つくば"]`"#)
    case .yamlIndentation:
      DiagnosticExample(
        "` kind: 税制`、タブで下げた `- 項目`",
        "`kind: 税制`、空白で下げた `- 項目`")
    case .yamlUnclosed:
      DiagnosticExample(
        #"`aliases: [TIA, つくば`、`title: "題`"#,
        #"`aliases: [TIA, つくば]`、`title: "題"`"#)
    case .yamlAfterValue:
      DiagnosticExample(
        #"`title: "甲"（乙）`"#,
        #"`title: "甲（乙）"`"#)
    case .yamlNeedsQuotes:
      DiagnosticExample(
        #"`title: 甲: 乙`、`summary: @甲`、`summary: "C:\temp"`"#,
        #"`title: "甲: 乙"`、`summary: "@甲"`、`summary: 'C:\temp'`"#)
    case .yamlCommentInValue:
      DiagnosticExample(
        "`location: 第1棟 #201`、`summary: 要約。<!-- 確認中 -->`",
        #"`location: "第1棟 #201"`。覚え書きなら前の行に分け、コメントは消す"#)
    case .yamlCommaInValue:
      DiagnosticExample(
        "`figures: [採択1,234件]`、`notes: [甲（A, B）]`、`{amount: 1,100億円}`",
        #"`figures: ["採択1,234件"]`、`notes: ["甲（A, B）"]`、`{amount: "1,100億円"}`"#)
    case .yamlStrayLine:
      DiagnosticExample(
        "`kind 税制`、途中で折った要約、一覧の外の `- 項目`、`? kind: 税制`、「、、」",
        "`kind: 税制`、1行に書く、一覧の欄の下に移す、余分な記号を消す")
    case .yamlSyntax:
      DiagnosticExample(
        #"`title: "\ud800"`"#,
        "文字をそのまま書く")
    case .yamlUnsupported:
      DiagnosticExample(
        "`summary: *注意`",
        #"`summary: "*注意"`"#)
    case .duplicateKey:
      DiagnosticExample(
        "`kind: 税制` と `種類: 制度`",
        "どちらか1つにする")
    case .definitionInvalid:
      DiagnosticExample(
        "`order: {type: intger}`",
        "`order: {type: integer}`")
    case .definitionUnknownKey:
      DiagnosticExample(
        "`lable: 種類`",
        "`label: 種類`")
    case .definitionRole:
      DiagnosticExample(
        "`held: {type: text, role: moment}`",
        "`held: {type: date, role: moment}`")
    case .definitionAmbiguousRole:
      DiagnosticExample(
        "日付の欄が2つあり、どちらにも `role` がない",
        "新しい順に使う欄に `role: moment` と書く")
    case .unknownKey:
      DiagnosticExample(
        "`statsu: 実施`",
        "`status: 実施`")
    case .missingField:
      DiagnosticExample(
        "`title` のない項目",
        "`title: 名称` を書く")
    case .recommendedField:
      DiagnosticExample(
        "出典のない項目",
        "書くか、書けない理由の欄を書く")
    case .wrongShape:
      DiagnosticExample(
        "`aliases: TIA`",
        "`aliases: [TIA]`")
    case .emptyValue:
      DiagnosticExample(
        "`summary:`、`title: ~`、`aliases: [null]`",
        "値を書くか、必ず書く欄でなければ欄ごと消す")
    case .unknownChoice:
      DiagnosticExample(
        "`status: 継続`",
        "`status: 実施`")
    case .invalidText:
      DiagnosticExample(
        #"`title: "量子\n計画"`、`summary: **重要**な計画`"#,
        "`title: 量子計画`、`summary: 重要な計画`")
    case .invalidInteger:
      DiagnosticExample(
        "`order: 三`、`order: ３`",
        "`order: 3`")
    case .invalidBoolean:
      DiagnosticExample(
        "`open: たぶん`",
        "`open: はい`")
    case .invalidURL:
      DiagnosticExample(
        "`address: example.jp`",
        "`address: https://example.jp/`")
    case .invalidReading:
      DiagnosticExample(
        "`yomi: 量子計画`",
        "`yomi: りょうしけいかく`")
    case .invalidDate:
      DiagnosticExample(
        "`date: 令和1年5月`",
        "`date: 令和元年5月`")
    case .invalidFiscalYear:
      DiagnosticExample(
        "`fiscal_years: [平成32年度]`",
        "`fiscal_years: [令和2年度]`")
    case .invalidPeriod:
      DiagnosticExample(
        "`period: 2021年度〜2013年度`",
        "`period: 2013年度〜2021年度`")
    case .invalidMoney:
      DiagnosticExample(
        "`amount: 約17億`",
        "`amount: 17億円`(約は `note` に書く)")
    case .invalidBudget:
      DiagnosticExample(
        "`{year: 2020年度}`",
        "`{year: 2020年度, amount: 17億円}`")
    case .invalidNumber:
      DiagnosticExample(
        "`value: 約120件`",
        "`value: 120`（「約」は `note`、「件」は `unit` に）")
    case .invalidMeasure:
      DiagnosticExample(
        "`{name: 採択, year: 2020年度, value: 120}`",
        "`{name: 採択, year: 2020年度, value: 120, unit: 件}`")
    case .duplicateMeasure:
      DiagnosticExample(
        "`採択` の `2020年度` が2行",
        "1行にする。測り方が違えば、名を変える")
    case .invalidCorporateNumber:
      DiagnosticExample(
        "`7010005005426`",
        "`7010005005425`")
    case .duplicateEntry:
      DiagnosticExample(
        "`aliases: [TIA, ＴＩＡ]`",
        "`aliases: [TIA]`")
    case .invalidID:
      DiagnosticExample(
        "`former_ids: [Q_LEAP.md]`",
        "`former_ids: [q-leap]`。ほかの集まりにあったなら `[bases/q-leap]`。集まりの以前の名前なら、`catalogue.yml` に `former` と書く"
      )
    case .otherSpelling:
      DiagnosticExample(
        "ほかの項目は `AI` なのに `ＡＩ`",
        "`AI`")
    case .unusualValue:
      DiagnosticExample(
        "`stage: 当所`",
        "`stage: 当初`。正しければ `catalogue.yml` の `usual` に加える")
    case .duplicateName:
      DiagnosticExample(
        "2つの項目の `aliases: [推進会議]`",
        "どちらかを区別できる名前にする。その名前で指している所は、別には報告しない")
    case .formerID:
      DiagnosticExample(
        "2つの項目に `former_ids: [q-leap]`",
        "引き継いだ項目だけに残す")
    case .unknownReference:
      DiagnosticExample(
        "`ministries: [経済産業章]`",
        "`ministries: [経済産業省]`")
    case .ambiguousReference:
      DiagnosticExample(
        "`[[イノベーション室]]`",
        "`[[agencies/innovation-shitsu]]`")
    case .wrongKindReference:
      DiagnosticExample(
        "`ministries: [産総研]`",
        "`agencies: [産総研]`")
    case .selfReference:
      DiagnosticExample(
        "自分の名前を `related` に書く",
        "消すか、正しい相手にする")
    case .draftReference:
      DiagnosticExample(
        "下書きの計画を、公開する項目の `related` に書く",
        "相手の `draft: true` を消して一緒に公開するか、それまで参照を外す")
    case .formerReference:
      DiagnosticExample(
        "名前を変える前のidで `[[q-leap]]`",
        "候補のとおり、いまのidにする")
    case .relationCycle:
      DiagnosticExample(
        "甲の上位が乙、乙の上位が甲",
        "どちらかを直す")
    case .unknownLink:
      DiagnosticExample(
        "`[計画](/programmes/q-lap/)`、`[省](http//www.meti.go.jp)`、`[窓口](info@example.go.jp)`、`[省](www.meti.go.jp)`",
        "`[計画](/programmes/q-leap/)`、`[窓口](mailto:info@example.go.jp)`、`[省](https://www.meti.go.jp)`"
      )
    case .unknownAnchor:
      DiagnosticExample(
        "`経緯`",
        "`経緯`")
    case .forbiddenScheme:
      DiagnosticExample(
        "`[押す](javascript:…)`",
        "`https:`、`http:`、`mailto:`、`tel:` にする")
    case .cutAddress:
      DiagnosticExample(
        "`https://ja.wikipedia.org/wiki/経済産業省`",
        "`<https://ja.wikipedia.org/wiki/経済産業省>`")
    case .privateAddress:
      DiagnosticExample(
        "`http://localhost:8000/`、`http://192.168.0.1/`",
        "公開されているアドレスにする。書くだけなら `` `http://localhost:8000/` ``")
    case .orphanRecord:
      DiagnosticExample(
        "つながりの欄も言及もない項目",
        "所管や関連を書く")
    case .ruleMissing:
      DiagnosticExample(
        "運営機関のない拠点",
        "`operators: [産総研]`")
    case .ruleForbidden:
      DiagnosticExample(
        "提言の施策の予算",
        "消すか、条件の欄を直す")
    case .ruleTooMany:
      DiagnosticExample(
        "4人目の代表者",
        "決まりの数までにする")
    case .ruleNotCovered:
      DiagnosticExample(
        "`fiscal_years: [2020年度]` の項目の、2019年度の予算",
        "`fiscal_years: [2019年度, 2020年度]`")
    case .ruleOutside:
      DiagnosticExample(
        "`period: 2018年度〜2020年度` と `fiscal_years: [2021年度]`",
        "`fiscal_years: [2020年度]`。期間が違うなら、期間を直す")
    case .ruleNotOver:
      DiagnosticExample(
        "`status: 終了` と `period: 2018年度〜`",
        "`period: 2018年度〜2020年度`。続いているなら `status: 実施`")
    case .ruleWords:
      DiagnosticExample(
        "`status: 実施` と `summary: 創設に向け検討する制度`",
        "`status: 検討中`。もう始まっているなら、要約を直す")
    case .ruleSeries:
      DiagnosticExample(
        "`figures: [採択120件（2020年度）、100件（2019年度）]`",
        "測った値の欄に、1つの年に1行ずつ書く")
    case .ruleReading:
      DiagnosticExample(
        "`yomi: TLO`",
        "`yomi: TLO` と `alias_yomi: [てぃーえるおー]`")
    case .rawHTML:
      DiagnosticExample(
        "`<b>重要</b>`",
        "`**重要**`")
    case .unknownCallout:
      DiagnosticExample(
        "`> [!NOET]`、`> ［！注意］`、`> [注意]`、`> [!注意] 文。` の下の文",
        "`> [!NOTE]`、`> [!注意]`、文を次の行に移す")
    case .typedList:
      DiagnosticExample(
        "`・一つめ` の次の行に `・二つめ`",
        "`- 一つめ`、`- 二つめ`")
    case .brokenComment:
      DiagnosticExample(
        "`<!-- 確認中`、`＜！-- 確認中 --＞`",
        "`<!-- 確認中 -->`")
    case .imageWithoutText:
      DiagnosticExample(
        "`![](/assets/zu.png)`",
        "`![体制の図](/assets/zu.png)`")
    case .imageMissing:
      DiagnosticExample(
        "`![図](/assets/zv.png)`",
        "`content/assets/` に置いて、その名前を書く")
    case .nearHeading:
      DiagnosticExample(
        "`##題`、`＃＃ 題`、`##　題`、`## 題 {＃na}`、`－－－`、文のすぐ下の `---`、題の下の `===`、すぐ下に文のある `■題`",
        "`## 題`、`## 題 {#na}`、前後に空の行を置いた `---`")
    case .nearList:
      DiagnosticExample(
        "`-項目`、`－ 項目`、`－**項目**`、`1.項目`、`- [x]済み`、`- [レ] 済み`、`＞ 引用`、行の頭の `>30人`、`>=5人`、番号を飛ばした `1.` `3.`、項目のすぐ下の印のない行",
        "`- 項目`、`- **項目**`、`1. 項目`、`- [x] 済み`、`> 引用`、番号を続ける、空の行をはさむ")
    case .nearTable:
      DiagnosticExample(
        "2列の表の `| 1 | 2 | 3 |`、`|ーー|ーー|`、区切りの行がない表、2つめの `|---|---|`、`+---+` の枠、行の後の全角の空白、タブやコンマで区切った行",
        "列の数を合わせる、見出しの下に `|---|---|` を書く")
    case .nearCode:
      DiagnosticExample(
        "閉じる行のない `` ``` ``、`｀｀｀`、`` `語 ``、`~~~取り消し~~~`、空白4つで始まる文",
        "始まりと同じ記号で閉じる、行の頭の空白を消す")
    case .nearLink:
      DiagnosticExample(
        "`[名]（URL）`、`[名] (URL)`、`(名)[URL]`、`[[名前`、`［［名前］］`、`！[図](zu.png)`、`https：//`、`ttps://`、`info＠example.jp`、`[名](URL 題)`、`[名）`、`[名](//host/)`、`[名](https:host)`",
        #"`[名](URL)`、`[名](URL "題")`、`[[名前]]`、`![図](zu.png)`"#)
    case .nearEmphasis:
      DiagnosticExample(
        "`** 強調 **`、`**強調`、`＊＊強調＊＊`、`＊強調＊`、`〜〜取り消し〜〜`、`TIA**(拠点)**は`、`単価*数量*月数`、`__init__.py`",
        #"`**強調**`、`~~取り消し~~`、`TIA **(拠点)**は`、`単価\*数量\*月数`、コードにする"#)
    case .nearRuby:
      DiagnosticExample(
        "`{漢字｜かんじ}`、`｛漢字|かんじ｝`、`{漢字|かんじ`、`漢字《かんじ》`",
        "`{漢字|かんじ}`")
    case .nearFootnote:
      DiagnosticExample(
        "`［＾１］`、`[^１]: 中身`、`[^1]：中身`",
        "`[^1]`、`[^1]: 中身`")
    case .markdownOther:
      DiagnosticExample(
        "中身のない `[^1]`、`#` の次の `###`",
        "脚注の中身を書く、段を1つずつ下げる")
    case .outputPath:
      DiagnosticExample(
        "60字の集まりの名前、60字の欄の名前、80字の値で絞り込む",
        "名前を短くする")
    case .vanishedAddress:
      DiagnosticExample(
        "`q-leap.md` を `quantum-leap.md` に変えた",
        "`quantum-leap.md` に `former_ids: [q-leap]` を書く。集まりの名前を変えたのなら、`catalogue.yml` に `former` と書く。やめたのなら `mokuroku lock --forget`"
      )
    case .addressLine:
      DiagnosticExample(
        "マージの印 `<<<<<<< HEAD` が残っている",
        "印の行を消し、両方のアドレスを残す(`mokuroku fix` が消す)")
    case .templateSyntax:
      DiagnosticExample(
        "`{{#facts}}` が閉じていない",
        "`{{/facts}}` で閉じる")
    case .templateMissing:
      DiagnosticExample(
        "`{{> heder}}`",
        "`{{> header}}`")
    case .templateUnknownName:
      DiagnosticExample(
        "`{{page.titel}}`",
        "`{{page.title}}`(`mokuroku explain templates` で引けます)")
    case .unusedTemplate:
      DiagnosticExample(
        "`templates/recrd.mustache`",
        "ファイルの名前を直すか、消す")
    case .unusedScript:
      DiagnosticExample(
        "`templates/assets/search-engine.js`",
        "消す。自分のスクリプトなら `my-search.js` のような名前にして、テンプレートから指す")
    case .listWithoutPager:
      DiagnosticExample(
        "`collection.mustache` に `{{#entries}}` があり、`{{> pager}}` がない",
        "一覧のあとに `{{> pager}}` を書く")
    }
  }
}
