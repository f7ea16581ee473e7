"""Records side by side: choosing them on lists, and the page that shows them."""

import json
from urllib.parse import parse_qs, urlsplit

import pytest

from test_pages import AXE, faults


def listed(site, collection):
    """The list of a collection as the scripts read it."""
    def read(name):
        text = (site.folder / "lists" / name).read_text(encoding="utf-8")
        return json.loads(text[text.index(",") + 1:text.rindex(")")])

    data = read(f"{collection}.js")
    data["ids"] = [f"{collection}/{id}" for id in read(data["ids"])]
    data["values"] = [own for name in data["fields"]["files"] for own in read(name)]
    return data


def some(site, collection="programmes", count=4):
    """Records of a collection that have budgets, where it has such."""
    data = listed(site, collection)
    amounts = data.get("amount", {}).get("of") or [[0]] * data["count"]
    return [id for id, own in zip(data["ids"], amounts) if own][:count]


def chosen(page):
    return parse_qs(urlsplit(page.locator(".compare-go").get_attribute("href")).query)["ids"][0].split(",")


def drawn(page):
    page.locator("table.comparison").wait_for()
    return page


def test_records_are_chosen_on_lists_and_stand_side_by_side(site, visit):
    page = visit("bases/")
    boxes = page.locator(".entries .compare-box input")
    assert boxes.count() == page.locator(".entries > .entry").count() == 50
    assert not page.locator(".compare-bar").is_visible()
    boxes.nth(0).check()
    assert "あと1件" in page.locator(".compare-told").inner_text()
    assert not page.locator(".compare-go").is_visible()
    boxes.nth(2).check()
    assert page.locator(".compare-go").inner_text() == "2件を比べる"
    titles = [page.locator(".entry-title").nth(place).inner_text() for place in (0, 2)]
    page.locator(".compare-go").click()
    drawn(page)
    assert "/compare/?ids=bases/" in page.url
    assert page.locator(".comparison thead th > a:first-child").all_inner_texts() == titles
    assert page.locator(".comparison thead th > a:first-child").nth(1).evaluate("link => link.href").endswith("/")


def test_the_choice_holds_over_narrowing_pages_and_lists(site, visit):
    page = visit("programmes/")
    first = page.locator(".entries > .entry").first
    first.locator(".compare-box input").check()
    title = first.locator(".entry-title").inner_text()
    page.get_by_role("combobox", name="並べ方").select_option("newest")
    page.wait_for_function(
        "title => document.querySelector('.entry-title').textContent !== title", arg=title)
    assert page.locator(".entries .compare-box input").count() == 50
    page.locator(".entries .compare-box input").nth(1).check()
    assert len(chosen(page)) == 2
    page.locator(".pager a[rel=next]").click()
    page.wait_for_url("**page=2**")
    assert len(chosen(page)) == 2
    page.goto(page.url.split("?")[0])
    assert page.locator(".entries .compare-box input").first.is_checked()
    page.goto(page.url.replace("/programmes/", "/bases/2/"))
    page.locator(".entries .compare-box input").first.check()
    ids = chosen(page)
    assert len(ids) == 3 and ids[2] == listed(site, "bases")["ids"][50]
    page.get_by_role("button", name="すべて外す").click()
    assert not page.locator(".compare-bar").is_visible()
    page.reload()
    assert not page.locator(".compare-bar").is_visible()


def test_at_most_four_are_chosen(visit):
    page = visit("bases/")
    boxes = page.locator(".entries .compare-box input")
    for number in range(4):
        boxes.nth(number).check()
    assert boxes.nth(4).is_disabled() and not boxes.nth(3).is_disabled()
    assert "これより多くは比べられません" in page.locator(".compare-told").inner_text()
    tag = page.locator(".compare-bar .finder-tag")
    assert tag.count() == 4
    tag.first.focus()
    page.keyboard.press("Enter")
    assert boxes.nth(4).is_enabled() and not boxes.nth(0).is_checked()
    # The reader goes on from the next one.
    assert page.evaluate("document.activeElement.className") == "finder-tag"


@pytest.mark.parametrize("width", (320, 1280))
def test_the_bar_covers_nothing(visit, width):
    page = visit("bases/", width=width, reduced_motion="reduce")
    page.locator(".entries .compare-box input").first.check()
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    footer = page.locator(".site-footer").bounding_box()
    bar = page.locator(".compare-bar").bounding_box()
    assert footer["y"] + footer["height"] <= bar["y"] + 1
    assert abs(bar["y"] + bar["height"] - 900) <= 1
    # Nor does it cover what has the focus.
    page.evaluate("scrollTo(0, 0)")
    for _ in range(60):
        page.keyboard.press("Tab")
        box = page.evaluate(
            """() => {
              const part = document.activeElement;
              if (part.closest('.compare-bar')) return null;
              const {top, bottom} = part.getBoundingClientRect();
              return [top, bottom, document.querySelector('.compare-bar').getBoundingClientRect().top];
            }""")
        assert box is None or box[1] - box[0] > 500 or box[1] <= box[2] + 1


def test_rows_say_whether_they_differ_in_words(site, visit):
    ids = some(site, count=2)
    page = drawn(visit("compare/?ids=" + ",".join(ids)))
    rows = page.locator(".comparison tbody tr")
    data = listed(site, "programmes")
    places = [data["ids"].index(id) for id in ids]
    for facet in data["facets"]:
        values = [[own] if isinstance(own := facet["of"][place], int) else own for place in places]
        row = page.locator(".comparison tbody tr").filter(
            has=page.locator("th", has_text=facet["label"])).first
        mark = row.locator(".compare-mark").inner_text()
        assert mark == ("同じ" if values[0] == values[1] else "ちがう"), facet["label"]
        for cell, own in zip(row.locator("td").all(), values):
            text = "、".join(facet["values"][value][1] for value in own) or "記載なし"
            assert cell.evaluate(
                "cell => [...cell.childNodes].slice(1).map(node => node.textContent).join('')") == text
    years = {year for place in places for year, *_ in data["amount"]["of"][place]}
    assert page.locator(".comparison tbody th", has_text="予算 ").count() == len(years) > 0
    alike = page.locator(".comparison .is-alike")
    if alike.count():
        page.get_by_role("checkbox", name="違う行だけを示す").check()
        assert all(not row.is_visible() for row in alike.all())
    assert rows.count() == page.locator(".compare-mark").count()


def test_records_of_several_lists_stand_side_by_side(site, visit):
    ids = [*some(site, count=1), *some(site, "bases", 1), *some(site, "ministries", 1)]
    page = drawn(visit("compare/?ids=" + ",".join(ids)))
    assert page.locator(".comparison thead th").count() == 3
    row = page.locator(".comparison tbody tr", has=page.locator("th", has_text="種別"))
    assert "施策" in row.inner_text() and "拠点" in row.inner_text() and "府省庁" in row.inner_text()
    assert page.locator(".comparison .blank", has_text="この欄はない").count() > 0


def test_every_field_that_one_has_is_a_row_in_the_order_of_the_definition(site, visit):
    ids = some(site, count=3)
    data = listed(site, "programmes")
    own = [data["values"][data["ids"].index(id)] for id in ids]
    labels = [label for place, label in enumerate(data["fields"]["labels"]) if any(one[place] for one in own)]
    page = drawn(visit("compare/?ids=" + ",".join(ids)))
    heads = page.locator(".comparison tbody th").evaluate_all(
        "all => all.map(head => head.firstChild.textContent).filter(text => !text.startsWith('予算 '))")
    assert heads == labels and len(labels) > 10
    for label in ("要約", "所管", "年度", "出典"):
        cells = page.locator(".comparison tbody tr").nth(heads.index(label)).locator("td")
        for cell, values in zip(cells.all(), own):
            text = cell.evaluate("cell => [...cell.childNodes].slice(1).map(node => node.textContent).join('')")
            assert all(value in text for value in values[data["fields"]["labels"].index(label)])


@pytest.mark.parametrize(
    "query, told, columns",
    [
        ("?ids={0},programmes/nowhere", "「programmes/nowhere」という項目は、この目録にありません。", 1),
        ("?ids=nowhere/x,nothing", "「nowhere/x」という項目は、この目録にありません。", 0),
        ("?ids={0},{1},{2},{3},{0}", "", 4),
        ("?ids={0}%2C{1}", "", 2),
        ("?ids={0},{1},{2},{3},bases/x", "はじめの4件を示しています", 4),
        ("", "", 0),
    ])
def test_an_address_is_read_kindly(site, visit, query, told, columns):
    page = visit("compare/" + query.format(*some(site)))
    if columns:
        drawn(page)
    notice = page.locator(".finder-notice")
    if told:
        notice.wait_for()
        assert told in notice.inner_text()
    else:
        assert not notice.is_visible()
    assert page.locator(".comparison thead th").count() == columns
    assert page.locator("#how-to-compare").is_visible()


def test_a_record_is_taken_out(site, visit):
    page = visit("programmes/")
    for number in range(3):
        page.locator(".entries .compare-box input").nth(number).check()
    page.locator(".compare-go").click()
    drawn(page)
    page.locator(".compare-out").first.click()
    page.wait_for_function("document.querySelectorAll('.comparison thead th').length === 2")
    page.go_back()
    page.go_back()
    page.locator(".compare-bar").wait_for()
    assert len(chosen(page)) == 2
    assert not page.locator(".entries .compare-box input").first.is_checked()


@pytest.mark.parametrize("width", (320, 1280))
def test_it_is_accessible_and_fits(site, visit, width):
    page = drawn(visit("compare/?ids=" + ",".join(some(site)), width=width))
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert faults(page, AXE) == []
    page = visit("bases/", width=width)
    for number in range(4):
        page.locator(".entries .compare-box input").nth(number).check()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert faults(page, AXE) == []


def test_it_prints_across(site, visit):
    page = drawn(visit("compare/?ids=" + ",".join(some(site))))
    page.emulate_media(media="print")
    for hidden in (".compare-lists", ".compare-out", ".compare-tools button"):
        assert not page.locator(hidden).first.is_visible(), hidden
    assert page.locator(".compare-mark").first.is_visible()
    assert page.evaluate("getComputedStyle(document.body).page") == "wide"


def test_it_works_from_a_folder(site, visit):
    page = visit((site.folder / "bases" / "index.html").as_uri())
    for number in range(2):
        page.locator(".entries .compare-box input").nth(number).check()
    page.locator(".compare-go").click()
    drawn(page)
    assert page.url.startswith("file:") and "compare/index.html?ids=bases/" in page.url
    assert page.locator(".comparison thead th").count() == 2


def test_it_says_what_to_do_without_javascript(visit):
    page = visit("compare/", script=False)
    assert "CSV" in page.locator("noscript").inner_text()
    assert page.locator(".compare-lists a").count() > 3
    assert not visit("bases/", script=False).locator(".compare-box").count()
