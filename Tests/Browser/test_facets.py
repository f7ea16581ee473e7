"""Lists that are narrowed: by address, by hand, and by links where there is no JavaScript."""

import csv
import io
import json
import re

import pytest


def records(site, collection="programmes"):
    """The records of a collection from the published data: its slugs by facet, in the order of the pages."""
    text = (site.folder / "lists" / f"{collection}.js").read_text(encoding="utf-8")
    data = json.loads(text[text.index(",") + 1:text.rindex(")")])
    found = []
    for number in range(data["count"]):
        slugs = {}
        for facet in data["facets"]:
            places = facet["of"][number]
            places = places if isinstance(places, list) else [places]
            slugs[facet["key"]] = {facet["values"][place][0] for place in places}
        found.append(slugs)
    return found


def settled(page):
    """The page once the list has drawn what is chosen."""
    page.wait_for_function(
        """() => {
          const count = document.querySelector('.finder-count strong').textContent.replace(/,/g, '');
          return document.querySelectorAll('.entries > .entry').length === Math.min(50, Number(count));
        }""")
    return page


def count(page):
    return int(page.locator(".finder-count strong").inner_text().replace(",", ""))


def test_the_address_narrows_the_list(site, visit):
    tax, scheme = (site.slug("programmes/", label) for label in ("税制", "制度"))
    page = visit(f"programmes/?ministries=meti&kind={tax}&kind={scheme}")
    page.wait_for_selector(".finder-choice:not([hidden])")
    wanted = [one for one in records(site) if "meti" in one["ministries"] and one["kind"] & {tax, scheme}]
    page.wait_for_function(
        "number => document.querySelector('.finder-count strong').textContent === String(number)",
        arg=len(wanted))
    settled(page)
    assert 0 < len(wanted) < len(records(site))
    sentence = page.locator(".finder-choice p").inner_text()
    assert "経済産業省" in sentence and "税制" in sentence and "制度" in sentence
    assert page.locator(".finder-tag").count() == 3


def test_all_of_several_values_or_one_of_them(site, visit):
    page = visit("programmes/?ministries=meti&ministries=mext")
    both = [one for one in records(site) if {"meti", "mext"} <= one["ministries"]]
    either = [one for one in records(site) if {"meti", "mext"} & one["ministries"]]
    mode = page.locator("details.facet[data-key=ministries] .facet-mode")
    mode.locator("input:enabled").first.wait_for()
    assert [re.sub(r"\s", "", text) for text in mode.locator("label").all_inner_texts()] == [
        f"いずれか（{len(either)}件）", f"すべて（{len(both)}件）"]
    assert count(page) == len(either) > len(both) > 0
    mode.get_by_role("radio", name="すべて").check()
    assert "all=ministries" in page.url
    page.wait_for_function(
        "number => document.querySelector('.finder-count strong').textContent === String(number)",
        arg=len(both))
    assert "「文部科学省」と「経済産業省」" in page.locator(".finder-choice p").inner_text()
    # A further value would narrow what is shown, and the counts say to how many.
    shown = page.locator("details.facet[data-key=ministries] li", has_text="環境省").locator(".facet-count")
    env = site.slug("programmes/", "環境省")
    wanted = sum({"meti", "mext", env} <= one["ministries"] for one in records(site))
    assert int(re.sub(r"\D", "", shown.inner_text())) == wanted
    page.reload()
    mode.locator("input:enabled").first.wait_for()
    assert mode.get_by_role("radio", name="すべて").is_checked()


def shown_counts(page):
    """What the boxes say, by facet and value; those that say nothing are left out."""
    shown = page.evaluate(
        """() => [...document.querySelectorAll('details.facet input[type=checkbox]')].map(box => {
          const count = box.closest('li').querySelector('.facet-count');
          return [box.name, box.value, parseInt(count.textContent.replace(/,/g, ''), 10),
            getComputedStyle(count).visibility];
        })""")
    return {(key, slug): number for key, slug, number, visibility in shown if visibility == "visible"}


def combined(site, collection, chosen):
    """How many records each value of the facets has together with what is chosen in the others."""
    counts = {}
    for one in records(site, collection):
        for key, slugs in one.items():
            if all(own & one[other] for other, own in chosen.items() if other != key):
                for slug in slugs:
                    counts[key, slug] = counts.get((key, slug), 0) + 1
    return counts


@pytest.mark.parametrize("path", ["programmes/by/ministries/mext/", "bases/by/prefecture/東京都/"])
def test_counts_on_the_page_of_a_value_are_those_of_the_combination(site, visit, path):
    collection, _, key, slug, _ = path.split("/")
    page = visit(path)
    page.wait_for_function(
        "() => getComputedStyle(document.querySelector('details.facet .facet-count')).visibility === 'visible'")
    wanted = combined(site, collection, {key: {slug}})
    shown = shown_counts(page)
    assert len(shown) > 20
    assert shown == {value: wanted.get(value, 0) for value in shown}
    # The entries are those of the page, and its head says what is chosen.
    assert not page.locator(".finder-choice").is_visible()


def place(page, locator):
    return locator.evaluate("(box) => box.getBoundingClientRect().top")


@pytest.mark.parametrize("path", ["programmes/by/ministries/mext/", "programmes/2/", "programmes/"])
@pytest.mark.parametrize("hand", ["mouse", "keyboard"])
def test_a_tick_stays_in_place(visit, path, hand):
    page = visit(path)
    page.evaluate("() => { window.isSame = true; }")
    key = page.locator("details.facet[data-key=ministries]")
    boxes = [key.get_by_role("checkbox", name=name, exact=True) for name in ("経済産業省", "厚生労働省", "環境省")]
    boxes[0].evaluate("(box) => box.scrollIntoView({ block: 'center' })")
    before = [place(page, box) for box in boxes]
    for number, box in enumerate(boxes):
        if hand == "mouse":
            box.click()
        else:
            box.focus()
            page.keyboard.press("Space")
        page.wait_for_function("slug => location.search.includes(slug)", arg=box.get_attribute("value"))
        page.locator(".finder-choice:not([hidden])").wait_for()
        settled(page)
        assert box.is_checked() and box.evaluate("(box) => box === document.activeElement")
        assert [place(page, other) for other in boxes] == pytest.approx(before, abs=1), number
    assert page.evaluate("() => window.isSame === true")
    assert page.locator("h1").inner_text() == "施策" and page.title().startswith("施策")
    # Links are relative, and lead where they led.
    hrefs = page.evaluate("() => [...document.querySelectorAll('.site-nav a, .entry-title')].map(a => a.href)")
    origin = page.evaluate("() => location.origin")
    assert all(href.startswith(f"{origin}/") and "/by/" not in href for href in hrefs)
    page.locator(".site-nav a", has_text="文書").click()
    page.wait_for_url(re.compile(r"/documents/$"))
    page.go_back()
    page.locator(".finder-choice:not([hidden])").wait_for()
    assert boxes[2].is_checked()


def test_back_from_a_tick_shows_the_page_of_the_value(visit):
    page = visit("programmes/by/ministries/mext/")
    heading, total = page.locator("h1").inner_text(), count(page)
    page.get_by_role("checkbox", name="補助・助成", exact=True).check()
    page.locator(".finder-choice:not([hidden])").wait_for()
    page.go_back()
    page.wait_for_function("total => document.querySelector('.finder-count strong').textContent === total", arg=str(total))
    assert page.url.endswith("/by/ministries/mext/")
    assert page.locator("h1").inner_text() == heading and not page.locator(".finder-choice").is_visible()
    assert not page.get_by_role("checkbox", name="補助・助成", exact=True).is_checked()


@pytest.mark.parametrize("path", ["programmes/?ministries=mext&ministries=meti", "programmes/?sort=amount"])
@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("hand", ["mouse", "keyboard"])
def test_the_next_entries_begin_at_their_head(visit, path, width, hand):
    page = visit(path, width=width)
    page.wait_for_selector(".pager-position")
    for name, number in (("次の50件 →", 2), ("次の50件 →", 3), ("← 前の50件", 2)):
        link = page.get_by_role("link", name=name)
        if hand == "mouse":
            link.click()
        else:
            link.focus()
            page.keyboard.press("Enter")
        page.wait_for_function(
            "number => document.querySelector('.pager-position').textContent.startsWith(`${number} /`)", arg=number)
        settled(page)
        page.wait_for_function("() => document.activeElement.id === 'results'")
        top = place(page, page.locator("#results"))
        assert -1 <= top <= 60
        assert page.locator(".entry-title").first.evaluate(
            "(link) => link.getBoundingClientRect().top") < 900


def door_counts(page):
    return page.locator(".index-rows .chip-count").evaluate_all(
        "(counts) => counts.map((count) => Number(count.textContent.replace(/\\D/g, '')))")


def test_doors_of_a_narrowed_list_have_its_counts_and_keep_it(site, visit):
    page = visit("programmes/?ministries=mext&ministries=meti")
    page.locator(".finder-choice:not([hidden])").wait_for()
    settled(page)
    told = door_counts(page)
    assert sum(told) == count(page) and len(told) > 5
    door = page.locator(".index-rows a", has_text="さ行")
    wanted = sum(told[:2])
    door.click()
    page.wait_for_url(re.compile("ministries=mext.*ministries=meti"))
    assert f"page={wanted // 50 + 1}" in page.url or wanted < 50
    entry = page.locator(".entries > .entry").nth(wanted % 50)
    page.wait_for_function(
        "(place) => document.querySelectorAll('.entry-title')[place] === document.activeElement", arg=wanted % 50)
    assert -1 <= place(page, entry) <= 60
    # In another order no row begins anywhere.
    page.get_by_label("並べ方").select_option("amount")
    page.wait_for_function(
        "() => getComputedStyle(document.querySelector('.index-rows a')).visibility === 'hidden'")
    page.get_by_role("button", name="すべて外す").click()
    page.get_by_label("並べ方").select_option("")
    page.wait_for_function("() => document.querySelector('.index-rows a').hash === '#row-a'")
    assert sum(door_counts(page)) == len(records(site))


def test_counts_are_those_of_the_combination(site, visit):
    tax = site.slug("programmes/", "税制")
    page = visit(f"programmes/?ministries=meti&kind={tax}")
    page.wait_for_selector(".facet-values .is-empty")
    chosen = {"ministries": {"meti"}, "kind": {tax}}
    shown = page.evaluate(
        """() => [...document.querySelectorAll('details.facet input[type=checkbox]')].map(box => [
          box.name, box.value,
          parseInt(box.closest('li').querySelector('.facet-count').textContent, 10)])""")
    assert len(shown) > 20
    for key, slug, number in shown:
        others = {other: slugs for other, slugs in chosen.items() if other != key}
        assert number == sum(
            slug in entry[key] and all(slugs & entry[other] for other, slugs in others.items())
            for entry in records(site)
        ), (key, slug)


def test_a_value_that_the_list_does_not_have_is_told(visit):
    page = visit("programmes/?ministries=meti&kind=nowhere")
    notice = page.locator(".finder-notice")
    notice.wait_for()
    assert "「nowhere」という種類は、この一覧にありません。" in notice.inner_text()
    assert page.get_by_role("checkbox", name="経済産業省", exact=True).is_checked()


def test_what_is_drawn_is_what_the_pages_have(site, visit):
    """Entries that the script draws are those of the template, to the letter."""
    for path in ("programmes/2/", "bases/2/", "agencies/3/", "documents/2/"):
        page = visit(path)
        def texts():
            return page.evaluate(
                """() => [...document.querySelectorAll('.entries > .entry')].map(entry =>
                  entry.querySelector('a').href + entry.textContent.replace(/\\s+/g, ''))""")
        before = texts()
        collection, number, _ = path.split("/")
        page = visit(f"{collection}/?page={number}")
        page.wait_for_selector(".pager-position")
        assert texts() == before, path


def test_a_list_goes_over_pages_and_back(site, visit):
    page = visit("programmes/", script=False)
    assert page.locator(".entries > .entry").count() == 50
    seen = []
    while True:
        seen += page.locator(".entry-title").all_inner_texts()
        after = page.locator(".pager-next")
        if not after.count():
            break
        assert page.locator("a[rel=next]").count() == 1
        after.click()
        page.wait_for_load_state()
    assert len(seen) == len(set(seen)) == len(records(site))
    row = page.locator(".index-rows a", has_text="さ行")
    row.click()
    page.wait_for_load_state()
    assert page.locator(".entry:target").count() == 1


def test_the_table_is_what_is_shown(visit):
    page = visit("programmes/?ministries=meti&ministries=mext&all=ministries&sort=amount")
    page.wait_for_selector(".finder-choice:not([hidden])")
    settled(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="この一覧をCSVで").click()
    data = download.value.path().read_bytes()
    assert data.startswith(b"\xef\xbb\xbf") and data.endswith(b"\r\n")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert rows[0][:3] == ["名称", "要約", "所管"] and "予算（円）" in rows[0]
    assert len(rows) - 1 == count(page)
    assert [row[0] for row in rows[1:51]] == page.locator(".entry-title").all_inner_texts()
    assert all({"文部科学省", "経済産業省"} <= set(row[2].split("；")) for row in rows[1:])
    amounts = [int(row[rows[0].index("予算（円）")] or -1) for row in rows[1:]]
    assert amounts == sorted(amounts, reverse=True) and amounts[0] > 0


def table(page):
    """What the button of the table gives: the heads and the rows."""
    with page.expect_download() as download:
        page.get_by_role("button", name="この一覧をCSVで").click()
    text = download.value.path().read_bytes().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    return rows[0], [dict(zip(rows[0], row)) for row in rows[1:]]


def test_the_table_says_what_its_sums_are(site, visit):
    """Of what stages a sum is, and what is not in it, in the words of the record."""
    page = visit("programmes/")
    heads, rows = table(page)
    assert heads.index("予算の段階") == heads.index("予算（円）") + 1 == heads.index("予算の注") - 1
    published = json.loads((site.folder / "catalogue.json").read_text(encoding="utf-8"))
    lines = {}
    for record in published["records"]:
        if record["collection"] == "programmes" and record.get("budget"):
            year = max(line["fiscalYear"] for line in record["budget"])
            lines[record["title"]] = [line for line in record["budget"] if line["fiscalYear"] == year]
    assert len(lines) > 100
    for row in rows:
        own = lines.get(row["名称"])
        if not own:
            assert row["予算（円）"] == row["予算の段階"] == row["予算の注"] == ""
            continue
        summed = [line for line in own if line["note"] is None and line["yen"] is not None]
        assert row["予算（円）"] == (str(sum(line["yen"] for line in summed)) if summed else "")
        assert row["予算の段階"] == "＋".join(line["stage"] or "段階の記載なし" for line in summed)
        left = [line for line in own if line not in summed]
        assert len([part for part in row["予算の注"].split("；") if part]) >= len(left)
        assert all(line["note"] in row["予算の注"] for line in left)


@pytest.mark.parametrize("collection", ["documents", "bases", "awards"])
def test_a_list_in_the_order_of_dates_tells_them(visit, collection):
    page = visit(f"{collection}/?sort=newest")
    page.wait_for_selector(".pager-position" if collection != "awards" else ".entry")
    settled(page)
    label = page.locator(".entries").get_attribute("data-moment-label")
    assert page.get_by_label("並べ方").input_value() == "newest"
    first = page.locator(".entries > .entry").first
    page.wait_for_function(
        "label => [...document.querySelector('.entry dl').querySelectorAll('dt')].some(dt => dt.textContent === label)",
        arg=label)
    pair = first.locator("dl > div", has=page.locator("dt", has_text=re.compile(f"^{label}$")))
    assert re.search(r"[12]\d{3}年", pair.locator("dd").inner_text())
    heads, rows = table(page)
    dates = [row[label] for row in rows]
    told = [date for date in dates if date]
    # ISO 8601 or a fiscal year, the newest first; a fiscal year begins in April.
    assert all(re.fullmatch(r"\d{4}(-\d\d){0,2}|\d{4}年度", date) for date in told)
    keys = [date.replace("年度", "-04-01") for date in told]
    assert keys == sorted(keys, reverse=True) and dates[:len(told)] == told


def test_on_a_phone_the_facets_are_a_sheet(visit):
    page = visit("programmes/", width=360)
    page.get_by_text("絞り込む", exact=True).click()
    sheet = page.get_by_role("dialog")
    sheet.wait_for()
    assert sheet.locator(".finder-done").inner_text() == f"{count(page)}件を表示"
    sheet.get_by_role("checkbox", name="税制").check()
    done = sheet.get_by_role("button", name=re.compile(r"^[\d,]+件を表示$"))
    box = done.bounding_box()
    assert box["y"] + box["height"] <= 900
    done.click()
    assert not sheet.is_visible() and f"{count(page)}件" in page.locator(".finder-count").inner_text()
    assert "kind=" in page.url


def test_choosing_changes_the_address_and_back_takes_it_back(visit):
    page = visit("programmes/")
    everything = count(page)
    def counts(is_right):
        page.wait_for_function(
            f"() => {is_right}".replace("count", "Number(document.querySelector('.finder-count strong').textContent)"))
    page.get_by_role("checkbox", name="税制", exact=True).check()
    counts(f"count < {everything}")
    assert "kind=" in page.url
    one = count(page)
    page.get_by_role("checkbox", name="厚生労働省", exact=True).check()
    counts(f"count < {one}")
    page.go_back()
    counts(f"count === {one}")
    assert "ministries" not in page.url
    page.go_back()
    counts(f"count === {everything}")
    assert not page.locator(".finder-choice").is_visible()


def test_tags_take_values_away(site, visit):
    page = visit(f"programmes/?ministries=meti&kind={site.slug('programmes/', '税制')}")
    page.get_by_role("button", name="種類「税制」を外す").click()
    assert "kind" not in page.url and "ministries=meti" in page.url
    assert page.evaluate("document.activeElement.tagName") == "BUTTON"
    page.get_by_role("button", name="すべて外す").click()
    assert "?" not in page.url
    assert page.evaluate("document.activeElement.id") == "results"


def test_a_combination_without_entries_says_so(site, visit):
    tax, ended = (site.slug("programmes/", label) for label in ("税制", "終了"))
    page = visit(f"programmes/?ministries=env&kind={tax}&status={ended}")
    page.locator(".finder-empty").wait_for()
    assert count(page) == 0
    assert "条件に合う項目はありません" in page.locator(".finder-main").inner_text()


# Fiscal years, and dates with fiscal years among them.
@pytest.mark.parametrize("path", ["programmes/", "documents/", "bases/", "awards/"])
def test_newest_first(site, visit, path):
    page = visit(path)
    first = page.locator(".entry-title").first.inner_text()
    page.get_by_label("並べ方").select_option("newest")
    assert "sort=newest" in page.url
    text = (site.folder / "lists" / f"{path[:-1]}.js").read_text(encoding="utf-8")
    data = json.loads(text[text.index(",") + 1:text.rindex(")")])
    moments = data["moment"]["of"]
    newest = max(moments)
    entries = (site.folder / "lists" / data["texts"][0]).read_text(encoding="utf-8")
    titles = [one[0] for one in json.loads(entries[entries.index(",") + 1:entries.rindex(")")])]
    page.wait_for_function(
        "title => document.querySelector('.entry-title').textContent === title",
        arg=titles[moments.index(newest)])
    page.get_by_label("並べ方").select_option("")
    page.wait_for_function("title => document.querySelector('.entry-title').textContent === title", arg=first)


def test_the_page_of_a_value_leads_to_combinations(visit):
    page = visit("programmes/by/ministries/meti/")
    assert page.get_by_role("checkbox", name="経済産業省", exact=True).is_checked()
    page.get_by_role("checkbox", name="税制", exact=True).check()
    page.wait_for_url(re.compile(r"/programmes/\?"))
    assert "ministries=meti" in page.url and "kind=" in page.url
    assert page.get_by_role("checkbox", name="経済産業省", exact=True).is_checked()


def test_without_javascript_each_value_has_its_page(visit):
    page = visit("programmes/", script=False)
    link = page.locator(".facet-values a", has_text="厚生労働省")
    total = int(re.sub(r"\D", "", link.locator("xpath=..").locator(".facet-count").inner_text()))
    link.click()
    assert page.url.endswith("programmes/by/ministries/mhlw/")
    assert count(page) == total
    assert page.locator(".entries > .entry").count() == min(50, total)
    assert page.locator(".facet-values a[aria-current]").inner_text() == "厚生労働省"


def test_the_count_is_told_politely(visit):
    assert visit("programmes/").locator(".finder-count").get_attribute("role") == "status"


def test_a_choice_on_a_further_page_leads_nowhere_else(site, visit):
    """Links are relative: under another address they would lead out of the site."""
    page = visit((site.folder / "programmes" / "2" / "index.html").as_uri())
    page.locator("details.facet input[type=checkbox]").first.check()
    page.locator(".finder-choice:not([hidden])").wait_for()
    settled(page)
    hrefs = page.evaluate(
        "() => [...document.querySelectorAll('.entry-title, .site-nav a, .pager a')].map(link => link.href)")
    assert len(hrefs) > 10
    assert all(href.startswith(site.folder.as_uri()) for href in hrefs), hrefs
