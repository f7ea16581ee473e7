"""The search box of every page: a combobox that suggests names, without getting in a conversion's way."""

import re

import pytest

from search_page import BOX, NAMES, OPTIONS, active, asked, links, settle, state, suggestions


@pytest.fixture
def box(visit):
    """The box of a page that is not the search's, with nothing typed."""
    page = visit("bases/")
    page.locator(BOX).click()
    return page


class Conversion:
    """An input method that converts what is typed, as the browser sees it."""

    def __init__(self, page):
        self.session = page.context.new_cdp_session(page)

    def show(self, text):
        """Shows a reading or a candidate that is not decided yet."""
        self.press("Process")
        self.session.send("Input.imeSetComposition", {
            "text": text, "selectionStart": len(text), "selectionEnd": len(text)})

    def press(self, key):
        """A key that the input method takes for itself: its code is 229."""
        for kind in ("rawKeyDown", "keyUp"):
            self.session.send("Input.dispatchKeyEvent", {
                "type": kind, "key": key, "code": key, "windowsVirtualKeyCode": 229})

    def commit(self, text):
        self.session.send("Input.insertText", {"text": text})


def watch(page):
    """Notes what must not happen during a conversion."""
    page.evaluate("""() => {
      window.happened = [];
      addEventListener('submit', () => happened.push('submit'), true);
      addEventListener('pagehide', () => happened.push('pagehide'));
      new MutationObserver(() => happened.push('search')).observe(
        document.documentElement, { attributeFilter: ['data-search-state'] });
    }""")
    return lambda: page.evaluate("[window.happened, location.href, history.length]")


# ── What is fetched ──

@pytest.mark.parametrize("path", ("", "bases/tia/", "search/"))
def test_nothing_is_fetched_before_the_box_has_the_focus(visit, path):
    fetched = []
    page = visit("404.html")
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(page.url.replace("404.html", path), wait_until="networkidle")
    of_search = [url for url in fetched if re.search(r"search-(engine|facets|names|spellings|questions)|/search/.+\.js", url)]
    assert fetched and of_search == []
    with page.expect_request(re.compile(r"/search/index\.js\?\d+$")):
        page.locator(BOX).focus()
    assert any("search-engine" in url for url in fetched)


# ── Suggestions ──

@pytest.mark.parametrize("typed", ("とうきょうだい", "東京大", "ﾄｳｷｮｳﾀﾞｲ", "toukyoudai"))
def test_names_are_suggested_while_typing(box, typed):
    box.keyboard.insert_text(typed)
    assert "東京大学" in suggestions(box)


@pytest.mark.parametrize(
    ("typed", "name"),
    [("かんむり", "連携研究室（冠ラボ）"), ("ふがく", "スーパーコンピュータ富岳"), ("下請け", "下請Gメン"), ("R2", "2020年度税制改正"),
     ("第5", "産総研第5期中長期目標"), ("東工大", "東京工業大学"), ("めいだい", "名古屋大学")])
def test_names_are_suggested_by_other_spellings_and_from_inside(box, typed, name):
    box.keyboard.insert_text(typed)
    assert name in suggestions(box)


@pytest.fixture
def words(visit):
    """A page of a site that knows two words from their ruby: they have readings but no pages."""
    page = visit("search/")

    def add(route):
        text = route.fetch().body().decode("utf-16")
        entries = ',["とうきょう","東京都心","",0],["とうきょう","東京湾岸","",0]'
        body = text.replace("]", "]" + entries, 1).encode("utf-16")
        route.fulfill(body=body, content_type="text/javascript")

    page.route(re.compile(r"/search/n\d+\.\w{5}\.js$"), add)
    page.locator(BOX).click()
    page.keyboard.insert_text("とうきょう")
    return page


def test_records_are_suggested_before_words(words):
    names = suggestions(words)
    assert names[-2:] == ["東京都心", "東京湾岸"] and "東京大学" in names[:-2]


def chosen_suggestion(box):
    """The suggestion that is chosen; the page may have lists of its own."""
    return box.get_by_role("listbox", name="候補").get_by_role("option", selected=True)


def test_the_box_is_a_combobox(box):
    field = box.get_by_role("combobox", name="検索")
    assert field.get_attribute("aria-expanded") == "false"
    assert field.get_attribute("aria-autocomplete") == "list"
    box.keyboard.type("TIA")
    suggestions(box)
    assert field.get_attribute("aria-expanded") == "true"
    listbox = box.get_by_role("listbox", name="候補")
    assert listbox.get_attribute("id") == field.get_attribute("aria-controls")
    box.keyboard.press("ArrowDown")
    chosen = chosen_suggestion(box)
    assert chosen.count() == 1 and chosen.evaluate("option => option.firstChild.textContent") == active(box)


def test_nothing_typed_suggests_nothing(box):
    box.keyboard.type("TIA")
    suggestions(box)
    box.keyboard.press("Control+A")
    box.keyboard.press("Delete")
    box.locator(OPTIONS).first.wait_for(state="detached")
    assert box.locator(BOX).get_attribute("aria-expanded") == "false"


def test_a_press_on_a_suggestion_opens_its_page(box):
    box.keyboard.type("TIA")
    suggestions(box)
    box.locator(OPTIONS).filter(has_text=re.compile("^TIA 拠点$")).click()
    box.wait_for_url(re.compile(r"/bases/tia/$"))


# ── Keys: the editable combobox with a list of the ARIA Authoring Practices ──

def test_arrows_go_through_the_list_and_round(box):
    box.keyboard.type("TIA")
    names = suggestions(box)
    assert len(names) > 2 and active(box) == ""
    gone = []
    for _ in range(len(names) + 2):
        box.keyboard.press("ArrowDown")
        gone.append(active(box))
    assert gone == [*names, "", names[0]]
    box.keyboard.press("ArrowUp")
    box.keyboard.press("ArrowUp")
    assert active(box) == names[-1]
    assert box.locator(BOX).input_value() == "TIA"
    assert box.evaluate("document.activeElement.name") == "q"


@pytest.mark.parametrize(("key", "place"), [("Home", 0), ("End", 3), ("ArrowLeft", 2), ("ArrowRight", 3)])
def test_keys_that_move_in_the_text_leave_the_list(box, key, place):
    box.keyboard.type("TIA")
    suggestions(box)
    box.keyboard.press("ArrowDown")
    box.keyboard.press(key)
    assert active(box) == "" and chosen_suggestion(box).count() == 0
    assert box.locator(BOX).evaluate("box => box.selectionStart") == place
    assert box.locator(OPTIONS).count() > 0


@pytest.mark.parametrize(("key", "place"), [("ArrowDown", 0), ("ArrowUp", -1), ("Alt+ArrowDown", None)])
def test_arrows_open_a_closed_list(box, key, place):
    box.keyboard.type("TIA")
    names = suggestions(box)
    box.keyboard.press("Escape")
    box.keyboard.press(key)
    assert suggestions(box) == names
    if place is None:
        assert active(box) == ""
    else:
        chosen_suggestion(box).wait_for()
        assert active(box) == names[place]


@pytest.mark.parametrize(("key", "place"), [("ArrowDown", 0), ("ArrowUp", -1)])
def test_arrows_wait_for_the_list_of_what_is_typed(box, key, place):
    """TIA is also ちあ, whose names are in a file of their own: until it is there, the list of TI stays."""
    box.keyboard.type("TI")
    suggestions(box)
    # A later file may still add to the list of TI itself.
    box.wait_for_timeout(500)
    before = suggestions(box)
    held = []
    box.route(re.compile(r"/search/n\d+\.\w{5}\.js$"), lambda route: held.append(route))
    box.keyboard.type("A")
    box.keyboard.press(key)
    box.wait_for_timeout(100)
    assert box.locator(OPTIONS).evaluate_all(NAMES) == before and active(box) == ""
    assert held
    for route in held:
        route.continue_()
    names = suggestions(box)
    assert names != before and active(box) == names[place]


@pytest.mark.parametrize("key", ("Escape", "Alt+ArrowUp", "Tab"))
def test_keys_that_close_the_list_keep_the_text(box, key):
    box.keyboard.type("TIA")
    suggestions(box)
    box.keyboard.press("ArrowDown")
    box.keyboard.press(key)
    assert box.locator(OPTIONS).count() == 0
    assert box.locator(BOX).get_attribute("aria-expanded") == "false"
    assert active(box) == ""
    assert box.locator(BOX).input_value() == "TIA"


def test_typing_on_leaves_the_list(box):
    box.keyboard.type("TI")
    suggestions(box)
    box.keyboard.press("ArrowDown")
    box.keyboard.type("A")
    assert active(box) == ""


def test_enter_opens_the_chosen_page(box):
    box.keyboard.type("TIA")
    assert suggestions(box)[0] == "TIA"
    box.keyboard.press("ArrowDown")
    box.keyboard.press("Enter")
    box.wait_for_url(re.compile(r"/bases/tia/$"))


def test_enter_searches_for_what_is_typed(box):
    box.keyboard.type("TIA")
    suggestions(box)
    box.keyboard.press("Enter")
    box.wait_for_url(re.compile(r"/search/\?q=TIA$"))
    assert state(box)["query"] == "TIA"


def test_a_chosen_word_is_searched_for(words):
    suggestions(words)
    words.keyboard.press("ArrowUp")
    words.keyboard.press("Enter")
    words.wait_for_url(re.compile(r"/search/\?q="))
    assert state(words)["query"] == "東京湾岸"
    assert asked(words) == {"q": ["東京湾岸"]}


@pytest.mark.parametrize("path", ("", "bases/tia/", "search/"))
def test_slash_leads_to_the_box_but_is_typed_in_it(visit, path):
    page = visit(path)
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "q"
    assert page.locator(BOX).input_value() == ""
    page.keyboard.press("/")
    assert page.locator(BOX).input_value() == "/"


# ── Conversions ──

@pytest.mark.parametrize("path", ("bases/", "search/"))
def test_a_conversion_is_left_alone(visit, path):
    page = visit(path)
    page.locator(BOX).click()
    happened = watch(page)
    before = happened()
    conversion = Conversion(page)
    for text in ("t", "と", "とう", "とうきょう", "東京"):
        conversion.show(text)
        assert page.locator(OPTIONS).count() == 0
    for key in ("ArrowDown", "ArrowUp", "Escape", "Enter"):
        conversion.press(key)
    page.wait_for_timeout(200)
    assert page.locator(BOX).input_value() == "東京"
    assert page.locator(OPTIONS).count() == 0
    assert happened() == before
    conversion.commit("東京")
    assert all(name.startswith("東京") for name in suggestions(page))
    assert happened() == before
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/search/\?q="))
    settle(page)
    assert asked(page)["q"] == ["東京"] and links(page)


def test_the_enter_after_a_conversion_is_still_its_own(box):
    """Safari says that the conversion has ended before it tells the Enter that ends it."""
    happened = watch(box)
    before = happened()
    conversion = Conversion(box)
    conversion.show("とうきょう")
    conversion.commit("東京")
    conversion.press("Enter")
    suggestions(box)
    box.wait_for_timeout(200)
    assert happened() == before
    assert box.locator(BOX).input_value() == "東京"
    box.keyboard.press("Enter")
    box.wait_for_url(re.compile(r"/search/\?q="))


def test_a_conversion_chooses_no_suggestion(box):
    box.keyboard.insert_text("東京")
    suggestions(box)
    box.keyboard.press("ArrowDown")
    assert active(box) != ""
    happened = watch(box)
    before = happened()
    conversion = Conversion(box)
    conversion.show("だい")
    assert box.locator(OPTIONS).count() == 0 and active(box) == ""
    conversion.press("Enter")
    conversion.commit("大")
    conversion.press("Enter")
    assert "東京大学" in suggestions(box)
    assert happened() == before and active(box) == ""


# ── Without JavaScript ──

@pytest.mark.parametrize("path", ("", "bases/tia/"))
def test_without_javascript_the_form_leads_to_a_page_that_helps(visit, path):
    page = visit(path, script=False)
    page.locator(BOX).fill("東京")
    page.locator("form[role=search] button").click()
    page.wait_for_url(re.compile(r"/search/\?q="))
    assert "JavaScript" in page.locator("noscript .notice").inner_text()
    assert not page.locator("main details").is_visible()
    ways = page.locator(".search-doors a").evaluate_all("links => links.map(link => link.href)")
    assert any(way.endswith("/index/") for way in ways) and any(way.endswith("/bases/") for way in ways)
    for way in ways:
        page.goto(way)
        assert page.locator("main a[href]").count() > 5, way
