"""What people call things when they search the shipped catalogue: names in short, kinds, ids, numbers, romaji."""

import re
from urllib.parse import unquote

import pytest

from search_page import BOX, address, links, number, settle, suggestions


def found(page):
    """Where the results lead, or what is shown instead of them, as paths of the site."""
    hrefs = page.locator("#search-results a, #search-suggested a").evaluate_all("links => links.map(link => link.pathname)")
    return [href.lstrip("/") for href in hrefs]


def told(page):
    """The words above what is shown instead of results, with how many pages each finds."""
    text = page.locator("#search-suggestion h3").inner_text()
    return {word: int(count) for word, count in re.findall(r"[：、]([^：、（]+)（約?(\d+)件）", text)}


@pytest.mark.parametrize(
    ("query", "never"),
    [("総務省", "bases/imec/"), ("Japan Innovation Network", "bases/jih-aizu/"), ("国立環境研究所", "documents/japan-startup-finance/"),
     ("大学発新産業創出プログラム", "documents/japan-startup-finance/")])
def test_another_name_in_latin_letters_is_a_whole_word(visit, query, never):
    page = settle(visit(address(query)))
    more = page.locator("#search-more")
    while more.is_visible():
        shown = len(links(page))
        more.click()
        page.locator("#search-results > li").nth(shown).wait_for()
    assert found(page) and never not in found(page)
    assert len(links(page)) == number(page)
    # No mark ends within a word.
    inside = page.locator("#search-results mark").evaluate_all("""marks => marks.filter(({ previousSibling, textContent, nextSibling }) =>
      /[a-z]$/i.test(previousSibling?.data ?? '') && /^[a-z]/i.test(textContent)
      || /[a-z]$/i.test(textContent) && /^[a-z]/i.test(nextSibling?.data ?? '')).length""")
    assert inside == 0


@pytest.mark.parametrize("kind", ("施策", "機関", "文書"))
@pytest.mark.parametrize("names", (("農林水産省", "農水省", "MAFF"), ("経済産業省", "経産省", "METI")), ids="/".join)
def test_a_kind_is_found_under_all_names_of_what_it_is_of(visit, names, kind):
    counts = set()
    for name in names:
        page = settle(visit(address(f"{name} {kind}")))
        of_kind = [where.startswith(kind) for where in page.locator("#search-results .search-where").all_inner_texts()]
        assert of_kind[0] and of_kind == sorted(of_kind, reverse=True)
        counts.add((number(page), page.locator("#search-count").inner_text()))
    assert len(counts) == 1, counts


def test_where_nothing_is_of_the_kind_all_that_has_the_name_is_found(visit):
    page = settle(visit(address("つくば市の施策")))
    assert told(page) == {"つくば市": 6} and page.locator("#search-suggested > li").count() == 6
    page = settle(visit(address("総務省の受賞取組")))
    assert list(told(page)) == ["総務省"] and found(page)[0] == "ministries/mic/"


@pytest.mark.parametrize(
    ("query", "first", "later"),
    [("AI", "documents/ai-senryaku-2019/", "programmes/aip/"), ("IT", "programmes/it-master/", "agencies/itu/"),
     ("ABC", "programmes/abc-model/", "bases/abci/"), ("大賞", "awards/robot-taisho/", "agencies/oi-taisho-senko/"),
     ("補助金", "programmes/saposocar/", "programmes/futekigo-kikai/"), ("庁", "ministries/jma/", "agencies/mri-jma/")])
def test_the_word_itself_comes_before_what_has_it_inside(visit, query, first, later):
    paths = found(settle(visit(address(query))))
    assert paths[0] == first and later not in paths[:3]


@pytest.mark.parametrize(
    ("query", "hit"), [("11067", "11,067"), ("1100", "1,100"), ("3057", "3,057"), ("38000", "3万8,000"), ("13,120百万円", "131億2,000万円")])
def test_the_whole_number_is_marked(visit, query, hit):
    page = settle(visit(address(query)))
    first = page.locator("#search-results > li").first
    assert first.locator("mark").first.inner_text() == hit
    fragment = first.locator("a").first.get_attribute("href").partition(":~:text=")[2]
    assert unquote(fragment) == hit or not fragment


@pytest.mark.parametrize("query", ("十八", "千億円", "八千人"))
def test_no_number_in_kanji_is_found_inside_another(visit, query):
    page = settle(visit(address(query)))
    assert number(page) == 0 and query not in page.locator("main mark").all_inner_texts()


def test_no_mark_reaches_from_one_cell_of_a_budget_to_the_next(visit):
    page = settle(visit(address("2021年度予算")))
    assert not [mark for mark in page.locator("mark").all_inner_texts() if "）" in mark]


@pytest.mark.parametrize(
    ("query", "first"),
    [("CAO", "ministries/cao/"), ("oit", "agencies/oit/"), ("kpu", "agencies/kpu/"), ("ocu", "agencies/ocu/"),
     ("scj", "agencies/scj/"), ("gc", "agencies/gc/"), ("OPERA事業", "programmes/opera/"), ("COI事業", "programmes/coi/"),
     ("SIP事業", "programmes/sip/"), ("SSH事業", "programmes/ssh/"), ("サポイン補助金", "programmes/sapoin/"),
     ("量子戦略", "documents/ryoshi-innovation-senryaku/"), ("知財推進計画2020", "documents/ip-plan-2020/"), ("特定技能一号", "programmes/tokutei-gino/"),
     ("15.9兆円", "bases/corona-sodan/"), ("三万八千人", "programmes/agribusiness-fair/"), ("ものずくり", "programmes/monohojo/"),
     ('"東京藝術大学"', "agencies/geidai/"), ("“東京藝術大学”", "agencies/geidai/")])
def test_what_is_meant_comes_first(visit, query, first):
    assert found(settle(visit(address(query))))[0] == first


def test_an_id_finds_what_the_names_of_its_record_find(visit):
    page = settle(visit(address("riken")))
    assert links(page)[0].endswith("/agencies/riken/")
    (meant, count), = told(page).items()
    assert meant == "国立研究開発法人理化学研究所" and count == number(settle(visit(address("りけん")))) > number(page)


def test_a_kind_of_agency_is_a_word_of_its_own(visit):
    page = settle(visit(address("経産省の独立行政法人")))
    assert list(told(page)) == ["経産省 独立行政法人"]
    assert page.locator("#search-suggested a").first.inner_text().startswith("独立行政法人")


@pytest.mark.parametrize(
    ("typed", "name"),
    [("sansoken", "国立研究開発法人産業技術総合研究所"), ("tokyo", "東京大学"), ("todai", "東京大学"), ("cao", "内閣府"),
     ("keisansho", "経済産業省"), ("tohoku", "東北大学")])
def test_names_are_suggested_by_romaji_and_ids(visit, typed, name):
    page = visit("")
    page.locator(BOX).fill(typed)
    assert name in suggestions(page)
