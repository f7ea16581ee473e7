"""The page of results: what it promises to other programs, addresses, facets, hits, failures."""

import json
import re
from urllib.parse import quote

import pytest

from conftest import SCHEMES, WIDTHS
from search_page import BOX, address, asked, checked, links, number, settle, state, suggestions
from test_pages import AXE, AXE_COLOURS, faults

FACETS = (
    "collection", "ministries", "fiscal_years", "kind", "status", "prefecture", "frequency", "award",
    "issuers",
)
SLIP = "オープンイノベーシュン"
NOTHING = "ぬぬぬぬぬぬ"


def focused(page):
    """What has the focus, in short."""
    return page.evaluate(
        "(({ id, name, value, className }) => [id, name, value, className].filter(Boolean).join(' '))"
        "(document.activeElement)")


@pytest.fixture(scope="module")
def catalogue(site):
    """The labels of each record in each facet by the path of its page, from the published data."""

    def labels(record, key):
        if key == "collection":
            return {record["collection"]}
        found = record["fields"].get(key, [])
        found = found if isinstance(found, list) else [found]
        return {str(one["title"] if isinstance(one, dict) else one) for one in found}

    records = json.loads((site.folder / "catalogue.json").read_text(encoding="utf-8"))["records"]
    return {
        record["url"]: {key: labels(record, key) for key in FACETS} for record in records
    }


def counts(page):
    """The values of the facets, each with its label, its count and whether it is chosen."""
    found = page.locator("#search-facets input").evaluate_all("""boxes => boxes.map(box => [
      box.name, box.value, box.nextSibling.textContent,
      parseInt(box.closest('label').lastElementChild.textContent, 10), box.checked])""")
    values = {}
    for key, value, label, count, chosen in found:
        if key in ("collection", "fiscal_years"):
            label = value
        values.setdefault(key, {})[label] = (count, chosen)
    return values


def all_links(page):
    """All results of a page, as paths of the site."""
    settle(page)
    more = page.locator("#search-more")
    while more.is_visible():
        before = len(links(page))
        more.click()
        page.locator("#search-results > li").nth(before).wait_for()
    return [re.sub(r"^https?://[^/]+", "", link) for link in links(page)]


# ── What other programs may rely on ──

@pytest.mark.parametrize("query", ("TIA", "研究開発 東京", "共同研究"))
def test_results_are_links_in_the_order_of_the_engine(visit, query):
    page = settle(visit(address(query)))
    ranked = page.evaluate("""async query => {
      const search = new MokurokuSearch(new URL('.', document.baseURI).href);
      const { results, total } = await search.search(query, { limit: 10 });
      return [results.map(({ url }) => new URL('../' + url, document.baseURI).href.split('#')[0]), total];
    }""", query)
    assert [links(page), number(page)] == ranked
    assert page.locator("#search-results > li").count() == len(links(page)) > 3
    assert page.locator("#search-results > li:has(a + a, p a)").count() == 0


def test_the_state_tells_when_the_results_stand(visit):
    page = settle(visit("search/"))
    page.evaluate("""() => {
      const { dataset } = document.documentElement;
      window.states = [];
      new MutationObserver(() => states.push([dataset.searchState,
        document.querySelectorAll('#search-results a').length > 0])).observe(
        document.documentElement, { attributeFilter: ['data-search-state'] });
    }""")
    page.locator(BOX).fill("TIA")
    page.keyboard.press("Enter")
    page.locator("#search-results a").first.wait_for()
    settle(page)
    assert page.evaluate("states") == [["busy", False], ["done", True]]


def test_the_count_is_told_in_words(visit):
    page = settle(visit(address("TIA")))
    status = page.get_by_role("status")
    assert status.get_attribute("id") == "search-count"
    assert status.inner_text() == f"{number(page)}件見つかりました"
    assert page.title().startswith("「TIA」の検索")


@pytest.mark.parametrize("path", ("search/", "search/?q=", "search/?q=%20&kind=", "search/?from=mail"))
def test_without_a_query_nothing_is_said(visit, path):
    page = settle(visit(path))
    assert page.get_by_role("status").inner_text() == "" and links(page) == []
    assert page.get_by_role("heading", name="一覧から探す").is_visible()
    assert not page.locator(".search-panel, #search-hint, #search-more").filter(visible=True).count()


def test_what_is_typed_is_shown_as_text(visit):
    typed = '"><img src=x onerror=alert(1)> 「<b>'
    page = settle(visit(address(typed)))
    assert typed in page.get_by_role("status").inner_text() and typed in page.title()
    assert page.locator(BOX).input_value() == typed


def test_more_results_are_added_and_are_there_after_coming_back(visit):
    page = settle(visit(address("研究")))
    assert len(links(page)) == 10 < number(page)
    page.get_by_role("button", name="さらに表示").click()
    page.locator("#search-results > li").nth(10).wait_for()
    twenty = links(page)
    assert len(twenty) == len(set(twenty)) == 20
    assert page.evaluate(
        "document.activeElement === document.querySelectorAll('#search-results a')[10]")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/search/" not in url)
    page.go_back()
    assert state(page)["links"] == twenty


# ── Slips, nothing ──

def test_a_slip_is_offered_apart_from_answers(visit):
    page = settle(visit(address(SLIP)))
    assert number(page) == 0 and links(page) == []
    assert f"「{SLIP}」は見つかりませんでした" in page.get_by_role("status").inner_text()
    meant = page.get_by_role("heading", name="もしかして：オープンイノベーション")
    told = int(re.search(r"（約?(\d+)件）", meant.inner_text())[1])
    assert page.locator("#search-suggestion ol a").count() == 10 and told > 10
    meant.get_by_role("link").click()
    page.wait_for_url(re.compile(quote("ション") + "$"))
    assert state(page)["query"] == "オープンイノベーション" and number(page) == told
    assert not page.locator("#search-suggestion").is_visible()


def test_a_slip_keeps_the_facets(visit):
    page = settle(visit(address(SLIP, kind="tax")))
    assert checked(page) == {"kind": {"tax"}} and links(page) == []
    page.locator("#search-suggestion h3 a").click()
    page.wait_for_url(re.compile(quote("ション") + "&"))
    assert asked(page) == {"q": ["オープンイノベーション"], "kind": ["tax"]}


def test_nothing_found_says_so_and_helps(visit):
    page = settle(visit(address(NOTHING)))
    assert page.get_by_role("status").inner_text() == f"「{NOTHING}」は見つかりませんでした"
    assert page.get_by_text("別の言い方でお試しください").is_visible()
    assert not page.locator("#search-suggestion, #search-more, .search-panel").filter(visible=True).count()


@pytest.mark.parametrize("query", ("1.7億円", "3.14159", "17億3,201万円", "令和9年4月3日"))
def test_a_number_that_nothing_has_fetches_few_files(visit, query):
    fetched = []
    page = visit("search/")
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(page.url.split("?")[0] + "?q=" + quote(query))
    settle(page)
    assert links(page) == [] and 0 < len([url for url in fetched if re.search(r"/search/.+\.js", url)]) < 60


# ── Questions as people put them ──

@pytest.mark.parametrize(
    ("query", "first"),
    [("オープンイノベーション大賞", "awards/jp-oi-taisho/"), ("2020年度の減税", "programmes/eco-car-genzei/"),
     ("東北大学 受賞", "projects/oi1-tohoku-infra/"), ("量子 拠点", "bases/ryoshi-device/"), ("東大", "agencies/u-tokyo/"),
     ("型取引適正化推進協議会", "agencies/katatorihiki-kyogikai/"), ("産競法", "documents/sangyo-kyosoryoku-ho/")])
def test_what_is_asked_for_comes_first(visit, query, first):
    page = settle(visit(address(query)))
    link = page.locator("#search-results a, #search-suggested a").first
    assert re.sub("[#].*", "", link.get_attribute("href")).endswith("/" + first)


@pytest.mark.parametrize("query", ("公取", "けいはんな", "令和", "つくば市の施策", "経産省", "東北大学 受賞", "METI 税制"))
def test_every_hit_is_marked_or_told(visit, query):
    page = settle(visit(address(query)))
    items = page.locator("#search-results > li, #search-suggested > li")
    assert items.count() > 0
    assert [item.inner_text() for item in items.all() if not item.locator("mark, .search-note").count()] == []


def test_a_note_says_which_name_was_found(visit):
    page = settle(visit(address("公取")))
    assert page.locator(".search-note").first.inner_text() == "「公取」は別の名称「公取委」にあります。"
    page = settle(visit(address("METI")))
    assert "「METI」は「経済産業省」の別の名称か読みです。" in page.locator(".search-note").all_inner_texts()


@pytest.mark.parametrize("query", ("理研の拠点", "SIP2期", "施策中小機構"))
def test_the_link_of_a_cut_question_gives_what_it_counts(visit, query):
    page = settle(visit(address(query)))
    heading = page.locator("#search-suggestion h3")
    told = int(re.search(r"（約?(\d+)件）", heading.inner_text())[1])
    heading.get_by_role("link").click()
    page.wait_for_url(lambda url: quote(query) not in url)
    assert settle(page) and number(page) == told


@pytest.mark.parametrize("query", ("経済産業省の施策", "NEDOの施策"))
def test_the_words_of_a_question_are_answered_below_what_is_found(visit, query):
    page = settle(visit(address(query)))
    assert 0 < number(page) == len(links(page)) < 10
    assert page.locator("#search-suggested > li").count() == 10
    assert "分けて探しました" in page.locator("#search-suggestion h3").inner_text()


@pytest.mark.parametrize(
    ("query", "first"),
    [("経済産業省（METI）", "ministries/meti/"), ("科学技術振興機構（JST）", "agencies/jst/"),
     ("PRISM（官民研究開発投資拡大プログラム）", "programmes/prism/"), ("産業構造審議会（産構審）", "agencies/sankoshin/"),
     ("（国研）産業技術総合研究所", "agencies/aist/"), ("somusho", "ministries/mic/"), ("tohoku", "agencies/tohoku-u/")])
def test_a_name_in_two_forms_comes_first(visit, query, first):
    page = settle(visit(address(query)))
    assert not page.locator("#search-suggestion").is_visible()
    assert re.sub("[#].*", "", page.locator("#search-results a").first.get_attribute("href")).endswith("/" + first)


def test_a_piece_of_a_reading_is_told_as_one(visit):
    page = settle(visit(address("うきょうだいがく")))
    assert "「うきょうだいがく」は「東京大学」の読みにあります。" in page.locator(".search-note").all_inner_texts()


def test_words_that_no_page_has_all_of_are_said_to_be_apart(visit):
    page = settle(visit(address("東京都の補助金")))
    assert "「東京都」と「補助金」のすべてがあるページはないので、別々に探しました" in page.locator("#search-count").inner_text()
    heading = page.locator("#search-suggestion h3")
    assert re.fullmatch(r"別々に探しました：補助金（\d+件）、東京都（\d+件）", heading.inner_text())
    for item in page.locator("#search-suggested > li").all():
        assert {"東京都", "補助金"} & set(item.locator("mark").all_inner_texts()) and not item.locator(".search-note").count()
    page.get_by_role("link", name="東京都").first.click()
    assert number(settle(page)) > 1


@pytest.mark.parametrize(
    ("query", "meant"), [("産総研究所", "国立研究開発法人産業技術総合研究所"), ("つくばのスパコン", ""), ("京都府の税制", "")])
def test_a_question_whose_parts_are_known_is_answered(visit, query, meant):
    page = settle(visit(address(query)))
    assert page.locator("#search-suggested > li").count() > 0
    assert meant in page.locator("#search-suggestion h3").inner_text()


def test_no_hit_reaches_over_the_end_of_a_label_or_a_value(visit):
    page = settle(visit(address("関西イノベーションイニシアティブ 京都府")))
    assert "\n" not in page.locator(".search-excerpt").first.inner_text()
    page = settle(visit(address("賞経済産業省")))
    assert not any(mark == "賞 経済産業省" for mark in page.locator("mark").all_inner_texts())


def test_each_word_of_a_question_is_marked(visit):
    page = settle(visit(address("令和2年度補正予算")))
    assert page.locator("#search-suggested > li").count() == 10
    for item in page.locator("#search-suggested > li").all():
        marks = set(item.locator("mark").all_inner_texts())
        assert "補正予算" in marks and marks & {"令和2年度", "2020年度"}


# ── Facets ──

@pytest.mark.parametrize(
    ("query", "facets"),
    [
        ("", {"collection": ["programmes"]}),
        ("", {"ministries": ["meti", "mext"], "status": ["running"]}),
        ("", {"ministries": ["mext"], "fiscal_years": ["2020"], "kind": ["research", "training"]}),
        ("", {"prefecture": ["東京都", "神奈川県"], "kind": ["coi"]}),
        ("TIA", {}),
        ("TIA", {"collection": ["bases", "agencies"]}),
        ("税制", {"ministries": ["meti"], "kind": ["tax", "scheme"], "status": ["proposed"]}),
    ],
)
def test_counts_of_facets_are_exact_in_combination(visit, catalogue, query, facets):
    page = settle(visit(address(query, **facets)))
    shown = counts(page)
    assert checked(page) == {key: set(values) for key, values in facets.items()}
    chosen = {
        key: {label for label, (_, is_chosen) in values.items() if is_chosen}
        for key, values in shown.items()
    }
    # All pages that the query alone finds, and what the published data says of them.
    found = set(all_links(visit(address(query)))) if query else set(catalogue)
    records = [record for path, record in catalogue.items() if path in found]

    def matching(but=""):
        return [
            record for record in records
            if all(labels & record[key] for key, labels in chosen.items() if labels and key != but)
        ]

    if facets:
        assert number(page) == len(matching())
    else:
        assert number(page) == len(found)
    for key in FACETS:
        among = matching(but=key)
        counted = {label: 0 for label in chosen.get(key, ())}
        for record in among:
            for label in record[key]:
                counted[label] = counted.get(label, 0) + 1
        assert {label: count for label, (count, _) in shown.get(key, {}).items()} == counted, key


def test_choosing_changes_the_address_and_keeps_the_focus(visit):
    page = settle(visit(address("研究")))
    everything = number(page)
    page.locator("details.facet:has([data-facet=ministries])").evaluate("panel => { panel.open = true; }")
    page.get_by_role("checkbox", name=re.compile("^経済産業省")).focus()
    page.keyboard.press("Space")
    settle(page)
    assert asked(page) == {"q": ["研究"], "ministries": ["meti"]}
    assert 0 < number(page) < everything
    assert focused(page) == "ministries meti"
    page.keyboard.press("Space")
    settle(page)
    assert asked(page) == {"q": ["研究"]} and number(page) == everything
    assert focused(page) == "ministries meti"


def test_a_facet_stays_as_the_reader_left_it(visit):
    page = settle(visit(address("研究")))
    long, short = (page.locator(f"details.facet:has([data-facet={key}])") for key in ("kind", "collection"))
    assert long.get_attribute("open") is None and short.get_attribute("open") is not None
    long.locator("summary").click()
    short.locator("summary").click()
    page.get_by_role("checkbox", name=re.compile("^税制 ?[0-9]")).click()
    settle(page)
    assert long.get_attribute("open") is not None and short.get_attribute("open") is None


def test_all_choices_are_told_and_taken_back_at_once(visit):
    page = settle(visit(address("研究", ministries=["meti"], kind=["tax"])))
    assert "経済産業省、税制" in page.locator("#search-chosen").inner_text()
    page.get_by_role("button", name="条件をすべて外す").click()
    settle(page)
    assert asked(page) == {"q": ["研究"]} and checked(page) == {}
    assert not page.locator("#search-chosen").is_visible()
    assert focused(page).startswith("search-count")


def test_choices_that_fit_nothing_say_so_and_can_be_taken_back(visit):
    page = settle(visit(address("TIA", kind="tax")))
    assert number(page) == 0 and links(page) == []
    assert page.get_by_role("status").inner_text() == "条件に合うものは見つかりませんでした"
    page.get_by_role("checkbox", name=re.compile("^税制")).click()
    settle(page)
    assert number(page) > 0 and focused(page) == "search-count search-count"


@pytest.mark.parametrize("is_touched", (False, True))
def test_the_keyboard_of_a_screen_gives_way_to_the_results(visit, is_touched):
    page = settle(visit("search/", width=320, has_touch=is_touched, is_mobile=is_touched))
    page.locator(BOX).fill("税制")
    page.keyboard.press("Enter")
    settle(page)
    assert focused(page).startswith("search-count" if is_touched else "site-search")


def test_another_query_keeps_the_choices(visit):
    page = settle(visit(address("研究", ministries="meti")))
    page.locator(BOX).fill("税制")
    page.keyboard.press("Enter")
    settle(page)
    assert asked(page) == {"q": ["税制"], "ministries": ["meti"]} and checked(page) == {"ministries": {"meti"}}


@pytest.mark.parametrize("width", WIDTHS)
def test_facets_stand_open_where_there_is_room(visit, width):
    page = settle(visit(address("TIA"), width=width))
    facets = page.locator("#search-facets")
    assert facets.is_visible() == (width > 1000)
    if width < 1000:
        page.locator(".search-panel > summary").click()
    assert facets.get_by_role("checkbox").first.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


# ── Addresses and the way back ──

def test_back_and_forward_restore_everything(visit):
    page = visit(address("研究", ministries=["meti", "mext"], kind="tax"))
    states = [state(page)]
    page.get_by_role("checkbox", name=re.compile("^文部科学省")).click()
    states.append(state(page))
    page.locator(BOX).fill("TIA")
    page.keyboard.press("Enter")
    states.append(state(page))
    page.get_by_role("button", name="条件をすべて外す").click()
    states.append(state(page))
    assert len({json.dumps(one["links"]) + str(one["facets"]) for one in states}) == 4
    page.locator("#search-results a").first.click()
    page.wait_for_url(lambda url: "/search/" not in url)
    for one in reversed(states):
        page.go_back()
        assert state(page) == one
    for one in states[1:]:
        page.go_forward()
        assert state(page) == one


def test_the_way_to_the_results_is_no_search(visit):
    page = settle(visit(address("TIA")))
    page.evaluate("window.first = document.querySelector('#search-results a')")
    page.locator(".skip-inline[href='#search-count']").focus()
    page.keyboard.press("Enter")
    assert focused(page).startswith("search-count")
    page.go_back()
    settle(page)
    assert page.evaluate("first === document.querySelector('#search-results a')")


# ── Hits ──

# Full width, half-width kana, an old form of a character, katakana for hiragana.
FOLDED = [
    ("ＴＩＡ", "TIA"), ("ｵｰﾌﾟﾝｲﾉﾍﾞｰｼｮﾝ", "オープンイノベーション"), ("東京芸術大学", "東京藝術大学"),
    ("tia", "TIA"), ("究者", "究者"),
]


@pytest.mark.parametrize(("typed", "hit"), FOLDED)
def test_hits_are_marked_as_the_page_has_them(visit, typed, hit):
    page = settle(visit(address(typed)))
    marks = page.locator("#search-results mark").all_inner_texts()
    assert hit in marks
    assert {mark.lower() for mark in marks} == {hit.lower()}


@pytest.mark.parametrize(("typed", "hit"), FOLDED)
def test_hits_are_marked_on_the_page_they_lead_to(visit, typed, hit):
    page = settle(visit(address(typed), reduced_motion="reduce"))
    found = page.locator(f"#search-results li:has(.search-excerpt mark) > a[href*='text=']")
    href = found.first.get_attribute("href")
    found.first.click()
    page.wait_for_url(lambda url: "/search/" not in url)
    page.wait_for_function("() => CSS.highlights.has('search-hit')")
    marks = page.evaluate("""() => [...CSS.highlights.get('search-hit')].map(range => {
      const { top, bottom } = range.getBoundingClientRect();
      return [range.toString(), top >= 0 && bottom <= innerHeight];
    })""")
    assert {text.lower() for text, _ in marks} == {hit.lower()}, href
    assert marks[0][1], href


def test_the_first_hit_of_the_section_is_gone_to(visit):
    page = settle(visit(address("究者"), reduced_motion="reduce"))
    links = page.locator("#search-results a[href*='#']:not([href*='#:'])")
    while not links.count():
        shown = page.locator("#search-results li").count()
        page.locator("#search-more").click()
        page.wait_for_function(
            "shown => document.querySelectorAll('#search-results li').length > shown", arg=shown)
    link = links.first
    assert re.search(r"#[^:]+:~:text=", link.get_attribute("href"))
    link.click()
    page.wait_for_url(lambda url: "/search/" not in url)
    page.wait_for_function("() => CSS.highlights.has('search-hit')")
    assert page.evaluate("""() => {
      const [range] = CSS.highlights.get('search-hit');
      const section = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      const follows = section.compareDocumentPosition(range.startContainer);
      return Boolean(follows & (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY));
    }""")


def test_marks_are_only_for_the_page_that_was_chosen(visit):
    page = settle(visit(address("TIA")))
    page.locator("#search-results a").first.evaluate(
        "link => { addEventListener('click', event => event.preventDefault(), { once: true }); link.click(); }")
    page.locator(".site-nav a").first.click()
    page.wait_for_url(lambda url: "/search/" not in url)
    page.wait_for_load_state("load")
    assert not page.evaluate("CSS.highlights.has('search-hit')")


# ── Failures ──

@pytest.mark.parametrize("part", (r"assets/search-engine\b.*\.js", r"search/index\.js", r"search/s\d+\.\w{5}\.js"))
def test_what_cannot_be_loaded_is_told_and_tried_again(visit, part):
    page = visit("search/", expected=("ERR_FAILED", "Event", "Error"))
    page.route(re.compile(part), lambda route: route.abort())
    page.locator(BOX).fill("TIA")
    page.keyboard.press("Enter")
    settle(page)
    told = page.get_by_role("alert")
    assert "読み込めませんでした" in told.inner_text() and number(page) == 0 and links(page) == []
    page.unroute(re.compile(part))
    told.get_by_role("button", name="もう一度試す").click()
    settle(page)
    assert number(page) > 0 and links(page)
    assert not told.is_visible() and focused(page).startswith("search-count")


# ── Accessibility ──

def with_facets(page):
    panel = page.locator(".search-panel > summary")
    if panel.is_visible():
        panel.click()
    for summary in page.locator("#search-facets details:not([open]) > summary").all():
        summary.click()


def with_suggestions(page):
    page.locator(BOX).click()
    page.keyboard.insert_text("とうきょう")
    suggestions(page)
    page.keyboard.press("ArrowDown")


STATES = {
    "results": (address("ＴＩＡ"), None),
    "facets": (address("TIA", collection=["bases", "agencies"]), with_facets),
    "slip": (address(SLIP), None),
    "nothing": (address(NOTHING), None),
    "no fit": (address("TIA", kind="tax"), None),
    "suggestions": ("bases/tia/", with_suggestions),
    "large suggestions": ("search/", with_suggestions),
}


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", STATES)
def test_search_is_accessible_and_fits(visit, name, width, scheme):
    path, act = STATES[name]
    page = visit(path, width=width, scheme=scheme)
    if path.startswith("search/"):
        settle(page)
    if act:
        act(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert faults(page, AXE if scheme == "light" else AXE_COLOURS) == []
