"""What counts as the same, what comes first, what is offered: the search engine on a site of a few pages.

The index is made by the product mokuroku-search-bench from the documents below and searched in the browser with the
scripts as the site ships them.
"""

import json
import shutil

import pytest

from serving import bench, served


def document(name, title, *texts, aliases=(), reading="", summary="", rubies=(), **facets):
    return {
        "url": f"{name}/", "collection": "施策", "title": title, "aliases": list(aliases), "reading": reading,
        "summary": summary, "rubies": [list(ruby) for ruby in rubies], "facets": {key: list(ids) for key, ids in facets.items()},
        "sections": [
            {"anchor": f"s{number}" if number else "", "heading": heading, "text": text}
            for number, (heading, text) in enumerate(texts)
        ],
    }


DOCUMENTS = [
    document("kyoto", "京都の研究拠点", ("", "京都に置く。"), reading="きょうとのけんきゅうきょてん", kind=["base"], year=["2020"]),
    document("tokyo", "東京都の推進事業", ("", "東京都が進める。"), ("場所", "東京都内の三か所。"), kind=["programme"], year=["2020", "2021"]),
    document("tia", "ＴＩＡ", ("", "つくばの拠点。ﾅﾉﾃｸの研究。"), aliases=["つくばイノベーションアリーナ"], kind=["base"], year=["2021"]),
    document("oil", "オープンイノベーションラボラトリ", ("", "大学の中に置く。産総研のＯＩＬ。"), reading="オープンイノベーションラボラトリ"),
    document("radical", "政策⼒の向上", ("", "⺠間の⼒を⽤いる。")),
    document("names", "髙橋賞", ("", "𠮷田と渡邊、齊藤、大澤が受けた。葛\U000e0100城市。")),
    document("dash", "デ一タではない", ("", "センタ―とサーバ－とユ‐ザー。", )),
    document("spaces", "量子 コンピュータ の開発", ("", "人 工 知 能と Deep Learning を使う。改\u00adめて零\u200b幅。")),
    document("year", "令和２年度の予算", ("", "平成31年度から続く。令和元年に始めた。昭和63年度。")),
    document("west", "2020年度の決算", ("", "2019年に始めた。1989年。")),
    document("company", "㈱未来と契約", ("", "株式会社明日も加わる。")),
    document("verb", "打ち合わせの進め方", ("", "申し込みを受け付ける。")),
    document("short-verb", "打合せ記録", ("", "申込みの期限。")),
    document("violin", "ヴァイオリンとバイオ", ("", "ヴィジョンを示す。")),
    document("vision", "成長の戦略", ("", "ビジョンを描く。")),
    document("small", "キヤノンと富士フイルム", ("", "シヤチハタ。")),
    document("katakana", "ろぼっと教室", ("", "ロボットを学ぶ。コンピューターも学ぶ。")),
    document("computer", "計算機の歴史", ("", "コンピュータとサーバー。")),
    document("ruby", "深海の調査", ("", "深海掘削を行う。"), rubies=[("深海掘削", "しんかいくっさく")]),
    document("ruby-other", "船", ("", "船で深海掘削に出る。")),
    document("moon", "ムーンショット", ("", "二足歩行。"), reading="ムーンショット"),
    document("shinchoku", "進捗の報告", ("", "毎月出す。"), reading="しんちょくのほうこく"),
    document("zyunkan", "循環型社会", ("", "資源を回す。"), reading="じゅんかんがたしゃかい"),
    document("signs", "R&Dの費用", ("", "C++で10％増。※注あり。▲3億円。①と㍿。CO₂を減らす。½。")),
    document("latin", "Ångström計画", ("", "Straße、ﬁnal、naïve、İstanbul。")),
    document("bath", "バス路線", ("", "ハスの花とパスの券。")),
    document("pairs", "量子と計算", ("", "量子の計算。技術の量子。量子技術の計算。計算と技術。")),
    document("crossed", "量子を計る技", ("", "量子は計る。算数の技と術。")),
    document("sections", "節のある頁", ("", "はじめ。"), ("背景", "昔の話。"), ("実施体制", "協議会が評議する。")),
    document("minus", "除く話", ("", "りんごとみかん。")),
    document("minus-other", "残る話", ("", "りんごとぶどう。")),
    document("phrase", "語の並び", ("", "open innovation platform")),
    document("phrase-other", "語の散らばり", ("", "innovation is open")),
    document("long", "基盤", ("", "戦略的イノベーション創造プログラムの推進委員会を置く。")),
    document("okurigana", "下請の手引", ("", "下請企業の取組をまとめる。")),
    document("amount", "来場者の数", ("", "3万8,000人が来た。費用は1.7億円。2020.4.1に開いた。")),
    document("agency", "新産業機構", ("", "産業を育てる。"), aliases=["ＮＳＫ"]),
    document("agency-user", "機構の事業", ("", "新産業機構が担う。")),
    document("comma", "参加の形", ("", "産業界3名、大学6名。")),
    document("comma-word", "会の顔ぶれ", ("", "名大の二人。")),
    document("prize-board", "日本先端技術大賞選考会", ("", "選ぶ。")),
    document("prize-itself", "日本先端技術大賞", ("", "たたえる。")),
    document("centre", "計量ブレーカー", ("", "はかる。")),
    document("centre-parent", "計量ブレーカーの親", ("", "計量ブレーカと書いた。")),
    document("listed", "手順の書き方", ("", "1)②を見る。3)②、4）①の順に。")),
    document("joined", "図表の番号", ("", "表4－1と図3（2）と7〜9月。")),
    document("fields", "若手の賞", ("", "授ける \n北南省、\n東南省\n年度 \n2024年度")),
    document("reading-inside", "東西南北", ("", "方角。"), reading="とうざいなんぼく"),
    document("reading-itself", "罪難", ("", "昔の語。"), reading="ざいなん"),
    document("reading-text", "量の語", ("", "なんぼでもある。なんぼくの地。")),
    document("short-name", "新材料技術総合試験場", ("", "調べる。"), aliases=["新材試"]),
    *(document(f"pair-{number}", f"対{number:03}", ("", "1と4。")) for number in range(120)),
    document("nickname", "東西大学", ("", "学ぶ。"), aliases=["東西大新"]),
    document("latin-name", "総合通信省", ("", "通信を担う。"), aliases=["SMC"]),
    document("latin-user", "電波の調べ", ("", "SMCが調べる。")),
    document("latin-inside", "海の観測", ("", "OSMCとSmcortexを用いる。")),
    document("latin-begun", "SMCSの観測", ("", "海を見る。")),
    document("kanji-number", "百貨の歩み", ("", "創業から二十八年。貸付は15兆9千億円、客は三万八千人。第三四半期。補助は48億50百万円、手当は2,500千円。")),
    document("printed", "講座の数", ("", "11,067講座と１１，０６９講座。131億20百万円。特定技能1号。第3次補正。")),
    document("craft", "工芸", ("", "ものづくりを学ぶ。")),
    document("gc", "歯の材料社", ("", "歯を治す。")),
    *(document(f"filler-{number}", f"資料{number}", ("", f"第{number}回の会議の資料。推進の計画。")) for number in range(30)),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A site with the index of the documents and the scripts as they are shipped."""
    folder = tmp_path_factory.mktemp("search-engine")
    lines = folder / "documents.jsonl"
    lines.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in DOCUMENTS), encoding="utf-8")
    bench("build", lines, folder / "search")
    bench("scripts", folder)
    (folder / "index.html").write_text(
        "<!doctype html><meta charset=utf-8><title>x</title><script src=search-engine.js></script>", encoding="utf-8")
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def engine(browser, folder):
    """Asks the engine in a browser; every question is put to a new one."""
    page = browser.new_page()

    def ask(query, **options):
        answer = page.evaluate(
            """async ([query, options]) => {
              const engine = new MokurokuSearch('search/');
              const { limit = 100, filters = {} } = options;
              const answer = await engine.search(query, { limit, filters });
              return {
                total: answer.total, exact: answer.exact, suggestion: answer.suggestion, parts: answer.parts,
                apart: answer.apart, results: answer.results,
                pages: [...engine.files.keys()].filter((key) => /^p\\d/.test(key)).length };
            }""", [query, options])
        return answer

    with served(folder) as address:
        page.goto(address)
        yield ask
    page.close()


def names(answer):
    return [result["url"].split("/")[0] for result in answer["results"]]


# A query, and the pages that it finds.
SAME = [
    # Width, case, compatibility, radicals, old and variant kanji.
    ("TIA", "tia"), ("ｔｉａ", "tia"), ("tia", "tia"), ("ナノテク", "tia"), ("ﾅﾉﾃｸ", "tia"), ("政策力", "radical"),
    ("民間の力を用いる", "radical"), ("⼒を⽤", "radical"), ("高橋", "names"), ("髙橋", "names"), ("吉田", "names"), ("渡辺", "names"),
    ("渡邉", "names"), ("斉藤", "names"), ("大沢", "names"), ("葛城市", "names"), ("センター", "dash"), ("ユーザー", "dash"),
    ("サーバー", "dash computer"), ("量子コンピュータ", "spaces"), ("人工知能", "spaces"), ("DeepLearning", "spaces"), ("deep learning", "spaces"),
    ("改めて", "spaces"), ("零幅", "spaces"), ("CO2", "signs"), ("co₂", "signs"), ("1/2", "signs"), ("1⁄2", "signs"), ("株式会社", "company signs"),
    ("ångström", "latin"), ("Å", "latin phrase phrase-other spaces tia"), ("final", "latin"), ("naïve", "latin"), ("naive", "latin"),
    # Voiced marks are never dropped.
    ("バス", "bath"), ("ハス", "bath"), ("パス", "bath"), ("ハス路線", ""), ("ばす", "bath"),
    # Signs.
    ("R&D", "signs"), ("Ｒ＆Ｄ", "signs"), ("※", "signs"), ("▲3億", "signs"), ("c++", "signs"), ("10%", "signs"),
    # Years in either calendar.
    ("令和2年度", "year west"), ("令和２年度", "year west"), ("R2年度", "year west"), ("2020年度", "year west"), ("２０２０年度", "year west"),
    ("平成31年度", "year"), ("令和元年度", "year"), ("2019年度", "year"), ("平成31年", "year west"), ("令和元年", "year west"), ("令和1年", "year west"), ("2019年", "year west"),
    ("1988年度", "year"), ("S63年度", "year"), ("平成元年", "west"), ("2020年", "year west"),
    # Companies, verbs.
    ("(株)未来", "company"), ("㈱明日", "company"), ("株式会社未来", "company"), ("打ち合わせ", "verb short-verb"), ("打合せ", "verb short-verb"),
    ("打合わせ", "verb"), ("打合せ記録", "short-verb"), ("打合せの進め方", "verb"), ("申込み", "verb short-verb"),
    # Kana: either script, long vowels, small kana, ヴ.
    ("ロボット", "katakana"), ("ろぼっと", "katakana"), ("ロボット教室", "katakana"), ("コンピュータ", "katakana computer spaces"),
    ("コンピューター", "katakana computer spaces"), ("ビジョン", "violin vision"), ("ヴィジョン", "violin vision"), ("バイオリン", "violin"),
    ("キャノン", "small"), ("富士フィルム", "small"), ("シャチハタ", "small"), ("むーんしょっと", "moon"), ("ムンショット", ""),
    # Readings of names and of words with ruby; romaji of both kinds, half typed.
    ("しんちょく", "shinchoku"), ("シンチョクノホウコク", "shinchoku"), ("しんかいくっさく", "ruby ruby-other"),
    ("shinchoku", "shinchoku"), ("sintyoku", "shinchoku"), ("shinkaikussaku", "ruby ruby-other"), ("sinkaikussaku", "ruby ruby-other"),
    ("junkangata", "zyunkan"), ("zyunkangata", "zyunkan"), ("junkangatash", "zyunkan"), ("muunshotto", "moon"), ("mu-nshotto", "moon"),
    ("kyouto", "kyoto"), ("kyōto", "kyoto"), ("oopuninobeeshon", "oil"), ("o-puninobe-shonrab", "oil"), ("o-pun'inobe", "oil"),
    # Long vowels that are not typed, spaces in romaji.
    ("kyoto", "kyoto"), ("muun shotto", "moon"), ("kyoto no kenkyu", "kyoto"),
    # Pieces anywhere; parts side by side only.
    ("究拠", "kyoto"), ("る技", "crossed"), ("量子技術の計算", "pairs"), ("子計", ""), ("量子計算", ""), ("創造プログラムの推進委員会", "long"),
    ("ション創造プログ", "long"), ("戦略的イノベーション創造プログラムの推進委員会を置く", "long"), ("推進委員会の", ""),
    # Several terms, phrases, what is not wanted.
    ("量子 算数", "crossed"), ("量子　算数", "crossed"), ("open innovation", "phrase phrase-other"), ('"open innovation"', "phrase"),
    ("“open innovation”", "phrase"), ("りんご", "minus minus-other"), ("りんご -みかん", "minus-other"), ("りんご －みかん", "minus-other"),
    ('りんご -"と ぶどう"', "minus"), ("りんご −みかん", "minus-other"), ("りんご －\"みかん\"", "minus-other"),
    ("＂open innovation＂", "phrase"), ("りんご -＂と ぶどう＂", "minus"),
    # What is not wanted is not wanted under its other names either.
    ("NSK", "agency agency-user"), ("NSK -NSK", ""), ("事業 -NSK", "tokyo"), ("事業 −新産業機構", "tokyo"),
    # A name with another of its record in brackets finds what either does.
    ("新産業機構（NSK）", "agency agency-user"), ("NSK（新産業機構）", "agency agency-user"), ("NSK (新産業機構)", "agency agency-user"),
    ("TIA（つくばイノベーションアリーナ）", "tia"), ("独法新産業機構", "agency agency-user"), ("（国研）新産業機構", "agency agency-user"),
    # Hiragana finds what katakana does; 下請け and 下請.
    ("イノベーション", "long oil tia"), ("いのべーしょん", "long oil tia"), ("らぼらとり", "oil"), ("こんぴゅーた", "katakana computer spaces"),
    ("下請け", "okurigana"), ("下請け企業", "okurigana"), ("取組み", "okurigana"),
    # Amounts with their units, with a point, in digits; a month of a day that is written with points.
    ("38,000人", "amount"), ("３８０００人", "amount"), ("3.8万人", "amount"), ("3万8,000人", "amount"),
    ("1億7,000万円", "amount"), ("1.7億円", "amount"), ("17億円", ""), ("7億円", ""),
    ("2020年4月", "amount"), ("2020.4", "amount"), ("2020-04", "amount"), ("R2.4", "amount"), ("令和2年4月", "amount"), ("2020.4.1", "amount"),
    ("2020.1", ""), ("R2.1", ""),
    # A number behind 万 goes on; what joins two numbers is the same sign, in whichever form.
    ("8,000人", ""), ("8000人", ""), ("4-1", "joined"), ("4‐1", "joined"), ("3(2)", "joined"), ("７～９月", "joined"), ("7-9月", ""),
    ("3)2", "listed"),
    # No word reaches over the end of a label or of a value.
    ("北南省", "fields"), ("授ける北南省", ""), ("北南省東南省", ""), ("北南省、東南省", ""), ("東南省年度", ""),
    # A few kana inside a reading are not listed where there is better.
    ("ざいなん", "reading-itself"), ("なんぼ", "reading-text"), ("いなんぼ", "reading-inside"), ("なんぼく", "reading-text reading-inside"),
    # Another name in Latin letters is a word; what is typed may stand anywhere.
    ("総合通信省", "latin-name latin-user"), ("SMC", "latin-name latin-user latin-inside latin-begun"),
    ("通信 -総合通信省", ""), ("観測 -総合通信省", "latin-inside latin-begun"),
    # Numbers in kanji are found as a whole, and in digits too; of a word one numeral is none.
    ("二十八", "kanji-number"), ("十八", ""), ("十八年", ""), ("28年", "kanji-number"),
    ("百万円", "kanji-number printed"), ("千円", "kanji-number"), ("千億円", ""), ("八千人", ""),
    ("三万八千人", "amount kanji-number"), ("百貨", "kanji-number"), ("四半期", "kanji-number"), ("三四半期", "kanji-number"),
    ("15.9兆円", "kanji-number"), ("15兆9,000億円", "kanji-number"), ("15兆9千億円", "kanji-number"),
    # Amounts as they are printed.
    ("13,120百万円", "printed"), ("131億2,000万円", "printed"), ("特定技能一号", "printed"), ("三次補正", "printed"),
    ("第三次補正", "printed"), ("11067講座", "printed"), ("1106", ""), ("67講座", ""),
    # What sounds alike.
    ("ものずくり", "craft"), ("ものつくり", "craft"),
    # A point behind a number ends a sentence.
    ("資料29.", "filler-29"), ("2020.4.1.", "amount"), ("4-1。", "joined"),
    ("ぬぬぬ", ""), ("りんご ぬぬぬ", ""), ("、", ""), ("", ""),
]


@pytest.mark.parametrize(("query", "pages"), SAME, ids=[query or "nothing" for query, _ in SAME])
def test_a_query_finds_just_the_pages_that_have_it(engine, query, pages):
    answer = engine(query)
    found = [] if answer["suggestion"] or answer.get("parts") else names(answer)
    assert set(found) == set(pages.split()), found
    assert len(found) == len(set(found)) and answer["exact"]


@pytest.mark.parametrize(
    ("query", "first"),
    [("京都", "kyoto"), ("東京都", "tokyo"), ("京都 研究", "kyoto"), ("令和2年度", "year"), ("つくばイノベーションアリーナ", "tia"), ("量子", "pairs"),
     ("打合せ", "short-verb"), ("ロボット", "katakana"), ("予算", "year"), ("本先端技術大賞", "prize-itself"), ("計量ブレーカ", "centre"),
     ("東西大新", "nickname"), ("名大", "comma-word")])
def test_a_name_comes_first(engine, query, first):
    assert names(engine(query))[0] == first


def test_a_word_inside_another_comes_after_the_word_itself(engine):
    found = names(engine("京都"))
    assert found.index("kyoto") < found.index("tokyo")


def test_what_merely_begins_with_latin_letters_comes_after_the_word(engine):
    assert names(engine("SMC")) in (["latin-name", "latin-user", *rest] for rest in (
        ["latin-begun", "latin-inside"], ["latin-inside", "latin-begun"]))


def test_a_short_id_is_meant_as_a_name(engine):
    answer = engine("GC")
    assert answer["suggestion"] == "歯の材料社" and names(answer) == ["gc"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("イノベーシン創造", "long"), ("推進委員会員", "long"), ("循環形社会", "zyunkan"), ("協義会が評議", "sections"), ("ムーショット", "moon"),
     ("つくばイノベショーンアリーナ", "tia"), ("未循環型社会", "zyunkan")])
def test_a_slip_is_offered_and_marked_as_one(engine, typed, meant):
    answer = engine(typed)
    assert answer["suggestion"] and meant in names(answer)


@pytest.mark.parametrize(
    ("typed", "meant", "page"), [("京都研究拠点", "京都の研究拠点", "kyoto"), ("循環形社会", "循環型社会", "zyunkan")])
def test_a_name_that_lacks_a_little_is_meant(engine, typed, meant, page):
    answer = engine(typed)
    assert answer["suggestion"] == meant and names(answer)[0] == page


@pytest.mark.parametrize(
    ("query", "parts", "page"),
    [("事業新産業機構", ["事業", "新産業機構"], "agency-user"), ("新産業機構事業", ["新産業機構", "事業"], "agency-user"),
     ("新産業機構関連の事業", ["新産業機構", "事業"], "agency-user"), ("拠点・研究", ["拠点", "研究"], "tia"),
     ("新産業機構とは？", ["新産業機構"], "agency"), ("新産業機構？", ["新産業機構"], "agency"),
     ("つくばの研究", ["つくば", "研究"], "tia"), ("昭和63年度予算", ["昭和63年度", "予算"], "year")])
def test_a_question_is_cut_at_names_and_words(engine, query, parts, page):
    answer = engine(query)
    assert answer["parts"] == parts and page in names(answer)
    spaced = engine(" ".join(parts))
    assert answer["total"] == spaced["total"] and set(names(answer)) == set(names(spaced))


@pytest.mark.parametrize(
    ("query", "parts", "apart", "pages"),
    [("東京都のロボット", ["東京都", "ロボット"], ["ロボット", "東京都"], ["katakana", "tokyo"]),
     ("東京都 りんご", ["東京都", "りんご"], ["りんご", "東京都"], ["minus-other", "tokyo", "minus"]),
     ("つくばの研究とロボット", ["つくば", "研究", "ロボット"], ["つくば 研究"], ["tia"])])
def test_words_that_no_page_has_all_of_are_answered_apart(engine, query, parts, apart, pages):
    answer = engine(query)
    assert answer["parts"] == parts and [one["text"] for one in answer["apart"]] == apart
    assert names(answer) == pages and answer["total"] == len(pages)
    for one in answer["apart"]:
        assert one["total"] == engine(one["text"])["total"]


@pytest.mark.parametrize("query", ("新材試験場", "新材試合場"))
def test_a_name_that_ends_as_another_of_its_record_is_meant(engine, query):
    answer = engine(query)
    isMeant = query == "新材試験場"
    assert answer["suggestion"] == ("新材料技術総合試験場" if isMeant else "") and names(answer) == ["short-name"] * isMeant


@pytest.mark.parametrize("query", ("1!4", "4?1"))
def test_what_lists_are_wrong_about_is_not_looked_for_for_ever(engine, query):
    answer = engine(query)
    assert answer["total"] == 0 and answer["pages"] <= 110


@pytest.mark.parametrize("query", ("先端技術大", "先端技術大賞量子", "量子先端技術大"))
def test_no_word_is_cut_out_of_others(engine, query):
    # Nothing ends in the middle of 大賞.
    assert all(part[-1] != "大" for part in engine(query).get("parts") or [])


@pytest.mark.parametrize("query", ("a" * 2000, "量子の計算と技術の推進、" * 150, "ぬ" * 500))
def test_a_long_paste_is_answered_at_once(engine, query):
    assert engine(query)["total"] == 0


def test_a_word_that_reaches_over_a_comma_comes_last(engine):
    assert names(engine("名大")) == ["comma-word", "comma"]


def test_a_piece_that_only_another_spelling_has_is_looked_for_to_an_end(engine):
    # 申込を is listed for 申し込みを; no page says 込を.
    answer = engine("込を")
    assert answer["suggestion"] or answer["total"] == 0


@pytest.mark.parametrize(
    ("query", "page", "anchor"), [("昔の話", "sections", "s1"), ("評議する", "sections", "s2"), ("はじめ", "sections", ""), ("東京都内", "tokyo", "s1")])
def test_a_result_leads_to_its_section(engine, query, page, anchor):
    (result,) = engine(query)["results"]
    assert result["url"] == f"{page}/" + (f"#{anchor}" if anchor else "")


@pytest.mark.parametrize(
    ("query", "hit"),
    [("ナノテク", "ﾅﾉﾃｸ"), ("民間の力", "⺠間の⼒"), ("吉田", "𠮷田"), ("葛城市", "葛\U000e0100城市"), ("人工知能", "人 工 知 能"), ("センター", "センタ―"),
     ("11067", "11,067"), ("11069講座", "１１，０６９講座"), ("38000", "3万8,000"),
     ("高橋", "髙橋"), ("co2", "CO₂"), ("ろぼっと", "ロボット"), ("final", "ﬁnal"), ("改めて", "改\u00adめて")])
def test_hits_are_marked_as_they_are_written(engine, query, hit):
    marked = [
        piece for result in engine(query)["results"] for piece, is_hit in result["title"] + result["excerpt"] if is_hit]
    assert hit in marked, marked
    whole = [piece for result in engine(query)["results"] for piece, _ in result["excerpt"]]
    # Half a character would not come back from the browser.
    assert all(piece.encode("utf-8") for piece in whole)


def test_filters_narrow_and_join(engine):
    assert set(names(engine("の", filters={"kind": ["base"]}))) == {"kyoto", "tia"}
    assert set(names(engine("", filters={"kind": ["base", "programme"], "year": ["2020"]}))) == {"kyoto", "tokyo"}
    assert names(engine("研究", filters={"kind": ["base"], "year": ["2021"]})) == ["tia"]
    assert names(engine("研究", filters={"kind": ["programme"]})) == []


def test_one_character_is_enough(engine):
    assert set(names(engine("船"))) == {"ruby-other"}
    assert engine("資")["total"] == 31


def test_what_is_on_many_pages_is_counted_exactly(engine):
    answer = engine("進の計", limit=5)
    assert (answer["total"], answer["exact"], len(answer["results"])) == (30, True, 5)
    # Of longer terms the number may be told to be about right before all pages are looked at.
    assert engine("推進の計画", limit=5)["total"] == 30
    answer = engine("推進の計画", limit=30)
    assert (answer["total"], answer["exact"]) == (30, True)
